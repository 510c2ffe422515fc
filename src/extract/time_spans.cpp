#include "extract/time_reader.hpp"
#include "extract/time_words.hpp"

namespace stemma::extract {

namespace {

using E = TimeExpression;

bool ends_phrase(std::string_view word) { return word.empty() || word == "," || word == "." || word == ";"; }

bool is_hours(std::string_view word) { return word == "hours" || word == "hour" || word == "minutes"; }

} // namespace

// "last month", "this week", "the past two years", "recent weeks", "the coming days", "next summer".
bool TimeReader::read_shifted() {
  const bool definite = at_ > 0 && words_[at_ - 1] == "the"; // "the last year" ends today, "last year" in December
  if (word() == "recent") {
    ++at_;
    return finish_unit(E::Form::recent, 0);
  }
  if (word() == "this" && (word(1) == "past" || word(1) == "coming")) ++at_;
  const auto which = word();
  const bool back = which == "last" || which == "past" || which == "previous" || which == "preceding";
  const bool ahead = which == "next" || which == "coming" || which == "following" || which == "upcoming";
  if (!back && !ahead && which != "this" && which != "current") return read_days_ahead();
  // "the next day": the one after what the text dated last; "over the next day" is ahead of us.
  const bool counts_on =
      which == "following" || (which == "next" && definite && out_.edge == E::Edge::at && at_ < first_ + 2);
  if (counts_on && time_unit(word(1)) && word(1).back() != 's') {
    ++at_;
    return finish_unit(E::Form::told, 1);
  }
  const bool rolling = which == "past" || (definite && (which == "last" || which == "next" || which == "coming"));
  ++at_;
  if (which == "following" && !definite && (month_number(word()) || season_number(word())))
    return false;                          // "retaliated following July's attack"
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
  if (back || ahead) {
    if (read_count_after(back)) return true;
    const bool plural = !word().empty() && word().back() == 's';
    if (plural && which == "following" && word(1) == "of") return false; // "following months of drought"
    if (plural) return finish_unit(back ? E::Form::recent : E::Form::coming, 0);
    if (rolling && !weekend_word(word())) return finish_unit(E::Form::span, back ? -1 : 1);
  }
  return finish_unit(E::Form::unit, back ? -1 : ahead ? 1 : 0);
}

// "two years", "24 hours", "few months" behind "the past"
bool TimeReader::read_count_after(bool back) {
  const auto start = at_;
  if (accept("few") || accept("several")) {
    if (is_hours(word())) {
      ++at_;
      out_.form = E::Form::span;
      out_.unit = E::Unit::day;
      out_.number = back ? -1 : 1;
      return true;
    }
    return finish_unit(back ? E::Form::recent : E::Form::coming, 0);
  }
  const auto count = read_count();
  if (count && is_hours(word())) {
    ++at_;
    out_.form = E::Form::span;
    out_.unit = E::Unit::day;
    out_.number = (*count + 23) / 24 * (back ? -1 : 1);
    return true;
  }
  if (count && finish_unit(E::Form::span, back ? -*count : *count)) return true;
  at_ = start;
  return false;
}

// "two", "a", "nearly two", "more than three", "a couple of", "twenty - four"
std::optional<int> TimeReader::read_count() {
  const auto start = at_;
  accept("nearly") || accept("almost") || accept("about") || accept("around") || accept("some") || accept("roughly") ||
      accept("over") || accept("just", "over") || accept("more", "than") || accept("at", "least") ||
      accept("less", "than") || accept("up", "to") || accept("not");
  if (accept("a", "couple") || accept("couple")) {
    accept("of");
    return 2;
  }
  const auto read = take(small_number);
  if (!read) {
    at_ = start;
    return std::nullopt;
  }
  int count = *read;
  const auto units = word() == "-" ? small_number(word(1)) : std::nullopt;
  if (units && *units < 10 && count >= 20 && count % 10 == 0) {
    at_ += 2;
    count += *units;
  }
  accept("full") || accept("straight") || accept("consecutive");
  return count;
}

bool TimeReader::read_days_ahead() {
  const auto unit = time_unit(word());
  if (!unit || !(word(1) == "ahead" || (word(1) == "to" && word(2) == "come"))) return false;
  at_ += word(1) == "ahead" ? 2 : 3;
  out_.form = E::Form::coming;
  out_.unit = *unit;
  return true;
}

bool TimeReader::finish_unit(E::Form form, int number) {
  const auto unit = take(time_unit);
  if (!unit) return false;
  out_.form = form;
  out_.unit = *unit;
  out_.number = number;
  return true;
}

// "two weeks ago", "hours ago", "a year earlier", "three days later"; "the weekend".
bool TimeReader::read_ago() {
  if (accept("weekend")) {
    out_.form = E::Form::unit;
    out_.unit = E::Unit::weekend;
    return true;
  }
  const bool less = word() == "not" || word() == "barely" || word() == "less"; // "less than a week ago": since then
  accept("barely");
  int count = 0;
  if (const auto start = at_; read_halves()) {
    if (accept("ago")) return out_.form = E::Form::ago, true;
    at_ = start;
  }
  if (!accept("several") && !accept("a", "few")) count = read_count().value_or(0);
  if (is_hours(word())) {
    if (word(1) == "later" || (word(1) == "before" && ends_phrase(word(2)))) { // "hours later": on the day told last
      at_ += 2;
      return out_.form = E::Form::told, true;
    }
    if (word(1) != "ago" && word(1) != "earlier") return false;
    at_ += 2;
    out_.form = E::Form::relative_day;
    return true;
  }
  const auto unit = take(time_unit);
  if (!unit) return false;
  out_.unit = *unit;
  if (count == 0) { // "days ago": some time of late
    out_.form = E::Form::recent;
    return accept("ago");
  }
  out_.number = count;
  if (accept("ago")) {
    out_.form = less ? E::Form::span : E::Form::ago;
    if (less) out_.number = -count;
  } else if (accept("later"))
    out_.form = E::Form::offset;
  else if (accept("earlier") || accept("before")) {
    out_.form = E::Form::offset;
    out_.number = -count;
  } else {
    return false;
  }
  return true;
}

// "half a year", "a year and a half", "two and a half years": as months.
bool TimeReader::read_halves() {
  const auto start = at_;
  int months = 0;
  if (accept("half", "a", "year"))
    months = 6;
  else if (const auto years = read_count()) {
    const bool one = *years == 1 && accept("year") && accept("and", "a", "half");
    if (one || (accept("and", "a", "half") && (accept("years") || accept("year")))) months = 12 * *years + 6;
  }
  if (months == 0) {
    at_ = start;
    return false;
  }
  out_.unit = E::Unit::month;
  out_.number = months;
  return true;
}

// "within 48 hours", "in two weeks": counted from today.
bool TimeReader::read_within() {
  if (at_ == first_ || (words_[at_ - 1] != "within" && words_[at_ - 1] != "in")) return false;
  const bool deadline = words_[at_ - 1] == "within";
  const auto count = read_count();
  if (!count) return false;
  if (is_hours(word())) {
    ++at_;
    out_.unit = E::Unit::day;
    out_.number = (*count + 23) / 24;
  } else if (!finish_unit(E::Form::within, *count))
    return false;
  out_.form = deadline ? E::Form::within : E::Form::ahead;
  return true;
}

// "for nearly a month", "two weeks into the war": up to now, where the event goes on.
bool TimeReader::read_lasting() {
  const bool span = at_ > first_ && words_[at_ - 1] == "for";
  if (const auto start = at_; span && read_halves()) {
    out_.form = E::Form::lasting;
    return true;
  } else
    at_ = start;
  const auto count = read_count();
  if (!count || !finish_unit(E::Form::lasting, *count)) return false;
  return span || accept("into");
}

// "its 10th day", "for a third night": the day of publication is that day of it.
bool TimeReader::read_running_day() {
  if (at_ == first_) return false; // "a second day" alone may be any
  accept("its") || accept("a");
  const auto ordinal = take(ordinal_number);
  if (!ordinal || *ordinal < 2) return false;
  accept("straight") || accept("consecutive") || accept("successive");
  return finish_unit(E::Form::lasting, *ordinal - 1);
}

// "since then", "later that day", "the same year": the time told last.
bool TimeReader::read_told() {
  out_.form = E::Form::told;
  if (accept("then")) return out_.edge == E::Edge::since || (at_ > first_ + 1 && words_[at_ - 2] == "by");
  accept("later") || accept("earlier");
  if (!accept("that", "same") && !accept("that") && !accept("same")) return false;
  if (is_part_of_day(word())) {
    ++at_;
    out_.unit = E::Unit::day;
    return true;
  }
  return finish_unit(E::Form::told, 0);
}

} // namespace stemma::extract
