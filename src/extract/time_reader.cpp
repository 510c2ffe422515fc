#include "extract/time_reader.hpp"

#include "extract/time_words.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace stemma::extract {

namespace {

using E = TimeExpression;

constexpr std::size_t longest_brief = 4; // letters of "sept"
constexpr int longest_brief_range = 12;  // years of "2018-22"
constexpr std::array<std::string_view, 3> full_and_short = {"may", "june", "july"};

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::optional<int> day_number(std::string_view w) {
  if (w.empty() || w[0] < '0' || w[0] > '9') return std::nullopt;
  if (const auto ordinal = ordinal_number(w); ordinal && w.size() > 2) return ordinal;
  if (w.size() > 2) return std::nullopt;
  const auto value = small_number(w);
  return value && *value >= 1 && *value <= 31 ? value : std::nullopt;
}

} // namespace

std::optional<TimeExpression> TimeReader::read() {
  read_edge();
  const bool has_edge = at_ > first_;
  accept("the");
  accept("just");
  accept("about") || accept("around");
  read_part_of_day_before();
  if (!read_core(has_edge)) return std::nullopt;
  if (!read_tail()) return std::nullopt;
  out_.first = first_;
  out_.last = at_;
  return out_;
}

void TimeReader::read_edge() {
  static constexpr std::array<std::string_view, 13> plain = {
      "in", "on", "at", "during", "over", "within", "for", "of", "throughout", "into", "between", "amid", "across"};
  const auto w = word();
  if (is_hour_of_a_day()) // "before dawn on Thursday": on that day
    ;
  else if (accept("as", "early", "as"))
    out_.edge = E::Edge::from;
  else if (accept("no", "earlier", "than") || accept("not", "earlier", "than") || accept("no", "sooner", "than") ||
           accept("not", "before"))
    out_.edge = E::Edge::from;
  else if (accept("as", "soon", "as") || accept("as", "recently", "as") || accept("as", "late", "as"))
    out_.edge = E::Edge::at;
  else if (accept("no", "later", "than") || accept("not", "later", "than") || accept("up", "until") ||
           accept("up", "to"))
    out_.edge = E::Edge::until;
  else if (accept("prior", "to") || accept("ahead", "of"))
    out_.edge = E::Edge::before;
  else {
    if (w == "since")
      out_.edge = E::Edge::since;
    else if (w == "from" || w == "starting" || w == "beginning")
      out_.edge = E::Edge::from;
    else if (w == "until" || w == "till" || w == "through" || w == "by" || w == "to")
      out_.edge = E::Edge::until;
    else if (w == "before")
      out_.edge = E::Edge::before;
    else if (w == "after")
      out_.edge = E::Edge::after;
    else if (!one_of(w, plain))
      return;
    ++at_;
    if (w == "starting" || w == "beginning") accept("in") || accept("on") || accept("from");
  }
  if (accept("at")) return; // "since at least 2014"
}

// "before dawn on", "shortly after midnight on", "just before noon": where a day follows.
bool TimeReader::is_hour_of_a_day() {
  const auto start = at_;
  accept("just") || accept("shortly") || accept("soon");
  if ((accept("before") || accept("after")) && is_part_of_day(word())) {
    ++at_;
    accept("on");
    if (weekday_number(word()) || month_number(word()) || word() == "yesterday" || word() == "today") return true;
  }
  at_ = start;
  return false;
}

// "the morning of May 10", "the early hours of Wednesday"
void TimeReader::read_part_of_day_before() {
  const auto start = at_;
  accept("early") || accept("late");
  const bool part = is_part_of_day(word()) || word() == "hours";
  if (part) ++at_;
  if (!part || !(accept("of") || accept("on"))) at_ = start;
}

