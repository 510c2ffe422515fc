#include "extract/scan_words.hpp"
#include "extract/time_expression.hpp"
#include "extract/time_reader.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using E = TimeExpression;

bool joins(std::string_view word, bool between) {
  return word == "to" || word == "-" || word == "--" || word == "until" || word == "till" || word == "through" ||
         (between && word == "and");
}

bool is_calendar(const E& x) {
  return x.form == E::Form::date || x.form == E::Form::weekday || x.form == E::Form::season ||
         x.form == E::Form::quarter || x.form == E::Form::decade || x.form == E::Form::unit ||
         x.form == E::Form::relative_day;
}

// "May" and "July 2023": both months, the year stands once.
bool same_grain(const E& a, const E& b) {
  return a.form == E::Form::date && b.form == E::Form::date && a.month.has_value() == b.month.has_value() &&
         a.day.has_value() == b.day.has_value();
}

// "Monday and Tuesday", not "Monday and Friday"
bool follow_each_other(const E& a, const E& b) {
  return a.form == E::Form::weekday && b.form == E::Form::weekday && !a.has_shift && !b.has_shift &&
         (a.number + 1) % 7 == b.number;
}

bool is_range(std::span<const std::string> words, const E& a, const E& b) {
  if (!is_calendar(a) || !is_calendar(b) || !a.upto.empty()) return false;
  const auto& opening = words[a.first];
  // The joining word may have been read as the preposition of the second one.
  const bool adjacent = b.first == a.last;
  if (!adjacent && b.first != a.last + 1) return false;
  const auto& joint = words[a.last];
  if (opening == "between" && joint == "and") return true;
  if (!joins(joint, false) && joint != "and" && joint != "or") return false;
  if (joint == "and" || joint == "or") // "November and December 2022", "late May or early June", "Monday and Tuesday"
    return !adjacent && (same_grain(a, b) || follow_each_other(a, b)) && !a.day && (a.edge == E::Edge::at) &&
           !a.last_year;
  const bool opened = opening == "from" || opening == "since" || opening == "between";
  return opened || (same_grain(a, b) && joint != "to") || (same_grain(a, b) && b.edge == E::Edge::until);
}

} // namespace

std::vector<TimeExpression> find_times(std::span<const std::string> words) {
  auto found = scan_words<TimeExpression>(words, [&](std::uint32_t first) { return TimeReader(words, first).read(); });
  std::vector<TimeExpression> out;
  for (auto& next : found) {
    if (!out.empty() && is_range(words, out.back(), next)) {
      auto& range = out.back();
      range.last = next.last;
      range.edge = E::Edge::at;
      next.edge = E::Edge::at;
      range.upto.push_back(std::move(next));
    } else {
      out.push_back(std::move(next));
    }
  }
  return out;
}

} // namespace stemma::extract
