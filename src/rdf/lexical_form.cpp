#include "rdf/lexical_form.hpp"

#include "rdf/iri.hpp"
#include "rdf/vocabulary.hpp"

namespace stemma::rdf {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Eats the text from the left; every step says whether it could.
class Scanner {
public:
  explicit Scanner(std::string_view text) : rest_(text) {}
  bool at_end() const { return rest_.empty(); }
  bool take(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  bool take_sign() { return take('+') || take('-'); }
  std::string_view take_digits() {
    std::size_t n = 0;
    while (n < rest_.size() && is_digit(rest_[n])) ++n;
    const std::string_view digits = rest_.substr(0, n);
    rest_.remove_prefix(n);
    return digits;
  }
  // Exactly two digits, as a number; -1 when they are not there.
  int take_two() {
    if (rest_.size() < 2 || !is_digit(rest_[0]) || !is_digit(rest_[1])) return -1;
    const int value = (rest_[0] - '0') * 10 + (rest_[1] - '0');
    rest_.remove_prefix(2);
    return value;
  }

private:
  std::string_view rest_;
};

bool is_integer(std::string_view text) {
  Scanner scan(text);
  scan.take_sign();
  return !scan.take_digits().empty() && scan.at_end();
}

bool is_zero(std::string_view integer) { return integer.find_first_of("123456789") == std::string_view::npos; }

bool is_non_negative(std::string_view text) { return is_integer(text) && (text.front() != '-' || is_zero(text)); }
bool is_positive(std::string_view text) { return is_integer(text) && text.front() != '-' && !is_zero(text); }

// |text| <= limit, where `limit` has no leading zero; the bound below zero is one larger.
bool fits(std::string_view text, std::string_view limit_above, std::string_view limit_below) {
  if (!is_integer(text)) return false;
  const std::string_view limit = text.front() == '-' ? limit_below : limit_above;
  if (!is_digit(text.front())) text.remove_prefix(1);
  while (text.size() > 1 && text.front() == '0') text.remove_prefix(1);
  return text.size() < limit.size() || (text.size() == limit.size() && text <= limit);
}

bool is_int(std::string_view text) { return fits(text, "2147483647", "2147483648"); }
bool is_long(std::string_view text) { return fits(text, "9223372036854775807", "9223372036854775808"); }

// Digits with at most one point, and at least one digit.
bool take_decimal(Scanner& scan) {
  const bool before = !scan.take_digits().empty();
  const bool after = scan.take('.') && !scan.take_digits().empty();
  return before || after;
}

bool is_decimal(std::string_view text) {
  Scanner scan(text);
  scan.take_sign();
  return take_decimal(scan) && scan.at_end();
}

bool is_double(std::string_view text) {
  if (text == "INF" || text == "-INF" || text == "NaN") return true;
  Scanner scan(text);
  scan.take_sign();
  if (!take_decimal(scan)) return false;
  if (scan.take('e') || scan.take('E')) {
    scan.take_sign();
    if (scan.take_digits().empty()) return false;
  }
  return scan.at_end();
}

bool is_boolean(std::string_view text) { return text == "true" || text == "false" || text == "0" || text == "1"; }

bool take_zone(Scanner& scan) {
  if (scan.at_end() || scan.take('Z')) return true;
  if (!scan.take_sign()) return false;
  const int hours = scan.take_two();
  if (hours < 0 || !scan.take(':')) return false;
  const int minutes = scan.take_two();
  return minutes >= 0 && minutes < 60 && (hours < 14 || (hours == 14 && minutes == 0));
}

// The year modulo 400 (enough to know leap years); -1 when there is none. The year 0000 is refused as in XSD 1.0.
int take_year(Scanner& scan) {
  scan.take('-');
  const std::string_view digits = scan.take_digits();
  if (digits.size() < 4 || digits.size() > 9 || is_zero(digits)) return -1;
  if (digits.size() > 4 && digits.front() == '0') return -1;
  int year = 0;
  for (const char c : digits) year = (year * 10 + (c - '0')) % 400;
  return year;
}

int days_in(int month, int year) {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : days[month - 1];
}

int take_month(Scanner& scan) {
  const int month = scan.take_two();
  return month >= 1 && month <= 12 ? month : -1;
}

bool take_date(Scanner& scan) {
  const int year = take_year(scan);
  if (year < 0 || !scan.take('-')) return false;
  const int month = take_month(scan);
  if (month < 0 || !scan.take('-')) return false;
  const int day = scan.take_two();
  return day >= 1 && day <= days_in(month, year);
}

bool take_time(Scanner& scan) {
  const int hour = scan.take_two();
  if (hour < 0 || hour > 23 || !scan.take(':')) return false;
  const int minute = scan.take_two();
  if (minute < 0 || minute > 59 || !scan.take(':')) return false;
  const int second = scan.take_two();
  if (second < 0 || second > 59) return false;
  return !scan.take('.') || !scan.take_digits().empty();
}

bool is_date(std::string_view text) {
  Scanner scan(text);
  return take_date(scan) && take_zone(scan) && scan.at_end();
}

bool is_date_time(std::string_view text) {
  Scanner scan(text);
  return take_date(scan) && scan.take('T') && take_time(scan) && take_zone(scan) && scan.at_end();
}

bool is_time(std::string_view text) {
  Scanner scan(text);
  return take_time(scan) && take_zone(scan) && scan.at_end();
}

bool is_year(std::string_view text) {
  Scanner scan(text);
  return take_year(scan) >= 0 && take_zone(scan) && scan.at_end();
}

bool is_year_month(std::string_view text) {
  Scanner scan(text);
  return take_year(scan) >= 0 && scan.take('-') && take_month(scan) > 0 && take_zone(scan) && scan.at_end();
}

bool is_any_uri(std::string_view text) { return find_reference_fault(text) == nullptr; }
bool is_any(std::string_view) { return true; }

struct Checked {
  std::string_view datatype;
  bool (*matches)(std::string_view);
};

constexpr Checked checked[] = {
    {xsd::integer, is_integer},
    {xsd::date, is_date},
    {xsd::boolean, is_boolean},
    {xsd::decimal, is_decimal},
    {xsd::dateTime, is_date_time},
    {xsd::string, is_any},
    {xsd::anyURI, is_any_uri},
    {xsd::gYear, is_year},
    {xsd::gYearMonth, is_year_month},
    {xsd::double_, is_double},
    {xsd::float_, is_double},
    {xsd::time, is_time},
    {xsd::nonNegativeInteger, is_non_negative},
    {xsd::positiveInteger, is_positive},
    {xsd::int_, is_int},
    {xsd::long_, is_long},
};

} // namespace

const char* find_lexical_fault(std::string_view text, std::string_view datatype) {
  if (datatype.empty()) return nullptr;
  if (datatype == rdf::langString) return "rdf:langString without a language";
  if (!datatype.starts_with(xsd::base)) return nullptr;
  for (const Checked& known : checked)
    if (known.datatype == datatype) return known.matches(text) ? nullptr : "not a lexical form of its datatype";
  return "an XSD datatype that is not supported";
}

} // namespace stemma::rdf
