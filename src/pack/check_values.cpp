#include "pack/findings.hpp"
#include "rdf/vocabulary.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <map>
#include <optional>

namespace stemma::pack {
namespace {

std::string stm(std::string_view name) { return std::string(rdf::stm::base) + std::string(name); }

// "2023", "2023-11" or "2023-11-01", and a day there is.
bool is_date(std::string_view text) {
  const auto number = [&](std::size_t at, std::size_t length) {
    int value = -1;
    const auto [end, failed] = std::from_chars(text.data() + at, text.data() + at + length, value);
    return failed == std::errc{} && end == text.data() + at + length ? value : -1;
  };
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  const int year = number(0, 4);
  if (year < 0) return false;
  if (text.size() == 4) return true;
  const int month = text[4] == '-' ? number(5, 2) : -1;
  if (month < 1 || month > 12) return false;
  if (text.size() == 7) return true;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  const int days[] = {31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const int day = text[7] == '-' ? number(8, 2) : -1;
  return day >= 1 && day <= days[month - 1];
}

std::optional<double> parse_double(std::string_view text) {
  double value = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failed != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool is_between(std::string_view text, double least, double most) {
  const auto value = parse_double(text);
  return value && *value >= least && *value <= most;
}

bool is_whole_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_flag(std::string_view text) { return text == "true" || text == "false"; }
bool is_tier(std::string_view text) { return text == "A" || text == "B" || text == "C"; }

struct Rule {
  bool (*holds)(std::string_view);
  const char* wanted;
};

const std::map<std::string, Rule, std::less<>>& rules() {
  static const std::map<std::string, Rule, std::less<>> table = {
      {stm("validFrom"), {is_date, "a date that there is"}},
      {stm("validTo"), {is_date, "a date that there is"}},
      {stm("population"), {is_whole_number, "a whole number"}},
      {stm("tier"), {is_tier, "A, B or C"}},
      {stm("exactCase"), {is_flag, "true or false"}},
      {stm("needsContext"), {is_flag, "true or false"}},
      {stm("guideTerm"), {is_flag, "true or false"}},
      {stm("creditRequired"), {is_flag, "true or false"}},
      {"http://www.w3.org/2003/01/geo/wgs84_pos#lat",
       {[](std::string_view t) { return is_between(t, -90, 90); }, "degrees from -90 to 90"}},
      {"http://www.w3.org/2003/01/geo/wgs84_pos#long",
       {[](std::string_view t) { return is_between(t, -180, 180); }, "degrees from -180 to 180"}},
  };
  return table;
}

void check_term_of_office(const std::string& iri, const Subject& subject, const CheckedPack& pack, Findings& findings) {
  const std::string_view from = subject.first(Property::valid_from), to = subject.first(Property::valid_to);
  if (from.empty() || to.empty()) return;
  const std::size_t shared = std::min(from.size(), to.size());
  if (from.substr(0, shared) > to.substr(0, shared))
    findings.add("pack.value", short_iri(iri) + " ends before it begins", pack.store.place_of(rdf::iri_view(iri)));
}

} // namespace

void check_values(const CheckedPack& pack, Findings& findings) {
  for (const auto& [triple, place] : pack.triples) {
    const auto rule = rules().find(triple.predicate.value);
    if (rule != rules().end() && !rule->second.holds(triple.object.value))
      findings.add(
          "pack.value",
          short_iri(triple.predicate.value) + " is \"" + triple.object.value + "\", not " + rule->second.wanted, place);
  }
  for (const auto& [iri, subject] : pack.subjects) check_term_of_office(iri, subject, pack, findings);
}

} // namespace stemma::pack
