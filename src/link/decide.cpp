// The pack's names in their context: which reading of a string is meant, if any.

#include "link/scene.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

namespace stemma::link {

namespace {

using pack::AliasKind;

// A reading counts from this many points; a plain name that the pack calls unambiguous has about 50 by itself,
// one that the pack calls ambiguous 20 less.
constexpr int enough = 30;
constexpr int ambiguity_cost = 20;

class Decider {
public:
  explicit Decider(Scene& scene) : scene_(scene), words_(scene.words), pack_(scene.pack) {}

  void run() {
    gather_evidence();
    for (Candidate& candidate : scene_.candidates)
      if (!candidate.dropped && scene_.draft.free(candidate.words)) decide(candidate);
  }

private:
  // What the text names beyond doubt: later choices lean on it.
  void gather_evidence() {
    for (EntityIndex e = 0; e < scene_.draft.entities(); ++e) note_certain(scene_.draft.entity(e).entry);
    for (Index m = 0; m < scene_.draft.mentions(); ++m) {
      const DraftMention& mention = scene_.draft.mention_at(m);
      if (mention.entity != no_entity && scene_.draft.entity(mention.entity).kind == EntityKind::person &&
          mention.words.size() > 1)
        families_.insert(fold(words_.text({mention.words.last - 1, mention.words.last})));
    }
    for (const Candidate& candidate : scene_.candidates) {
      if (candidate.dropped || candidate.readings.empty() || !capital_somewhere(candidate.words)) continue;
      const pack::ConceptId only = candidate.readings.front().entry;
      const bool certain =
          std::all_of(candidate.readings.begin(), candidate.readings.end(),
                      [&](const pack::Alias& alias) { return alias.entry == only && !alias.ambiguous; });
      if (certain) note_certain(only);
    }
    for (const Candidate& candidate : scene_.candidates)
      arms_ = arms_ || (!candidate.dropped && !candidate.readings.empty() && !candidate.readings.front().ambiguous &&
                        pack_.entry(candidate.readings.front().entry).kind == EntityKind::munition);
  }

  void note_certain(pack::ConceptId entry) {
    if (entry == pack::no_concept || !certain_.insert(entry).second) return;
    const pack::Concept& found = pack_.entry(entry);
    if (found.kind == EntityKind::country) countries_.insert(entry);
    if (found.country != pack::no_concept && found.kind != EntityKind::munition) countries_.insert(found.country);
  }

  bool capital_somewhere(Range range) const {
    for (Index i = range.first; i < range.last; ++i)
      if (words_.name_like(i) || words_[i].shape == Shape::number) return true;
    return false;
  }

  void decide(Candidate& candidate) {
    const pack::Alias* best = nullptr;
    int best_score = enough - 1;
    unsigned different = 0;
    pack::ConceptId last = pack::no_concept;
    for (const pack::Alias& alias : candidate.readings) {
      const int score = score_of(candidate, alias);
      different += alias.entry != last;
      last = alias.entry;
      if (score > best_score) best = &alias, best_score = score;
    }
    const bool doubtful = different > 1 || candidate.readings.front().ambiguous;
    const bool shared = best && is_shared(candidate, *best, best_score);
    const std::string decided = best && !shared ? accept(candidate, *best) : std::string();
    if (shared) {
      const EntityIndex body = scene_.draft.unlinked(EntityKind::org, words_.text(candidate.words), "Organisation");
      scene_.draft.mention(body, candidate.words, MentionKind::name);
    }
    if (doubtful && capital_somewhere(candidate.words)) explain(candidate, decided);
    if (!best) decide_inside(candidate.words);
  }

  // Bodies of several states have the name ("National Intelligence Service"), and nothing tells which one is meant.
  bool is_shared(const Candidate& candidate, const pack::Alias& best, int best_score) const {
    const pack::Concept& found = pack_.entry(best.entry);
    return found.kind == EntityKind::org && best.ambiguous &&
           std::any_of(candidate.readings.begin(), candidate.readings.end(), [&](const pack::Alias& alias) {
             return alias.entry != best.entry && pack_.entry(alias.entry).kind == EntityKind::org &&
                    pack_.entry(alias.entry).country != found.country && score_of(candidate, alias) == best_score;
           });
  }

