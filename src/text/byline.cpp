#include "text/byline.hpp"

#include "text/english.hpp"
#include "text/line.hpp"
#include "text/utf8.hpp"

#include <unicode/uchar.h>

#include <array>

namespace stemma::text {
namespace {

constexpr std::size_t longest_byline = 140; // bytes

bool starts_upper(std::string_view word) {
  const auto c = static_cast<UChar32>(utf8::at(word, 0).value);
  return u_isupper(c) || u_istitle(c) || (u_isalpha(c) && !u_islower(c)); // scripts without case count as upper
}

bool is_name_particle(std::string_view word) {
  static constexpr std::array<std::string_view, 18> particles{"al",    "bin", "bint", "da",  "de",  "del",
                                                              "della", "den", "der",  "di",  "dos", "du",
                                                              "el",    "ibn", "la",   "van", "von", "zu"};
  for (const std::string_view particle : particles)
    if (word == particle || word.starts_with("al-") || word.starts_with("el-")) return true;
  return false;
}

bool is_name_word(std::string_view word) {
  if (is_name_particle(word)) return true;
  if (!starts_upper(word)) return false;
  for (std::size_t i = 0; i < word.size();) {
    const utf8::CodePoint c = utf8::at(word, i);
    const bool inner = c.value == '\'' || c.value == '-' || c.value == '.';
    if (!inner && !u_isalpha(static_cast<UChar32>(c.value)) && u_getCombiningClass(static_cast<UChar32>(c.value)) == 0)
      return false;
    i += c.length;
  }
  return true;
}

// Takes the next word off `text`.
std::string_view take_word(std::string_view& text) {
  text = trimmed(text);
  const std::string_view word = text.substr(0, text.find(' '));
  text.remove_prefix(word.size());
  return word;
}

bool equals_ignoring_case(std::string_view text, std::string_view lower) {
  if (text.size() != lower.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] + ('a' - 'A')) : text[i];
    if (c != lower[i]) return false;
  }
  return true;
}

// The text behind "By ", "From: " and their like; empty view with null data: no byline.
std::string_view after_lead(std::string_view line) {
  static constexpr std::array<std::string_view, 11> with_colon{
      "by", "from", "text", "words", "author", "authors", "byline", "report", "reporting", "written by", "reported by"};
  const std::size_t colon = line.find(':');
  if (colon != std::string_view::npos)
    for (const std::string_view lead : with_colon)
      if (equals_ignoring_case(trimmed(line.substr(0, colon)), lead)) return trimmed(line.substr(colon + 1));
  static constexpr std::array<std::string_view, 4> plain{"by ", "written by ", "reported by ", "reporting by "};
  for (const std::string_view lead : plain)
    if (line.size() > lead.size() && equals_ignoring_case(line.substr(0, lead.size()), lead))
      return trimmed(line.substr(lead.size()));
  return {};
}

// Where a list of names is cut: "," "/" "&" "and" "|" ";".
std::size_t next_separator(std::string_view text, std::size_t& length) {
  static constexpr std::array<std::string_view, 8> separators{", and ", " and ", " AND ", ", ",
                                                              " / ",    " & ",   " | ",   ";"};
  std::size_t best = std::string_view::npos;
  length = 0;
  for (const std::string_view separator : separators) {
    const std::size_t at = text.find(separator);
    if (at < best || (at == best && separator.size() > length)) {
      best = at;
      length = separator.size();
    }
  }
  return best;
}

std::string_view without_end_marks(std::string_view text) {
  while (!text.empty() && (text.back() == ',' || text.back() == ';' || text.back() == ')' || text.back() == '.'))
    text.remove_suffix(1);
  return trimmed(text);
}

} // namespace

bool is_person_name(std::string_view text) {
  std::size_t words = 0;
  bool last_upper = false;
  for (std::string_view word = take_word(text); !word.empty(); word = take_word(text)) {
    if (!is_name_word(word) || english::names_body(word) || (words == 0 && english::begins_sentence(word)))
      return false;
    last_upper = starts_upper(word);
    ++words;
  }
  return words >= 2 && words <= 5 && last_upper;
}

std::vector<std::string> parse_authors(std::string_view text) {
  std::vector<std::string> authors;
  while (!text.empty()) {
    std::size_t length = 0;
    const std::size_t end = next_separator(text, length);
    const std::string_view name = without_end_marks(trimmed(text.substr(0, end)));
    if (!is_person_name(name)) break;
    authors.emplace_back(name);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + length);
  }
  return authors;
}

Byline parse_byline(std::string_view line) {
  Byline byline;
  if (line.size() > longest_byline) return byline;
  std::string_view names = after_lead(line);
  if (names.empty()) return byline;
  const std::size_t in = names.find(" in ");
  if (in != std::string_view::npos) {
    const std::string_view place = without_end_marks(names.substr(in + 4));
    names = names.substr(0, in);
    if (!place.empty() && is_name_word(place.substr(0, place.find(' ')))) byline.place = place;
  }
  byline.authors = parse_authors(names);
  const bool sentence = line.back() == '.' || line.find(". ") != std::string_view::npos;
  byline.found = !byline.authors.empty() || (!sentence && line.size() < 60);
  if (byline.authors.empty()) byline.place.clear();
  return byline;
}

} // namespace stemma::text
