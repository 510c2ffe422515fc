#include "extract/later_mentions.hpp"

#include "predicate/words.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace stemma::extract {

namespace {

using predicate::Kind;
using predicate::one_of;

constexpr std::uint32_t reach = 3;      // sentences back to any event of the type
constexpr std::uint32_t same_reach = 8; // … to one told in the same word

class Resumption {
public:
  Resumption(const Scene& scene, const std::vector<Draft>& drafts) : scene_(scene), drafts_(drafts) {
    for (const auto& draft : drafts)
      if (!is_unsaid(draft))
        for (const auto told : draft.told) told_.insert(told);
  }

  std::vector<Draft> run() const {
    std::vector<Draft> out;
    for (predicate::PredicationIndex p = 0; p < scene_.predications.items.size(); ++p) {
      if (told_.count(p) != 0 || !takes_up(at(p))) continue;
      for (const auto source : sources_of(at(p))) out.push_back(again(p, source));
    }
    return out;
  }

private:
  // "The strikes", which a frame has taken for blows between those who are known to fight.
  bool is_unsaid(const Draft& draft) const {
    return frame(draft).among_known && !frame(draft).lasting && at(draft.predication).kind == Kind::noun;
  }

  Draft again(predicate::PredicationIndex p, std::size_t source) const {
    Draft out;
    out.frame = drafts_[source].frame;
    out.predication = p;
    out.told = {p};
    out.status = drafts_[source].status;
    out.within = source;
    out.again = true;
    out.in_title = scene_.in_title[at(p).token];
    return out;
  }

  const predicate::Predication& at(predicate::PredicationIndex p) const { return scene_.predications.items[p]; }
  const pack::Frame& frame(const Draft& draft) const { return scene_.frames.all()[draft.frame]; }

  // "the strike", "this package", "those talks", with nothing before it that tells it from others.
  bool takes_up(const predicate::Predication& p) const {
    if (p.kind != Kind::noun || p.negated || one_of(scene_.tree.dep(p.token), {"compound", "nmod", "amod", "poss"}))
      return false;
    const auto det = scene_.tree.child(p.token, "det");
    return det != scene_.tree.size() && one_of(scene_.words[det], {"the", "this", "that", "these", "those"}) &&
           std::none_of(scene_.tree.begin_children(p.token), scene_.tree.end_children(p.token),
                        [&](auto child) { return tells_apart(child); });
  }

  // "the biggest strike", "the second round", "the previous talks"
  bool tells_apart(TokenIndex child) const {
    const auto tag = scene_.tree.tag(child);
    const auto& word = scene_.words[child];
    return (tag == "JJS" && word != "latest") || tag == "JJR" || (tag == "RBS" && word == "most") ||
           one_of(word, {"other", "previous", "earlier", "new", "next", "similar", "former", "past", "recent",
                         "original", "first", "second", "third", "fourth", "fifth", "future", "separate", "same"});
  }

  // The draft it takes up, and those of other types that the same sentence told of: a deal, and what is sold by it.
  std::vector<std::size_t> sources_of(const predicate::Predication& p) const {
    std::map<std::string, std::size_t> by_type;
    for (const auto f : frames_of(scene_, p)) {
      const auto& event = scene_.frames.all()[f].event;
      if (const auto source = source_of(p, event)) by_type[event] = *source;
    }
    std::uint32_t last = 0;
    for (const auto& [event, source] : by_type) last = std::max(last, at(drafts_[source].predication).sentence);
    std::vector<std::size_t> out;
    for (const auto& [event, source] : by_type)
      if (at(drafts_[source].predication).sentence == last) out.push_back(source);
    return out;
  }

