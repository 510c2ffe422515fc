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

// Text without what neither format can hold (control characters, non-characters). `escape` writes the characters that
// it has a form of its own for, and answers whether it did.
template <class Escape>
void append_escaped(std::string_view text, std::string& out, Escape escape) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (escape(c)) continue;
    if (begins_noncharacter(text.substr(i)))
      i += 2;
    else if (!is_control(static_cast<unsigned char>(c)))
      out += c;
  }
}

} // namespace

void append_xml(std::string_view text, std::string& out) {
  append_escaped(text, out, [&out](char c) {
    switch (c) {
    case '&': out += "&amp;"; return true;
    case '<': out += "&lt;"; return true;
    case '>': out += "&gt;"; return true;
    case '"': out += "&quot;"; return true;
    case '\t': out += "&#9;"; return true;
    case '\n': out += "&#10;"; return true;
    case '\r': out += "&#13;"; return true;
    default: return false;
    }
  });
}

void append_dot_label(std::string_view text, std::string& out) {
  out += '"';
  append_escaped(text, out, [&out](char c) {
    switch (c) {
    case '"': out += "\\\""; return true;
    case '\\': out += "\\\\"; return true;
    case '&': out += "&amp;"; return true;
    case '\n': out += "\\n"; return true;
    case '\t': out += ' '; return true;
    default: return false;
    }
  });
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
