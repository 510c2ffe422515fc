// Names by their shape: runs of capitalised words, with the titles, nouns and neighbours that tell what they are.

#include "link/scene.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace stemma::link {

namespace {

bool names_place(const Scene& scene, Index word) { // of the pack
  const Candidate* candidate = scene.candidate_at(word);
  return candidate && scene.has_reading(*candidate, EntityKind::place) && scene.words.name_like(candidate->words.first);
}

// "the town of X", "north of X", "eastern X", "X district": the words beside the name leave only a place.
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

// "in X", "Kilis and X", "X, Texas": the neighbours are those of a place.
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

// "Jane Doe/AFP": a credit.
bool beside_slash(const Words& words, Range range) {
  if (range.last < words.size() && words[range.last].text == "/" && words[range.last].glued) return true;
  if (range.first > 1 && words[range.first].glued && words[range.first - 1].text == "/" && words[range.first - 1].glued)
    return true;
  for (Index i = range.first; i < range.last; ++i)
    if (words[i].text == "/") return true;
  return false;
}

class ShapeReader {
public:
  explicit ShapeReader(Scene& scene) : scene_(scene), words_(scene.words) {}

  void run() {
    for (Index i = 0; i < words_.size();) {
      const Range run = run_from(i);
      if (run.size() == 0) {
        ++i;
        continue;
      }
      if (!words_.headline(i) && !words_.credit(i)) read(run);
      i = run.last;
    }
  }

private:
  bool glued(Index i, std::string_view text) const {
    return i < words_.size() && words_[i].glued && words_[i].text == text;
  }

  bool starts_name(Index i) const {
    if (words_.name_like(i)) return !words_.is(i, word_class::function) && !words_[i].mark;
    return words_.is(i, word_class::particle) && glued(i + 1, "-") && words_.name_like(i + 2); // al-Assad
  }

  // The word after `i` that continues a run of capitalised words, or `none`.
  Index next_in_run(Index i) const {
    const Index end = words_.sentence_of(i).last;
    if (words_[i].possessive) return none;
    Index n = i + 1;
    if (n < end && glued(n, ".") && words_[i].text.size() <= 4 &&
        (words_[i].text.size() == 1 || words_.is(i, word_class::title)))
      ++n;
    if (n + 1 < end && (glued(n, "-") || glued(n, "'")) && words_[n + 1].glued && words_[n + 1].shape != Shape::other &&
        !words_.is(n + 1, word_class::function))
      return words_.name_like(i) || words_.is(i, word_class::particle) ? n + 1 : none;
    if (n >= end) return none;
    if (words_[n].glued && n == i + 1) return none;
    if (starts_name(n)) return n;
    if (!words_.is(n, word_class::particle) || words_.is(n, word_class::determiner)) return none;
    const Index after = n + 1;
    if (after < end && starts_name(after) && !words_[after].glued) return after;
    if (after < end && words_.is(after, word_class::particle) && after + 1 < end && starts_name(after + 1))
      return after + 1;
    return none;
  }

  Range run_from(Index i) const {
    if (!starts_name(i)) return {i, i};
    Range run{i, i + 1};
    Index at = words_.name_like(i) ? i : i + 2;
    for (run.last = at + 1;; run.last = at + 1) {
      const Index n = next_in_run(at);
      if (n == none) return run;
      at = words_.name_like(n) || words_[n].shape == Shape::lower || words_[n].shape == Shape::number ? n : n + 2;
    }
  }

  // "Britain-based", "Kurdish-dominated": a participle at the front is no part of the name either.
  bool cut_participle(Range& run) const {
    if (run.size() < 4 || words_[run.first + 1].text != "-" || words_[run.first + 2].shape != Shape::lower)
      return false;
    const std::string_view word = words_[run.first + 2].text;
    if (!word.ends_with("ed") && !words_.is(run.first + 2, word_class::participle)) return false;
    run.first += 3;
    return true;
  }

