#include "text/plain_character.hpp"

#include <algorithm>
#include <array>

namespace stemma::text {
namespace {

struct Range {
  char32_t first;
  char32_t last;
  PlainCharacter plain;
};

constexpr PlainCharacter removed{CharacterFate::remove, {}};
constexpr PlainCharacter long_dash{CharacterFate::long_dash, "--"};
constexpr PlainCharacter as(std::string_view text) { return {CharacterFate::replace, text}; }

// Sorted by code point.
constexpr std::array table{
    Range{0x0080, 0x0084, removed},  // C1 controls
    Range{0x0085, 0x0085, as("\n")}, // next line
    Range{0x0086, 0x009F, removed},    Range{0x00A0, 0x00A0, as(" ")},
    Range{0x00AB, 0x00AB, as("\"")},   Range{0x00AD, 0x00AD, removed}, // soft hyphen
    Range{0x00B4, 0x00B4, as("'")},    Range{0x00BB, 0x00BB, as("\"")},
    Range{0x02B9, 0x02B9, as("'")}, // modifier letters that romanisations write for ' and hamza, ayin
    Range{0x02BB, 0x02BF, as("'")},    Range{0x02C8, 0x02C8, as("'")},
    Range{0x034F, 0x034F, removed}, // combining grapheme joiner
    Range{0x0374, 0x0374, as("'")}, // becomes U+02B9 in NFC
    Range{0x061C, 0x061C, removed}, // Arabic letter mark
    Range{0x1680, 0x1680, as(" ")},    Range{0x180E, 0x180E, removed},
    Range{0x1FFD, 0x1FFD, as("'")},                                    // becomes U+00B4 in NFC
    Range{0x2000, 0x200A, as(" ")},    Range{0x200B, 0x200F, removed}, // zero-width space, joiners, direction marks
    Range{0x2010, 0x2012, as("-")},    Range{0x2013, 0x2013, {CharacterFate::en_dash, "--"}},
    Range{0x2014, 0x2015, long_dash},  Range{0x2018, 0x201B, as("'")},
    Range{0x201C, 0x201F, as("\"")},   Range{0x2024, 0x2024, as(".")},
    Range{0x2025, 0x2025, as("..")},   Range{0x2026, 0x2026, as("...")},
    Range{0x2028, 0x2028, as("\n")},   // line separator
    Range{0x2029, 0x2029, as("\n\n")}, // paragraph separator
    Range{0x202A, 0x202E, removed},    // bidi embeddings and overrides
    Range{0x202F, 0x202F, as(" ")},    Range{0x2032, 0x2032, as("'")},
    Range{0x2033, 0x2033, as("\"")},   Range{0x2035, 0x2035, as("'")},
    Range{0x2036, 0x2036, as("\"")},   Range{0x2039, 0x203A, as("'")},
    Range{0x2043, 0x2043, as("-")},    Range{0x205F, 0x205F, as(" ")},
    Range{0x2060, 0x206F, removed}, // word joiner, invisible operators, bidi isolates
    Range{0x2212, 0x2212, as("-")}, // minus
    Range{0x2E3A, 0x2E3B, long_dash},  Range{0x3000, 0x3000, as(" ")},
    Range{0xFE00, 0xFE0F, removed}, // variation selectors
    Range{0xFE58, 0xFE58, long_dash},  Range{0xFE63, 0xFE63, as("-")},
    Range{0xFEFF, 0xFEFF, removed},   // zero-width no-break space
    Range{0xFFF9, 0xFFFB, removed},   // interlinear annotation
    Range{0xE0000, 0xE0FFF, removed}, // tags, variation selectors supplement
};

constexpr bool is_sorted_table() {
  for (std::size_t i = 1; i < table.size(); ++i)
    if (table[i - 1].last >= table[i].first) return false;
  return true;
}
static_assert(is_sorted_table());

constexpr std::array<std::string_view, 7> ligatures{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}; // U+FB00 on

constexpr std::string_view ascii_graphic = "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                           "[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";

} // namespace

PlainCharacter plain_character(char32_t c) {
  if (c >= 0xFB00 && c <= 0xFB06) return as(ligatures[c - 0xFB00]);
  if (c >= 0xFF01 && c <= 0xFF5E) return as(ascii_graphic.substr(c - 0xFF01, 1)); // full-width forms
  const auto* range =
      std::upper_bound(table.begin(), table.end(), c, [](char32_t value, const Range& r) { return value < r.first; });
  if (range == table.begin()) return {};
  --range;
  return c <= range->last ? range->plain : PlainCharacter{};
}

} // namespace stemma::text