  // When the longest string is nothing, a shorter one in it may be something: "Israeli" in "Israeli military aid".
  void decide_inside(Range range) {
    if (range.size() < 2) return;
    std::vector<pack::Match> matches;
    for (Index i = range.first; i < range.last; ++i) {
      matches.clear();
      if (words_[i].shape != Shape::other) pack_.match_at(words_.verbatim(), i, matches);
      while (!matches.empty() &&
             (matches.back().last > range.last || Range{matches.back().first, matches.back().last} == range))
        matches.pop_back();
      if (matches.empty()) continue;
      Candidate inner{{matches.back().first, matches.back().last}, matches.back().readings};
      if (scene_.draft.free(inner.words)) decide(inner);
      i = inner.words.last - 1;
    }
  }

  // `decided`: what it is linked to; empty: nothing.
  void explain(const Candidate& candidate, const std::string& decided) {
    const std::string name(words_.text(candidate.words));
    if (!decided.empty())
      scene_.draft.note("link.ambiguous", "\"" + name + "\" is read as " + decided);
    else
      scene_.draft.note("link.undecided",
                        "\"" + name + "\" is not linked: nothing near it tells which of its readings is meant");
  }

  // Links it; the value is what to, in words.
  std::string accept(const Candidate& candidate, const pack::Alias& alias) {
    const pack::Concept& found = pack_.entry(alias.entry);
    const bool sits_there =
        alias.kind == AliasKind::capital || (alias.kind == AliasKind::seat && found.kind == EntityKind::country);
    if (sits_there && stands_as_place(scene_, candidate.words)) {
      return accept_place(candidate, alias.entry);
    }
    if (found.kind == EntityKind::org && found.country != pack::no_concept && is_government(candidate.words)) {
      scene_.draft.mention(scene_.draft.linked(found.country), candidate.words, MentionKind::name);
      return pack_.entry(found.country).label;
    }
    if (found.kind == EntityKind::person && stands_for_government(candidate.words) &&
        found.country != pack::no_concept) {
      scene_.draft.mention(scene_.draft.linked(found.country), {candidate.words.first, candidate.words.last + 1},
                           MentionKind::description);
      return pack_.entry(found.country).label;
    }
    if (const Candidate* seat = seat_of(found, candidate.words)) { // "the Trump White House"
      scene_.draft.mention(scene_.draft.linked(found.country), {candidate.words.first, seat->words.last},
                           MentionKind::description);
      return pack_.entry(found.country).label;
    }
    scene_.draft.mention(scene_.draft.linked(alias.entry), candidate.words, mention_kind(alias.kind));
    if (found.kind == EntityKind::org && found.country != pack::no_concept && candidate.words.size() > 1)
      mention_inner_countries(scene_, candidate.words, found.country);
    return found.label;
  }

  // "Government of Japan", "the Syrian regime": the state itself.
  bool is_government(Range range) const {
    return words_.is(range.first, word_class::government) || words_.is(range.last - 1, word_class::government);
  }

  const Candidate* seat_of(const pack::Concept& person, Range range) const {
    if (person.kind != EntityKind::person || person.country == pack::no_concept || words_[range.last - 1].possessive)
      return nullptr;
    const Candidate* next = scene_.candidate_at(range.last);
    if (!next || next->words.first != range.last) return nullptr;
    const bool seat = std::any_of(next->readings.begin(), next->readings.end(), [&](const pack::Alias& alias) {
      return alias.kind == AliasKind::seat && alias.entry == person.country;
    });
    return seat ? next : nullptr;
  }

  bool stands_for_government(Range range) const { // "the Biden administration"
    const Index noun = words_.after(range.last - 1);
    return noun == range.last && !words_[range.last - 1].possessive && words_.is(noun, word_class::government);
  }

  std::string accept_place(const Candidate& candidate, pack::ConceptId country) {
    const std::string decided = "the place, in " + pack_.entry(country).label;
    for (const pack::Alias& alias : candidate.readings)
      if (pack_.entry(alias.entry).kind == EntityKind::place && pack_.entry(alias.entry).country == country &&
          pack_.entry(alias.entry).place_kind != state_kind) {
        scene_.draft.mention(scene_.draft.linked(alias.entry), candidate.words, MentionKind::name);
        return decided;
      }
    const EntityIndex place = scene_.draft.unlinked(EntityKind::place, words_.text(candidate.words), "Place");
    scene_.draft.entity(place).country = country;
    scene_.draft.mention(place, candidate.words, MentionKind::name);
    return decided;
  }

