// A name that a constituent state shares with a country or a capital ("Georgia", "Washington"): which is meant?

#include "link/scene.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace stemma::link {

namespace {

class States {
public:
  explicit States(Scene& scene) : scene_(scene), words_(scene.words), pack_(scene.pack) {}

  void run() {
    for (Index c = 0; c < scene_.candidates.size(); ++c) {
      const Candidate& candidate = scene_.candidates[c];
      const std::size_t state = state_reading(candidate);
      if (state == candidate.readings.size() || !words_.name_like(candidate.words.first)) continue;
      const pack::ConceptId id = candidate.readings[state].entry;
      shared_.push_back({c, state});
      if (has_sign(candidate, id)) signed_.push_back(c), ++signs_[id];
    }
    if (shared_.empty()) return;
    for (const auto& [c, state] : shared_) {
      Candidate& candidate = scene_.candidates[c];
      const bool by_itself = std::binary_search(signed_.begin(), signed_.end(), c);
      if (!by_itself && !(signs_.contains(candidate.readings[state].entry) && spreads(candidate))) continue;
      candidate.readings = candidate.readings.subspan(state, 1);
      candidate.settled = true;
    }
  }

private:
  // The place in the readings, if another one is a country; else their number.
  std::size_t state_reading(const Candidate& candidate) const {
    const std::size_t count = candidate.readings.size();
    if (count < 2 || !scene_.has_reading(candidate, EntityKind::country)) return count;
    for (std::size_t r = 0; r < count; ++r) {
      const pack::Concept& found = pack_.entry(candidate.readings[r].entry);
      if (found.kind == EntityKind::place && found.place_kind == state_kind) return r;
    }
    return count;
  }

  static bool is_capital(const Candidate& candidate) {
    return std::any_of(candidate.readings.begin(), candidate.readings.end(),
                       [](const pack::Alias& alias) { return alias.kind == pack::AliasKind::capital; });
  }

  bool has_sign(const Candidate& candidate, pack::ConceptId state) const {
    return town_before(candidate, state) || called_state(candidate, state) || office_beside(candidate) ||
           among_states(candidate);
  }

  // Once the text has spoken of the state, the bare name is the state as well, if nothing else speaks of the country.
  // A capital stays one: the same text can say what the government there did.
  bool spreads(const Candidate& candidate) const {
    if (is_capital(candidate)) return false;
    for (const pack::Alias& alias : candidate.readings)
      if (pack_.entry(alias.entry).kind == EntityKind::country && named_otherwise(alias.entry)) return false;
    return true;
  }

  bool named_otherwise(pack::ConceptId country) const { // by its people, its capital
    return std::any_of(scene_.candidates.begin(), scene_.candidates.end(), [&](const Candidate& candidate) {
      return candidate.readings.size() == 1 && words_.name_like(candidate.words.first) &&
             (candidate.readings.front().entry == country ||
              (candidate.readings.front().kind == pack::AliasKind::name &&
               pack_.entry(candidate.readings.front().entry).country == country));
    });
  }

  // "Savannah, Georgia": a town of the same federation that lies there.
  bool town_before(const Candidate& candidate, pack::ConceptId state) const {
    const Index comma = words_.before(candidate.words.first);
    if (comma == none || words_[comma].text != ",") return false;
    const Candidate* town = scene_.candidate_at(words_.before(comma));
    return town && std::any_of(town->readings.begin(), town->readings.end(), [&](const pack::Alias& alias) {
             const pack::Concept& found = pack_.entry(alias.entry);
             return found.kind == EntityKind::place && found.country == pack_.entry(state).country &&
                    near(found, pack_.entry(state));
           });
  }

  // Within the size of a state; the pack knows where towns lie, not to which state they belong.
  static bool near(const pack::Concept& town, const pack::Concept& state) {
    constexpr double size_km = 500, km_of_degree = 111, radians_of_degree = 0.0174533;
    if (!town.latitude || !town.longitude || !state.latitude || !state.longitude) return false;
    const double north = (*town.latitude - *state.latitude) * km_of_degree;
    const double east =
        (*town.longitude - *state.longitude) * km_of_degree * std::cos(*state.latitude * radians_of_degree);
    return std::hypot(north, east) < size_km;
  }

