#include "link/name_finding.hpp"

#include <algorithm>
#include <string>

namespace stemma::link {

namespace {

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
      } else if (whole && is_nationality(*candidate) && !given_name_of_somebody(scene_, candidate->words)) {
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
    score += namesake_score(range);
    if (letters(range) < 2) score -= courtesy_title_before(range.first) ? 1 : 2;
    if (letters(range) > 4) score -= 3;
    return score;
  }

  // "Jordan Ellery spoke", "Ines Washington won": a country or town can be part of the name; then what follows has to
  // be what a person does.
  int namesake_score(Range range) const {
    const Range first{range.first, range.first + 1}, last{range.last - 1, range.last};
    const bool junior =
        range.size() > 2 && (words_.is(last.first, word_class::suffix) ||
                             (words_[last.first].text == "." && words_.is(last.first - 1, word_class::suffix)));
    const bool given = range.size() > 1 && given_name_of_somebody(scene_, first);
    if (!given && !family_name_of_somebody(scene_, last)) return 0;
    const Index after = words_.after(last.first);
    return 1 + (junior ? 2 : 0) + (after != none && acts(after) ? 1 : 0);
  }

  bool acts(Index word) const {
    if (words_.is(word, word_class::verb | word_class::speech)) return true;
    if (const language::Token* token = words_.token(word)) return token->pos == "VERB" || token->pos == "AUX";
    return words_.shape(word) == Shape::lower && words_[word].text.ends_with("ed");
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
      if (words_.lower_is(range.last, "and") && scene_.country_at(next.first) != pack::no_concept) return range;
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

} // namespace

void find_names_by_shape(Scene& scene) { ShapeReader(scene).run(); }

} // namespace stemma::link
