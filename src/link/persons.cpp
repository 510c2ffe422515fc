// Persons by their full names: those of the pack, then all others.

#include "link/scene.hpp"

#include <algorithm>

namespace stemma::link {

namespace {

struct NameParts {
  std::string given, family;
};

// First and last words of a folded name; initials and "Jr" left out.
NameParts parts_of(std::string_view name) {
  const std::string folded = fold(name);
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    std::string_view word = std::string_view(folded).substr(at, end - at);
    while (!word.empty() && (word.back() == '.' || word.back() == ',')) word.remove_suffix(1);
    if (word.size() > 1 && word != "jr" && word != "sr") words.push_back(word);
    at = end + 1;
  }
  if (words.empty()) return {};
  return {std::string(words.front()), std::string(words.back())};
}

class Persons {
public:
  explicit Persons(Scene& scene) : scene_(scene), words_(scene.words), pack_(scene.pack) {}

  void run() {
    gather_countries();
    for (const Candidate& candidate : scene_.candidates)
      if (!candidate.dropped && candidate.words.size() > 1 && scene_.has_reading(candidate, EntityKind::person))
        known(candidate);
    for (const NameSpan& name : scene_.names)
      if (name.kind == EntityKind::person && letters(name.words) > 1 && scene_.draft.free(name.words)) unknown(name);
  }

private:
  unsigned letters(Range range) const {
    unsigned count = 0;
    for (Index i = range.first; i < range.last; ++i) {
      const bool second_half =
          i > range.first + 1 && words_[i].glued && words_[i - 1].text == "-" && words_.name_like(i - 2);
      count += words_.name_like(i) && words_[i].text.size() > 1 && !second_half;
    }
    return count;
  }

  void gather_countries() {
    for (Index i = 0; i < words_.size(); ++i)
      if (const pack::ConceptId country = scene_.country_at(i); country != pack::no_concept)
        countries_.push_back(country);
    std::sort(countries_.begin(), countries_.end());
    countries_.erase(std::unique(countries_.begin(), countries_.end()), countries_.end());
  }

  bool mentions_country(pack::ConceptId country) const {
    return std::binary_search(countries_.begin(), countries_.end(), country);
  }

  bool titled(Range range) const {
    const Index before = words_.before(range.first);
    return before != none && words_.is(before, word_class::title);
  }

  bool in_office(const pack::Concept& person) const {
    const Date& day = scene_.document.published;
    return !day.empty() && std::any_of(person.offices.begin(), person.offices.end(), [&](const pack::Office& office) {
      return (office.from.empty() || office.from <= day) && (office.to.empty() || office.to >= day);
    });
  }

  // Namesakes: the one whose country is named, then the one in office on the day, then the better known.
  int rank(const pack::Concept& person) const {
    int points = person.tier == 'A' ? 4 : person.tier == 'B' ? 2 : 0;
    if (person.country != pack::no_concept && mentions_country(person.country)) points += 8;
    if (in_office(person)) points += 3;
    return points;
  }

  // Less known persons are meant only where a title, their office or their country is near.
  bool has_context(const pack::Concept& person, Range range) const {
    if (person.tier == 'A' || titled(range)) return true;
    return person.country != pack::no_concept && mentions_country(person.country);
  }

  void known(const Candidate& candidate) {
    const Range name = without_titles(candidate.words);
    if (!scene_.draft.free(candidate.words) || !words_.name_like(candidate.words.last - 1)) return;
    pack::ConceptId best = pack::no_concept;
    int best_rank = -1;
    unsigned namesakes = 0;
    for (const pack::Alias& alias : candidate.readings) {
      const pack::Concept& person = pack_.entry(alias.entry);
      if (person.kind != EntityKind::person) continue;
      const bool linked = scene_.draft.find_linked(alias.entry) != no_entity;
      if (!linked && !has_context(person, candidate.words)) continue;
      ++namesakes;
      if (const int points = rank(person); points > best_rank) best = alias.entry, best_rank = points;
    }
    if (best == pack::no_concept) {
      if (letters(name) > 1 && whole_name(candidate.words)) add_unlinked(candidate.words, pack::no_concept);
      return;
    }
    if (namesakes > 1)
      scene_.draft.note("link.ambiguous", "\"" + std::string(words_.text(candidate.words)) + "\" is read as " +
                                              pack_.entry(best).label + " (" + pack_.entry(best).iri +
                                              "), one of several of that name");
    const EntityIndex person = scene_.draft.linked(best);
    scene_.draft.file_person(person, parts_of(pack_.entry(best).label).family);
    scene_.draft.mention(person, name, MentionKind::name);
  }

  // "President Lee", "Sir Keir Starmer" are names in the pack, too.
  Range without_titles(Range range) const {
    for (Index i = range.first; i + 1 < range.last; ++i) {
      if (!words_.is(i, word_class::title) || !words_.name_like(range.last - 1)) continue;
      if (words_.is(i + 1, word_class::suffix)) continue;
      range.first = i + 1;
      if (range.size() > 1 && words_[range.first].text == ".") ++range.first;
    }
    return range;
  }

  bool whole_name(Range range) const {
    const Index before = words_.before(range.first), after = words_.after(range.last - 1);
    const auto is_part = [&](Index i) {
      return i != none && words_.name_like(i) && !words_.is(i, word_class::title | word_class::function);
    };
    return !is_part(before) && !is_part(after);
  }