  // Titles and nationality at the front are no part of the name.
  NameSpan stripped(Range run) const {
    NameSpan name{run};
    for (Index i = run.first; i + 1 < run.last; ++i) // "Deputy Prime Minister Jane Doe": up to the last title
      if (words_.is(i, word_class::title) && i > run.first && i < run.first + 5 && words_.name_like(i + 1) &&
          !words_.is(i + 1, word_class::suffix) && !words_.is(i, word_class::given_name | word_class::family_name)) {
        name.words.first = i;
        break;
      }
    while (name.words.size() > 0) {
      const Index first = name.words.first;
      const Candidate* candidate = scene_.candidate_at(first);
      const bool whole = candidate && candidate->words.first == first && candidate->words.last < name.words.last;
      if (words_.is(first, word_class::title)) {
        if (name.words.size() == 1) break;
        name.titled = true;
        name.words.first += 1 + (glued(first + 1, ".") ? 1u : 0u);
      } else if (whole && is_nationality(*candidate)) {
        name.country = scene_.country_at(first);
        name.words.first = candidate->words.last;
      } else {
        break;
      }
      while (name.words.first < name.words.last && words_[name.words.first].shape == Shape::other) ++name.words.first;
    }
    return name;
  }

  // "South Korean", "US"; a plain country's name before a name is a given name ("Chad") unless a title follows it.
  bool is_nationality(const Candidate& candidate) const {
    if (scene_.country_at(candidate.words.first) == pack::no_concept) return false;
    if (words_.is(candidate.words.last, word_class::title) || words_[candidate.words.last - 1].possessive) return true;
    return std::any_of(candidate.readings.begin(), candidate.readings.end(), [&](const pack::Alias& alias) {
      return alias.kind != pack::AliasKind::name && scene_.pack.entry(alias.entry).kind == EntityKind::country;
    });
  }

  bool title_before(Index first) const {
    Index b = words_.before(first);
    if (b != none && words_[b].text == "." && words_[b].glued) b = words_.before(b);
    return b != none && words_.is(b, word_class::title) && !words_[b].possessive;
  }

  unsigned letters(Range range) const {
    unsigned count = 0;
    for (Index i = range.first; i < range.last; ++i) {
      const bool second_half =
          i > range.first + 1 && words_[i].glued && words_[i - 1].text == "-" && words_.name_like(i - 2);
      count += words_.name_like(i) && !second_half;
    }
    return count;
  }

  bool courtesy_title_before(Index first) const { // "Mr", "Gen.": what follows is a name, not a further office
    const Index b = words_.before(first);
    if (b == none) return false;
    if (words_[b].text == ".") return title_before(first);
    return words_.is(b, word_class::title) && words_[b].text.size() <= 4 && words_.name_like(b);
  }

  int person_score(const NameSpan& name) const {
    const Range range = name.words;
    const Index after = words_.after(range.last - 1), before = words_.before(range.first);
    int score = 0;
    if (name.titled || title_before(range.first)) score += 3;
    if (words_.is(range.first, word_class::given_name)) score += 2;
    if (letters(range) > 1 && words_.is(range.last - 1, word_class::family_name)) score += 1;
    if (after != none && words_.is(after, word_class::speech)) score += 1;
    if (before != none && words_.is(before, word_class::speech)) score += 1;
    if (after != none && words_[after].text == ",") score += appositive(after);
    if (hyphenated_given_name(range)) score += 2;
    const Candidate* family = scene_.candidate_at(range.last - 1);
    if (letters(range) > 1 && family && family->words.size() == 1 && scene_.has_reading(*family, EntityKind::person))
      score += 1;
    if (before != none && words_[before].text == "," && words_.is(words_.before(before), word_class::title))
      score += 2; // "the envoy, X,"
    if (letters(range) < 2) score -= courtesy_title_before(range.first) ? 1 : 2;
    if (letters(range) > 4) score -= 3;
    return score;
  }

