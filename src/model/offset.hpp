#pragma once
// Places in a text. The three units a text can be counted in are three types, so that the compiler
// refuses to mix them: bytes of UTF-8, UTF-16 code units (ICU counts in these), Unicode code points
// (what every output of the program counts in).

#include <compare>
#include <cstdint>

namespace stemma {

template <class Unit>
struct Offset {
  std::uint32_t value = 0; // 0-based; documents of 4 GiB and more are refused where they are read
  friend constexpr auto operator<=>(Offset, Offset) = default;
};

using ByteOffset = Offset<struct ByteUnit>;
using Utf16Offset = Offset<struct Utf16Unit>;
using CodePointOffset = Offset<struct CodePointUnit>;

// [start, end): end is exclusive.
template <class Unit>
struct Span {
  Offset<Unit> start;
  Offset<Unit> end;
  constexpr std::uint32_t length() const { return end.value - start.value; }
  constexpr bool empty() const { return end <= start; }
  constexpr bool contains(Span other) const { return start <= other.start && other.end <= end; }
  constexpr bool overlaps(Span other) const { return start < other.end && other.start < end; }
  friend constexpr auto operator<=>(Span, Span) = default;
};

using ByteSpan = Span<ByteUnit>;
using CodePointSpan = Span<CodePointUnit>;

} // namespace stemma
