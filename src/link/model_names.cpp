#include "link/name_finding.hpp"

#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace stemma::link {

namespace {

class ModelReader {
public:
  explicit ModelReader(Scene& scene) : scene_(scene), words_(scene.words) {}

  void run() {
    const auto& tokens = words_.analysis()->tokens;
    for (std::uint32_t t = 0; t < tokens.size();) {
      std::uint32_t end = t + 1;
      if (tokens[t].ent_iob == 'B')
        while (end < tokens.size() && tokens[end].ent_iob == 'I') ++end;
      if (tokens[t].ent_iob == 'B') read(tokens[t].ent_type, words_.of_tokens(t, end));
      t = end;
    }
  }

private:
  void read(std::string_view label, Range range) {
    trim(range);
    if (range.size() == 0) return;
    if (label == "PERSON") add_person(range);
    if (label == "ORG") add(range, EntityKind::org);
    if (label == "GPE" || label == "LOC" || label == "FAC") add(range, EntityKind::place);
  }

  void trim(Range& range) const {
    while (range.size() > 0 && (words_.is(range.first, word_class::determiner) || words_[range.first].mark ||
                                words_[range.first].shape == Shape::other))
      ++range.first;
    while (range.size() > 0 && (words_[range.last - 1].mark ||
                                (words_[range.last - 1].shape == Shape::other && words_[range.last - 1].text != ".")))
      --range.last;
    if (range.size() > 0 && range.last > range.first + 1 && words_[range.last - 1].text == "." &&
        words_[range.last - 2].text.size() > 3)
      --range.last;
  }

  bool plausible(Range range) const {
    bool capital = false;
    for (Index i = range.first; i < range.last; ++i) {
      capital = capital || words_.name_like(i);
      if (words_.sentence_index(i) != words_.sentence_index(range.first)) return false;
    }
    if (words_.credit(range.first) || beside_slash(words_, range)) return false;
    return capital && !(range.size() == 1 && words_.is(range.first, word_class::function)) && range.size() <= 14;
  }

  // "Bayraktar TB2 drones": what is known as a weapon by its whole name is nobody.
  bool is_weapon(Range range) const {
    const Candidate* known = scene_.candidate_at(range.first);
    return known && range.size() > 1 && known->words.first == range.first && known->words.last >= range.last &&
           scene_.has_reading(*known, EntityKind::munition);
  }

  void add_person(Range range) {
    if (is_weapon(range)) return;
    NameSpan name{range, EntityKind::person};
    for (Index i = range.first; i + 1 < range.last; ++i)
      if (words_.is(i, word_class::title) && words_.name_like(i + 1) && !words_.is(i + 1, word_class::suffix) &&
          !words_.is(i, word_class::given_name | word_class::family_name))
        name.words.first = i + 1, name.titled = true;
    for (bool cut = true; cut && name.words.size() > 1;) {
      const Index first = name.words.first;
      cut = words_.is(first, word_class::title) ||
            (scene_.country_at(first) != pack::no_concept && !given_name_of_somebody(scene_, {first, first + 1}));
      if (!cut) break;
      if (words_.is(first, word_class::title))
        name.titled = true;
      else if (const Candidate* c = scene_.candidate_at(first); c && c->words.last < name.words.last)
        name.words.first = c->words.last - 1;
      else
        break;
      ++name.words.first;
      trim(name.words);
    }
    if (name.words.size() == 0 || !words_.name_like(name.words.last - 1)) return;
    if (!plausible(name.words) || country_with_attribute(name)) return;
    const bool place = !name.titled && (surely_in_place(scene_, name.words) || perhaps_in_place(scene_, name.words));
    if (place) name.kind = EntityKind::place;
    if (!place && name.words.size() == 1 && !single_person(name)) return;
    scene_.names.push_back(name);
  }

