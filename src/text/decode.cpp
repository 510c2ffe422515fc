#include "text/decode.hpp"

#include "text/charset.hpp"
#include "text/utf8.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>

namespace stemma::text {
namespace {

// Offsets are 32 bits wide.
constexpr std::size_t largest_text = std::numeric_limits<std::uint32_t>::max();
constexpr const char* too_large = "4 GiB and more are not read as one document";

struct Sequence {
  bool good = false;
  std::size_t length = 1; // of a bad one: its maximal well-formed part (Unicode, section 3.9), at least 1
};

// Table 3-7 of the Unicode Standard: what may follow which lead byte.
Sequence utf8_sequence(std::string_view bytes, std::size_t place) {
  const auto byte = [&](std::size_t index) -> unsigned {
    return place + index < bytes.size() ? static_cast<unsigned char>(bytes[place + index]) : 0u;
  };
  const unsigned lead = byte(0);
  if (lead < 0x80) return {true, 1};
  const std::size_t length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  if (length == 0) return {false, 1};
  const unsigned lowest = lead == 0xE0 ? 0xA0u : lead == 0xF0 ? 0x90u : 0x80u;
  const unsigned highest = lead == 0xED ? 0x9Fu : lead == 0xF4 ? 0x8Fu : 0xBFu;
  if (byte(1) < lowest || byte(1) > highest) return {false, 1};
  for (std::size_t i = 2; i < length; ++i)
    if ((byte(i) & 0xC0u) != 0x80u) return {false, i};
  return {true, length};
}

struct Tally {
  std::size_t good = 0; // sequences of more than one byte
  std::size_t bad = 0;
  bool cut_at_end = false; // the last bad sequence is the beginning of a good one, cut by the end of the bytes
};

Tally tally_utf8(std::string_view bytes) {
  Tally tally;
  for (std::size_t place = 0; place < bytes.size();) {
    place += utf8::ascii_length(bytes, place);
    if (place == bytes.size()) break;
    const Sequence sequence = utf8_sequence(bytes, place);
    ++(sequence.good ? tally.good : tally.bad);
    place += sequence.length;
    tally.cut_at_end =
        !sequence.good && place == bytes.size() && static_cast<unsigned char>(bytes[place - sequence.length]) >= 0xC2;
  }
  return tally;
}

std::string repair_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + 16);
  for (std::size_t place = 0; place < bytes.size();) {
    const std::size_t bad_at = find_invalid_utf8(bytes, place);
    out.append(bytes, place, bad_at - place);
    if (bad_at == bytes.size()) break;
    utf8::append(out, utf8::replacement_character);
    place = bad_at + utf8_sequence(bytes, bad_at).length;
  }
  return out;
}

// Reads code units of `width` bytes.
class Units {
public:
  Units(std::string_view bytes, std::size_t width, bool big_endian) : bytes_(bytes), width_(width), big_(big_endian) {}
  bool complete(std::size_t place) const { return place + width_ <= bytes_.size(); }
  char32_t at(std::size_t place) const {
    char32_t value = 0;
    for (std::size_t i = 0; i < width_; ++i) {
      const auto byte = static_cast<unsigned char>(bytes_[place + (big_ ? i : width_ - 1 - i)]);
      value = (value << 8) | byte;
    }
    return value;
  }

private:
  std::string_view bytes_;
  std::size_t width_;
  bool big_;
};

struct Reading {
  std::string text;
  std::size_t bad = 0;
};

Reading decode_utf16(std::string_view bytes, bool big_endian) {
  const Units units(bytes, 2, big_endian);
  Reading out;
  out.text.reserve(bytes.size() / 2 + 16);
  std::size_t place = 0;
  for (; units.complete(place); place += 2) {
    char32_t c = units.at(place);
    if (c >= 0xD800 && c < 0xE000) {
      const char32_t next = units.complete(place + 2) ? units.at(place + 2) : 0;
      if (c < 0xDC00 && next >= 0xDC00 && next < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10) + (next - 0xDC00);
        place += 2;
      } else {
        c = utf8::replacement_character;
        ++out.bad;
      }
    }
    utf8::append(out.text, c);
  }
  if (place < bytes.size()) {
    utf8::append(out.text, utf8::replacement_character);
    ++out.bad;
  }
  return out;
}

Reading decode_utf32(std::string_view bytes, bool big_endian) {
  const Units units(bytes, 4, big_endian);
  Reading out;
  out.text.reserve(bytes.size() / 4 + 16);
  std::size_t place = 0;
  for (; place < bytes.size(); place += 4) {
    const char32_t c = units.complete(place) ? units.at(place) : 0xFFFFFFFF;
    const bool good = c < 0xD800 || (c >= 0xE000 && c < 0x110000);
    out.bad += good ? 0u : 1u;
    utf8::append(out.text, good ? c : utf8::replacement_character);
  }
  return out;
}

struct UnicodeForm {
  const char* charset;
  std::size_t width; // bytes of a code unit
  bool big_endian;
  std::size_t bom; // bytes to skip
};

