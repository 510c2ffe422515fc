#pragma once

#include "extract/time_expression.hpp"
#include "extract/word_reader.hpp"

namespace stemma::extract {

// Reads one expression of time from a word on. Each `read_…` either consumes what it recognises and fills the
// expression, or leaves the place where it was.
class TimeReader : private WordReader {
public:
  TimeReader(std::span<const std::string> words, std::uint32_t first) : WordReader(words, first) {}

  std::optional<TimeExpression> read();

private:
  using WordReader::accept;
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
  bool is_hour_of_a_day();
  void read_part_of_day_before();
  bool read_core(bool has_edge);
  bool read_tail();

  // time_reader.cpp: days and dates of the calendar
  bool read_simple_day();
  bool read_overnight();
  bool read_weekday();
  bool read_date();
  bool read_iso_date();
  bool read_numeric_date();
  bool read_feast();
  static bool is_no_day(std::string_view w);
  bool is_year_or_past(std::uint32_t ahead) const;
  bool is_past_year(std::uint32_t ahead) const;
  bool read_days_of_month();
  bool read_year();
  bool read_date_part();
  bool read_fiscal();
  bool read_quarter();
  bool read_part();
  bool read_winter();
  bool read_decade();
  bool read_bare_year(bool has_edge);
  bool year_stands_alone(std::uint32_t start) const;

  // time_spans.cpp: what is counted from the day of publication or from a day told before
  bool read_shifted();
  bool read_days_ahead();
  bool read_count_after(bool back);
  bool read_ago();
  bool read_halves();
  bool read_within();
  bool read_lasting();
  bool read_running_day();
  bool read_told();
  bool finish_unit(TimeExpression::Form form, int number);
  std::optional<int> read_count();

  TimeExpression out_;
};

} // namespace stemma::extract
