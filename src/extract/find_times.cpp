#include "extract/scan_words.hpp"
#include "extract/time_expression.hpp"
#include "extract/time_words.hpp"

namespace stemma::extract {

namespace {

using E = TimeExpression;

// Reads one expression from a word on. Each `read_…` either consumes what it recognises and fills `out`, or leaves the
// place where it was.
class Reader {
public:
  Reader(std::span<const std::string> words, std::uint32_t first) : words_(words), first_(first), at_(first) {}

  std::optional<TimeExpression> read() {
    read_edge();
    const bool has_edge = at_ > first_;
    accept("the");
    accept("about") || accept("around");
    if (!read_core(has_edge)) return std::nullopt;
    read_tail();
    out_.first = first_;
    out_.last = at_;
    return out_;
  }

private:
  std::string_view word(std::uint32_t ahead = 0) const {
    return at_ + ahead < words_.size() ? std::string_view(words_[at_ + ahead]) : std::string_view();
  }
  bool accept(std::string_view expected) {
    if (word() != expected) return false;
    ++at_;
    return true;
  }
  // Takes the word when `read` makes something of it.
  template <class Recognise>
  auto take(Recognise recognise) {
    auto value = recognise(word());
    if (value) ++at_;
    return value;
  }

  void read_edge() {
    const auto w = word();
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
    else if (w != "in" && w != "on" && w != "at" && w != "during" && w != "over" && w != "within" && w != "for" &&
             w != "of" && w != "throughout" && w != "into" && w != "between")
      return;
    ++at_;
    if (w == "starting" || w == "beginning") accept("in") || accept("on") || accept("from");
  }

  bool read_core(bool has_edge) {
    const auto start = at_;
    using Read = bool (Reader::*)();
    static constexpr Read in_order[] = {&Reader::read_simple_day, &Reader::read_weekday, &Reader::read_date,
                                        &Reader::read_fiscal,     &Reader::read_quarter, &Reader::read_part,
                                        &Reader::read_shifted,    &Reader::read_ago,     &Reader::read_decade};
    for (const auto read : in_order) {
      if ((this->*read)()) return true;
      at_ = start;
      const auto edge = out_.edge;
      out_ = {};
      out_.edge = edge;
    }
    // A bare year is one only where something says so: "2024" may count things.
    if (const auto year = take(year_number)) {
      if (!has_edge && !year_stands_alone(start)) return false;
      out_.form = E::Form::date;
      out_.year = year;
      return true;
    }
    return false;
  }

  bool year_stands_alone(std::uint32_t start) const {
    if (start == 0) return false;
    const auto& before = words_[start - 1];
    const auto after = start + 1 < words_.size() ? std::string_view(words_[start + 1]) : std::string_view();
    return before == "(" || before == "," || before == "and" || before == "-" || after == ")" || after == "'s";
  }

  bool read_simple_day() {
    if (!accept("earlier") && !accept("later") && !accept("late")) accept("early");
    if (accept("today") || accept("tonight"))
      out_.number = 0;
    else if (accept("yesterday"))
      out_.number = -1;
    else if (accept("tomorrow"))
      out_.number = 1;
    else if (word() == "this" && is_part_of_day(word(1))) {
      at_ += 2;
      out_.number = 0;
    } else if (word() == "last" && word(1) == "night") {
      at_ += 2;
      out_.number = -1;
    } else if (accept("overnight")) {
      out_.form = E::Form::overnight;
      return true;
    } else
      return false;
    out_.form = E::Form::relative_day;
    return true;
  }

  bool read_weekday() {
    if (accept("early") || accept("late")) accept("on");
    if (word() == "last" || word() == "past" || word() == "next" || word() == "this" || word() == "coming") {
      if (!weekday_number(word(1))) return false;
      out_.has_shift = true;
      out_.shift = word() == "last" || word() == "past" ? -1 : word() == "this" ? 0 : 1;
      ++at_;
    }
    const auto weekday = take(weekday_number);
    if (!weekday) return false;
    out_.form = E::Form::weekday;
    out_.number = *weekday;
    const auto day_end = at_;
    accept(",");
    accept("the");
    const auto held = out_;
    if (read_date()) return true; // "Wednesday, November 1": the date says it all
    out_ = held;
    at_ = day_end;
    return true;
  }

  // "November 1, 2023", "1 November 2023", "1st of May", "Nov. 2023", "November", "2023-11-01".
  bool read_date() {
    if (const auto iso_day = parse_day(word())) {
      ++at_;
      out_.form = E::Form::date;
      out_.year = year_of(*iso_day);
      out_.month = static_cast<int>(month_of(*iso_day));
      out_.day = static_cast<int>(day_of(*iso_day));
      return true;
    }
    read_date_part();
    out_.form = E::Form::date;
    const auto start = at_;
    if (auto d = take(day_number)) {
      accept("of");
      out_.month = take(month_number);
      if (out_.month) {
        out_.day = d;
        read_year();
        return true;
      }
      at_ = start;
    }
    // "may" and "march" are verbs as well: they want a preposition or a number beside them.
    const bool verb_like = word() == "may" || word() == "march" || word() == "mar";
    out_.month = take(month_number);
    if (!out_.month) return false;
    if (word() == ".") ++at_;
    if (auto d = day_number(word()); d && !year_number(word())) {
      ++at_;
      out_.day = d;
    }
    const bool has_year = read_year();
    return !verb_like || out_.day || has_year || start > first_;
  }

  static std::optional<int> day_number(std::string_view w) {
    if (const auto ordinal = ordinal_number(w); ordinal && w.size() > 2 && w[0] >= '0' && w[0] <= '9') return ordinal;
    if (w.empty() || w.size() > 2 || w[0] < '0' || w[0] > '9') return std::nullopt;
    const auto value = small_number(w);
    return value && *value >= 1 && *value <= 31 ? value : std::nullopt;
  }

