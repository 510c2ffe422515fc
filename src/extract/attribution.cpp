#include "extract/draft.hpp"
#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::Kind;
using predicate::Position;
using predicate::Predication;
using predicate::Relation;

class Search {
public:
  Search(Scene& scene, predicate::PredicationIndex start) : scene_(scene), start_(start) {}

  std::vector<std::vector<Speaker>> run() {
    std::vector<Speaker> chain; // outermost first
    const auto* p = &at(start_);
    according_to(*p, chain);
    for (int depth = 0; depth < 12 && p->above; ++depth) {
      const auto& governor = at(*p->above);
      if (reports(governor) &&
          (p->relation == Relation::clause || p->relation == Relation::argument || p->relation == Relation::adnominal))
        speaker_of(governor, chain);
      according_to(governor, chain);
      p = &governor;
    }
    if (chain.empty()) quoted(chain);
    if (chain.empty()) return {};
    return {chain};
  }

private:
  const Predication& at(predicate::PredicationIndex i) const { return scene_.predications.items[i]; }

  bool has_word(const Predication& p, bool pack::Embedding::* what) const {
    const auto kind = p.kind == Kind::noun        ? pack::WordKind::noun
                      : p.kind == Kind::adjective ? pack::WordKind::adjective
                                                  : pack::WordKind::verb;
    const auto indices = scene_.frames.embedded_by(kind, p.lemma);
    return std::any_of(indices.begin(), indices.end(), [&](auto i) { return scene_.frames.embeddings()[i].*what; });
  }
  bool reports(const Predication& p) const { return has_word(p, &pack::Embedding::reports); }

  // Puts the speaker of a reporting word before what the chain has: the outer one speaks, the inner one is relied on.
  void speaker_of(const Predication& p, std::vector<Speaker>& chain) {
    std::vector<Speaker> here;
    for (const auto& a : p.arguments) {
      const bool speaks = p.kind == Kind::noun ? a.position == Position::possessor ||
                                                     (a.position == Position::oblique &&
                                                      (a.preposition == "by" || a.preposition == "from"))
                                               : a.position == Position::subject;
      if (speaks && a.token != p.token) add(a.token, std::min(a.token, p.token), std::max(a.token, p.token) + 1, here);
      if (!here.empty()) break;
    }
    if (!here.empty()) cited_by(p, here);
    here.insert(here.end(), chain.begin(), chain.end());
    chain = std::move(here);
    chain.erase(std::unique(chain.begin(), chain.end(),
                            [](const Speaker& a, const Speaker& b) { return a.entity == b.entity; }),
                chain.end());
  }

  // "…, citing the spy agency"
  void cited_by(const Predication& p, std::vector<Speaker>& chain) {
    for (const auto child : scene_.tree.children(p.token)) {
      const auto index = scene_.predications.find_at(child);
      if (!index || !has_word(at(*index), &pack::Embedding::cites)) continue;
      for (const auto& a : at(*index).arguments)
        if (a.position == Position::object) add(a.token, child, a.token + 1, chain);
    }
  }

  void according_to(const Predication& p, std::vector<Speaker>& chain) {
    for (const auto& a : p.arguments) {
      if (a.position != Position::oblique || (a.preposition != "accord to" && a.preposition != "according to"))
        continue;
      std::vector<Speaker> here;
      add(a.token, a.token, a.token + 1, here);
      chain.insert(chain.end(), here.begin(), here.end());
    }
  }

  // A sentence inside of quotation marks that are still open: whoever spoke last speaks.
  void quoted(std::vector<Speaker>& chain) {
    const auto sentence = at(start_).sentence;
    bool open = false;
    std::uint32_t opened_in = 0;
    for (TokenIndex t = 0; t < at(start_).token; ++t)
      if (scene_.words[t] == "\"" || scene_.words[t] == "``" || scene_.words[t] == "''") {
        open = !open;
        opened_in = scene_.tree.sentence(t);
      }
    if (!open || sentence < opened_in || sentence - opened_in > 4) return;
    // The word of saying that is nearest, after the quotation or before it.
    const auto& items = scene_.predications.items;
    for (auto i = start_ + 1; i < items.size() && items[i].sentence <= sentence + 1; ++i)
      if (items[i].kind == Kind::verb && reports(items[i]) && items[i].relation == Relation::root) {
        speaker_of(items[i], chain);
        if (!chain.empty()) return;
      }
    for (auto after = start_; after > 0; --after) {
      const auto& item = items[after - 1];
      if (item.sentence + 3 < sentence) return;
      if (item.kind == Kind::verb && reports(item)) speaker_of(item, chain);
      if (!chain.empty()) return;
    }
  }

  void add(TokenIndex token, TokenIndex first, TokenIndex last, std::vector<Speaker>& chain) {
    const auto lemma = predicate::lower(scene_.tree.lemma(token));
    const bool unnamed =
        scene_.frames.in_class("unnamed-speaker", lemma) && !scene_.mention(token) && !named_beside(token);
    if (unnamed) { // "US officials" are not the country
      chain.push_back({anonymous(token), token, first, last});
      return;
    }
    const auto found = fillers(scene_, token, any_party());
    if (!found.empty() && !found.front().implied) chain.push_back({*found.front().entity, token, first, last});
  }

  // "a spokesman, John Doe"
  bool named_beside(TokenIndex token) const {
    for (const auto child : scene_.tree.children(token))
      if (scene_.tree.dep(child) == "appos" && scene_.mention(child)) return true;
    return false;
  }

  // "US officials", "a diplomat": a speaker without a name, one for each wording.
  EntityIndex anonymous(TokenIndex token) {
    const auto first = scene_.tree.left_edge(token);
    auto begin = first;
    while (begin < token &&
           (scene_.tree.pos(begin) == "DET" || scene_.tree.pos(begin) == "PUNCT" || scene_.tree.pos(begin) == "SPACE"))
      ++begin;
    const auto span = scene_.source_span(begin, token + 1);
    const auto words = scene_.text.source_text_of(span);
    for (EntityIndex e = 0; e < scene_.entities.size(); ++e)
      if (scene_.entities[e].kind == EntityKind::anonymous && scene_.entities[e].label == words) return e;
    Entity entity;
    entity.kind = EntityKind::anonymous;
    entity.type = "AnonymousSpeaker";
    entity.label = words;
    entity.mentions.push_back({span, words, MentionKind::description});
    scene_.entities.push_back(std::move(entity));
    return static_cast<EntityIndex>(scene_.entities.size() - 1);
  }

  Scene& scene_;
  predicate::PredicationIndex start_;
};

} // namespace

std::vector<std::vector<Speaker>> attribution_of(Scene& scene, predicate::PredicationIndex predication) {
  return Search(scene, predication).run();
}

} // namespace stemma::extract