  // "Neighbouring Jordan": the country, and the word before it is nobody's given name.
  bool country_with_attribute(const NameSpan& name) const {
    const Index last = name.words.last - 1;
    if (name.titled || name.words.size() != 2 || scene_.country_at(last) == pack::no_concept) return false;
    return !words_.is(name.words.first, word_class::given_name) && words_[name.words.first].text.ends_with("ing");
  }

  // One word alone is a person's name only where something beside it says so.
  bool single_person(const NameSpan& name) const {
    const Index word = name.words.first;
    if (words_.is(word, word_class::title)) return false;
    const Index before = words_.before(word), after = words_.after(word);
    return name.titled || words_.is(word, word_class::given_name | word_class::family_name) ||
           (before != none && words_.is(before, word_class::title)) ||
           (after != none && words_.is(after, word_class::speech));
  }

  void add(Range range, EntityKind kind) {
    if (kind == EntityKind::org) cut_at_plain_words(range);
    if (range.size() == 0 || !plausible(range)) return;
    const Index last = range.last - 1;
    const bool headed = words_.is(last, word_class::head);
    if (kind == EntityKind::org && !headed && range.size() > 1 && words_.is(last, word_class::place_head))
      kind = EntityKind::place;
    if (kind == EntityKind::org && !headed && range.size() < 4 &&
        (surely_in_place(scene_, range) ||
         (range.size() == 1 && words_[last].shape == Shape::capitalised && perhaps_in_place(scene_, range))))
      kind = EntityKind::place;
    if (kind != EntityKind::person && range.size() == 1 && given_name_alone(range)) kind = EntityKind::person;
    if (kind == EntityKind::org && !headed && words_.is(range.first, word_class::given_name) &&
        words_.is(last, word_class::family_name) && range.size() > 1 && range.size() < 5)
      kind = EntityKind::person;
    if (kind == EntityKind::org && (credited(range) || !names_body(range))) return;
    if (kind == EntityKind::place && !names_place_at_all(range)) return;
    scene_.names.push_back({range, kind});
  }

  // "his wife, Yevgenia": the model took a person for a place.
  bool given_name_alone(Range range) const {
    const Index word = range.first, before = words_.before(word);
    return words_.is(word, word_class::given_name) && !scene_.candidate_at(word) &&
           words_[word].shape == Shape::capitalised &&
           !words_.is(word, word_class::head | word_class::place_head | word_class::area) &&
           !(before != none && words_.is(before, word_class::locative | word_class::towards | word_class::compass));
  }

  bool names_place_at_all(Range range) const {
    const Index last = range.last - 1, after = words_.after(last), before = words_.before(range.first);
    bool plain = true;
    for (Index i = range.first; i < range.last && plain; ++i)
      plain = words_[i].shape == Shape::other ||
              words_.is(i, word_class::compass | word_class::title | word_class::suffix | word_class::month);
    if (plain || (after != none && words_.is(after, word_class::title) && words_.name_like(after))) return false;
    if (before != none && (words_.lower_is(before, "via") || words_.is(before, word_class::title))) return false;
    return true;
  }

  // The model takes in words that belong to no name: "Commerce to", "Technology signed a Statement".
  void cut_at_plain_words(Range& range) const {
    for (Index i = range.first; i < range.last; ++i) {
      if (words_[i].shape != Shape::lower || words_[i].mark || (i > 0 && words_[i].glued)) continue;
      if (words_.is(i, word_class::joiner | word_class::particle | word_class::body | word_class::head |
                           word_class::description))
        continue;
      range.last = i;
    }
    while (range.size() > 0 && !words_.name_like(range.last - 1) && words_[range.last - 1].text != "." &&
           words_[range.last - 1].shape != Shape::number &&
           !words_.is(range.last - 1, word_class::body | word_class::head | word_class::description))
      --range.last;
  }

