#include "extract/time_expression.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using E = TimeExpression;
using std::chrono::days;

// Early, middle and late: thirds. Of a month by tens of days, of a year by four months, of a decade by three to four
// years, as careful readers take them.
Interval part_of(Interval whole, E::Part part, const TimeAnchor& anchor) {
  if (!whole.start || !whole.end || part == E::Part::whole) return whole;
  const Day s = *whole.start, e = *whole.end;
  const auto length = (e - s).count() + 1;
  const int y = year_of(s);
  switch (part) {
  case E::Part::earlier: return {s, std::min(e, anchor.published)};
  case E::Part::later: return {std::max(s, anchor.published), e};
  case E::Part::early:
    if (length > 3000) return years(y, y + 3);
    if (length > 300) return months(y, 1, 4);
    if (length > 20) return {s, s + days{9}};
    return {s, s + days{std::max<long>(0, length / 3 - 1)}};
  case E::Part::middle:
    if (length > 3000) return years(y + 4, y + 6);
    if (length > 300) return months(y, 5, 4);
    if (length > 20) return {s + days{10}, s + days{19}};
    return {s + days{length / 3}, s + days{2 * length / 3}};
  case E::Part::late:
    if (length > 3000) return years(y + 7, y + 9);
    if (length > 300) return months(y, 9, 4);
    if (length > 20) return {s + days{20}, e};
    return {s + days{2 * length / 3}, e};
  case E::Part::start:
    if (length > 300) return months(y, 1, 1);
    if (length > 20) return {s, s + days{9}};
    return {s, s};
  case E::Part::end:
    if (length > 300) return months(year_of(e), 12, 1); // of a decade its last year
    if (length > 20) return {e - days{9}, e};
    return {e, e};
  case E::Part::whole: break;
  }
  return whole;
}

int year_near(const E& x, const TimeAnchor& anchor, unsigned m) {
  const int y = year_of(anchor.published);
  const unsigned now = month_of(anchor.published);
  if (x.has_relative_year) return y + x.relative_year;
  if (x.has_shift && x.shift < 0) return m < now ? y : y - 1;
  if (x.has_shift && x.shift > 0) return m > now ? y : y + 1;
  if (x.has_shift) return y;
  if (anchor.direction == Direction::future) return m >= now ? y : y + 1;
  if (anchor.direction == Direction::unknown) return m > now + 6 ? y - 1 : m + 6 < now ? y + 1 : y; // the nearest
  return m <= now ? y : y - 1;
}

// "30 February": no such day, but the month is told.
Interval days_of(int y, unsigned m, int first, std::optional<int> last) {
  const auto whole = month(y, m);
  if (first > static_cast<int>(day_of(*whole.end))) return whole;
  return {day(y, m, static_cast<unsigned>(first)), day(y, m, static_cast<unsigned>(last.value_or(first)))};
}

// "24 June of that year"
Interval in_year(const E& x, int y) {
  const auto m = static_cast<unsigned>(*x.month);
  if (!x.day) return month(y, m);
  return days_of(y, m, *x.day, x.last_day);
}

std::optional<Interval> resolve_date(const E& x, const TimeAnchor& anchor) {
  if (!x.month) {
    if (!x.year) return std::nullopt;
    return years(*x.year, x.last_year.value_or(*x.year));
  }
  const auto m = static_cast<unsigned>(*x.month);
  const auto bare = !x.year && !x.has_relative_year && !x.has_shift;
  int y = x.year ? *x.year : year_near(x, anchor, m);
  if (x.of_told_year && anchor.told && anchor.told->start) return in_year(x, year_of(*anchor.told->start));
  if (!x.day) return month(y, m);
  const auto d = static_cast<unsigned>(*x.day);
  // A day without a year: the nearest one behind or ahead.
  if (bare && anchor.direction != Direction::future &&
      day(y, m, d) > anchor.published + days{anchor.direction == Direction::past ? 0 : 14})
    --y;
  if (bare && anchor.direction == Direction::future && day(y, m, d) < anchor.published) ++y;
  return days_of(y, m, *x.day, x.last_day);
}