bool TimeReader::read_core(bool has_edge) {
  const auto start = at_;
  using Read = bool (TimeReader::*)();
  static constexpr Read in_order[] = {
      &TimeReader::read_simple_day,  &TimeReader::read_overnight, &TimeReader::read_weekday, &TimeReader::read_date,
      &TimeReader::read_fiscal,      &TimeReader::read_quarter,   &TimeReader::read_part,    &TimeReader::read_told,
      &TimeReader::read_shifted,     &TimeReader::read_ago,       &TimeReader::read_within,  &TimeReader::read_lasting,
      &TimeReader::read_running_day, &TimeReader::read_decade};
  for (const auto read : in_order) {
    if ((this->*read)()) return true;
    at_ = start;
    const auto edge = out_.edge;
    out_ = {};
    out_.edge = edge;
  }
  return read_bare_year(has_edge);
}

// A bare year is one only where something says so: "2024" may count things.
bool TimeReader::read_bare_year(bool has_edge) {
  const auto start = at_;
  accept("least");
  const auto year = take(year_number);
  if (!year || (!has_edge && !year_stands_alone(start))) return false;
  out_.form = E::Form::date;
  out_.year = year;
  if (word() != "-" && word() != "/") return true;
  if (const auto last = year_number(word(1))) { // "2018-2022", "2022-23"
    out_.last_year = last;
    at_ += 2;
  } else if (const auto brief = word(1).size() == 2 ? small_number(word(1)) : std::nullopt) {
    const int end = *brief - *year % 100;
    if (end > 0 && end <= longest_brief_range)
      out_.last_year = *year + end;
    else if (*brief >= 1 && *brief <= 12) // "2022-04"
      out_.month = brief;
    else
      return true;
    at_ += 2;
  }
  return true;
}

bool TimeReader::year_stands_alone(std::uint32_t start) const {
  static constexpr std::array<std::string_view, 14> openers = {"(",   ",",     "and", "-",   "'s",  "the", "a",
                                                               "its", "their", "his", "her", "our", "'",   "'"};
  if (start == 0) return false;
  const auto after = start + 1 < words_.size() ? std::string_view(words_[start + 1]) : std::string_view();
  return one_of(words_[start - 1], openers) || after == ")" || after == "'s";
}

bool TimeReader::read_simple_day() {
  if (!accept("earlier") && !accept("later") && !accept("late")) accept("early");
  if (accept("today") || accept("tonight")) {
    out_.number = 0;
  } else if (accept("yesterday")) {
    out_.number = -1;
  } else if (accept("tomorrow")) {
    out_.number = 1;
  } else if (accept("day", "before", "yesterday")) {
    out_.number = -2;
  } else if (accept("day", "after", "tomorrow")) {
    out_.number = 2;
  } else if (word() == "this" && is_part_of_day(word(1))) {
    at_ += 2;
    out_.number = 0;
  } else {
    return false;
  }
  out_.form = E::Form::relative_day;
  return true;
}

// "overnight", "overnight into Wednesday", "the night to Wednesday": the day before belongs to it.
bool TimeReader::read_overnight() {
  const bool night_to = word() == "night" && (word(1) == "to" || word(1) == "into") && weekday_number(word(2));
  if (night_to)
    ++at_;
  else if (!accept("overnight") && !accept("last", "night"))
    return false;
  out_.form = E::Form::overnight;
  const auto start = at_;
  accept("on") || accept("into") || accept("to");
  const auto weekday = take(weekday_number);
  if (weekday) {
    out_.form = E::Form::night_to_weekday;
    out_.number = *weekday;
  } else
    at_ = start;
  return true;
}

bool TimeReader::read_weekday() {
  if (accept("early") || accept("late") || accept("earlier") || accept("later")) accept("on");
  if (word() == "this" && (word(1) == "past" || word(1) == "coming")) ++at_;
  if (word() == "last" || word() == "past" || word() == "next" || word() == "this" || word() == "coming") {
    if (!weekday_number(word(1))) return false;
    out_.has_shift = true;
    out_.shift = word() == "last" || word() == "past" ? -1 : word() == "this" ? 0 : 1;
    ++at_;
  }
  const bool any = at_ > 0 && words_[at_ - 1] == "a"; // "on 27 October, a Sunday"
  const auto weekday = take(weekday_number);
  if (!weekday || any) return false;
  out_.form = E::Form::weekday;
  out_.number = *weekday;
  const auto day_end = at_;
  accept(",");
  accept("the");
  const auto held = out_;
  if (read_date() && out_.day) return true; // "Wednesday, November 1": the date says it all
  out_ = held;
  at_ = day_end;
  return true;
}