std::optional<UnicodeForm> form_by_bom(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xEF\xBB\xBF"sv)) return UnicodeForm{"UTF-8", 1, false, 3};
  if (bytes.starts_with("\xFF\xFE\0\0"sv) && bytes.size() % 4 == 0) return UnicodeForm{"UTF-32LE", 4, false, 4};
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return UnicodeForm{"UTF-32BE", 4, true, 4};
  if (bytes.starts_with("\xFF\xFE"sv)) return UnicodeForm{"UTF-16LE", 2, false, 2};
  if (bytes.starts_with("\xFE\xFF"sv)) return UnicodeForm{"UTF-16BE", 2, true, 2};
  return std::nullopt;
}

constexpr std::size_t sample_size = 32768;

// Text of Latin letters in UTF-16 has a zero in every second byte, and nearly none in the others.
std::optional<UnicodeForm> form_by_zeros(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, sample_size);
  if (sample.find('\0') == std::string_view::npos) return std::nullopt;
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < sample.size(); ++i) zeros[i % 2] += sample[i] == '\0' ? 1u : 0u;
  const std::size_t many = sample.size() / 5;
  const std::size_t few = sample.size() / 100;
  if (sample.size() < 4) return std::nullopt;
  if (zeros[1] > many && zeros[0] <= few) return UnicodeForm{"UTF-16LE", 2, false, 0};
  if (zeros[0] > many && zeros[1] <= few) return UnicodeForm{"UTF-16BE", 2, true, 0};
  return std::nullopt;
}

struct FileKind {
  std::string_view magic;
  std::string_view name;
};

// How formats begin that people leave among their texts by mistake.
constexpr std::array<FileKind, 7> known_binaries{{{"%PDF-", "a PDF"},
                                                  {"PK\x03\x04", "a zip archive or office document"},
                                                  {"\x1F\x8B", "a gzip file"},
                                                  {"\x89PNG", "a PNG image"},
                                                  {"\xFF\xD8\xFF", "a JPEG image"},
                                                  {"\x7F"
                                                   "ELF",
                                                   "a program"},
                                                  {"{\\rtf", "a rich text (RTF) file"}}};

// Of eight characters at once those below a space, as their highest bits; exact for ASCII, others do not count.
std::uint64_t below_space(std::uint64_t word) {
  constexpr std::uint64_t each = 0x0101010101010101u;
  return ~((word & each * 0x7f) + each * 0x60) & ~word & each * 0x80;
}

bool is_control(char byte) {
  const auto c = static_cast<unsigned char>(byte);
  return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != 0x1B;
}

std::size_t count_controls(std::string_view text) {
  std::size_t count = 0;
  for (std::uint64_t word = 0; text.size() >= sizeof word; text.remove_prefix(sizeof word)) {
    std::memcpy(&word, text.data(), sizeof word);
    if (below_space(word) != 0)
      count += static_cast<std::size_t>(std::count_if(text.begin(), text.begin() + sizeof word, is_control));
  }
  return count + static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_control));
}

// Empty: it may be text.
std::string_view binary_kind(std::string_view bytes) {
  for (const FileKind& kind : known_binaries)
    if (bytes.starts_with(kind.magic)) return kind.name;
  const std::string_view sample = bytes.substr(0, sample_size);
  const std::size_t controls = count_controls(sample);
  // A stray control character is removed; one in forty is no text.
  return controls > 4 && controls > sample.size() / 40 ? "binary data" : std::string_view{};
}

Place place_of(std::string_view bytes, std::size_t at, const std::string& path) {
  const std::string_view before = bytes.substr(0, at);
  const auto lines = static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t line_start = before.rfind('\n') + 1; // npos + 1 is 0
  return {path, lines + 1, at - line_start + 1};
}

Decoded refuse(std::string code, std::string message, const std::string& path) {
  Decoded out;
  out.diagnostics.push_back({Severity::error, std::move(code), std::move(message), {path, 0, 0}});
  return out;
}

void note(Decoded& out, const char* code, std::string message, Place place) {
  out.diagnostics.push_back({Severity::warning, code, std::move(message), std::move(place)});
}

void note_bad_sequences(Decoded& out, std::size_t bad, Place place) {
  if (bad == 0) return;
  note(out, "text.bad-sequences", fmt::format("{} bad sequence(s) of {}, each read as U+FFFD", bad, out.charset),
       std::move(place));
}

Decoded decode_form(std::string_view bytes, const UnicodeForm& form, const std::string& path) {
  Decoded out;
  out.charset = form.charset;
  const std::string_view rest = bytes.substr(form.bom);
  Reading reading = form.width == 2 ? decode_utf16(rest, form.big_endian) : decode_utf32(rest, form.big_endian);
  out.source = std::move(reading.text);
  note_bad_sequences(out, reading.bad, {path, 0, 0});
  return out;
}