  bool read_year() {
    const auto start = at_;
    accept(",");
    accept("of");
    if (const auto y = take(year_number)) {
      out_.year = y;
      return true;
    }
    for (const auto& [which, shift] : {std::pair{"last", -1}, std::pair{"this", 0}, std::pair{"next", 1}})
      if (word() == which && word(1) == "year") {
        at_ += 2;
        out_.relative_year = shift;
        out_.has_relative_year = true;
        return true;
      }
    at_ = start;
    return false;
  }

  // "early", "mid-", "late", "the end of".
  bool read_date_part() {
    const auto start = at_;
    const auto part = take(part_of_span);
    if (!part) return false;
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

  bool read_fiscal() {
    if (!accept("fiscal")) return false;
    accept("year");
    out_.year = take(year_number);
    out_.form = E::Form::fiscal_year;
    return out_.year.has_value();
  }

  bool read_quarter() {
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
    return out_.year || out_.has_relative_year;
  }

  // "early 2024", "earlier this month", "the end of last year", "late last week", "mid-1990s", "the summer of 2016".
  bool read_part() {
    const bool part = read_date_part();
    if (const auto season = take(season_number)) {
      out_.form = E::Form::season;
      out_.number = *season;
      const bool has_year = read_year();
      return has_year || part || at_ - 1 > first_;
    }
    if (!part) return false;
    if (read_shifted() || read_decade()) return true;
    out_.year = take(year_number);
    if (out_.year) {
      out_.form = E::Form::date;
      return true;
    }
    return words_[at_ - 1] == "the" && finish_unit(E::Form::unit, 0); // "the end of the year"
  }

  // "last month", "this week", "the past two years", "recent weeks", "the coming days", "next summer".
  bool read_shifted() {
    const auto which = word();
    if (which == "recent") {
      ++at_;
      return finish_unit(E::Form::recent, 0);
    }
    const bool back = which == "last" || which == "past" || which == "previous" || which == "preceding";
    const bool ahead = which == "next" || which == "coming" || which == "following" || which == "upcoming";
    if (!back && !ahead && which != "this" && which != "current" && which != "same") return read_days_ahead();
    ++at_;
    if (const auto m = take(month_number)) { // "last August", "this May"
      out_.form = E::Form::date;
      out_.month = m;
      out_.has_shift = true;
      out_.shift = back ? -1 : ahead ? 1 : 0;
      return true;
    }
    if (const auto season = take(season_number)) {
      out_.form = E::Form::season;
      out_.number = *season;
      out_.has_shift = true;
      out_.shift = back ? -1 : ahead ? 1 : 0;
      return true;
    }
    accept("few") || accept("several") || accept("couple");
    accept("of");
    const auto count = small_number(word());
    if (count && (time_unit(word(1)) || word(1) == "hours") && word() != "a") {
      ++at_;
      if (accept("hours")) {
        out_.form = E::Form::span;
        out_.unit = E::Unit::day;
        out_.number = (*count + 23) / 24 * (back ? -1 : 1);
        return true;
      }
      return finish_unit(E::Form::span, back ? -*count : *count);
    }
    const bool plural = !word().empty() && word().back() == 's';
    if (plural && (back || ahead)) return finish_unit(back ? E::Form::recent : E::Form::coming, 0);
    return finish_unit(E::Form::unit, back ? -1 : ahead ? 1 : 0);
  }

  bool read_days_ahead() {
    const auto unit = time_unit(word());
    if (!unit || !(word(1) == "ahead" || (word(1) == "to" && word(2) == "come"))) return false;
    at_ += word(1) == "ahead" ? 2 : 3;
    out_.form = E::Form::coming;
    out_.unit = *unit;
    return true;
  }

  bool finish_unit(E::Form form, int number) {
    const auto unit = take(time_unit);
    if (!unit) return false;
    out_.form = form;
    out_.unit = *unit;
    out_.number = number;
    return true;
  }

  // "two weeks ago", "a year earlier", "three days later"; "the weekend".
  bool read_ago() {
    if (accept("weekend")) {
      out_.form = E::Form::unit;
      out_.unit = E::Unit::weekend;
      return true;
    }
    accept("some") || accept("nearly") || accept("almost") || accept("about");
    const auto count = take(small_number);
    if (!count) return false;
    accept("of");
    const auto unit = take(time_unit);
    if (!unit) return false;
    out_.unit = *unit;
    out_.number = *count;
    if (accept("ago"))
      out_.form = E::Form::ago;
    else if (accept("later"))
      out_.form = E::Form::offset;
    else if (accept("earlier") || accept("before")) {
      out_.form = E::Form::offset;
      out_.number = -*count;
    } else
      return false;
    return true;
  }

  bool read_decade() {
    const auto decade = take(decade_start);
    if (!decade) return false;
    out_.form = E::Form::decade;
    out_.year = decade;
    return true;
  }

  void read_tail() {
    if (is_part_of_day(word()))
      ++at_;
    else if (word() == "in" && word(1) == "the" && is_part_of_day(word(2)))
      at_ += 3;
    if (out_.edge == E::Edge::at && accept("onwards")) out_.edge = E::Edge::from;
  }

  std::span<const std::string> words_;
  std::uint32_t first_, at_;
  TimeExpression out_;
};

} // namespace

std::vector<TimeExpression> find_times(std::span<const std::string> words) {
  return scan_words<TimeExpression>(words, [&](std::uint32_t first) { return Reader(words, first).read(); });
}

} // namespace stemma::extract
