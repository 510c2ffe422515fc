#include "export/escape.hpp"

#include <algorithm>
#include <array>

namespace stemma::exporting {
namespace {

bool is_control(unsigned char byte) { return byte < 0x20 || byte == 0x7f; }

bool begins_noncharacter(std::string_view rest) {
  return rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF");
}

bool is_continuation(unsigned char byte) { return (byte & 0xc0U) == 0x80; }

bool is_formula(std::string_view text) {
  if (text.starts_with('\t') || text.starts_with('\r') || text.starts_with('\n')) return true;
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  // The second four are the full-width forms, which some spreadsheets take for the same.
  constexpr std::array<std::string_view, 8> openers{"=", "+", "-", "@", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
  return std::any_of(openers.begin(), openers.end(), [&](std::string_view sign) { return text.starts_with(sign); });
}

} // namespace

void append_xml(std::string_view text, std::string& out) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    switch (const char c = text[i]) {
    case '&': out += "&amp;"; break;
    case '<': out += "&lt;"; break;
    case '>': out += "&gt;"; break;
    case '"': out += "&quot;"; break;
    case '\t': out += "&#9;"; break;
    case '\n': out += "&#10;"; break;
    case '\r': out += "&#13;"; break;
    case '\xEF':
      if (begins_noncharacter(text.substr(i)))
        i += 2;
      else
        out += c;
      break;
    default:
      if (!is_control(static_cast<unsigned char>(c))) out += c;
    }
  }
}

void append_dot_label(std::string_view text, std::string& out) {
  out += '"';
  for (std::size_t i = 0; i < text.size(); ++i) {
    switch (const char c = text[i]) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '&': out += "&amp;"; break;
    case '\n': out += "\\n"; break;
    case '\t': out += ' '; break;
    case '\xEF':
      if (begins_noncharacter(text.substr(i)))
        i += 2;
      else
        out += c;
      break;
    default:
      if (!is_control(static_cast<unsigned char>(c))) out += c;
    }
  }
  out += '"';
}

void append_csv_field(std::string_view text, std::string& out) {
  std::string field;
  for (const char c : text)
    if (!is_control(static_cast<unsigned char>(c)) || c == '\t' || c == '\n' || c == '\r') field += c;
  if (is_formula(field)) field.insert(field.begin(), '\'');
  if (field.find_first_of(",\"\r\n") == std::string::npos) {
    out += field;
    return;
  }
  out += '"';
  for (const char c : field) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

std::string shorten(std::string_view text, std::size_t limit) {
  std::size_t points = 0;
  std::size_t cut = 0; // where the last code point that fits beside the "…" ends
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_continuation(static_cast<unsigned char>(text[i]))) continue;
    if (points + 1 == limit) cut = i;
    if (++points > limit) return std::string(text.substr(0, cut)) + "…";
  }
  return std::string(text);
}

} // namespace stemma::exporting