  // The one who wrote the report is not in it.
  bool is_author(Range range) const {
    const auto& authors = scene_.text.header.authors;
    if (authors.empty()) return false;
    const std::string name = fold(words_.text(range));
    return std::any_of(authors.begin(), authors.end(), [&](const std::string& author) { return fold(author) == name; });
  }

  void unknown(const NameSpan& name) {
    if (is_author(name.words)) return;
    const EntityIndex found = find_person(scene_, name.words);
    if (found == no_entity)
      add_unlinked(name.words, name.country);
    else
      scene_.draft.mention(found, name.words, MentionKind::name);
  }

  void add_unlinked(Range range, pack::ConceptId country) {
    const EntityIndex person = scene_.draft.unlinked(EntityKind::person, words_.text(range), "Person");
    if (country != pack::no_concept) scene_.draft.entity(person).country = country;
    scene_.draft.file_person(person, parts_of(words_.text(range)).family);
    scene_.draft.mention(person, range, MentionKind::name);
  }

  Scene& scene_;
  const Words& words_;
  const pack::Pack& pack_;
  std::vector<pack::ConceptId> countries_;
};

bool similar(const NameParts& a, const NameParts& b) {
  if (a.family.size() < 3 || a.given.empty()) return false;
  const unsigned family = edit_distance(a.family, b.family, 2);
  if (family > (a.family.size() > 5 ? 2u : 0u)) return false;
  if (a.given == b.given) return true;
  if (a.given.size() > 3 && b.given.size() > 3 && family == 0 &&
      (a.given.starts_with(b.given.substr(0, 4)) || edit_distance(a.given, b.given, 2) <= 2))
    return true;
  return false;
}

// "John F. Kirby" is the "John Kirby" of the pack.
pack::ConceptId without_initials(const Scene& scene, Range name) {
  std::vector<std::string_view> plain;
  bool changed = false;
  for (Index i = name.first; i < name.last; ++i) {
    const bool initial = i > name.first && scene.words[i].text.size() == 1 && scene.words.name_like(i) &&
                         i + 1 < name.last && scene.words[i + 1].text == ".";
    const bool extra =
        initial || scene.words[i].text == "." || scene.words[i].text == "," || scene.words.is(i, word_class::suffix);
    changed = changed || extra;
    if (!extra) plain.push_back(scene.words.verbatim()[i]);
  }
  if (!changed || plain.size() < 2) return pack::no_concept;
  std::vector<pack::Match> matches;
  scene.pack.match_at(plain, 0, matches);
  if (matches.empty() || matches.back().last != plain.size()) return pack::no_concept;
  for (const pack::Alias& alias : matches.back().readings)
    if (scene.pack.entry(alias.entry).kind == EntityKind::person && scene.pack.entry(alias.entry).tier == 'A')
      return alias.entry;
  return pack::no_concept;
}

// The person whose family name alone is a name of the pack, when the given names are nearly the same.
pack::ConceptId by_family_name(const Scene& scene, Range name, const NameParts& parts) {
  std::vector<pack::Match> matches;
  scene.pack.match_at(scene.words.verbatim(), name.last - 1, matches);
  for (const pack::Match& match : matches) {
    if (match.last != name.last) continue;
    for (const pack::Alias& alias : match.readings) {
      const pack::Concept& found = scene.pack.entry(alias.entry);
      if (found.kind == EntityKind::person && similar(parts, parts_of(found.label))) return alias.entry;
    }
  }
  return pack::no_concept;
}

} // namespace

unsigned edit_distance(std::string_view a, std::string_view b, unsigned limit) {
  constexpr std::size_t longest = 48;
  if (a.size() > longest || b.size() > longest || a.size() > b.size() + limit || b.size() > a.size() + limit)
    return limit + 1;
  unsigned row[longest + 1];
  for (unsigned j = 0; j <= b.size(); ++j) row[j] = j;
  for (unsigned i = 1; i <= a.size(); ++i) {
    unsigned diagonal = row[0];
    row[0] = i;
    for (unsigned j = 1; j <= b.size(); ++j) {
      const unsigned changed = diagonal + (a[i - 1] != b[j - 1]);
      diagonal = row[j];
      row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
    }
  }
  return std::min(row[b.size()], limit + 1);
}

EntityIndex find_person(Scene& scene, Range name) {
  if (const pack::ConceptId entry = without_initials(scene, name); entry != pack::no_concept)
    return scene.draft.linked(entry);
  const NameParts parts = parts_of(scene.words.text(name));
  if (const pack::ConceptId entry = by_family_name(scene, name, parts); entry != pack::no_concept)
    return scene.draft.linked(entry);
  const std::vector<EntityIndex>& others = scene.draft.persons_like(parts.family);
  // The latest are enough: a text with thousands of like names is a list, and must not take quadratic time.
  constexpr std::size_t look_back = 64;
  for (std::size_t i = others.size() > look_back ? others.size() - look_back : 0; i < others.size(); ++i) {
    const DraftEntity& entity = scene.draft.entity(others[i]);
    const std::string_view label =
        entity.entry == pack::no_concept ? std::string_view(entity.name) : scene.pack.entry(entity.entry).label;
    if (similar(parts, parts_of(label))) return others[i];
  }
  return no_entity;
}

void link_persons(Scene& scene) { Persons(scene).run(); }

} // namespace stemma::link
