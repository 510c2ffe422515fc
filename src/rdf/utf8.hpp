#pragma once
// Strict UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stemma::rdf {

struct DecodedPoint {
  char32_t point = 0;
  std::uint32_t length = 0; // bytes taken; 0: the bytes at this place are not UTF-8
};

// `at` must lie inside `text`. Never looks past the end.
DecodedPoint decode_point(std::string_view text, std::size_t at);

// Offset in bytes of the first bad sequence; npos when all is well.
std::size_t find_bad_utf8(std::string_view text);

// Offset of the first place that cannot stand in a literal: bad UTF-8, or a code point which XML 1.0 cannot carry
// (SPARQL results and RDF/XML are XML: NUL, most controls, U+FFFE, U+FFFF). npos when all is well.
std::size_t find_unwritable(std::string_view text);

} // namespace stemma::rdf
