#include "extract/time_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace stemma::extract {

namespace {

template <std::size_t N>
std::optional<int> index_in(std::string_view word, const std::array<std::string_view, N>& list) {
  const auto found = std::find(list.begin(), list.end(), word);
  if (found == list.end()) return std::nullopt;
  return static_cast<int>(found - list.begin());
}

std::optional<int> digits(std::string_view word) {
  int value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc{} || end != word.data() + word.size()) return std::nullopt;
  return value;
}

std::string_view without_dot(std::string_view word) {
  if (word.size() > 1 && word.back() == '.') word.remove_suffix(1);
  return word;
}

} // namespace

std::optional<int> month_number(std::string_view word) {
  static constexpr std::array<std::string_view, 12> full = {"january",   "february", "march",    "april",
                                                            "may",       "june",     "july",     "august",
                                                            "september", "october",  "november", "december"};
  static constexpr std::array<std::string_view, 12> brief = {"jan", "feb", "mar",  "apr", "",    "jun",
                                                             "jul", "aug", "sept", "oct", "nov", "dec"};
  word = without_dot(word);
  if (word.empty()) return std::nullopt;
  if (const auto i = index_in(word, full)) return *i + 1;
  if (const auto i = index_in(word, brief)) return *i + 1;
  if (word == "sep") return 9;
  return std::nullopt;
}

std::optional<int> weekday_number(std::string_view word) {
  static constexpr std::array<std::string_view, 7> full = {"monday", "tuesday",  "wednesday", "thursday",
                                                           "friday", "saturday", "sunday"};
  static constexpr std::array<std::string_view, 7> brief = {"mon.", "tues.", "wed.", "thurs.", "fri.", "sat.", "sun."};
  if (const auto i = index_in(word, full)) return i;
  return index_in(word, brief);
}

std::optional<int> season_number(std::string_view word) {
  static constexpr std::array<std::string_view, 4> list = {"spring", "summer", "autumn", "winter"};
  if (word == "fall") return 2;
  return index_in(word, list);
}

std::optional<int> small_number(std::string_view word) {
  static constexpr std::array<std::string_view, 21> list = {
      "zero",     "one",     "two",     "three",     "four",     "five",     "six",
      "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
      "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
  static constexpr std::array<std::string_view, 10> tens = {"",      "",      "twenty",  "thirty", "forty",
                                                            "fifty", "sixty", "seventy", "eighty", "ninety"};
  if (word.empty()) return std::nullopt;
  if (word == "a" || word == "an") return 1;
  if (word == "couple" || word == "both") return 2;
  if (word == "dozen") return 12;
  if (const auto i = index_in(word, list)) return i;
  if (const auto i = index_in(word, tens)) return *i * 10;
  const auto value = digits(word);
  return value && *value >= 0 && *value < 1000 && word.size() <= 3 ? value : std::nullopt;
}

std::optional<int> ordinal_number(std::string_view word) {
  static constexpr std::array<std::string_view, 13> list = {"",      "first",    "second",  "third",  "fourth",
                                                            "fifth", "sixth",    "seventh", "eighth", "ninth",
                                                            "tenth", "eleventh", "twelfth"};
  if (word.empty()) return std::nullopt;
  if (const auto i = index_in(word, list)) return i;
  if (word.size() < 3) return std::nullopt;
  const auto suffix = word.substr(word.size() - 2);
  if (suffix != "st" && suffix != "nd" && suffix != "rd" && suffix != "th") return std::nullopt;
  const auto value = digits(word.substr(0, word.size() - 2));
  return value && *value >= 1 && *value <= 31 ? value : std::nullopt;
}

std::optional<int> year_number(std::string_view word) {
  if (word.size() != 4) return std::nullopt;
  const auto value = digits(word);
  return value && *value >= 1900 && *value < 2100 ? value : std::nullopt;
}

std::optional<int> decade_start(std::string_view word) {
  if (!word.empty() && word.front() == '\'') word.remove_prefix(1);
  if (word.size() < 3 || word.back() != 's') return std::nullopt;
  word.remove_suffix(1);
  const auto value = digits(word);
  if (!value || *value % 10 != 0) return std::nullopt;
  if (word.size() == 4 && *value >= 1900 && *value < 2100) return value;
  if (word.size() == 2) return *value >= 30 ? 1900 + *value : 2000 + *value;
  return std::nullopt;
}

std::optional<TimeExpression::Unit> time_unit(std::string_view word) {
  using Unit = TimeExpression::Unit;
  if (word == "day" || word == "days" || word == "night" || word == "nights") return Unit::day;
  if (word == "week" || word == "weeks") return Unit::week;
  if (word == "month" || word == "months") return Unit::month;
  if (word == "year" || word == "years") return Unit::year;
  if (word == "decade" || word == "decades") return Unit::decade;
  if (weekend_word(word)) return Unit::weekend;
  return std::nullopt;
}

std::optional<TimeExpression::Part> part_of_span(std::string_view word) {
  using Part = TimeExpression::Part;
  if (word == "early") return Part::early;
  if (word == "mid" || word == "middle") return Part::middle;
  if (word == "late") return Part::late;
  if (word == "earlier") return Part::earlier;
  if (word == "later") return Part::later;
  if (word == "start" || word == "beginning" || word == "outset" || word == "turn") return Part::start;
  if (word == "end" || word == "close") return Part::end;
  return std::nullopt;
}

bool weekend_word(std::string_view word) { return word == "weekend" || word == "weekends"; }

bool is_part_of_day(std::string_view word) {
  static constexpr std::array<std::string_view, 10> list = {
      "morning", "afternoon", "evening", "night", "noon", "midday", "dawn", "midnight", "lunchtime", "nighttime"};
  return index_in(word, list).has_value();
}

} // namespace stemma::extract