  // ", a spokesman", ", who", ", 45,": what follows the comma tells of a person.
  int appositive(Index comma) const {
    const Index next = words_.after(comma);
    if (next == none) return 0;
    if (words_.lower_is(next, "who")) return 2;
    if (words_[next].shape == Shape::number && words_[next].text.size() <= 2) return 2;
    for (Index i = next, steps = 0; i != none && steps < 6; i = words_.after(i), ++steps) {
      if (words_.is(i, word_class::title)) return 2;
      if (words_[i].text == "," || words_[i].text == ".") break;
    }
    return 0;
  }

  bool hyphenated_given_name(Range range) const { // Sang-bum
    for (Index i = range.first; i + 2 < range.last; ++i)
      if (words_[i + 1].text == "-" && words_.name_like(i) && words_[i + 2].shape == Shape::lower) return true;
    return false;
  }

  void read(Range run) {
    cut_participle(run);
    while (run.size() > 1 && words_.is(run.last - 1, word_class::title) &&
           !words_.is(run.last - 1, word_class::given_name | word_class::family_name))
      --run.last;
    if (beside_slash(words_, run)) return;
    if (words_.is(run.first, word_class::ship) && words_[run.first].shape == Shape::capitals && run.size() > 1) {
      scene_.names.push_back({run, EntityKind::munition, true});
      return;
    }
    NameSpan name = stripped(run);
    if (name.words.size() == 0) return;
    if (read_organisation(run) || read_place(name.words)) return;
    if (letters(name.words) > 0 && !name.titled && !scene_.candidate_at(name.words.first) &&
        surely_in_place(scene_, name.words)) {
      scene_.names.push_back({name.words, EntityKind::place, true});
      return;
    }
    if (letters(name.words) < 2 && !name.titled && !title_before(name.words.first)) return;
    const Candidate* candidate = scene_.candidate_at(name.words.first);
    if (candidate && candidate->words.contains(name.words) && !scene_.has_reading(*candidate, EntityKind::person))
      return;
    const int score = person_score(name);
    if (score < 2 || (words_.is(name.words.last - 1, word_class::title) && name.words.size() < 3)) return;
    name.kind = EntityKind::person;
    name.titled = name.titled || title_before(name.words.first);
    name.strong = score >= 3;
    scene_.names.push_back(name);
  }

  // "Institute for the Study of War", "Jewish Leadership Council": a head noun at the end or before a joiner.
  bool read_organisation(Range run) {
    Range range = run;
    if (scene_.country_at(run.first) == pack::no_concept || words_[run.first].possessive) {
      while (range.size() > 1 && words_.is(range.first, word_class::title)) ++range.first;
    }
    if (words_.is(range.last - 1, word_class::government) && range.size() > 1) // "Biden Administration": the state
      if (const Candidate* leader = scene_.candidate_at(range.last - 2); leader && !leader->readings.empty())
        return true;
    const bool ends = words_.is(range.last - 1, word_class::head) && range.size() > 1;
    if (ends && range.last < words_.size() && !words_[range.last].glued && words_[range.last].shape == Shape::number &&
        words_[range.last].text.size() <= 2 && !words_[range.last - 1].possessive)
      ++range.last; // "Radio 4"
    Range whole = joined(range);
    const bool opens =
        (whole.last > range.last && words_.is(range.last - 1, word_class::head)) ||
        (range.size() > 2 && words_.is(range.first, word_class::head) &&
         words_.is(range.first + 1, word_class::particle) && words_[range.first + 2].text == "-"); // Jaish al-Islam
    if (!ends && !opens) return false;
    NameSpan name{whole, EntityKind::org, true};
    name.country = scene_.country_at(run.first);
    scene_.names.push_back(name);
    return true;
  }

