#include "text/written_date.hpp"

#include "text/english.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <chrono>

namespace stemma::text {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

int days_in(int month, int year) {
  static constexpr std::array<int, 13> days{0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year == 0 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
  return month == 2 && !leap ? 28 : days[static_cast<std::size_t>(month)];
}

bool is_sound(const WrittenDate& date) {
  if (date.month < 1 || date.month > 12) return false;
  if (date.year != 0 && (date.year < 1000 || date.year > 2999)) return false;
  if (date.day == 0) return date.year != 0;
  return date.day >= 1 && date.day <= days_in(date.month, date.year);
}

std::chrono::sys_days last_day(const WrittenDate& date) {
  const int day = date.day != 0 ? date.day : days_in(date.month, date.year);
  return std::chrono::year{date.year} / std::chrono::month{static_cast<unsigned>(date.month)} /
         std::chrono::day{static_cast<unsigned>(day)};
}

class Reader {
public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::size_t place() const { return place_; }
  void go_to(std::size_t place) { place_ = place; }
  bool at_word_end() const { return place_ >= text_.size() || !(is_digit(text_[place_]) || is_letter(text_[place_])); }

  bool skip(char c) {
    if (place_ >= text_.size() || text_[place_] != c) return false;
    ++place_;
    return true;
  }
  void skip_spaces() {
    while (skip(' ')) {
    }
  }

  struct Number {
    int value = 0;
    std::size_t digits = 0;
  };
  Number number(std::size_t most) {
    Number read;
    while (place_ < text_.size() && read.digits < most && is_digit(text_[place_])) {
      read.value = read.value * 10 + (text_[place_++] - '0');
      ++read.digits;
    }
    return read;
  }

  std::string_view word() {
    const std::size_t start = place_;
    while (place_ < text_.size() && is_letter(text_[place_])) ++place_;
    return text_.substr(start, place_ - start);
  }

  char peek() const { return place_ < text_.size() ? text_[place_] : '\0'; }

private:
  std::string_view text_;
  std::size_t place_ = 0;
};

void skip_weekday(Reader& reader) {
  const std::size_t start = reader.place();
  if (!english::is_weekday(reader.word())) return reader.go_to(start);
  reader.skip('.');
  reader.skip(',');
  reader.skip_spaces();
}

void skip_ordinal(Reader& reader) {
  const std::size_t start = reader.place();
  const std::string_view suffix = reader.word();
  if (suffix != "st" && suffix != "nd" && suffix != "rd" && suffix != "th") reader.go_to(start);
}

int month_name(Reader& reader) {
  const int month = english::month(reader.word());
  if (month != 0) reader.skip('.');
  return month;
}

// ", 2023" or " 2023"; 0 and nothing read where no year follows.
int year_after(Reader& reader) {
  const std::size_t start = reader.place();
  reader.skip(',');
  reader.skip_spaces();
  const Reader::Number year = reader.number(4);
  if (year.digits == 4 && reader.at_word_end() && year.value >= 1000) return year.value;
  reader.go_to(start);
  return 0;
}

bool day_of_month(Reader& reader, int& day) {
  const Reader::Number number = reader.number(2);
  day = number.value;
  if (number.digits == 0 || is_digit(reader.peek())) return false;
  skip_ordinal(reader);
  return reader.at_word_end();
}

// "November 01, 2023", "Nov. 1", "November 2023"
bool read_month_first(Reader& reader, WrittenDate& date) {
  date.month = month_name(reader);
  if (date.month == 0) return false;
  const std::size_t after_month = reader.place();
  reader.skip_spaces();
  if (day_of_month(reader, date.day)) {
    date.year = year_after(reader);
    return true;
  }
  date.day = 0;
  reader.go_to(after_month);
  date.year = year_after(reader);
  return date.year != 0;
}

// "1 November 2023", "5th of March"
bool read_day_first(Reader& reader, WrittenDate& date) {
  if (!day_of_month(reader, date.day)) return false;
  reader.skip_spaces();
  const std::size_t start = reader.place();
  if (reader.word() == "of")
    reader.skip_spaces();
  else
    reader.go_to(start);
  date.month = month_name(reader);
  if (date.month == 0) return false;
  date.year = year_after(reader);
  return true;
}

// "2023-11-01", "2023/11/1", "2023-11", "20231101"
bool read_year_first(Reader& reader, WrittenDate& date) {
  const Reader::Number year = reader.number(4);
  if (year.digits != 4 || year.value == 0) return false;
  date.year = year.value;
  const char separator = reader.peek();
  const bool packed = is_digit(separator);
  if (!packed && separator != '-' && separator != '/' && separator != '.') return false;
  if (!packed) reader.skip(separator);
  const Reader::Number month = reader.number(2);
  date.month = month.value;
  if (packed && month.digits != 2) return false;
  const std::size_t after_month = reader.place();
  if (packed || reader.skip(separator)) {
    const Reader::Number day = reader.number(2);
    date.day = day.value;
    if (packed ? day.digits != 2 : day.digits == 0) return false;
  } else {
    reader.go_to(after_month);
  }
  return !is_digit(reader.peek());
}

// "01.11.2023" is day first; with slashes only what cannot be read the other way round.
bool read_year_last(Reader& reader, WrittenDate& date) {
  const Reader::Number first = reader.number(2);
  const char separator = reader.peek();
  if (first.digits == 0 || (separator != '.' && separator != '/' && separator != '-')) return false;
  reader.skip(separator);
  const Reader::Number second = reader.number(2);
  if (second.digits == 0 || !reader.skip(separator)) return false;
  const Reader::Number year = reader.number(4);
  if (year.digits != 4 || year.value == 0 || !reader.at_word_end()) return false;
  const bool ambiguous = separator != '.' && first.value <= 12 && second.value <= 12 && first.value != second.value;
  if (ambiguous) return false;
  const bool month_first = separator != '.' && second.value > 12;
  date.year = year.value;
  date.day = month_first ? second.value : first.value;
  date.month = month_first ? first.value : second.value;
  return true;
}

} // namespace

Date WrittenDate::iso() const {
  if (year == 0) return {};
  return day == 0 ? fmt::format("{:04}-{:02}", year, month) : fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

Date WrittenDate::iso_near(const Date& published) const {
  if (year != 0) return iso();
  const std::optional<WrittenDate> near = parse_written_date(published);
  if (!near || near->year == 0) return {};
  const auto latest = last_day(*near) + std::chrono::days(1); // a dateline may be ahead, where the clocks are
  WrittenDate dated = *this;
  for (dated.year = near->year + 1; dated.year >= near->year - 1; --dated.year)
    if (is_sound(dated) && last_day(dated) <= latest) return dated.iso();
  return {};
}

std::optional<WrittenDate> parse_written_date(std::string_view text) {
  using Read = bool (*)(Reader&, WrittenDate&);
  for (const Read read : {Read{read_year_first}, Read{read_year_last}, Read{read_month_first}, Read{read_day_first}}) {
    Reader reader(text);
    skip_weekday(reader);
    WrittenDate date;
    if (!read(reader, date) || !is_sound(date)) continue;
    date.length = reader.place();
    return date;
  }
  return std::nullopt;
}

} // namespace stemma::text