  bool names_body(Range range) {
    const Index last = range.last - 1, after = words_.after(last);
    if (words_.is(last, word_class::title | word_class::government) || words_.is(range.first, word_class::government))
      return false;
    if (after != none && words_.is(after, word_class::title | word_class::government) && words_.name_like(after))
      return false;
    if (range.size() == 1) return single_organisation(last);
    const bool headed = words_.is(last, word_class::head);
    if (holds_no_name(range, headed)) return false;
    if (headed) return true;
    // Of several capitalised words without a noun of bodies the model is right about every second time: an article, or
    // the next word being what bodies do, has to speak for it too.
    if (words_.is(last, word_class::thing) || glitch(range) || plain_noun(last)) return false;
    const Index start = words_.before(range.first);
    return (start != none && words_.lower_is(start, "the")) || (after != none && words_.is(after, word_class::speech));
  }

  // "Bakhmut Before the Kharkiv", "Allies and Partners", "Culture, Sports", "Standard Missile 3": no single name.
  bool holds_no_name(Range range, bool headed) const {
    const Index before = words_.before(range.first);
    if (before != none && words_.lower_is(before, "via")) return true;
    for (Index i = range.first; i < range.last; ++i) {
      if (words_[i].text == "(" || words_[i].text == "," || words_[i].text == "--") return true;
      if (i > range.first && words_.name_like(i) && words_.is(i, word_class::function) &&
          !words_.is(i, word_class::month))
        return true;
      if (!headed && words_.lower_is(i, "and")) return true;
      const Candidate* candidate = scene_.candidate_at(i);
      if (!headed && candidate && candidate->words.size() > 1 && scene_.has_reading(*candidate, EntityKind::munition))
        return true;
    }
    return false;
  }

  // "PrivacyPolicy": words that lost the blank between them.
  bool glitch(Range range) const {
    for (Index i = range.first; i < range.last; ++i) {
      const std::string_view text = words_[i].text;
      for (std::size_t c = 3; text.size() > 8 && c < text.size(); ++c)
        if (text[c] >= 'A' && text[c] <= 'Z' && text[c - 1] >= 'a' && text[c - 1] <= 'z') return true;
    }
    return false;
  }

  // A word that the text also writes in lower case.
  bool plain_noun(Index word) {
    if (lower_.empty())
      for (Index i = 0; i < words_.size(); ++i)
        if (words_[i].shape == Shape::lower && words_[i].text.size() > 3) lower_.insert(words_[i].text);
    return lower_.contains(fold(words_[word].text));
  }

  bool credited(Range range) const { // "(AP)" that follows no name
    if (range.first == 0 || range.last >= words_.size() || words_[range.first - 1].text != "(" ||
        words_[range.last].text != ")")
      return false;
    const Index before = words_.before(range.first - 1);
    return before == none || !words_.name_like(before) || words_[before].shape == Shape::capitals;
  }

  unsigned uses_of(std::string_view capitals) {
    if (capitals_.empty())
      for (Index i = 0; i < words_.size(); ++i)
        if (words_[i].shape == Shape::capitals) ++capitals_[words_[i].text];
    const auto found = capitals_.find(capitals);
    return found == capitals_.end() ? 0 : found->second;
  }

  // "Secretary of State", "Defence Minister", "the Alliance": a word of a title or a plain noun names no body.
  bool single_organisation(Index word) {
    if (words_.is(word, word_class::title | word_class::head | word_class::body | word_class::description |
                            word_class::government | word_class::place_head | word_class::area | word_class::compass |
                            word_class::month))
      return false;
    const Index before = words_.before(word);
    if (before == none) return false;
    if (words_[word].shape == Shape::capitals)
      return words_.lower_is(before, "the") || words_[before].text == "(" || uses_of(words_[word].text) > 1;
    // A plain capitalised word is a body only where a noun says so: "the arms company Acme".
    return words_[before].shape == Shape::lower &&
           words_.is(before, word_class::description | word_class::head | word_class::body);
  }

  Scene& scene_;
  const Words& words_;
  std::unordered_map<std::string_view, unsigned> capitals_; // how often each word in capitals stands in the text
  std::unordered_set<std::string_view> lower_;              // the text's words in lower case
};

} // namespace

void find_names_of_model(Scene& scene) { ModelReader(scene).run(); }

} // namespace stemma::link
