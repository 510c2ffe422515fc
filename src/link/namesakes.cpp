// Words that are a country, a town or a month, and the name of a person as well.

#include "link/scene.hpp"

#include <algorithm>

namespace stemma::link {

namespace {

// A capitalised word that nothing makes the noun of a body, a place or an office.
bool may_be_name(const Scene& scene, Index word) {
  const Words& words = scene.words;
  if (word >= words.size() || words.shape(word) != Shape::capitalised || words[word].text.size() < 2) return false;
  return !words.is(word, word_class::function | word_class::title | word_class::head | word_class::place_head |
                             word_class::area | word_class::body | word_class::description | word_class::thing |
                             word_class::government | word_class::compass | word_class::locative | word_class::month);
}

} // namespace

bool given_name_of_somebody(const Scene& scene, Range name) {
  const Words& words = scene.words;
  const Index family = name.last;
  if (name.size() != 1 || words[name.first].possessive || words.glued(family) ||
      words.sentence_of(name.first).last <= family)
    return false;
  if (!may_be_name(scene, family) || !scene.vocabulary.is_given_name(fold(words[name.first].text))) return false;
  if (words.is(family, word_class::family_name)) return true;
  const Candidate* other = scene.candidate_at(family);
  return (!other || scene.has_reading(*other, EntityKind::person)) && !words[family].text.ends_with('s');
}

bool family_name_of_somebody(const Scene& scene, Range name) {
  const Words& words = scene.words;
  if (name.size() != 1 || name.first == 0 || !scene.vocabulary.is_family_name(fold(words[name.first].text)))
    return false;
  const Index given = name.first - 1;
  if (words.sentence_of(name.first).first > given || words.glued(name.first) || words[given].possessive ||
      !may_be_name(scene, given) || words.headline(name.first))
    return false;
  const Index after = words.after(name.first);
  if (after == name.last && words.name_like(after) && !words[name.first].possessive &&
      !words.is(after, word_class::suffix))
    return false; // a longer name
  if (words.is(given, word_class::given_name) || scene.vocabulary.is_given_name(fold(words[given].text))) return true;
  if (words[given].text.ends_with("ing")) return false; // "Neighbouring Jordan"
  const Candidate* other = scene.candidate_at(given);
  if (other && !scene.has_reading(*other, EntityKind::person)) return false;
  if (const language::Token* token = words.token(given)) return token->pos == "PROPN";
  return !words.starts_sentence(given); // "Tiny Jordan"
}

bool stands_for_month(const Words& words, Index word) {
  if (!words.is(word, word_class::month)) return false;
  const Index before = words.before(word), after = words.after(word);
  if (after != none && words.shape(after) == Shape::number && !words[word].possessive) return true;
  if (before == none) return false;
  constexpr std::string_view lead[] = {"in",   "since", "until", "till", "during", "last", "next",
                                       "this", "early", "late",  "mid",  "every",  "each"};
  const bool number = words.shape(before) == Shape::number;
  return number || std::ranges::any_of(lead, [&](std::string_view w) { return words.lower_is(before, w); }) ||
         (words[before].text == "-" && words.lower_is(words.before(before), "mid"));
}

} // namespace stemma::link
