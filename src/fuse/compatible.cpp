#include "fuse/compatible.hpp"

#include "fuse/last_named.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace stemma::fuse {

namespace {

// A report without a date tells of the days before it was published; a plan lies ahead; what goes on has been going on.
constexpr Day days_planned_ahead = 365;
constexpr Day days_going_on = 90;
// Counts of one event differ while it is fresh.
constexpr Day days_of_revision = 7;
constexpr double largest_revision = 2.5; // times

bool meets(const Actors& a, const Actors& b, const auto& related) {
  return std::any_of(a.begin(), a.end(), [&](EntityNumber x) {
    return std::any_of(b.begin(), b.end(), [&](EntityNumber y) { return related(x, y); });
  });
}

// Every one of the fewer is among the more.
bool within(const Actors& a, const Actors& b, const auto& related) {
  const Actors& few = a.size() <= b.size() ? a : b;
  const Actors& many = a.size() <= b.size() ? b : a;
  return std::all_of(few.begin(), few.end(), [&](EntityNumber x) {
    return std::any_of(many.begin(), many.end(), [&](EntityNumber y) { return related(x, y); });
  });
}

// In lower case, without the "s" of the plural: "FK-3 missiles" is "fk-3" and "missile".
std::set<std::string> words_of(const std::string& name) {
  std::set<std::string> out;
  std::string word;
  const auto take = [&] {
    if (word.size() > 3 && word.back() == 's') word.pop_back();
    if (!word.empty()) out.insert(std::move(word));
    word.clear();
  };
  for (const char c : name) {
    if (c == ' ')
      take();
    else
      word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  take();
  return out;
}

double size_of(const EventQuantity& quantity) {
  return quantity.max ? *quantity.max : quantity.min ? *quantity.min : 0;
}

} // namespace

Relations::Relations(const Corpus& corpus, const std::vector<EntityNumber>& group) : group_(group) {
  const auto& entities = corpus.entities();
  state_.resize(entities.size());
  for (EntityNumber e = 0; e < entities.size(); ++e) {
    const NotedEntity& entity = entities[e];
    const bool stands_for_state =
        entity.country != none && (entity.kind == EntityKind::place || entity.kind == EntityKind::person ||
                                   (entity.kind == EntityKind::org && corpus.knowledge().acts_for_state(entity.type)));
    state_[e] = stands_for_state ? group_[entity.country] : group_[e];
    if (entity.kind != EntityKind::munition) continue;
    if (entity.linked) add_broader(corpus, e);
    words_.emplace(e, words_of(entity.label));
  }
}

void Relations::add_broader(const Corpus& corpus, EntityNumber entity) {
  std::set<EntityNumber>& above = broader_[entity];
  std::vector<Iri> open = corpus.knowledge().broader(corpus.entities()[entity].id);
  std::set<Iri> seen;
  while (!open.empty()) {
    const Iri next = std::move(open.back());
    open.pop_back();
    if (!seen.insert(next).second) continue;
    if (const EntityNumber number = corpus.find_entity(next); number != none) above.insert(number);
    for (Iri& further : corpus.knowledge().broader(next)) open.push_back(std::move(further));
  }
}

bool Relations::related(EntityNumber a, EntityNumber b) const {
  if (group_[a] == group_[b]) return true;
  return state_[a] == group_[b] || state_[b] == group_[a];
}

bool Relations::same_kind_of_thing(EntityNumber a, EntityNumber b) const {
  if (group_[a] == group_[b]) return true;
  const auto is_above = [&](EntityNumber low, EntityNumber high) {
    const auto found = broader_.find(low);
    return found != broader_.end() && found->second.count(high) > 0;
  };
  return is_above(a, b) || is_above(b, a) || words_within(a, b);
}

// "S-300 missiles" are the S-300, and "FK-3 surface-to-air missiles" FK-3 missiles: where one of them is known by its
// words only, all words of one stand in the other's.
bool Relations::words_within(EntityNumber a, EntityNumber b) const {
  if (broader_.count(a) > 0 && broader_.count(b) > 0) return false;
  const auto mine = words_.find(a), theirs = words_.find(b);
  if (mine == words_.end() || theirs == words_.end() || mine->second.empty() || theirs->second.empty()) return false;
  return std::includes(mine->second.begin(), mine->second.end(), theirs->second.begin(), theirs->second.end()) ||
         std::includes(theirs->second.begin(), theirs->second.end(), mine->second.begin(), mine->second.end());
}

bool exclude(const EventQuantity& a, const EventQuantity& b) {
  return (a.max && b.min && *a.max < *b.min) || (b.max && a.min && *b.max < *a.min);
}

bool is_open(const Report& report) { return report.status == Status::ongoing && !report.time; }

Day SharedTraits::earliest(const Report& report, const NotedDocument& document) {
  if (report.time) return report.from;
  if (!document.dated()) return day_before_all;
  return document.first - (report.status == Status::ongoing ? days_going_on : report.told_within);
}

Day SharedTraits::latest(const Report& report, const NotedDocument& document) {
  if (report.time && report.to != day_after_all) return report.to;
  if (!document.dated()) return day_after_all;
  if (ahead(report.status)) return report.time ? day_after_all : document.last + days_planned_ahead;
  return std::max(document.last, report.time ? report.from : day_before_all);
}

bool SharedTraits::admits(const Report& report) const {
  return report.type == type_ && admits_document(report) && admits_time(report) && admits_status(report) &&
         admits_side(first_, report.first, report.second.empty() && !second_.filled) &&
         admits_side(second_, report.second, false) && admits_things(report) && admits_places(report) &&
         admits_quantities(report);
}

bool SharedTraits::tells(DocumentNumber document) const {
  const auto found = std::lower_bound(documents_.begin(), documents_.end(), std::pair(document, std::string()));
  return found != documents_.end() && found->first == document;
}

// What one document tells apart stays apart; an assertion and its denial are about the same, and so are the headline
// and what stands below it.
bool SharedTraits::admits_document(const Report& report) const {
  const auto found = std::lower_bound(documents_.begin(), documents_.end(), std::pair(report.document, std::string()));
  if (found == documents_.end() || found->first != report.document) return true;
  if (!report.about.empty() && found->second == report.about) return true;
  const auto known = std::lower_bound(tellings_.begin(), tellings_.end(), report.document, comes_before);
  return known != tellings_.end() && known->document == report.document && known->headline != report.headline &&
         known->happened == happened(report.status);
}

bool SharedTraits::admits_side(const Side& side, const Actors& actors, bool all) const {
  if (!side.filled || actors.empty()) return true;
  const auto related = [&](EntityNumber a, EntityNumber b) { return relations_->related(a, b); };
  return all ? within(side.common, actors, related) : meets(side.common, actors, related);
}

bool SharedTraits::admits_things(const Report& report) const {
  if (report.items.empty()) return true;
  return std::all_of(items_.begin(), items_.end(), [&](const Actors& items) {
    return meets(items, report.items,
                 [&](EntityNumber a, EntityNumber b) { return relations_->same_kind_of_thing(a, b); });
  });
}

bool SharedTraits::admits_places(const Report& report) const {
  if (report.places.empty()) return true;
  return std::all_of(places_.begin(), places_.end(), [&](const Actors& places) {
    return meets(places, report.places, [&](EntityNumber a, EntityNumber b) { return relations_->related(a, b); });
  });
}

bool SharedTraits::admits_time(const Report& report) const {
  const NotedDocument& told = document(report);
  const Day from = earliest(report, told), to = latest(report, told);
  if (is_open(report)) return !dated_ || (to_ >= from && from_ <= to);
  if (dated_ && (to < from_ || to_ < from)) return false;
  if (open_first_ > open_last_) return true; // nobody says without a date that it goes on
  return to >= open_last_ - days_going_on && from <= open_first_;
}

// What has happened is not planned afterwards: that is another one.
bool SharedTraits::admits_status(const Report& report) const {
  const NotedDocument& told = document(report);
  if (!told.dated()) return true;
  if (ahead(report.status)) return told.first <= happened_by_;
  return !happened(report.status) || told.first >= ahead_until_;
}

bool SharedTraits::admits_quantities(const Report& report) const {
  for (std::size_t q = 0; q < report.quantities.size(); ++q) {
    const EventQuantity& quantity = report.quantities[q];
    const bool excluded = std::any_of(quantities_.begin(), quantities_.end(), [&](const Counted& counted) {
      return same_measure(quantity, report.counted[q], counted) && exclude(quantity, counted.quantity) &&
             !may_differ(quantity, report, counted);
    });
    if (excluded) return false;
  }
  return true;
}

// Sums in one currency, or numbers of the same things. A number of something else ("killed four") is no measure of the
// event: such counts change for weeks.
bool SharedTraits::same_measure(const EventQuantity& a, EntityNumber of_a, const Counted& b) const {
  if (a.unit != b.quantity.unit) return false;
  return !a.unit.empty() || (of_a != none && b.of != none && relations_->same_kind_of_thing(of_a, b.of));
}

// Numbers that exclude each other may still be one event's: a copy with another number, a larger sum told later, a
// first count and its correction.
bool SharedTraits::may_differ(const EventQuantity& quantity, const Report& report, const Counted& counted) const {
  if ((*lineages_)[report.document] == (*lineages_)[counted.document]) return true;
  const Day published = document(report).first;
  const double now = size_of(quantity), before = size_of(counted.quantity);
  const auto raises = [&](const Counted& other) {
    return published > other.published && now > size_of(other.quantity) && !quantity.additional;
  };
  if (raises(counted) && (quantity.cumulative || counted.quantity.cumulative)) return true;
  // Who raised his own number counted on from what others may have told after him.
  const auto is_own = [&](const Counted& other) {
    return raises(other) && published - other.published <= report.told_within && other.of != none &&
           on_same_word(report, other);
  };
  if (raises(counted) && std::any_of(quantities_.begin(), quantities_.end(), is_own)) return true;
  if (std::abs(published - counted.published) > days_of_revision) return false;
  const double small = std::min(now, before), large = std::max(now, before);
  return small > 0 && large <= largest_revision * small;
}

// Who said five hundred thousand and says a million now has counted on.
bool SharedTraits::on_same_word(const Report& report, const Counted& counted) const {
  return !counted.bodies.empty() && meets(counted.bodies, bodies(report), std::equal_to<>());
}

Actors SharedTraits::bodies(const Report& report) const {
  Actors out;
  for (const auto& chain : report.chains)
    if (const EntityNumber body = last_named(*corpus_, *relations_, chain);
        body != none && !corpus_->entities()[body].is_wire)
      out.push_back(body);
  std::sort(out.begin(), out.end());
  return out;
}

void SharedTraits::narrow(Side& side, const Actors& actors) const {
  if (actors.empty()) return;
  if (!side.filled) {
    side.filled = true;
    side.common = actors;
    return;
  }
  Actors kept;
  for (const EntityNumber mine : side.common)
    for (const EntityNumber theirs : actors)
      if (relations_->related(mine, theirs)) {
        // The narrower of two related ones is the stricter: a town rather than its country.
        kept.push_back(relations_->state_of(theirs) == relations_->group(mine) ? theirs : mine);
        break;
      }
  side.common = std::move(kept);
}

void SharedTraits::add(const Report& report) {
  type_ = report.type;
  const auto counterpart = std::lower_bound(tellings_.begin(), tellings_.end(), report.document, comes_before);
  if (counterpart != tellings_.end() && counterpart->document == report.document)
    tellings_.erase(counterpart); // headline and text are both here
  else if (!tells(report.document))
    tellings_.insert(counterpart, {report.document, report.headline, happened(report.status)});
  const std::pair about(report.document, report.about);
  documents_.insert(std::upper_bound(documents_.begin(), documents_.end(), about), about);
  narrow(first_, report.first);
  narrow(second_, report.second);
  const auto note = [](std::vector<Actors>& all, const Actors& actors) {
    if (!actors.empty() && std::find(all.begin(), all.end(), actors) == all.end()) all.push_back(actors);
  };
  note(items_, report.items);
  note(places_, report.places);
  const NotedDocument& told = document(report);
  if (is_open(report)) {
    open_first_ = std::min(open_first_, told.last);
    open_last_ = std::max(open_last_, told.first);
  } else {
    dated_ = true;
    from_ = std::max(from_, earliest(report, told));
    to_ = std::min(to_, latest(report, told));
  }
  if (told.dated() && happened(report.status)) happened_by_ = std::min(happened_by_, told.first);
  if (told.dated() && ahead(report.status)) ahead_until_ = std::max(ahead_until_, told.first);
  const Actors speaking = report.quantities.empty() ? Actors() : bodies(report);
  for (std::size_t q = 0; q < report.quantities.size(); ++q) {
    const EventQuantity& quantity = report.quantities[q];
    const bool known = std::any_of(quantities_.begin(), quantities_.end(), [&](const Counted& other) {
      return other.quantity.unit == quantity.unit && other.of == report.counted[q] &&
             other.quantity.min == quantity.min && other.quantity.max == quantity.max && other.bodies == speaking;
    });
    if (!known) quantities_.push_back({quantity, report.counted[q], report.document, told.first, speaking});
  }
}

} // namespace stemma::fuse
