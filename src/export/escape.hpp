#pragma once
// Text into the quoting of each format. Every function takes valid UTF-8 of any content and appends characters that
// the format's readers give back; what a format cannot carry at all is left out.

#include <cstddef>
#include <string>
#include <string_view>

namespace stemma::exporting {

// For XML text and attribute values alike. Characters that XML 1.0 forbids (controls, U+FFFE, U+FFFF) are left out;
// tab and line breaks are written as references, so that a reader does not turn them into blanks.
void append_xml(std::string_view text, std::string& out);

// A quoted DOT label that is drawn as exactly this text: no escape sequence, entity or HTML is seen in it. Line breaks
// stay line breaks; controls, and what an SVG could not carry, are left out.
void append_dot_label(std::string_view text, std::string& out);

// A field after RFC 4180, quoted where it must be. Controls other than tab and line breaks are left out. A text that a
// spreadsheet would take for a formula (its first visible character is = + - @, or it begins with a tab or a line
// break) gets an apostrophe in front.
void append_csv_field(std::string_view text, std::string& out);

// At most `limit` code points; a longer text ends with "…".
std::string shorten(std::string_view text, std::size_t limit);

} // namespace stemma::exporting
