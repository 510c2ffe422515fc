#include "rdf/utf8.hpp"

#include <cstring>

namespace stemma::rdf {

namespace {

constexpr std::uint64_t each_byte(std::uint8_t value) { return 0x0101010101010101ULL * value; }

std::uint64_t load(const char* from) {
  std::uint64_t word = 0;
  std::memcpy(&word, from, sizeof word);
  return word;
}

bool all_ascii(std::uint64_t word) { return (word & each_byte(0x80)) == 0; }
// True only if no byte is below the space and none has its high bit set. A borrow can only make it say no too often.
bool all_plain(std::uint64_t word) { return ((word | (word - each_byte(0x20))) & each_byte(0x80)) == 0; }

bool continues(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

bool allowed_in_xml(char32_t point) {
  if (point < 0x20) return point == '\t' || point == '\n' || point == '\r';
  return point != 0xFFFE && point != 0xFFFF;
}

} // namespace

DecodedPoint decode_point(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[at + i])); };
  const char32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xC2 || lead > 0xF4) return {};
  if (!continues(text, at + 1)) return {};
  if (lead < 0xE0) return {((lead & 0x1F) << 6) | (byte(1) & 0x3F), 2};
  if (!continues(text, at + 2)) return {};
  if (lead < 0xF0) {
    const char32_t point = ((lead & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F);
    const bool good = point >= 0x800 && (point < 0xD800 || point > 0xDFFF);
    return good ? DecodedPoint{point, 3} : DecodedPoint{};
  }
  if (!continues(text, at + 3)) return {};
  const char32_t point = ((lead & 0x07) << 18) | ((byte(1) & 0x3F) << 12) | ((byte(2) & 0x3F) << 6) | (byte(3) & 0x3F);
  return point >= 0x10000 && point <= 0x10FFFF ? DecodedPoint{point, 4} : DecodedPoint{};
}

std::size_t find_bad_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (at + 8 <= text.size() && all_ascii(load(text.data() + at))) {
      at += 8;
      continue;
    }
    const DecodedPoint decoded = decode_point(text, at);
    if (decoded.length == 0) return at;
    at += decoded.length;
  }
  return std::string_view::npos;
}

std::size_t find_unwritable(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (at + 8 <= text.size() && all_plain(load(text.data() + at))) {
      at += 8;
      continue;
    }
    const DecodedPoint decoded = decode_point(text, at);
    if (decoded.length == 0 || !allowed_in_xml(decoded.point)) return at;
    at += decoded.length;
  }
  return std::string_view::npos;
}

} // namespace stemma::rdf
