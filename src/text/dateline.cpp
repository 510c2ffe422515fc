#include "text/dateline.hpp"

#include "text/english.hpp"
#include "text/line.hpp"
#include "text/utf8.hpp"

#include <unicode/uchar.h>

#include <algorithm>

namespace stemma::text {
namespace {

constexpr std::size_t longest_dateline = 120;      // bytes
constexpr std::size_t shortest_story = 60;         // bytes of running text that must follow a dateline
constexpr std::size_t shortest_story_of_wire = 20; // a credit in brackets leaves little doubt
constexpr std::size_t most_place_words = 4;

bool is_upper(char32_t c) { return u_isupper(static_cast<UChar32>(c)) || u_istitle(static_cast<UChar32>(c)); }

struct PlaceShape {
  std::size_t words = 0;
  bool all_capitals = true; // "NEW YORK", "STOCKHOLM/ANKARA"
  std::size_t length = 0;
};

bool is_place_character(char32_t c) {
  return c == '\'' || c == '-' || c == '/' || c == '.' || u_isalpha(static_cast<UChar32>(c)) ||
         u_getCombiningClass(static_cast<UChar32>(c)) != 0;
}

// A row of capitalised words: "Port-au-Prince", "NEW YORK", "Tel Aviv".
PlaceShape read_place(std::string_view text) {
  PlaceShape shape;
  std::size_t place = 0;
  while (place < text.size() && shape.words < most_place_words) {
    if (!is_upper(utf8::at(text, place).value)) break;
    std::size_t letters = 0;
    while (place < text.size()) {
      const utf8::CodePoint c = utf8::at(text, place);
      if (!is_place_character(c.value) || text.substr(place).starts_with("--")) break;
      if (u_islower(static_cast<UChar32>(c.value))) shape.all_capitals = false;
      place += c.length;
      ++letters;
    }
    ++shape.words;
    shape.length = place;
    if (letters < 2 && shape.words == 1) return {};
    if (place >= text.size() || text[place] != ' ') break;
    ++place;
  }
  return shape;
}

// "Yonhap", "AP", "Xinhua News Agency", "ANA-MPA": in brackets, at most five words and 40 bytes.
std::string_view read_wire(std::string_view text) {
  if (!text.starts_with('(')) return {};
  const std::size_t close = text.find(')');
  if (close == std::string_view::npos || close < 3 || close > 41) return {};
  const std::string_view wire = text.substr(1, close - 1);
  const bool capital = is_upper(utf8::at(wire, 0).value);
  const bool lower_acronym = wire.size() <= 5 && wire.find(' ') == std::string_view::npos; // "dpa", "epd"
  if (wire.find_first_of("0123456789;:?!\"") != std::string_view::npos) return {};
  return capital || lower_acronym ? wire : std::string_view{};
}

class Reader {
public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::optional<Dateline> read() {
    const PlaceShape shape = read_place(text_);
    if (shape.words == 0) return std::nullopt;
    out_.place = text_.substr(0, shape.length);
    place_ = shape.length;
    split_outlet(shape);
    read_parts();
    if (!read_separator()) return std::nullopt;
    out_.length = place_;
    return is_believed(shape) ? std::optional(out_) : std::nullopt;
  }

private:
  std::string_view rest() const { return text_.substr(place_); }
  void skip_spaces() {
    while (place_ < text_.size() && text_[place_] == ' ') ++place_;
  }

  // An acronym of up to three letters, alone or behind a place in small letters, is the outlet's own tag.
  void split_outlet(const PlaceShape& shape) {
    const std::size_t space = out_.place.rfind(' ');
    const std::string_view last = out_.place.substr(space == std::string_view::npos ? 0 : space + 1);
    const bool acronym =
        last.size() <= 3 && std::all_of(last.begin(), last.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!acronym || (shape.words > 1 && shape.all_capitals)) return;
    out_.outlet = last;
    out_.place = out_.place.substr(0, shape.words > 1 ? space : 0);
  }

  // ", Region", ", Nov. 1", "(Wire)" in any order that is met.
  void read_parts() {
    for (int part = 0; part < 4; ++part) {
      const std::size_t start = place_;
      const bool comma = place_ < text_.size() && text_[place_] == ',';
      if (comma) ++place_;
      skip_spaces();
      if (read_date() || read_wire_part() || (comma && read_region())) continue;
      place_ = start;
      return;
    }
  }
  bool read_date() {
    if (out_.date) return false;
    const std::optional<WrittenDate> date = parse_written_date(rest());
    if (!date) return false;
    out_.date = date;
    place_ += date->length;
    return true;
  }
  bool read_wire_part() {
    if (!out_.wire.empty()) return false;
    const std::string_view wire = read_wire(rest());
    if (wire.empty()) return false;
    out_.wire = wire;
    place_ += wire.size() + 2;
    return true;
  }
  bool read_region() {
    const PlaceShape shape = read_place(rest());
    place_ += shape.length;
    return shape.length > 0;
  }

  bool read_separator() {
    out_.colon = place_ < text_.size() && text_[place_] == ':';
    if (out_.colon) {
      ++place_;
      return place_ < text_.size() && text_[place_] == ' ';
    }
    skip_spaces();
    if (rest().starts_with("--")) {
      place_ += 2;
      return true;
    }
    const bool spaced = rest().starts_with("- ") && place_ > 0 && text_[place_ - 1] == ' ';
    if (spaced) ++place_;
    return spaced;
  }

  bool is_believed(const PlaceShape& shape) {
    const std::string_view story = trimmed(rest());
    if (story.size() < (out_.wire.empty() ? shortest_story : shortest_story_of_wire)) return false;
    if (!out_.wire.empty() || out_.date || !out_.outlet.empty()) return !(out_.colon && !out_.outlet.empty());
    const std::string_view first_word = out_.place.substr(0, out_.place.find(' '));
    if (english::labels_paragraph(first_word)) return false;
    if (shape.all_capitals && !out_.colon) return true;
    out_.by_shape = true;
    const char32_t begin = utf8::at(story, 0).value;
    const bool sentence = is_upper(begin) || begin == '"' || begin == '\'' || u_isdigit(static_cast<UChar32>(begin));
    return sentence && shape.words <= 3 && !english::begins_sentence(first_word);
  }

  std::string_view text_;
  std::size_t place_ = 0;
  Dateline out_;
};

} // namespace

std::optional<Dateline> parse_dateline(std::string_view paragraph) {
  std::optional<Dateline> dateline = Reader(paragraph).read();
  return dateline && dateline->length <= longest_dateline ? dateline : std::nullopt;
}

} // namespace stemma::text
