// Later mentions of a person by a part of the name.

#include "link/scene.hpp"

#include <algorithm>
#include <unordered_map>

namespace stemma::link {

namespace {

// A word with what is glued to it: "Kosiniak-Kamysz", "el-Sissi", "O'Brien".
Index group_end(const Words& words, Index first, Index limit) {
  Index last = first + 1;
  while (last + 1 < limit && words[last].glued && (words[last].text == "-" || words[last].text == "'") &&
         words[last + 1].glued && words[last + 1].shape != Shape::other)
    last += 2;
  return last;
}

class LastNames {
public:
  explicit LastNames(Scene& scene) : scene_(scene), words_(scene.words), draft_(scene.draft) {}

  void run() {
    learn();
    single_names_of_the_model();
    if (by_family_.empty() && by_given_.empty()) return;
    for (Index i = 0; i < words_.size();) i = read(i);
  }

private:
  struct Use {
    Index at; // where the full name stands
    EntityIndex person;
  };

  void learn() {
    for (Index m = 0; m < draft_.mentions(); ++m) {
      const DraftMention mention = draft_.mention_at(m);
      if (mention.entity == no_entity || draft_.entity(mention.entity).kind != EntityKind::person) continue;
      if (mention.kind == MentionKind::name && !words_.headline(mention.words.first)) learn_parts(mention);
    }
    for (Index m = 0; m < draft_.mentions(); ++m) { // full names that only a headline has
      const DraftMention mention = draft_.mention_at(m);
      if (mention.entity == no_entity || draft_.entity(mention.entity).kind != EntityKind::person) continue;
      if (mention.kind == MentionKind::name && words_.headline(mention.words.first)) learn_parts(mention);
    }
  }

  void learn_parts(const DraftMention& mention) {
    std::vector<Range> groups;
    for (Index i = mention.words.first; i < mention.words.last;) {
      const Index end = std::min(group_end(words_, i, mention.words.last), mention.words.last);
      const bool counts =
          words_[i].shape != Shape::other && words_[i].text.size() > 1 && !words_.is(i, word_class::suffix);
      if (counts) groups.push_back({i, end});
      i = std::max(end, i + 1);
    }
    if (groups.size() < 2) return;
    const bool first_is_family = family_first(mention, groups);
    learn(by_family_, groups.back(), mention);
    if (first_is_family)
      learn(by_family_, groups.front(), mention);
    else
      learn(by_given_, groups.front(), mention);
    if (groups.size() == 3 && !first_is_family &&
        !words_.is(groups[1].first, word_class::particle)) // "González" of "Pompeyo González Pascual"
      learn(by_family_, groups[1], mention);
    std::size_t start = groups.size() - 1; // "von der Leyen", "Le Drian"
    while (start > 1 && words_.is(groups[start - 1].first, word_class::particle)) --start;
    if (start < groups.size() - 1) learn(by_family_, {groups[start].first, groups.back().last}, mention);
    const Range last = groups.back(); // "Assad" of "al-Assad"
    if (last.size() > 2 && words_.is(last.first, word_class::particle))
      learn(by_family_, {last.first + 2, last.last}, mention);
  }

  bool family_first(const DraftMention& mention, const std::vector<Range>& groups) const {
    const DraftEntity& person = draft_.entity(mention.entity);
    if (person.entry != pack::no_concept) {
      const pack::Concept& found = scene_.pack.entry(person.entry);
      return !found.family_name.empty() && fold(found.family_name) == fold(words_.text(groups.front()));
    }
    const Range second = groups[1]; // Sang-bum
    if (groups.size() == 2 && second.size() == 3 && words_[second.first + 1].text == "-" &&
        words_[second.last - 1].shape == Shape::lower)
      return true;
    const bool family = words_.is(groups.front().first, word_class::family_name) &&
                        !words_.is(groups.front().first, word_class::given_name);
    return family && !words_.is(groups.back().first, word_class::family_name);
  }

  using Names = std::unordered_map<std::string, std::vector<Use>>;

