#include "language/analyze_lines.hpp"

#include <algorithm>
#include <vector>

namespace stemma::language {

namespace {

std::uint32_t code_points(std::string_view text) {
  return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// The pieces of the text that are read: lines, without what is left out.
std::vector<ByteSpan> pieces(std::string_view text, std::span<const ByteSpan> left_out) {
  std::vector<ByteSpan> out;
  auto skip = left_out.begin();
  std::uint32_t start = 0;
  const auto size = static_cast<std::uint32_t>(text.size());
  while (start < size) {
    while (skip != left_out.end() && skip->end.value <= start) ++skip;
    const bool inside = skip != left_out.end() && skip->start.value <= start;
    if (inside) {
      start = skip->end.value;
      continue;
    }
    auto end = static_cast<std::uint32_t>(std::min(text.find('\n', start), text.size()));
    if (skip != left_out.end()) end = std::min(end, skip->start.value);
    if (end > start) out.push_back({{start}, {end}});
    start = end < size && text[end] == '\n' ? end + 1 : end;
  }
  return out;
}

} // namespace

Analysis analyze_lines(Analyzer& analyzer, std::string_view text, std::span<const ByteSpan> left_out) {
  Analysis whole;
  auto kept = std::make_shared<std::vector<Analysis>>(); // the lemmas of the lines live as long as the whole
  std::uint32_t counted_to = 0, code_point = 0;
  for (const auto& piece : pieces(text, left_out)) {
    const auto line = text.substr(piece.start.value, piece.length());
    if (line.find_first_not_of(' ') == std::string_view::npos) continue;
    code_point += code_points(text.substr(counted_to, piece.start.value - counted_to));
    counted_to = piece.start.value;
    auto part = analyzer.analyze(line);
    const auto first = static_cast<std::uint32_t>(whole.tokens.size());
    for (auto token : part.tokens) {
      token.span = {{token.span.start.value + code_point}, {token.span.end.value + code_point}};
      token.bytes = {{token.bytes.start.value + counted_to}, {token.bytes.end.value + counted_to}};
      token.head += first;
      whole.tokens.push_back(token);
    }
    if (whole.tokens.size() > first) whole.tokens[first].sent_start = true;
    whole.model = part.model;
    part.tokens.clear();
    kept->push_back(std::move(part));
  }
  static const std::string none;
  whole.lemmas = std::shared_ptr<const std::string>(kept, &none);
  return whole;
}

} // namespace stemma::language
