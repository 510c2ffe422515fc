#pragma once
// Expressions of time, found in the words of a text and turned into intervals of days.
//
// What a bare "on Thursday" or "in March" means depends on whether the event lies behind or ahead of the day of
// publication, which the words do not say: an expression is found first, and resolved once the event is known.

#include "extract/calendar.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stemma::extract {

enum class Direction { past, future, unknown };

// What an expression is counted from.
struct TimeAnchor {
  Day published;
  Direction direction = Direction::unknown; // of the event that is dated
  bool happened = true;                     // a span that holds the day of publication ends on it
  std::optional<Interval> told;             // what the text dated last: "two days later", "since then"
};

enum class TimePrecision { day, week, month, season, year, decade, vague };

// The grammar's outcome before it is counted; which of the fields count is the form's business.
struct TimeExpression {
  enum class Form {
    date,         // year, month, day as far as given
    weekday,      // `number` 0 Monday … 6 Sunday
    relative_day, // `number` days from publication: yesterday -1
    overnight,
    night_to_weekday, // "overnight into Wednesday": `number` as for `weekday`
    unit,             // `unit` at `number` units from now: "last month" -1, "this week" 0
    span,             // the last (`number` < 0) or next `number` units
    ago,              // `number` units before publication
    offset,           // `number` units from the time told last: "two days later"
    told,             // the time told last, or its `unit`: "since then", "that year"
    within,           // at most `number` units from now: "within 48 hours"
    ahead,            // `number` units from now, of what lies ahead: "in two weeks"
    lasting,          // since `number` units, of what goes on: "for two weeks", "on its third day"
    recent,           // "in recent weeks": open start, ends with publication
    coming,           // "in the coming months": starts with publication, open end
    season,           // `number` 0 spring … 3 winter, `year`
    quarter,          // `number` 1…4; half years 5, 6; `year`
    fiscal_year,      // `year`
    decade            // `year` first of it
  };
  enum class Unit { day, week, month, year, decade, weekend };
  enum class Part { whole, early, middle, late, start, end, earlier, later };
  enum class Edge { at, since, from, until, before, after };

  std::uint32_t first = 0, last = 0; // words [first, last), the preposition included
  Form form = Form::date;
  Edge edge = Edge::at;
  Part part = Part::whole;
  Unit unit = Unit::day;
  int number = 0;
  std::optional<int> year;
  std::optional<int> month; // 1…12
  std::optional<int> day;
  std::optional<int> last_day, last_year; // of "24-25 April", "2018-2022"
  int relative_year = 0;                  // "7 October last year": -1; only with `has_relative_year`
  bool has_relative_year = false;
  bool of_told_year = false; // "June of that year": the year told last
  int shift = 0;             // "last Friday" -1, "next Friday" +1, "this Friday" 0; with `has_shift`
  bool has_shift = false;
  std::vector<TimeExpression> upto; // "from May to July 2023": where the range ends; at most one
};

// Words are lower case, as the tokenizer cuts them. Expressions do not overlap; the longest wins; both ends of a range
// ("from 2018 to 2022", "between March and May") are one.
std::vector<TimeExpression> find_times(std::span<const std::string> words);

// Absent where the words alone say no day ("two days later" without a day told before, "in two weeks" of the past) and
// where a day of it lies outside the years 0001 to 9999.
std::optional<Interval> resolve(const TimeExpression& expression, const TimeAnchor& anchor);
TimePrecision precision(const TimeExpression& expression);

} // namespace stemma::extract