  static MentionKind mention_kind(AliasKind kind) {
    switch (kind) {
    case AliasKind::adjective:
    case AliasKind::demonym: return MentionKind::demonym;
    case AliasKind::capital:
    case AliasKind::seat: return MentionKind::seat;
    case AliasKind::acronym: return MentionKind::acronym;
    case AliasKind::short_form: return MentionKind::short_form;
    case AliasKind::name: break;
    }
    return MentionKind::name;
  }

  int score_of(const Candidate& candidate, const pack::Alias& alias) const {
    const pack::Concept& found = pack_.entry(alias.entry);
    int score = alias.ambiguous && !candidate.settled ? -ambiguity_cost : 0;
    if (certain_.contains(alias.entry)) score += 20;
    if (found.kind == EntityKind::place && !candidate.settled && shadowed(candidate, found)) return 0;
    switch (found.kind) {
    case EntityKind::country:
      // Where the body that sits there has the name itself ("Bundestag"), it is meant, not the country.
      if (alias.kind == AliasKind::seat && scene_.has_reading(candidate, EntityKind::org)) score -= 30;
      return score + country_score(candidate.words, alias);
    case EntityKind::person: return score + person_score(candidate.words, found, alias);
    case EntityKind::org: return score + organisation_score(candidate, found, alias);
    case EntityKind::place: return score + place_score(candidate.words, found);
    case EntityKind::munition: return score + munition_score(candidate, found, alias);
    case EntityKind::anonymous: break;
    }
    return 0;
  }

  // The country's reading decides about a capital, a state that shares its name and a town that was named after it
  // ("London, Ontario" has its own country behind it).
  bool shadowed(const Candidate& candidate, const pack::Concept& place) const {
    if (place.country == pack::no_concept) return false;
    const bool state = place.place_kind == state_kind;
    return std::any_of(candidate.readings.begin(), candidate.readings.end(), [&](const pack::Alias& alias) {
      const bool country = pack_.entry(alias.entry).kind == EntityKind::country;
      if (state && country) return true;
      if (country && alias.kind == AliasKind::name && alias.entry == place.country) return true; // "Singapore"
      if (alias.kind != AliasKind::capital || is_past(alias.entry)) return false;
      return alias.entry == place.country || comma_country_after(candidate.words) != place.country;
    });
  }

  // The country named behind a comma, or that of the place named there: "London, Ontario".
  pack::ConceptId comma_country_after(Range range) const {
    const Index comma = words_.after(range.last - 1);
    const Index next = comma == none || words_[comma].text != "," ? none : words_.after(comma);
    if (next == none) return pack::no_concept;
    if (const pack::ConceptId country = scene_.country_at(next); country != pack::no_concept) return country;
    const Candidate* place = scene_.candidate_at(next);
    if (!place) return pack::no_concept;
    for (const pack::Alias& alias : place->readings)
      if (pack_.entry(alias.entry).kind == EntityKind::place) return pack_.entry(alias.entry).country;
    return pack::no_concept;
  }

  // A state that is no more on the day of publication: its capital is now another state's.
  bool is_past(pack::ConceptId country) const {
    const Date& last = pack_.entry(country).valid_to;
    const Date& day = scene_.document.published;
    return !last.empty() && (day.empty() || last < day);
  }

  int country_score(Range range, const pack::Alias& alias) const {
    if (!capital_start(range)) return -100;
    if (words_.is(range.first, word_class::month)) return -100;
    if (part_of_person(range) || family_name_of_somebody(scene_, range)) return -100;
    int score = alias.kind == AliasKind::capital ? 52 : 60;
    if (alias.kind == AliasKind::capital && is_past(alias.entry)) score -= 30;
    if (comma_place_before(range) == alias.entry) score += 10;
    if (is_named_person(range) && !certain_.contains(alias.entry)) score -= 60;
    return score;
  }

  // "Ines Washington … Washington said": the text has a person of that name. "Jordan Ellery" in a headline.
  bool is_named_person(Range range) const {
    if (families_.empty()) return false;
    if (given_name_of_somebody(scene_, range) && families_.contains(fold(words_.text({range.last, range.last + 1}))))
      return true;
    const Index before = words_.before(range.first);
    return families_.contains(fold(words_.text(range))) &&
           !(before != none && words_.is(before, word_class::locative | word_class::towards));
  }

  bool capital_start(Range range) const {
    for (Index i = range.first; i < range.last; ++i)
      if (words_[i].shape != Shape::other && !words_.is(i, word_class::determiner)) return words_.name_like(i);
    return false;
  }

