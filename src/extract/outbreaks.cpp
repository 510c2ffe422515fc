#include "extract/outbreaks.hpp"

#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::one_of;

class Outbreaks {
public:
  Outbreaks(const Scene& scene, Day published) : scene_(scene), published_(published) {}

  std::vector<Outbreak> run() const {
    std::vector<Outbreak> out;
    for (TokenIndex t = 0; t < scene_.tree.size(); ++t) {
      if (scene_.words[t] != "since" || is_distance(t)) continue;
      const auto war = war_below(t);
      if (!war) continue;
      const auto last = end_of_phrase(t, *war);
      if (const auto day = day_of_war(t, last)) out.push_back({t, last, head_of(t), *day});
    }
    return out;
  }

private:
  // "two years since the invasion": how long ago it was.
  bool is_distance(TokenIndex since) const {
    return since > 0 &&
           one_of(scene_.words[since - 1], {"days", "weeks", "months", "year", "years", "decades", "time"});
  }

  bool is_clause(TokenIndex since) const { return scene_.tree.dep(since) == "mark"; }
  TokenIndex head_of(TokenIndex since) const { return is_clause(since) ? scene_.tree.head(since) : since; }

  bool tells_war(TokenIndex t, pack::WordKind kind) const {
    const auto frames = scene_.frames.triggered_by(kind, predicate::lower(scene_.tree.lemma(t)));
    return std::any_of(frames.begin(), frames.end(), [&](std::uint32_t f) {
      const auto& frame = scene_.frames.all()[f];
      const auto* kind_of_event = scene_.frames.find_kind(frame.event);
      return frame.lasting && kind_of_event && kind_of_event->opposes;
    });
  }

  // The verb or noun that stands for the war: "since FIGHTING broke out", "since Russia INVADED", "since the start of
  // the WAR".
  std::optional<TokenIndex> war_below(TokenIndex since) const {
    const auto& tree = scene_.tree;
    auto noun = tree.child(since, "pobj");
    if (is_clause(since)) {
      const auto verb = tree.head(since);
      if (tells_war(verb, pack::WordKind::verb)) return verb;
      if (!one_of(tree.lemma(verb), {"begin", "start", "erupt", "break"})) return std::nullopt;
      noun = tree.child(verb, "nsubj");
    }
    if (noun == tree.size()) return std::nullopt;
    if (scene_.frames.in_class("phase", predicate::lower(tree.lemma(noun)))) {
      const auto of = tree.child(noun, "prep");
      if (of == tree.size() || scene_.words[of] != "of") return std::nullopt;
      noun = tree.child(of, "pobj");
    }
    return noun != tree.size() && tells_war(noun, pack::WordKind::noun) ? std::optional(noun) : std::nullopt;
  }

  TokenIndex end_of_phrase(TokenIndex since, TokenIndex war) const {
    const auto top = is_clause(since) ? scene_.tree.head(since) : war;
    return std::max(scene_.tree.right_edge(top), war) + 1;
  }

  bool is_among(EntityIndex e, const std::vector<Iri>& side) const {
    const auto& entity = scene_.entities[e];
    return std::any_of(side.begin(), side.end(),
                       [&](const Iri& party) { return entity.id == party || entity.country == party; });
  }

  // How often the text names the side it names less.
  std::size_t weight(const pack::Conflict& conflict) const {
    std::size_t first = 0, second = 0;
    for (const auto& mention : scene_.mentions) {
      first += is_among(mention.entity, conflict.first);
      second += is_among(mention.entity, conflict.second);
    }
    return std::min(first, second);
  }

  // Everybody whom the phrase names is a party to the war.
  bool admits(const pack::Conflict& conflict, TokenIndex first, TokenIndex last) const {
    return std::all_of(scene_.mentions.begin(), scene_.mentions.end(), [&](const PlacedMention& mention) {
      return mention.first < first || mention.last > last || is_among(mention.entity, conflict.first) ||
             is_among(mention.entity, conflict.second);
    });
  }

  std::optional<Day> day_of_war(TokenIndex first, TokenIndex last) const {
    std::optional<Day> best;
    std::size_t most = 0;
    for (const auto& conflict : scene_.frames.conflicts()) {
      const auto day = conflict.outbreak.empty() ? std::nullopt : parse_day(conflict.outbreak);
      if (!day || *day > published_ || !admits(conflict, first, last)) continue;
      if (const auto named = weight(conflict); named > most) {
        most = named;
        best = day;
      }
    }
    return best;
  }

  const Scene& scene_;
  Day published_;
};

} // namespace

std::vector<Outbreak> find_outbreaks(const Scene& scene, Day published) { return Outbreaks(scene, published).run(); }

} // namespace stemma::extract