Interval resolve_weekday(const E& x, const TimeAnchor& anchor) {
  const int today = static_cast<int>(weekday_of(anchor.published));
  const int back = (today - x.number + 7) % 7; // days since that weekday, 0 today
  if (x.has_shift && x.shift < 0) return one_day(anchor.published - days{back == 0 ? 7 : back});
  const bool ahead = (x.has_shift && x.shift > 0) || (anchor.direction == Direction::future);
  if (ahead) return one_day(anchor.published + days{back == 0 ? 0 : 7 - back});
  return one_day(anchor.published - days{back});
}

// "overnight into Wednesday"
Interval resolve_night(const E& x, const TimeAnchor& anchor) {
  const auto morning = *resolve_weekday(x, anchor).start;
  return {morning - days{1}, morning};
}

Interval unit_at(E::Unit unit, int shift, Day now) {
  switch (unit) {
  case E::Unit::day: return one_day(now + days{shift});
  case E::Unit::week: return week_of(now + days{7 * shift});
  case E::Unit::weekend: {
    const auto week = week_of(now + days{7 * shift});
    return {*week.start + days{5}, week.end};
  }
  case E::Unit::month: {
    const auto d = add_months(now, shift);
    return month(year_of(d), month_of(d));
  }
  case E::Unit::year: return year(year_of(now) + shift);
  case E::Unit::decade: {
    const int first = year_of(now) / 10 * 10 + 10 * shift;
    return years(first, first + 9);
  }
  }
  return one_day(now);
}

Day moved(Day from, E::Unit unit, int count) {
  switch (unit) {
  case E::Unit::day: return from + days{count};
  case E::Unit::week:
  case E::Unit::weekend: return from + days{7 * count};
  case E::Unit::month: return add_months(from, count);
  case E::Unit::year: return add_months(from, 12 * count);
  case E::Unit::decade: return add_months(from, 120 * count);
  }
  return from;
}

Interval resolve_unit(const E& x, const TimeAnchor& anchor) {
  const auto now = anchor.published;
  // "at the weekend" is the last one, unless the event lies ahead.
  const bool last_weekend =
      x.unit == E::Unit::weekend && x.number == 0 && anchor.direction != Direction::future && weekday_of(now) < 5;
  auto whole = unit_at(x.unit, last_weekend ? -1 : x.number, now);
  // Told on a Monday, "earlier this week" is the one that just went by.
  if (x.part == E::Part::earlier && x.unit == E::Unit::week && x.number == 0 && weekday_of(now) == 0)
    return unit_at(x.unit, -1, now);
  if (x.part != E::Part::whole) return part_of(whole, x.part, anchor);
  if (x.number == 0 && anchor.happened && whole.end && *whole.end > now) whole.end = now;
  return whole;
}

Interval resolve_season(const E& x, const TimeAnchor& anchor) {
  const auto first_month = static_cast<unsigned>(3 + 3 * x.number); // winter begins in December
  const unsigned m = first_month > 12 ? first_month - 12 : first_month;
  int y = x.year ? *x.year : year_near(x, anchor, m);
  if (!x.year && !x.has_relative_year && x.number == 3 && month_of(anchor.published) < 3 &&
      anchor.direction != Direction::future)
    y = year_of(anchor.published) - 1;
  return part_of(months(y, m, 3), x.part, anchor);
}

Interval resolve_ago(const E& x, const TimeAnchor& anchor) {
  const auto then = moved(anchor.published, x.unit, -x.number);
  switch (x.unit) {
  case E::Unit::month:
    if (x.number > 12 && x.number % 12 == 6) { // "two and a half years ago": give or take a season
      const auto first = add_months(then, -3);
      return months(year_of(first), month_of(first), 7);
    }
    return month(year_of(then), month_of(then));
  case E::Unit::year: return x.number == 1 ? month(year_of(then), month_of(then)) : year(year_of(then));
  case E::Unit::decade: return year(year_of(then));
  case E::Unit::week: return x.number == 1 ? one_day(then) : week_of(then); // several weeks are no count of days
  default: return one_day(then);
  }
}