  // "Washington state", "the state of Georgia", "Georgia, the U.S. state"
  bool called_state(const Candidate& candidate, pack::ConceptId state) const {
    const Index last = candidate.words.last - 1, after = words_.after(last),
                before = words_.before(candidate.words.first);
    if (words_[last].possessive) return false;
    if (after == last + 1 && !words_.glued(after) && words_.lower_is(after, "state") &&
        !words_.is(words_.after(after), word_class::head | word_class::body))
      return true;
    if (before != none && words_.lower_is(before, "of") && words_.lower_is(words_.before(before), "state") &&
        words_[before - 1].shape == Shape::lower && !words_.lower_is(words_.before(before - 1), "of"))
      return true;
    if (after == none || words_[after].text != ",") return false;
    bool own = false; // the adjective of its country
    Index at = words_.after(after);
    for (int steps = 0; at != none && steps < 9 && words_[at].text != ","; ++steps, at = words_.after(at)) {
      own = own || scene_.country_at(at) == pack_.entry(state).country;
      if (own && words_.lower_is(at, "state")) return true;
    }
    return false;
  }

  // "Georgia Governor", "Georgia's governor", "the governor of Georgia", "Sen. Ann Doe of Georgia"
  bool office_beside(const Candidate& candidate) const {
    const bool capital = is_capital(candidate);
    const Index after = words_.after(candidate.words.last - 1);
    const bool possessive = words_[candidate.words.last - 1].possessive;
    if (office_at(after, !capital && !possessive)) return true;
    const Index before = words_.before(candidate.words.first);
    if (before == none || possessive || !(words_.lower_is(before, "of") || words_.lower_is(before, "from")))
      return false;
    Index at = words_.before(before);
    for (int steps = 0; at != none && steps < 6; ++steps, at = words_.before(at)) {
      if (office_at(at, !capital) || office_at(words_.before(at), !capital)) return true; // "attorney general"
      if (!words_.name_like(at) && words_[at].text != ".") return false;
    }
    return false;
  }

  bool office_at(Index word, bool groups) const {
    if (word == none) return false;
    const auto* phrases = scene_.vocabulary.state_signs_from(fold(words_[word].text));
    return phrases && std::any_of(phrases->begin(), phrases->end(), [&](const Phrase& phrase) {
             return (groups || !phrase.group) && phrase_holds(scene_, phrase, word);
           });
  }

  // "Florida, Georgia and Alabama"; beside a capital that shares the name two other states are wanted, since a state
  // can have a quarrel with the government there.
  bool among_states(const Candidate& candidate) const {
    unsigned states = 0;
    const auto joint = [&](Index i) {
      return i != none && (words_[i].text == "," || words_.lower_is(i, "and") || words_.lower_is(i, "or"));
    };
    Index at = words_.before(candidate.words.first);
    for (int steps = 0; steps < 4 && joint(at); ++steps) {
      if (words_.before(at) != none && joint(words_.before(at))) at = words_.before(at); // ", and"
      const Candidate* other = scene_.candidate_at(words_.before(at));
      if (!other || !is_state(*other)) break;
      ++states;
      at = words_.before(other->words.first);
    }
    at = words_.after(candidate.words.last - 1);
    for (int steps = 0; steps < 4 && joint(at); ++steps) {
      if (words_.after(at) != none && joint(words_.after(at))) at = words_.after(at);
      const Candidate* other = scene_.candidate_at(words_.after(at));
      if (!other || !is_state(*other)) break;
      ++states;
      at = words_.after(other->words.last - 1);
    }
    return states >= (is_capital(candidate) ? 2u : 1u);
  }

  bool is_state(const Candidate& candidate) const {
    return words_.name_like(candidate.words.first) && !scene_.has_reading(candidate, EntityKind::country) &&
           std::any_of(candidate.readings.begin(), candidate.readings.end(),
                       [&](const pack::Alias& alias) { return pack_.entry(alias.entry).place_kind == state_kind; });
  }

  struct Shared {
    Index candidate;
    std::size_t state; // in its readings
  };

  Scene& scene_;
  const Words& words_;
  const pack::Pack& pack_;
  std::vector<Shared> shared_;
  std::vector<Index> signed_; // candidates, in order
  std::map<pack::ConceptId, unsigned> signs_;
};

} // namespace

void settle_states(Scene& scene) { States(scene).run(); }

} // namespace stemma::link
