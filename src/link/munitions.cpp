// Weapons and equipment: designations that the pack does not know, and the fullest phrase of each.

#include "link/scene.hpp"

#include <algorithm>

namespace stemma::link {

namespace {

class Munitions {
public:
  explicit Munitions(Scene& scene) : scene_(scene), words_(scene.words), draft_(scene.draft) {}

  void run() {
    designations();
    compounds();
    const Index count = draft_.mentions();
    for (Index m = 0; m < count; ++m) widen(m);
  }

private:
  bool is_munition(Index mention) const {
    return mention != none && draft_.mention_at(mention).entity != no_entity &&
           draft_.entity(draft_.mention_at(mention).entity).kind == EntityKind::munition;
  }

  bool has_digit(std::string_view text) const {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  }

  // "FAB-1500", "Kh-47M2", "155mm": letters and digits that stand glued together, with a capital or a calibre.
  Range designation_at(Index i) const {
    Range range{i, i + 1};
    while (range.last < words_.size() && words_[range.last].glued && range.size() < 7 &&
           (words_[range.last].text == "-" || words_[range.last].text == "/" ||
            words_[range.last].shape == Shape::number || words_.name_like(range.last)))
      ++range.last;
    while (words_[range.last - 1].shape == Shape::other && range.size() > 1) --range.last;
    bool digit = false;
    for (Index w = range.first; w < range.last; ++w) digit = digit || has_digit(words_[w].text);
    const bool capital = words_.name_like(i) && words_[i].text.size() <= 6;
    if (!digit || !capital || words_.is(i, word_class::function)) return {i, i};
    return range;
  }

  void designations() {
    for (Index i = 0; i < words_.size(); ++i) {
      if (!words_.name_like(i) || draft_.owner(i) != none) continue;
      const Range range = designation_at(i);
      if (range.size() == 0 || !draft_.free(range)) continue;
      const Index head = head_after(range);
      if (head != none) add_designation(range, head);
      i = range.last - 1;
    }
  }

  // The munition noun that the designation belongs to: "FAB-1500 bombs", "the Su-57 stealth fighter".
  Index head_after(Range range) const {
    Index at = words_.after(range.last - 1);
    for (int steps = 0; at != none && steps < 3; ++steps, at = words_.after(at)) {
      if (is_munition(draft_.owner(at))) return draft_.owner(at);
      if (draft_.owner(at) != none || words_[at].shape != Shape::lower || words_.is(at, word_class::function))
        return none;
    }
    return none;
  }

  void add_designation(Range range, Index head) {
    const DraftMention noun = draft_.mention_at(head);
    const std::string category = draft_.entity(noun.entity).category;
    const EntityIndex item = draft_.unlinked(EntityKind::munition, words_.text(range), "Munition");
    draft_.entity(item).category = category;
    draft_.release(head);
    draft_.mention(item, {range.first, noun.words.last}, MentionKind::designation);
    draft_.nested(item, range, MentionKind::designation);
  }

  bool adjacent(const DraftMention& a, const DraftMention& b) const {
    if (words_[a.words.last - 1].possessive) return false;
    if (a.words.last == b.words.first) return true;
    return a.words.last + 1 == b.words.first && words_[a.words.last].text == "-" && words_[a.words.last].glued;
  }

  // "Patriot missiles" is the Patriot; "HIMARS ammunition" is ammunition, a thing of its own.
  void compounds() {
    std::vector<Index> order;
    for (Index i = 0; i < words_.size(); ++i)
      if (const Index m = draft_.owner(i); is_munition(m) && (order.empty() || order.back() != m)) order.push_back(m);
    for (std::size_t i = 0; i + 1 < order.size(); ++i) {
      const DraftMention first = draft_.mention_at(order[i]), second = draft_.mention_at(order[i + 1]);
      if (first.entity == no_entity || !adjacent(first, second)) continue;
      if (words_.sentence_of(first.words.first).first != words_.sentence_of(second.words.first).first) continue;
      order[i + 1] = join(order[i], order[i + 1]);
    }
  }

  Index join(Index a, Index b) {
    const DraftMention first = draft_.mention_at(a), second = draft_.mention_at(b);
    const Range whole{first.words.first, second.words.last};
    const bool same =
        first.entity == second.entity || same_thing(draft_.entity(first.entity), draft_.entity(second.entity));
    draft_.release(a);
    draft_.release(b);
    EntityIndex item = first.entity;
    if (same && generic(first.entity) && !generic(second.entity)) { // "the destroyer USS Doe"
      draft_.mention(second.entity, whole, MentionKind::name);
      draft_.nested(second.entity, second.words, second.kind);
      return draft_.mentions() - 2;
    }
    if (!same) {
      const std::string category = draft_.entity(second.entity).category;
      item = draft_.unlinked(EntityKind::munition, words_.text(whole), "Munition");
      draft_.entity(item).category = category;
    }
    const Index joined = draft_.mentions();
    draft_.mention(item, whole, MentionKind::name);
    if (same) draft_.nested(item, first.words, first.kind);
    return joined;
  }

  bool generic(EntityIndex item) const {
    const pack::ConceptId entry = draft_.entity(item).entry;
    return entry != pack::no_concept && scene_.pack.entry(entry).generic;
  }

  bool same_thing(const DraftEntity& item, const DraftEntity& noun) const {
    if (item.category == noun.category) return true;
    return item.entry != pack::no_concept && noun.entry != pack::no_concept && is_kind_of(item.entry, noun.entry, 0);
  }

  bool is_kind_of(pack::ConceptId item, pack::ConceptId kind, int depth) const {
    if (item == kind) return true;
    if (depth > 6) return false;
    const auto& broader = scene_.pack.entry(item).broader;
    return std::any_of(broader.begin(), broader.end(),
                       [&](pack::ConceptId up) { return is_kind_of(up, kind, depth + 1); });
  }

  // "long-range", "US-supplied", "Western": what stands before the noun belongs to the fullest phrase.
  void widen(Index m) {
    const DraftMention mention = draft_.mention_at(m);
    if (!is_munition(m)) return;
    Range wide = mention.words;
    for (int steps = 0; steps < 4; ++steps) {
      const Index first = modifier_start(wide.first);
      if (first == none) break;
      wide.first = first;
    }
    if (wide.size() > mention.words.size()) draft_.nested(mention.entity, wide, MentionKind::description);
  }

  Index modifier_start(Index noun) const {
    const Index before = words_.before(noun);
    if (before == none || before + 1 != noun || words_[before].possessive || words_[before].shape == Shape::other)
      return none;
    if (words_.is(before, word_class::function | word_class::speech) || words_[before].shape == Shape::number)
      return none;
    if (before > 0 && words_[before].glued && words_[before - 1].text == "-" && before >= 2) {
      const Index start = before - 2;
      return words_.sentence_of(start).first == words_.sentence_of(noun).first &&
                     !words_.is(start, word_class::function)
                 ? start
                 : none;
    }
    if (const language::Token* token = words_.token(before))
      return token->dep == "amod" || token->dep == "compound" || token->dep == "nmod" ? before : none;
    const Index owner = draft_.owner(before);
    return owner != none && draft_.mention_at(owner).kind == MentionKind::demonym ? before : none;
  }

  Scene& scene_;
  const Words& words_;
  Draft& draft_;
};

} // namespace

void link_munitions(Scene& scene) { Munitions(scene).run(); }

} // namespace stemma::link