// "two months later": as fine as the unit that counts.
std::optional<Interval> resolve_offset(const E& x, const TimeAnchor& anchor) {
  if (!anchor.told) return std::nullopt;
  const auto from = x.number > 0 ? anchor.told->end : anchor.told->start;
  if (!from) return std::nullopt;
  const auto then = moved(*from, x.unit, x.number);
  if (x.unit == E::Unit::month) return month(year_of(then), month_of(then));
  if (x.unit == E::Unit::year || x.unit == E::Unit::decade) return year(year_of(then));
  return one_day(then);
}

std::optional<Interval> resolve_told(const E& x, const TimeAnchor& anchor) {
  if (!anchor.told || !anchor.told->start) return std::nullopt;
  const auto start = *anchor.told->start;
  if (x.edge == E::Edge::since) return anchor.told;
  if (x.unit == E::Unit::day)
    return anchor.told->end == start ? std::optional(one_day(start + days{x.number})) : std::nullopt;
  if (anchor.told->end != start && x.unit == E::Unit::week) { // "the same week", within that month
    const bool narrow = x.number == 0 && anchor.told->end && *anchor.told->end - start < days{31};
    return narrow ? anchor.told : std::nullopt;
  }
  return unit_at(x.unit, x.number, start);
}

std::optional<Interval> resolve_core(const E& x, const TimeAnchor& anchor) {
  const auto now = anchor.published;
  switch (x.form) {
  case E::Form::date: {
    auto whole = resolve_date(x, anchor);
    if (!whole) return std::nullopt;
    return part_of(*whole, x.part, anchor);
  }
  case E::Form::weekday: return resolve_weekday(x, anchor);
  case E::Form::relative_day: return one_day(now + days{x.number});
  case E::Form::overnight: return Interval{now - days{1}, now};
  case E::Form::night_to_weekday: return resolve_night(x, anchor);
  case E::Form::unit: return resolve_unit(x, anchor);
  case E::Form::span:
    return x.number < 0 ? Interval{moved(now, x.unit, x.number), now} : Interval{now, moved(now, x.unit, x.number)};
  case E::Form::ago: return resolve_ago(x, anchor);
  case E::Form::offset: return resolve_offset(x, anchor);
  case E::Form::told: return resolve_told(x, anchor);
  case E::Form::within:
    if (anchor.direction == Direction::future) return Interval{now, moved(now, x.unit, x.number)};
    return std::nullopt;
  case E::Form::ahead: {
    if (anchor.direction != Direction::future) return std::nullopt;
    auto mirrored = x;
    mirrored.number = -x.number;
    return resolve_ago(mirrored, anchor);
  }
  case E::Form::lasting: return Interval{moved(now, x.unit, -x.number), now};
  case E::Form::recent: return Interval{std::nullopt, now};
  case E::Form::coming: return Interval{now, std::nullopt};
  case E::Form::season: return resolve_season(x, anchor);
  case E::Form::quarter: {
    int y = x.year ? *x.year : year_of(now) + x.relative_year;
    if (x.of_told_year && !x.year) { // "in the first quarter": the nearest one
      const bool begun = static_cast<unsigned>(3 * x.number - 2) <= month_of(now);
      if (!begun && anchor.direction != Direction::future) --y;
      if (begun && anchor.direction == Direction::future && static_cast<unsigned>(3 * x.number) < month_of(now)) ++y;
    }
    if (x.number > 4) return months(y, x.number == 5 ? 1 : 7, 6);
    return months(y, static_cast<unsigned>(3 * x.number - 2), 3);
  }
  case E::Form::fiscal_year:
    return months(*x.year - 1, 10, 12); // as the United States count, where the phrase is at home
  case E::Form::decade: return part_of(years(*x.year, *x.year + 9), x.part, anchor);
  }
  return std::nullopt;
}

} // namespace