  // "Michael Jordan", "Chad Smith" where the language model or the shape saw a person
  bool part_of_person(Range range) const {
    const Index name = scene_.name_of[range.first];
    if (name == none) return false;
    const NameSpan& span = scene_.names[name];
    return span.kind == EntityKind::person && span.words.contains(range) && span.words.size() > range.size();
  }

  // The country of the place in "Tbilisi, Georgia".
  pack::ConceptId comma_place_before(Range range) const {
    const Index comma = words_.before(range.first);
    if (comma == none || words_[comma].text != ",") return pack::no_concept;
    const Candidate* before = scene_.candidate_at(comma - 1);
    if (!before) return pack::no_concept;
    for (const pack::Alias& alias : before->readings) {
      const pack::Concept& found = pack_.entry(alias.entry);
      if (found.kind == EntityKind::place && found.country != pack::no_concept) return found.country;
    }
    return pack::no_concept;
  }

  int person_score(Range range, const pack::Concept& found, const pack::Alias& alias) const {
    if (!capital_start(range)) return -100;
    const Index before = words_.before(range.first);
    const bool titled = before != none && words_.is(before, word_class::title);
    if (words_.is(range.first, word_class::month) && !titled &&
        (!certain_.contains(alias.entry) || stands_for_month(words_, range.first)))
      return -100;
    if (part_of_person(range)) return -100;
    int score = 50;
    if (titled)
      score += 25;
    else if (before != none && words_.name_like(before) && words_.is(before, word_class::given_name) &&
             scene_.draft.owner(before) == none)
      score -= 40; // somebody else of that family
    if (found.country != pack::no_concept && countries_.contains(found.country)) score += 8;
    if (in_office(found)) score += 6;
    score += found.tier == 'A' ? 0 : found.tier == 'B' ? -15 : -25;
    const Index after = words_.after(range.last - 1);
    if (after != none && words_.is(after, word_class::speech)) score += 5;
    return score;
  }

  bool in_office(const pack::Concept& person) const {
    const Date& day = scene_.document.published;
    if (day.empty()) return false;
    return std::any_of(person.offices.begin(), person.offices.end(), [&](const pack::Office& office) {
      return (office.from.empty() || office.from <= day) && (office.to.empty() || office.to >= day);
    });
  }

  int organisation_score(const Candidate& candidate, const pack::Concept& found, const pack::Alias& alias) const {
    const Range range = candidate.words;
    if (!capital_somewhere(range) || words_.credit(range.first) || credits(range)) return -100;
    if (words_.is(range.last - 1, word_class::body) && qualifies_next(scene_, range)) return -100;
    if (range.last + 1 < words_.size() && words_[range.last].glued && words_[range.last].text == "-" &&
        words_[range.last + 1].shape == Shape::number)
      return -100; // "MiG-29": a designation, not the maker
    int score = 50;
    const bool capitals = range.size() == 1 && words_[range.first].shape == Shape::capitals;
    if (alias.ambiguous && capitals && candidate.readings.size() == 1) score += 10;
    if (capitals && among_capitals(range)) score -= 40;
    if (alias.kind == AliasKind::acronym && range.size() == 1 && words_[range.first].shape == Shape::capitalised &&
        words_[range.first].text.size() < 4)
      return -100; // "Let" is a verb before it is an acronym
    if (range.size() > 1) score += 10;
    if (found.country != pack::no_concept && countries_.contains(found.country)) score += 6;
    if (names_agree(range, EntityKind::org)) score += 8;
    if (part_of_person(range)) score -= 60;
    return score;
  }

  bool among_capitals(Range range) const { // a word of a shouted line: "FOX NEWS APP"
    const auto shouted = [&](Index i) {
      return i != none && words_[i].shape == Shape::capitals && words_[i].text.size() > 3;
    };
    return shouted(words_.before(range.first)) || shouted(words_.after(range.last - 1));
  }

  // The agency that a dateline or a picture names: "(AP)", "Jane Doe/AFP".
  bool credits(Range range) const {
    if (scene_.text.header.dateline_clean.contains(words_.bytes(range))) return true;
    const Index last = range.last;
    const bool bracketed = range.first > 0 && last < words_.size() &&
                           (words_[last].text == ")" || words_[last].text == "]") &&
                           (words_[range.first - 1].text == "(" || words_[range.first - 1].text == "[");
    if (bracketed && !scene_.candidate_at(words_.before(range.first - 1))) return true;
    const Index before = words_.before(range.first);
    if (before != none && words_.lower_is(before, "via")) return true;
    if (words_.starts_sentence(range.first) && words_[range.first].shape == Shape::capitals && last < words_.size() &&
        !words_[last].glued && (words_[last].text == "-" || words_[last].text == "--"))
      return true;
    const bool slash_before = range.first > 0 && words_[range.first].glued && words_[range.first - 1].text == "/";
    const bool slash_after = last < words_.size() && words_[last].glued && words_[last].text == "/";
    return slash_before || slash_after;
  }

