#include "language/lexeme.hpp"

#include "language/code_points.hpp"
#include "text/unicode.hpp"

#include <algorithm>

namespace stemma::language {

namespace {

// Norms that live in spaCy's library and not in the model (spacy/lang/norm_exceptions.py).
constexpr std::pair<std::string_view, std::string_view> base_norms[] = {
    {"'s", "'s"}, {"'S", "'s"}, {"’s", "'s"},  {"’S", "'s"}, {"’", "'"},   {"‘", "'"},   {"´", "'"},  {"`", "'"},
    {"”", "\""},  {"“", "\""},  {"''", "\""},  {"``", "\""}, {"´´", "\""}, {"„", "\""},  {"»", "\""}, {"«", "\""},
    {"‘‘", "\""}, {"’’", "\""}, {"？", "?"},   {"！", "!"},  {"，", ","},  {"；", ";"},  {"：", ":"}, {"。", "."},
    {"।", "."},   {"…", "..."}, {"—", "-"},    {"–", "-"},   {"--", "-"},  {"---", "-"}, {"——", "-"}, {"€", "$"},
    {"£", "$"},   {"¥", "$"},   {"฿", "$"},    {"US$", "$"}, {"C$", "$"},  {"A$", "$"},  {"₺", "$"},  {"₹", "$"},
    {"৳", "$"},   {"₩", "$"},   {"Mex$", "$"}, {"₣", "$"},   {"E£", "$"}};

std::string_view find_base_norm(std::string_view text) {
  if (text.size() > 8) return {};
  for (const auto& [form, norm] : base_norms)
    if (form == text) return norm;
  return {};
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char32_t shape_of(char32_t c) {
  if (text::is_letter(c)) return text::is_uppercase_letter(c) ? U'X' : U'x';
  return text::is_digit(c) ? U'd' : c;
}

// The first `count` code points of the text, in bytes; if there are fewer, all.
std::size_t bytes_of_first(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; count > 0 && at < text.size(); --count) at += decode_code_point(text, at).length;
  return at;
}

} // namespace

std::string lower_case(std::string_view text) {
  if (!is_ascii(text)) return text::to_lower(text);
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

std::string word_shape(std::string_view text) {
  const std::u32string decoded = decode_utf8(text);
  if (decoded.size() >= 100) return "LONG";
  std::u32string shape;
  unsigned run = 0;
  char32_t last = ~char32_t{0}; // no character
  for (const char32_t c : decoded) {
    const char32_t mapped = shape_of(c);
    run = mapped == last ? run + 1 : 0;
    last = mapped;
    if (run < 4) shape.push_back(mapped);
  }
  return encode_utf8(shape);
}

LexicalAttributes lexical_attributes(std::string_view text, const NormTable& norms) {
  LexicalAttributes attributes;
  attributes.orth = string_id(text);
  attributes.lower = lower_case(text);
  const auto listed = norms.find(attributes.orth);
  const std::string_view base = find_base_norm(text);
  attributes.norm = listed != norms.end() ? listed->second
                    : !base.empty()       ? string_id(base)
                                          : string_id(attributes.lower);
  attributes.prefix = string_id(text.substr(0, bytes_of_first(text, 1)));
  const std::u32string decoded = decode_utf8(text);
  const std::size_t before = decoded.size() > 3 ? bytes_of_first(text, decoded.size() - 3) : 0;
  attributes.suffix = string_id(text.substr(before));
  attributes.shape = string_id(word_shape(text));
  attributes.is_space = !decoded.empty() && std::all_of(decoded.begin(), decoded.end(), is_python_space);
  return attributes;
}

} // namespace stemma::language
