// Later and shorter ways to name what the text has named: acronyms, descriptions, "the North".

#include "link/scene.hpp"

#include <algorithm>
#include <unordered_map>

namespace stemma::link {

namespace {

class ShortForms {
public:
  explicit ShortForms(Scene& scene) : scene_(scene), words_(scene.words), draft_(scene.draft) {}

  void run() {
    introduce_acronyms();
    learn_halves();
    learn_makes();
    for (Index i = 0; i < words_.size(); ++i) {
      if (words_[i].mark) continue;
      if (words_[i].shape == Shape::capitals) use_acronym(i);
      if (draft_.owner(i) != none) continue;
      if (!makes_.empty() && words_[i].shape == Shape::capitalised) use_make(i);
      if (words_.is(i, word_class::compass)) use_half(i);
      if (words_.is(i, word_class::body | word_class::description)) use_description(i);
    }
  }

private:
  // "National Intelligence Service (NIS)"
  void introduce_acronyms() {
    const Index count = draft_.mentions();
    for (Index m = 0; m < count; ++m) {
      const DraftMention mention = draft_.mention_at(m);
      if (mention.entity == no_entity || mention.words.size() < 2) continue;
      const EntityKind kind = draft_.entity(mention.entity).kind;
      if (kind != EntityKind::org && kind != EntityKind::munition) continue;
      const Index open = mention.words.last;
      if (open + 2 >= words_.size() || words_[open].text != "(" || words_[open + 2].text != ")") continue;
      if (words_[open + 1].shape == Shape::capitals && spells(words_[open + 1].text, mention.words))
        acronyms_.try_emplace(std::string(words_[open + 1].text), mention.entity);
    }
  }

  // The letters of the acronym occur in the name in their order, the first one at its start.
  bool spells(std::string_view acronym, Range range) const {
    const std::string name = fold(words_.text(range)), letters = fold(acronym);
    std::size_t at = 0;
    for (const char letter : letters) {
      at = name.find(letter, at);
      if (at == std::string::npos) return false;
      ++at;
    }
    return true;
  }

  void use_acronym(Index i) {
    if (acronyms_.empty()) return;
    const auto found = acronyms_.find(std::string(words_[i].text));
    if (found == acronyms_.end()) return;
    const Index owner = draft_.owner(i);
    if (owner != none &&
        (draft_.mention_at(owner).entity == found->second || draft_.mention_at(owner).words.size() > 1))
      return;
    if (owner != none) draft_.release(owner);
    draft_.mention(found->second, {i, i + 1}, MentionKind::acronym);
  }

  // After "North Korea", "the North" is that country, if its other half exists.
  void learn_halves() {
    for (EntityIndex e = 0; e < draft_.entities(); ++e) {
      const DraftEntity& entity = draft_.entity(e);
      if (entity.kind != EntityKind::country || entity.entry == pack::no_concept) continue;
      if (!scene_.vocabulary.is_half(entity.entry)) continue;
      const std::string& label = scene_.pack.entry(entity.entry).label;
      halves_.emplace_back(fold(label.substr(0, label.find(' '))), e);
    }
  }

  void use_half(Index i) {
    if (halves_.empty() || words_[i].shape != Shape::capitalised) return;
    const Index before = words_.before(i), after = words_.after(i);
    if (before == none || !words_.lower_is(before, "the")) return;
    if (after == i + 1 && (words_.name_like(after) || words_[after].text == "-" || words_.lower_is(after, "of")))
      return;
    const std::string word = fold(words_[i].text);
    for (const auto& [half, country] : halves_)
      if (half == word) {
        draft_.mention(country, {before, i + 1}, MentionKind::short_form);
        draft_.note("link.ambiguous", "\"the " + std::string(words_[i].text) + "\" is read as " +
                                          scene_.pack.entry(draft_.entity(country).entry).label);
        return;
      }
  }

  // After "Leopard tanks" and "Rafale fighters": the name before what kind of thing it is.
  void learn_makes() {
    const Index count = draft_.mentions();
    for (Index m = 0; m < count; ++m) {
      const DraftMention& mention = draft_.mention_at(m);
      if (mention.entity == no_entity || draft_.entity(mention.entity).kind != EntityKind::munition) continue;
      for (Index i = mention.words.first; i + 1 < mention.words.last; ++i)
        if (is_make(i)) makes_.try_emplace(fold(words_[i].text), mention.entity);
    }
  }

  bool is_make(Index i) const {
    const Index before = words_.before(i);
    return words_[i].shape == Shape::capitalised && words_[i].text.size() > 3 && !words_[i + 1].glued &&
           (words_[i + 1].shape == Shape::lower || words_[i + 1].shape == Shape::number) &&
           scene_.country_at(i) == pack::no_concept && (before == none || !words_.name_like(before));
  }

