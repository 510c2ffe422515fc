#include "text/prepared_text.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace stemma::text {

// The last run that starts at or before the place; of removed runs at the same place, the run after them.
std::size_t OffsetMap::run_at(ByteOffset clean_place) const {
  const auto after = std::upper_bound(runs.begin(), runs.end(), clean_place,
                                      [](ByteOffset place, const Run& run) { return place < run.clean; });
  return static_cast<std::size_t>(after - runs.begin()) - 1;
}

OffsetMap::SourcePlace OffsetMap::inside(const Run& run, std::uint32_t bytes) const {
  std::uint32_t code_points = bytes;
  if (run.kind == RunKind::same)
    code_points = static_cast<std::uint32_t>(utf8::count_code_points(source.substr(run.source_byte.value, bytes)));
  return {{run.source_byte.value + bytes}, {run.source.value + code_points}};
}

OffsetMap::SourcePlace OffsetMap::start_in_source(ByteOffset clean_place) const {
  const Run& run = runs[run_at(clean_place)];
  const bool whole = run.kind == RunKind::replaced || run.kind == RunKind::removed;
  return inside(run, whole ? 0 : clean_place.value - run.clean.value);
}

OffsetMap::SourcePlace OffsetMap::end_in_source(ByteOffset clean_end) const {
  const std::size_t index = run_at({clean_end.value - 1});
  const Run& run = runs[index];
  if (run.kind == RunKind::replaced) return {runs[index + 1].source_byte, runs[index + 1].source};
  return inside(run, clean_end.value - run.clean.value);
}

ByteSpan OffsetMap::to_source_bytes(ByteSpan span) const {
  if (runs.empty()) return {};
  const auto size = static_cast<std::uint32_t>(clean.size());
  span.start.value = std::min(span.start.value, size);
  span.end.value = std::min(span.end.value, size);
  const ByteOffset start = start_in_source(span.start).byte;
  return {start, span.empty() ? start : end_in_source(span.end).byte};
}

CodePointSpan OffsetMap::to_source(ByteSpan span) const {
  if (runs.empty()) return {};
  const auto size = static_cast<std::uint32_t>(clean.size());
  span.start.value = std::min(span.start.value, size);
  span.end.value = std::min(span.end.value, size);
  const CodePointOffset start = start_in_source(span.start).code_point;
  return {start, span.empty() ? start : end_in_source(span.end).code_point};
}

} // namespace stemma::text