  // Adds "of War", "for the Study of War": joiners, then another run.
  Range joined(Range range) const {
    for (int parts = 0; parts < 5; ++parts) {
      if (words_[range.last - 1].possessive) return range;
      Index n = range.last;
      const Index end = words_.sentence_of(range.first).last;
      if (n >= end || !(words_.lower_is(n, "of") || words_.lower_is(n, "for") || words_.lower_is(n, "on") ||
                        words_[n].text == "&" || (parts > 0 && words_.lower_is(n, "and"))))
        return range;
      while (n < end && words_[n].shape != Shape::capitalised && words_.is(n, word_class::joiner)) ++n;
      if (n >= end || words_[n].glued) return range;
      const Range next = run_from(n);
      if (next.size() == 0) return range;
      const bool second_body = words_.is(next.last - 1, word_class::head) || words_.is(next.first, word_class::head);
      if (second_body && words_.lower_is(range.last, "and")) return range;
      range.last = next.last;
    }
    return range;
  }

  bool read_place(Range range) {
    const bool ends = range.size() > 1 && words_.is(range.last - 1, word_class::place_head);
    const bool opens = range.size() > 1 && words_.is(range.first, word_class::place_head);
    if (!ends && !opens) return false;
    scene_.names.push_back({range, EntityKind::place, true});
    return true;
  }

  Scene& scene_;
  const Words& words_;
};

// The language model's names; nationality and titles at their edges are cut off.
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

  void add_person(Range range) {
    NameSpan name{range, EntityKind::person};
    for (Index i = range.first; i + 1 < range.last; ++i)
      if (words_.is(i, word_class::title) && words_.name_like(i + 1) && !words_.is(i + 1, word_class::suffix) &&
          !words_.is(i, word_class::given_name | word_class::family_name))
        name.words.first = i + 1, name.titled = true;
    for (bool cut = true; cut && name.words.size() > 1;) {
      const Index first = name.words.first;
      cut = words_.is(first, word_class::title) || scene_.country_at(first) != pack::no_concept;
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
    if (!plausible(name.words)) return;
    const bool place = !name.titled && (surely_in_place(scene_, name.words) || perhaps_in_place(scene_, name.words));
    if (place) name.kind = EntityKind::place;
    if (!place && name.words.size() == 1 && !single_person(name)) return;
    scene_.names.push_back(name);
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

// One string, one kind: what most of its uses (a strong one before all) say.
void vote(std::vector<NameSpan>& names, const Words& words) {
  struct Count {
    unsigned of[6] = {};
  };
  std::unordered_map<std::string, Count> counts;
  for (const NameSpan& name : names)
    counts[fold(words.text(name.words))].of[static_cast<std::size_t>(name.kind)] +=
        name.strong || name.titled ? 100u : 1u;
  for (NameSpan& name : names) {
    if (name.strong || name.titled) continue;
    const Count& count = counts[fold(words.text(name.words))];
    for (const EntityKind kind : {EntityKind::place, EntityKind::person, EntityKind::org})
      if (count.of[static_cast<std::size_t>(kind)] > count.of[static_cast<std::size_t>(name.kind)]) name.kind = kind;
  }
}

// Of names that overlap the strong one stays, then the longer, then the first.
void keep_best(Scene& scene) {
  std::vector<NameSpan>& names = scene.names;
  std::stable_sort(names.begin(), names.end(), [](const NameSpan& a, const NameSpan& b) {
    return a.words.first != b.words.first ? a.words.first < b.words.first : a.words.last > b.words.last;
  });
  const auto better = [](const NameSpan& a, const NameSpan& b) {
    if (a.words == b.words) return a.strong && !b.strong;
    return a.strong != b.strong ? a.strong : a.words.size() > b.words.size();
  };
  std::vector<NameSpan> kept;
  for (const NameSpan& name : names) {
    if (kept.empty() || !kept.back().words.overlaps(name.words))
      kept.push_back(name);
    else if (better(name, kept.back()))
      kept.back() = name;
  }
  names = std::move(kept);
  for (Index n = 0; n < names.size(); ++n)
    for (Index i = names[n].words.first; i < names[n].words.last; ++i) scene.name_of.set(i, n);
}

} // namespace

void find_names(Scene& scene) {
  ShapeReader(scene).run();
  if (scene.words.analysis()) ModelReader(scene).run();
  vote(scene.names, scene.words);
  keep_best(scene);
}

} // namespace stemma::link
