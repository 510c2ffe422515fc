#include "language/analyze_lines.hpp"

#include <algorithm>
#include <vector>

namespace stemma::language {

namespace {

std::uint32_t code_points(std::string_view text) {
  return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

} // namespace

Analysis analyze_lines(Analyzer& analyzer, std::string_view text) {
  Analysis whole;
  auto kept = std::make_shared<std::vector<Analysis>>(); // the lemmas of the lines live as long as the whole
  std::uint32_t code_point = 0;
  for (std::size_t start = 0; start < text.size();) {
    const auto end = std::min(text.find('\n', start), text.size());
    const auto line = text.substr(start, end - start);
    if (line.find_first_not_of(' ') != std::string_view::npos) {
      auto part = analyzer.analyze(line);
      const auto first = static_cast<std::uint32_t>(whole.tokens.size());
      const auto byte = static_cast<std::uint32_t>(start);
      for (auto token : part.tokens) {
        token.span = {{token.span.start.value + code_point}, {token.span.end.value + code_point}};
        token.bytes = {{token.bytes.start.value + byte}, {token.bytes.end.value + byte}};
        token.head += first;
        whole.tokens.push_back(token);
      }
      if (whole.tokens.size() > first) whole.tokens[first].sent_start = true;
      whole.model = part.model;
      part.tokens.clear();
      kept->push_back(std::move(part));
    }
    code_point += code_points(line) + 1;
    start = end + 1;
  }
  static const std::string none;
  whole.lemmas = std::shared_ptr<const std::string>(kept, &none);
  return whole;
}

} // namespace stemma::language