// Mostly good UTF-8 with a few bad bytes, or cut in the middle of a character, stays UTF-8: guessing a charset would
// spoil every good character.
bool is_damaged_utf8(const Tally& tally) {
  if (tally.bad == 1 && tally.cut_at_end) return true;
  return tally.good >= 4 * tally.bad;
}

Decoded decode_legacy(std::string_view bytes, std::size_t bad_at, const std::string& path) {
  const std::size_t sample_start = bad_at > sample_size / 4 ? bad_at - sample_size / 4 : 0;
  const std::optional<std::string> detected = detect_charset(bytes.substr(sample_start, sample_size));
  Decoded out;
  out.charset = detected.value_or("windows-1252"); // what the web takes for text of an unknown charset
  std::optional<Converted> converted = convert_to_utf8(bytes, out.charset);
  const Place place = place_of(bytes, bad_at, path);
  if (!converted) return refuse("text.charset", fmt::format("charset {} is not known to ICU", out.charset), path);
  out.source = std::move(converted->text);
  note(out, "text.charset",
       fmt::format("not UTF-8; read as {}{}", out.charset, detected ? "" : " (nothing was likely)"), place);
  note_bad_sequences(out, converted->bad_sequences, place);
  return out;
}

Decoded decode_utf8(std::string_view bytes, const std::string& path) {
  const std::size_t bad_at = find_invalid_utf8(bytes);
  Decoded out;
  if (bad_at == bytes.size()) {
    out.source = bytes;
    return out;
  }
  const Tally tally = tally_utf8(bytes);
  if (!is_damaged_utf8(tally)) return decode_legacy(bytes, bad_at, path);
  out.source = repair_utf8(bytes);
  note(out, "text.invalid-utf8", fmt::format("{} bad sequence(s) of UTF-8, each read as U+FFFD", tally.bad),
       place_of(bytes, bad_at, path));
  return out;
}

Decoded decode_any(std::string_view bytes, const std::string& path) {
  if (const auto form = form_by_bom(bytes)) {
    if (form->width > 1) return decode_form(bytes, *form, path);
    Decoded out;
    const std::string_view rest = bytes.substr(form->bom);
    const std::size_t bad_at = find_invalid_utf8(rest);
    out.source = bad_at == rest.size() ? std::string(rest) : repair_utf8(rest);
    if (bad_at < rest.size()) note_bad_sequences(out, tally_utf8(rest).bad, place_of(rest, bad_at, path));
    return out;
  }
  if (const auto form = form_by_zeros(bytes)) return decode_form(bytes, *form, path);
  const std::string_view kind = binary_kind(bytes);
  if (!kind.empty()) return refuse("text.binary", fmt::format("not a text: {}", kind), path);
  return decode_utf8(bytes, path);
}

Decoded decode_as(std::string_view bytes, const std::string& charset, const std::string& path) {
  const std::optional<Converted> converted = convert_to_utf8(bytes, charset);
  if (!converted) return decode_utf8(bytes, path);
  Decoded out;
  out.charset = charset;
  out.source = converted->text;
  note_bad_sequences(out, converted->bad_sequences, {path, 0, 0});
  return out;
}

Decoded decode_labelled(std::string_view bytes, std::string_view label, const std::string& path) {
  const std::optional<std::string> charset = find_web_charset(label);
  if (!charset || *charset == "UTF-8" || form_by_bom(bytes) || form_by_zeros(bytes) || !binary_kind(bytes).empty())
    return decode_any(bytes, path);
  if (find_invalid_utf8(bytes) < bytes.size()) return decode_as(bytes, *charset, path);
  Decoded out = decode_utf8(bytes, path);
  if (tally_utf8(bytes).good > 0 && *charset != "ISO-2022-JP")
    note(out, "text.charset", fmt::format("says that it is {}, and is UTF-8", *charset), {path, 0, 0});
  else if (*charset == "ISO-2022-JP") // all of its bytes are ASCII
    return decode_as(bytes, *charset, path);
  return out;
}

Decoded unless_too_large(Decoded decoded, const std::string& path) {
  if (decoded.source.size() >= largest_text) return refuse("text.too-large", too_large, path);
  return decoded;
}

} // namespace

std::size_t find_invalid_utf8(std::string_view bytes, std::size_t from) {
  for (std::size_t place = from; place < bytes.size();) {
    place += utf8::ascii_length(bytes, place);
    if (place == bytes.size()) break;
    const Sequence sequence = utf8_sequence(bytes, place);
    if (!sequence.good) return place;
    place += sequence.length;
  }
  return bytes.size();
}

Decoded decode(std::string_view bytes, const std::string& path) {
  if (bytes.size() >= largest_text) return refuse("text.too-large", too_large, path);
  return unless_too_large(decode_any(bytes, path), path);
}

Decoded decode_page(std::string_view bytes, std::string_view label, const std::string& path) {
  if (bytes.size() >= largest_text) return refuse("text.too-large", too_large, path);
  return unless_too_large(decode_labelled(bytes, label, path), path);
}

} // namespace stemma::text