  // "the Leopards"
  void use_make(Index i) {
    const std::string word = fold(words_[i].text);
    if (word.back() != 's' || words_[i].possessive) return;
    const auto found = makes_.find(word.substr(0, word.size() - 1));
    if (found != makes_.end()) draft_.mention(found->second, {i, i + 1}, MentionKind::short_form);
  }

  // "the spy agency", "the ministry", "Defence Ministry": the one organisation of that class that the text names.
  void use_description(Index i) {
    const auto* phrases = scene_.vocabulary.phrases_from(fold(words_[i].text));
    if (!phrases) return;
    for (const Phrase& phrase : *phrases) {
      if (!phrase_holds(scene_, phrase, i)) continue;
      const Range range{i, i + static_cast<Index>(phrase.words.size())};
      if (!draft_.free(range) || !refers_back(range)) return;
      if (const EntityIndex body = only_one(phrase))
        draft_.mention(body - 1, range, MentionKind::description);
      else if (!phrase.description && !use_dateline(range, phrase))
        name_alone(range, phrase);
      return;
    }
  }

  bool refers_back(Range range) const {
    const Index before = words_.before(range.first);
    if (before == none) return words_.name_like(range.first);
    if (words_[before].possessive || words_.lower_is(before, "the") || words_.lower_is(before, "its") ||
        words_.lower_is(before, "their") || words_.name_like(range.first))
      return true;
    return false;
  }

  // 1 + the entity; 0: none or several.
  EntityIndex only_one(const Phrase& phrase) {
    if (!classes_known_) learn_classes();
    EntityIndex found = 0;
    for (std::size_t at = 0; at < phrase.value.size();) {
      const std::size_t end = std::min(phrase.value.find(' ', at), phrase.value.size());
      const auto bodies = by_class_.find(phrase.value.substr(at, end - at));
      at = end + 1;
      if (bodies == by_class_.end()) continue;
      if (bodies->second.size() > 1 || found != 0) {
        draft_.note("link.undecided", "\"the " + phrase.words.back() + "\" is not linked: several could be meant");
        return 0;
      }
      found = bodies->second.front() + 1;
    }
    return found;
  }

  void learn_classes() {
    classes_known_ = true;
    std::vector<bool> mentioned(draft_.entities(), false);
    for (Index m = 0; m < draft_.mentions(); ++m)
      if (const EntityIndex e = draft_.mention_at(m).entity; e != no_entity) mentioned[e] = true;
    for (EntityIndex e = 0; e < draft_.entities(); ++e)
      if (mentioned[e] && !draft_.entity(e).org_class.empty()) by_class_[draft_.entity(e).org_class].push_back(e);
  }

  // Below "SEOUL (Yonhap) --", in a text on that country that names no other such body, "the defence ministry" is the
  // one there.
  bool use_dateline(Range range, const Phrase& phrase) {
    if (by_class_.contains(phrase.value) || words_.headline(range.first) || qualifies_next(scene_, range)) return false;
    const pack::ConceptId body = listed_body(scene_, dateline_nation(), phrase);
    if (body == pack::no_concept) return false;
    draft_.mention(draft_.linked(body), range, MentionKind::description);
    return true;
  }

  pack::ConceptId dateline_nation() const {
    pack::ConceptId nation = pack::no_concept;
    for (Index m = 0; m < draft_.mentions() && nation == pack::no_concept; ++m)
      if (const DraftMention& mention = draft_.mention_at(m);
          mention.entity != no_entity && scene_.text.header.dateline_clean.contains(words_.bytes(mention.words)))
        nation = nation_of(scene_, mention.entity);
    for (Index m = 0; m < draft_.mentions() && nation != pack::no_concept; ++m)
      if (const EntityIndex e = draft_.mention_at(m).entity;
          e != no_entity && draft_.entity(e).kind == EntityKind::country && draft_.entity(e).entry == nation)
        return nation;
    return pack::no_concept;
  }

  // "the Foreign Ministry", of which the text never says whose it is
  void name_alone(Range range, const Phrase& phrase) {
    if (!words_.name_like(range.first) || !words_.name_like(range.last - 1) || words_.headline(range.first)) return;
    if (qualifies_next(scene_, range)) return; // "Military aid arrived"
    const EntityIndex body =
        draft_.unlinked(EntityKind::org, words_.text(range), scene_.vocabulary.type_of_bodies(phrase.value));
    draft_.entity(body).org_class = phrase.value;
    draft_.mention(body, range, MentionKind::name);
  }

  Scene& scene_;
  const Words& words_;
  Draft& draft_;
  std::unordered_map<std::string, EntityIndex> acronyms_;
  std::vector<std::pair<std::string, EntityIndex>> halves_;
  std::unordered_map<std::string, EntityIndex> makes_;
  std::unordered_map<std::string, std::vector<EntityIndex>> by_class_;
  bool classes_known_ = false;
};

} // namespace

void link_short_forms(Scene& scene) { ShortForms(scene).run(); }

} // namespace stemma::link
