#pragma once

#include "extract/time_expression.hpp"

namespace stemma::extract {

// Reads one expression of time from a word on. Each `read_…` either consumes what it recognises and fills the
// expression, or leaves the place where it was.
class TimeReader {
public:
  TimeReader(std::span<const std::string> words, std::uint32_t first) : words_(words), first_(first), at_(first) {}

  std::optional<TimeExpression> read();

private:
  std::string_view word(std::uint32_t ahead = 0) const {
    return at_ + ahead < words_.size() ? std::string_view(words_[at_ + ahead]) : std::string_view();
  }
  bool accept(std::string_view expected) {
    if (word() != expected) return false;
    ++at_;
    return true;
  }
  bool accept(std::string_view one, std::string_view two) {
    if (word() != one || word(1) != two) return false;
    at_ += 2;
    return true;
  }
  bool accept(std::string_view one, std::string_view two, std::string_view three) {
    if (word() != one || word(1) != two || word(2) != three) return false;
    at_ += 3;
    return true;
  }
  // Takes the word when `read` makes something of it.
  template <class Recognise>
  auto take(Recognise recognise) {
    auto value = recognise(word());
    if (value) ++at_;
    return value;
  }

  void read_edge();
  void read_part_of_day_before();
  bool read_core(bool has_edge);
  bool read_tail();

  // time_reader.cpp: days and dates of the calendar
  bool read_simple_day();
  bool read_overnight();
  bool read_weekday();
  bool read_date();
  bool read_days_of_month();
  bool read_year();
  bool read_date_part();
  bool read_fiscal();
  bool read_quarter();
  bool read_part();
  bool read_decade();
  bool read_bare_year(bool has_edge);
  bool year_stands_alone(std::uint32_t start) const;

  // time_spans.cpp: what is counted from the day of publication or from a day told before
  bool read_shifted();
  bool read_days_ahead();
  bool read_count_after(bool back);
  bool read_ago();
  bool read_within();
  bool read_lasting();
  bool read_running_day();
  bool read_told();
  bool finish_unit(TimeExpression::Form form, int number);
  std::optional<int> read_count();

  std::span<const std::string> words_;
  std::uint32_t first_, at_;
  TimeExpression out_;
};

} // namespace stemma::extract
