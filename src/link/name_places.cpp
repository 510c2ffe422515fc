#include "link/name_finding.hpp"

namespace stemma::link {

namespace {

bool names_place(const Scene& scene, Index word) { // of the pack
  const Candidate* candidate = scene.candidate_at(word);
  return candidate && scene.has_reading(*candidate, EntityKind::place) && scene.words.name_like(candidate->words.first);
}

} // namespace

bool surely_in_place(const Scene& scene, Range range) {
  const Words& words = scene.words;
  const Index before = words.before(range.first), after = words.after(range.last - 1);
  const auto kind_of_place = [&](Index i) {
    return words.is(i, word_class::area) && words.is(i, word_class::place_head) && words[i].shape == Shape::lower;
  };
  if (after == range.last && kind_of_place(after) && !words[range.last - 1].possessive) return true;
  if (before == none) return false;
  if (words.is(before, word_class::compass) && words[before].shape == Shape::lower) return true;
  if (kind_of_place(before) && before + 1 == range.first) return true;
  if (!words.lower_is(before, "of")) return false;
  const Index noun = words.before(before);
  return noun != none &&
         (kind_of_place(noun) || words.is(noun, word_class::compass) || words.lower_is(noun, "outskirts"));
}

bool perhaps_in_place(const Scene& scene, Range range) {
  const Words& words = scene.words;
  const Index before = words.before(range.first), after = words.after(range.last - 1);
  const bool speaks = after != none && words.is(after, word_class::speech);
  const bool person = words.is(range.first, word_class::given_name) &&
                      (range.size() == 1 || words.is(range.last - 1, word_class::family_name));
  if (before == none || speaks || words[range.last - 1].possessive || person) return false;
  const bool where = words.lower_is(before, "in") || words.lower_is(before, "near") || words.lower_is(before, "at") ||
                     words.lower_is(before, "outside") || words.lower_is(before, "around") ||
                     words.lower_is(before, "towards") || words.lower_is(before, "toward");
  if (where && words.before(before) != none) return true;
  if (words.lower_is(before, "and") || words[before].text == ",") {
    const Index other = words.before(before);
    if (other != none && names_place(scene, other)) return true;
  }
  if (after != none && (words.lower_is(after, "and") || words[after].text == ",")) {
    const Index other = words.after(after);
    if (other != none && names_place(scene, other)) return true;
  }
  return false;
}

bool beside_slash(const Words& words, Range range) {
  if (range.last < words.size() && words[range.last].text == "/" && words[range.last].glued) return true;
  if (range.first > 1 && words[range.first].glued && words[range.first - 1].text == "/" && words[range.first - 1].glued)
    return true;
  for (Index i = range.first; i < range.last; ++i)
    if (words[i].text == "/") return true;
  return false;
}

} // namespace stemma::link