// "November 1, 2023", "1 November 2023", "1st of May", "Nov. 2023", "November", "2023-11-01", "24-25 April".
bool TimeReader::read_date() {
  if (const auto iso_day = parse_day(word())) {
    ++at_;
    out_.form = E::Form::date;
    out_.year = year_of(*iso_day);
    out_.month = static_cast<int>(month_of(*iso_day));
    out_.day = static_cast<int>(day_of(*iso_day));
    return true;
  }
  if (read_iso_date() || read_numeric_date() || read_feast()) return true;
  read_date_part();
  out_.form = E::Form::date;
  const auto start = at_;
  if (is_no_day(word()) && month_number(word(1)) && (is_year_or_past(2) || words_[first_] == "on")) ++at_;
  if (read_days_of_month()) {
    accept("of");
    out_.month = take(month_number);
    if (out_.month) {
      read_year();
      return true;
    }
    out_.day.reset();
    out_.last_day.reset();
    at_ = start;
  }
  // "may" and "march" are verbs as well: they want a preposition or a number beside them.
  const bool verb_like = word() == "may" || word() == "march" || word() == "mar";
  out_.month = take(month_number);
  if (!out_.month) return false;
  const auto after_month = at_;
  if (words_[at_ - 1].size() <= longest_brief && !one_of(words_[at_ - 1], full_and_short)) accept("."); // "Nov. 5"
  accept("the");
  if (is_no_day(word()) && is_year_or_past(word(1) == "," ? 2 : 1))
    ++at_;
  else if (!read_days_of_month() && words_[at_ - 1] == "the")
    --at_;
  const bool has_year = read_year();
  if (!out_.day && !has_year && words_[at_ - 1] == ".") at_ = after_month;
  const bool listed = first_ > 1 && month_number(words_[first_ - 2]); // "March and May"
  return !verb_like || out_.day || has_year || start > first_ || listed;
}

// "2022-04-03", "2022-04" in words of their own
bool TimeReader::read_iso_date() {
  const auto two_digits = [&](std::uint32_t ahead) {
    const auto w = word(ahead);
    return w.size() == 2 && w[0] >= '0' && w[0] <= '9' ? small_number(w) : std::nullopt;
  };
  const auto year = year_number(word());
  const auto month = two_digits(2), day = two_digits(4);
  if (!year || word(1) != "-" || !month || word(3) != "-" || !day) return false;
  out_.form = E::Form::date;
  out_.year = year;
  if (*month >= 1 && *month <= 12) {
    out_.month = month;
    if (*day >= 1) out_.day = day;
  }
  at_ += 5;
  return true;
}

// "3.4.2022", the day first; "13/4/2022", "4/13/2022": where only one of the two can be the month.
bool TimeReader::read_numeric_date() {
  const auto w = word();
  const auto mark = w.find_first_of("./");
  const auto second = mark == std::string_view::npos ? mark : w.find(w[mark], mark + 1);
  if (second == std::string_view::npos || w[0] < '0' || w[0] > '9') return false;
  auto day = small_number(w.substr(0, mark)), month = small_number(w.substr(mark + 1, second - mark - 1));
  const auto year = year_number(w.substr(second + 1));
  if (!day || !month || !year) return false;
  if (w[mark] == '/') {
    if (*month > 12) std::swap(day, month);
    if (*day <= 12 && day != month) return false;
  }
  if (*day < 1 || *day > 31 || *month < 1 || *month > 12) return false;
  out_.form = E::Form::date;
  out_.year = year;
  out_.month = month;
  out_.day = day;
  ++at_;
  return true;
}

