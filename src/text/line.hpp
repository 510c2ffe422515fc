#pragma once
// Looking at a text line by line, for headers and credits.

#include "model/offset.hpp"

#include <optional>
#include <string_view>

namespace stemma::text {

// Without spaces at its ends.
inline std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \n");
  if (first == std::string_view::npos) return text.substr(0, 0);
  return text.substr(first, text.find_last_not_of(" \n") - first + 1);
}

// Where `part`, a view into `whole`, stands in it.
inline ByteSpan span_in(std::string_view whole, std::string_view part) {
  const auto start = static_cast<std::uint32_t>(part.data() - whole.data());
  return {{start}, {start + static_cast<std::uint32_t>(part.size())}};
}

// The lines of a text that are not blank, trimmed.
class Lines {
public:
  explicit Lines(std::string_view text) : rest_(text) {}
  std::optional<std::string_view> next() {
    while (!rest_.empty()) {
      const std::string_view line = rest_.substr(0, rest_.find('\n'));
      rest_.remove_prefix(line.size() < rest_.size() ? line.size() + 1 : line.size());
      if (const std::string_view text = trimmed(line); !text.empty()) return text;
    }
    return std::nullopt;
  }
  // The same from the end of the text.
  std::optional<std::string_view> last() {
    while (!rest_.empty()) {
      const std::size_t end = rest_.rfind('\n');
      const std::string_view line = end == std::string_view::npos ? rest_ : rest_.substr(end + 1);
      rest_.remove_suffix(line.size() < rest_.size() ? line.size() + 1 : line.size());
      if (const std::string_view text = trimmed(line); !text.empty()) return text;
    }
    return std::nullopt;
  }

private:
  std::string_view rest_;
};

} // namespace stemma::text