  std::optional<std::size_t> source_of(const predicate::Predication& p, const std::string& event) const {
    std::optional<std::size_t> best;
    bool best_same = false;
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      if (frame(drafts_[d]).event != event) continue;
      const auto& told = at(drafts_[d].predication);
      const bool same = told.lemma == p.lemma;
      if (told.token >= p.token || p.sentence - told.sentence > (same ? same_reach : reach)) continue;
      if (!tells_the_like(p, drafts_[d]) || !knows_all(p, drafts_[d]) || !fits(p, told) || is_circumstance(told))
        continue;
      if (best && best_same && !same) continue;
      const bool later = !best || told.token > at(drafts_[*best].predication).token;
      if (!later && same == best_same) continue;
      best = d;
      best_same = same;
    }
    return best;
  }

  // A word for events of this type, lasting ones like lasting ones.
  bool tells_the_like(const predicate::Predication& p, const Draft& draft) const {
    const auto frames = frames_of(scene_, p);
    return std::any_of(frames.begin(), frames.end(), [&](std::uint32_t f) {
      const auto& word = scene_.frames.all()[f];
      return word.event == frame(draft).event && word.lasting == frame(draft).lasting && word.ends == frame(draft).ends;
    });
  }

  // "the drone attack" is none of missiles: what stands before the noun stood in the sentence before, too.
  bool fits(const predicate::Predication& p, const predicate::Predication& told) const {
    const auto& tree = scene_.tree;
    return std::all_of(tree.begin_children(p.token), tree.end_children(p.token), [&](auto child) {
      if (tree.dep(child) != "compound" || is_number(scene_.words[child])) return true;
      for (auto t = tree.sentence_start(told.token); t < tree.size() && tree.sentence(t) == told.sentence; ++t)
        if (t != child && predicate::lower(tree.lemma(t)) == predicate::lower(tree.lemma(child))) return true;
      return false;
    });
  }

  static bool is_number(const std::string& word) { return word.find_first_of("0123456789$") != std::string::npos; }

  // "since the invasion", "despite the talks": not what the sentence is about.
  bool is_circumstance(const predicate::Predication& p) const {
    return one_of(p.mark, {"since", "after", "following", "before", "until", "despite", "amid", "like", "unlike"});
  }

  // Whoever is named in the phrase has a part in the event.
  bool knows_all(const predicate::Predication& p, const Draft& draft) const {
    const auto& tree = scene_.tree;
    for (auto t = tree.left_edge(p.token); t <= tree.right_edge(p.token); ++t) {
      const auto* mention = scene_.mention(t);
      if (!mention || mention->head != t || is_in_clause(t, p.token)) continue;
      if (!has_part(mention->entity, draft)) return false;
    }
    return true;
  }

  bool is_in_clause(TokenIndex t, TokenIndex noun) const {
    for (; t != noun && !scene_.tree.is_root(t); t = scene_.tree.head(t))
      if (one_of(scene_.tree.dep(t), {"relcl", "acl", "advcl", "conj", "appos"})) return true;
    return false;
  }

  bool has_part(EntityIndex entity, const Draft& draft) const {
    return std::any_of(draft.roles.begin(), draft.roles.end(), [&](const auto& role) {
      return std::any_of(role.second.begin(), role.second.end(), [&](const Filler& f) {
        return f.entity &&
               (*f.entity == entity || scene_.country_of(*f.entity) == entity || scene_.country_of(entity) == f.entity);
      });
    });
  }

  const Scene& scene_;
  const std::vector<Draft>& drafts_;
  std::set<predicate::PredicationIndex> told_;
};

} // namespace

void add_later_mentions(const Scene& scene, std::vector<Draft>& drafts) {
  auto again = Resumption(scene, drafts).run();
  for (auto& draft : drafts) // what takes up an event told before is no other one
    if (scene.frames.all()[draft.frame].among_known &&
        std::any_of(again.begin(), again.end(),
                    [&](const Draft& mention) { return mention.predication == draft.predication; }))
      draft.roles.clear();
  std::move(again.begin(), again.end(), std::back_inserter(drafts));
}

void drop_empty_mentions(std::vector<Draft>& drafts) {
  std::erase_if(drafts, [](const Draft& draft) { return draft.again && !draft.time && draft.quantities.empty(); });
}

} // namespace stemma::extract