  void learn(Names& names, Range range, const DraftMention& mention) {
    std::vector<Use>& uses = names[fold(words_.text(range))];
    if (uses.empty() || uses.back().person != mention.entity) uses.push_back({mention.words.first, mention.entity});
  }

  // Of several bearers the one whose full name stands last before this place.
  EntityIndex bearer(const Names& names, std::string_view name, Index at) const {
    const auto found = names.find(fold(name));
    if (found == names.end()) return no_entity;
    const std::vector<Use>& uses = found->second;
    const auto later =
        std::upper_bound(uses.begin(), uses.end(), at, [](Index place, const Use& use) { return place < use.at; });
    return later == uses.begin() ? uses.front().person : std::prev(later)->person;
  }

  // Names of one word that the model takes for persons: a known person's part, or somebody else.
  void single_names_of_the_model() {
    for (const NameSpan& name : scene_.names) {
      if (name.kind != EntityKind::person || !draft_.free(name.words) || words_.headline(name.words.first)) continue;
      if (stands_for_month(words_, name.words.first)) continue;
      const std::string_view text = words_.text(name.words);
      EntityIndex person = bearer(by_family_, text, name.words.first);
      if (person == no_entity) person = bearer(by_given_, text, name.words.first);
      if (person == no_entity) person = draft_.unlinked(EntityKind::person, text, "Person");
      draft_.mention(person, name.words, MentionKind::short_form);
    }
  }

  bool titled(Index first) const {
    Index b = words_.before(first);
    if (b != none && words_[b].text == "." && words_[b].glued) b = words_.before(b);
    return b != none && words_.is(b, word_class::title);
  }

  Index read(Index i) {
    // Most words are neither a name nor the start of a group that ends in one.
    if (!words_.name_like(i) && !words_.is(i, word_class::particle) && !words_.glued(i + 1)) return i + 1;
    const Index limit = words_.sentence_of(i).last;
    if (i >= limit || words_[i].mark || draft_.owner(i) != none) return i + 1;
    Index last = i;
    for (int groups = 0; groups < 3 && last < limit; ++groups) { // particles, then the name
      const bool particle = words_.is(last, word_class::particle);
      last = group_end(words_, last, limit);
      if (!particle || last - i > 1) break;
    }
    const Range range{i, last};
    if (!words_.name_like(range.last - 1) && !words_.name_like(i)) return i + 1;
    if (!draft_.free(range) || inside_longer_name(range) || stands_for_month(words_, i)) return i + 1;
    EntityIndex person = bearer(by_family_, words_.text(range), i);
    if (person == no_entity && titled(i)) person = bearer(by_given_, words_.text(range), i);
    if (person == no_entity && words_.name_like(i) && range.size() > 1 && draft_.free({i, i + 1}) &&
        words_.is(i, word_class::particle))
      return i + 1;
    if (person == no_entity) return i + 1;
    mention(person, range);
    return range.last;
  }

  void mention(EntityIndex person, Range range) {
    const Index noun = words_.after(range.last - 1);
    const pack::ConceptId country = draft_.entity(person).country;
    if (noun != none && words_.is(noun, word_class::government) && country != pack::no_concept &&
        draft_.owner(noun) == none) {
      draft_.mention(draft_.linked(country), {range.first, noun + 1}, MentionKind::description);
      return;
    }
    draft_.mention(person, range, MentionKind::short_form);
  }

  bool inside_longer_name(Range range) const {
    const Index before = words_.before(range.first), after = words_.after(range.last - 1);
    if (words_.headline(range.first)) return false;
    const auto part = [&](Index i) {
      return i != none && words_.name_like(i) && draft_.owner(i) == none &&
             !words_.is(i, word_class::title | word_class::function | word_class::suffix);
    };
    const bool by_before = part(before) && !words_[before].possessive && before + 1 == range.first;
    const bool by_after = part(after) && !words_[range.last - 1].possessive && after == range.last;
    return by_before || by_after;
  }

  Scene& scene_;
  const Words& words_;
  Draft& draft_;
  Names by_family_, by_given_;
};

} // namespace

void link_last_names(Scene& scene) { LastNames(scene).run(); }

} // namespace stemma::link