// "Christmas Day", "New Year's Eve"
bool TimeReader::read_feast() {
  const auto start = at_;
  const bool new_year = accept("new", "year", "'s") || accept("new", "year", "\u2019s");
  if (!new_year && !accept("christmas")) return false;
  const bool eve = accept("eve");
  if (!eve && !accept("day")) {
    at_ = start;
    return false;
  }
  out_.form = E::Form::date;
  out_.month = new_year && !eve ? 1 : 12;
  out_.day = new_year ? (eve ? 31 : 1) : (eve ? 24 : 25);
  read_year();
  return true;
}

// "32 May 2022": no month has that day.
bool TimeReader::is_no_day(std::string_view w) {
  if (w.size() != 2 || w[0] < '0' || w[0] > '9') return false;
  const auto number = small_number(w);
  return number && (*number == 0 || *number > 31);
}

// A year, or a number of four digits that ends the phrase: "January 1, 1001."
bool TimeReader::is_year_or_past(std::uint32_t ahead) const { return year_number(word(ahead)) || is_past_year(ahead); }

bool TimeReader::is_past_year(std::uint32_t ahead) const {
  const auto w = word(ahead), next = word(ahead + 1);
  const bool digits = w.size() == 4 && std::all_of(w.begin(), w.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits && w[0] == '1' && (next.empty() || next == "." || next == "," || next == ")" || next == ";");
}

// "24", "24-25", "6 and 8", "2 to 5"
bool TimeReader::read_days_of_month() {
  if (year_number(word())) return false;
  out_.day = take(day_number);
  if (!out_.day && word(1) == "of" && month_number(word(2))) out_.day = take(ordinal_number); // "the third of April"
  if (!out_.day) return false;
  const bool joined = word() == "-" || word() == "and" || word() == "to" || word() == "--" || word() == "through";
  if (!joined) return true;
  const auto last = day_number(word(1));
  if (!last || *last <= *out_.day) return true;
  // "April 24 and 25 tanks": behind the month the second number wants the end of the phrase.
  const bool before_month = month_number(word(2)) || word(2) == "of";
  const bool closed = word(2).empty() || word(2) == "," || word(2) == "." || word(2) == ")" || year_number(word(2));
  if (!before_month && !closed && word() != "-") return true;
  out_.last_day = last;
  at_ += 2;
  return true;
}

bool TimeReader::read_year() {
  const auto start = at_;
  accept(",");
  accept("of");
  if (const auto y = take(year_number)) {
    out_.year = y;
    return true;
  }
  if (out_.day && is_past_year(0)) {
    out_.year = std::stoi(std::string(word()));
    ++at_;
    return true;
  }
  for (const auto& [which, shift] : {std::pair{"last", -1}, std::pair{"this", 0}, std::pair{"next", 1}})
    if (word() == which && word(1) == "year") {
      at_ += 2;
      out_.relative_year = shift;
      out_.has_relative_year = true;
      return true;
    }
  if (accept("that", "year") || accept("that", "same", "year") || accept("the", "same", "year")) {
    out_.of_told_year = true;
    return true;
  }
  at_ = start;
  return false;
}

// "early", "mid-", "late", "the end of".
bool TimeReader::read_date_part() {
  const auto start = at_;
  accept("very");
  if ((word(1) == "days" || word(1) == "weeks") && word(2) == "of") { // "the last days of May"
    const bool opening = word() == "first" || word() == "opening";
    if (opening || word() == "last" || word() == "final" || word() == "closing") {
      at_ += 3;
      accept("the");
      out_.part = opening ? E::Part::start : E::Part::end;
      return at_ < words_.size();
    }
  }
  const auto part = take(part_of_span);
  if (!part) {
    at_ = start;
    return false;
  }
  accept("-");
  if (*part == E::Part::middle || *part == E::Part::start || *part == E::Part::end) accept("of");
  accept("in") || accept("of");
  accept("the");
  if (at_ >= words_.size()) {
    at_ = start;
    return false;
  }
  out_.part = *part;
  return true;
}

bool TimeReader::read_fiscal() {
  const bool brief = accept("fy");
  if (!brief && !accept("fiscal")) return false;
  accept("year");
  out_.year = take(year_number);
  out_.form = E::Form::fiscal_year;
  return out_.year.has_value();
}

bool TimeReader::read_quarter() {
  const auto ordinal = take(ordinal_number);
  if (!ordinal || (word() != "quarter" && word() != "half")) return false;
  const bool half = word() == "half";
  ++at_;
  if (*ordinal > (half ? 2 : 4)) return false;
  out_.form = E::Form::quarter;
  out_.number = half ? 4 + *ordinal : *ordinal;
  accept("of");
  out_.year = take(year_number);
  if (!out_.year) read_year();
  if (!out_.year && !out_.has_relative_year) out_.has_relative_year = accept("the", "year");
  const bool in = at_ - first_ > 2 && (words_[first_] == "in" || words_[first_] == "during") && words_[at_ - 1] != "of";
  if (!out_.year && !half && in) { // "in the first quarter"
    out_.has_relative_year = true;
    out_.of_told_year = true;
  }
  return out_.year || out_.has_relative_year;
}

// "winter 2022/23", "winter 2022-23"
bool TimeReader::read_winter() {
  const auto w = word();
  const bool whole = w.size() > 5 && (w[4] == '/' || w[4] == '-') && year_number(w.substr(0, 4));
  const bool apart = year_number(w) && (word(1) == "/" || word(1) == "-") && small_number(word(2));
  if (!whole && !apart) return false;
  out_.year = year_number(w.substr(0, 4));
  at_ += whole ? 1 : 3;
  return true;
}

// "early 2024", "earlier this month", "the end of last year", "late last week", "mid-1990s", "the summer of 2016".
bool TimeReader::read_part() {
  const bool part = read_date_part();
  if (const auto season = take(season_number)) {
    out_.form = E::Form::season;
    out_.number = *season;
    const bool has_year = read_winter() || read_year();
    return has_year || part || at_ - 1 > first_;
  }
  // "mid-2023", "mid-1990s": one word
  if (const auto w = word(); !part && w.substr(0, 4) == "mid-") {
    out_.part = E::Part::middle;
    out_.year = year_number(w.substr(4));
    out_.form = E::Form::date;
    if (!out_.year) {
      out_.year = decade_start(w.substr(4));
      out_.form = E::Form::decade;
    }
    if (out_.year) ++at_;
    return out_.year.has_value();
  }
  if (accept("year", "-") && accept("end")) {
    out_.part = E::Part::end;
    out_.form = E::Form::unit;
    out_.unit = E::Unit::year;
    return true;
  }
  if (!part) return false;
  if (read_shifted() || read_decade()) return true;
  out_.year = take(year_number);
  if (out_.year) {
    out_.form = E::Form::date;
    return true;
  }
  const bool unit_follows = words_[at_ - 1] == "the" || words_[at_ - 1] == "of";
  return unit_follows && finish_unit(E::Form::unit, 0); // "the end of the year"
}

bool TimeReader::read_decade() {
  const auto decade = take(decade_start);
  if (!decade) return false;
  out_.form = E::Form::decade;
  out_.year = decade;
  return true;
}

bool TimeReader::read_tail() {
  if (is_part_of_day(word()))
    ++at_;
  else if (word() == "in" && word(1) == "the" && is_part_of_day(word(2)))
    at_ += 3;
  if (out_.edge == E::Edge::at && (accept("onwards") || accept("onward"))) out_.edge = E::Edge::from;
  // "a 10-day visit", "two years old": no expression of time.
  const bool of_something = out_.form == E::Form::lasting && (word() == "old" || word() == "ago");
  return !of_something;
}

} // namespace stemma::extract