  bool names_agree(Range range, EntityKind kind) const {
    const Index name = scene_.name_of[range.first];
    return name != none && scene_.names[name].kind == kind && scene_.names[name].words.overlaps(range);
  }

  int place_score(Range range, const pack::Concept& found) const {
    if (!capital_start(range) || words_.is(range.first, word_class::month) || part_of_person(range)) return -100;
    if (fills_line(range)) return -100;
    int score = 48;
    const Index before = words_.before(range.first), after = words_.after(range.last - 1);
    if (families_.contains(fold(words_.text(range))) && !(before != none && words_.is(before, word_class::locative)))
      score -= 40;
    if (after == range.last && words_.name_like(after) && words_.is(after, word_class::head) &&
        !words_[range.last - 1].possessive)
      score -= 30;
    if (before != none && words_.is(before, word_class::locative | word_class::towards)) score += 12;
    if (before != none && words_.is(before, word_class::title)) score -= 25;
    if (after != none && words_.is(after, word_class::area)) score += 12;
    if (found.country != pack::no_concept && countries_.contains(found.country)) score += 8;
    if (found.country != pack::no_concept && comma_place_before(range) == found.country) score += 25;
    if (names_agree(range, EntityKind::place)) score += 8;
    for (std::uint64_t people = found.population; people >= 100'000; people /= 10) ++score;
    return score;
  }

  bool fills_line(Range range) const { // the name of a page or section: "Middle East"
    const Range line = words_.sentence_of(range.first);
    return line.first == range.first && line.last == range.last &&
           scene_.text.sentences[words_.sentence_index(range.first)].title;
  }

  int munition_score(const Candidate& candidate, const pack::Concept& found, const pack::Alias& alias) const {
    const Range range = candidate.words;
    if (part_of_person(range)) return -100;
    if (found.generic) return generic_score(range, alias);
    if (!capital_or_mixed(range))
      return alias.exact_case ? 40 : alias.ambiguous || range.size() > 1 ? -100 : 40; // "sarin"
    const bool digits =
        std::any_of(words_.text(range).begin(), words_.text(range).end(), [](char c) { return c >= '0' && c <= '9'; });
    int score = digits ? 60 : 45;
    const Index before = words_.before(range.first), after = words_.after(range.last - 1);
    if (munition_at(after)) score += 30;
    if (arms_ && is_plural_of_name(range, found)) score += 5;
    if (before != none && (words_[before].shape == Shape::number || munition_at(before))) score += 10;
    return score;
  }

  // "the Chinooks": in a text that names arms, several of one name are no wind.
  bool is_plural_of_name(Range range, const pack::Concept& found) const {
    const std::string word = fold(words_.text(range));
    if (range.size() != 1 || word.size() < 4 || word.back() != 's') return false;
    const std::string label = fold(found.label), one = word.substr(0, word.size() - 1);
    const std::size_t at = label.find(one);
    return at != std::string::npos && (at == 0 || label[at - 1] == ' ') &&
           (at + one.size() == label.size() || label[at + one.size()] == ' ');
  }

  // "F-16" and "9M14" are designations, "at 3" and "a 10-year term" are none.
  bool capital_or_mixed(Range range) const {
    if (words_.is(range.first, word_class::function) && range.size() > 1 && !words_[range.first + 1].glued)
      return false;
    for (Index i = range.first; i < range.last; ++i) {
      if (words_.name_like(i)) return true;
      if (words_[i].shape == Shape::number &&
          words_[i].text.find_first_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") !=
              std::string_view::npos)
        return true;
    }
    return false;
  }

  int generic_score(Range range, const pack::Alias& alias) const {
    if (!used_as_noun(range) || only_concerns(range) || ends_description(range)) return -100;
    if (!alias.ambiguous) return 50;
    return in_list_of_munitions(range) ? 60 : 0;
  }

  // "satellite images", "an arms race": the thing itself is not there.
  bool only_concerns(Range range) const {
    const Index last = range.last - 1, next = words_.after(last);
    if (next != range.last || words_[next].glued || words_[last].possessive || words_[next].shape != Shape::lower ||
        !scene_.vocabulary.is_concern(fold(words_[next].text)))
      return false;
    const language::Token* token = words_.token(last);
    return !token || token->head > words_[last].token;
  }

  // The "tank" of a "think tank" and a "think-tank"
  bool ends_description(Range range) const {
    Index first = words_.before(range.first);
    if (first != none && words_[first].text == "-") first = words_.before(first);
    if (first == none || !words_.is(first, word_class::description)) return false;
    const auto* phrases = scene_.vocabulary.phrases_from(fold(words_[first].text));
    return phrases && std::any_of(phrases->begin(), phrases->end(), [&](const Phrase& phrase) {
             return phrase.description && phrase.words.size() == 2 && range.size() == 1 &&
                    words_.lower_is(range.first, phrase.words.back());
           });
  }

  // A thing that is a munition only in company ("trucks", "fuel", "equipment"): a plain one stands beside it, with
  // nothing but commas, "and", "or", "of", "for" and modifiers between.
  bool in_list_of_munitions(Range range) const {
    const auto plain_munition = [&](Index i) {
      const Candidate* candidate = scene_.candidate_at(i);
      if (!candidate || candidate->words.overlaps(range)) return false;
      return std::any_of(candidate->readings.begin(), candidate->readings.end(), [&](const pack::Alias& other) {
        return pack_.entry(other.entry).kind == EntityKind::munition && !other.ambiguous;
      });
    };
    const auto ends_list = [&](Index i) {
      if (words_[i].shape == Shape::other)
        return words_[i].text != "," && words_[i].text != "-" && words_[i].text != ";";
      if (const language::Token* token = words_.token(i); token && token->pos == "VERB" && token->dep != "amod")
        return true;
      const bool joint = words_.lower_is(i, "and") || words_.lower_is(i, "or") || words_.lower_is(i, "of") ||
                         words_.lower_is(i, "for") || words_.lower_is(i, "the") || words_.lower_is(i, "other") ||
                         words_.lower_is(i, "more") || words_.lower_is(i, "including");
      return !joint && words_.is(i, word_class::function | word_class::verb | word_class::speech);
    };
    Index at = words_.before(range.first);
    for (int steps = 0; at != none && steps < 8 && !ends_list(at); ++steps, at = words_.before(at))
      if (plain_munition(at)) return true;
    at = words_.after(range.last - 1);
    for (int steps = 0; at != none && steps < 8 && !ends_list(at); ++steps, at = words_.after(at))
      if (plain_munition(at)) return true;
    return false;
  }

  bool munition_at(Index word) const {
    const Candidate* candidate = scene_.candidate_at(word);
    return candidate && scene_.has_reading(*candidate, EntityKind::munition);
  }

  // "Judge Cannon", "a Shell station": inside of a sentence one capital makes a class of things a name of its own.
  bool is_proper(Range range, const language::Token* token) const {
    const auto plain = [&](Index i) { return i == none || !words_.name_like(i) || words_.is(i, word_class::title); };
    return range.size() == 1 && words_[range.first].shape == Shape::capitalised && (!token || token->tag == "NNP") &&
           !words_.starts_sentence(range.first) && !words_.headline(range.first) && plain(words_.before(range.first)) &&
           plain(words_.after(range.first));
  }

  // "to arm", "rockets past", "a mine of his", "in her arms" are no weapons.
  bool used_as_noun(Range range) const {
    const Index before = words_.before(range.first);
    if (range.size() == 1 && before != none && words_.is(before, word_class::possessor) &&
        words_.is(range.first, word_class::bodily))
      return false;
    const language::Token* token = words_.token(range.last - 1);
    if (is_proper(range, token)) return false;
    if (!token) return true;
    const language::Token* first = words_.token(range.first);
    if (first && first != token && first->pos == "VERB" && first->dep != "amod") return false; // "to pick up"
    if (token->pos == "ADJ" && range.size() == 1) return false; // "explosive devices", "a technical fault"
    return token->pos != "VERB" && token->pos != "PRON" && token->pos != "AUX" && token->pos != "ADV";
  }

  Scene& scene_;
  const Words& words_;
  const pack::Pack& pack_;
  std::unordered_set<pack::ConceptId> certain_;
  bool arms_ = false; // the text names some beyond doubt
  std::unordered_set<pack::ConceptId> countries_;
  std::unordered_set<std::string> families_; // of the persons named in full
};

} // namespace

void link_candidates(Scene& scene) { Decider(scene).run(); }

} // namespace stemma::link