namespace {

// "from May to July 2023": the year stands once; "November to March 2024" begins the year before.
std::optional<Interval> resolve_range(const TimeExpression& x, const TimeAnchor& anchor) {
  auto first = x;
  const auto& last = x.upto.front();
  first.upto.clear();
  if (last.form == E::Form::date && first.form == E::Form::date && !first.year && !first.has_relative_year) {
    first.year = last.year;
    first.has_relative_year = last.has_relative_year;
    first.relative_year = last.relative_year;
    if (first.month && last.month && *first.month > *last.month) {
      if (first.year) --*first.year;
      --first.relative_year;
    }
  }
  const auto start = resolve_core(first, anchor), end = resolve_core(last, anchor);
  if (!start || !end || !start->start || !end->end || *end->end < *start->start) return std::nullopt;
  return Interval{start->start, end->end};
}

std::optional<Interval> resolve_anywhen(const TimeExpression& x, const TimeAnchor& anchor) {
  if (!x.upto.empty()) return resolve_range(x, anchor);
  auto core = resolve_core(x, anchor);
  if (!core) return std::nullopt;
  const auto holds_today =
      core->start && core->end && *core->start <= anchor.published && anchor.published < *core->end;
  const bool ahead_by_form = x.form == E::Form::span && x.number > 0;
  if (x.edge == E::Edge::at && anchor.happened && holds_today && !ahead_by_form) core->end = anchor.published;
  const bool ahead = anchor.direction == Direction::future;
  if (x.edge == E::Edge::at && ahead && holds_today && x.part == E::Part::end) core->start = anchor.published;
  switch (x.edge) {
  case E::Edge::at: return core;
  case E::Edge::since: return Interval{core->start, anchor.published};
  case E::Edge::from: return x.last_day ? core : Interval{core->start, std::nullopt}; // "from 10 to 14 October"
  case E::Edge::until: {
    const bool a_day = core->start == core->end;
    if (a_day) return core; // "by Thursday": that day is what was set
    return Interval{ahead ? std::optional(anchor.published) : std::nullopt, core->end};
  }
  case E::Edge::before: return Interval{ahead ? std::optional(anchor.published) : std::nullopt, core->end};
  case E::Edge::after: return Interval{core->end, std::nullopt};
  }
  return core;
}

} // namespace

std::optional<Interval> resolve(const TimeExpression& x, const TimeAnchor& anchor) {
  auto found = resolve_anywhen(x, anchor);
  if (found && ((found->start && !is_writable(*found->start)) || (found->end && !is_writable(*found->end))))
    return std::nullopt;
  return found;
}

TimePrecision precision(const TimeExpression& x) {
  switch (x.form) {
  case E::Form::date: return x.day ? TimePrecision::day : x.month ? TimePrecision::month : TimePrecision::year;
  case E::Form::weekday:
  case E::Form::relative_day:
  case E::Form::overnight:
  case E::Form::night_to_weekday: return TimePrecision::day;
  case E::Form::unit:
  case E::Form::offset:
  case E::Form::told:
  case E::Form::within:
  case E::Form::ahead:
  case E::Form::lasting:
  case E::Form::ago:
  case E::Form::span:
    switch (x.unit) {
    case E::Unit::day: return TimePrecision::day;
    case E::Unit::week:
    case E::Unit::weekend: return TimePrecision::week;
    case E::Unit::month: return TimePrecision::month;
    case E::Unit::year: return TimePrecision::year;
    case E::Unit::decade: return TimePrecision::decade;
    }
    return TimePrecision::vague;
  case E::Form::recent:
  case E::Form::coming: return TimePrecision::vague;
  case E::Form::season:
  case E::Form::quarter: return TimePrecision::season;
  case E::Form::fiscal_year: return TimePrecision::year;
  case E::Form::decade: return TimePrecision::decade;
  }
  return TimePrecision::vague;
}

} // namespace stemma::extract
