#include "text/line_wrapping.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace stemma::text {
namespace {

constexpr std::size_t narrowest_column = 40;
constexpr std::size_t widest_column = 132;

// A line end with text on both sides of it.
struct InnerEnd {
  std::size_t place = 0;
  std::size_t width = 0;     // code points of the line before, without trailing spaces
  std::size_t next_word = 0; // code points of the first word after
};

std::string_view without_trailing_spaces(std::string_view line) {
  return line.substr(0, line.find_last_not_of(' ') + 1); // npos + 1 is 0
}

std::vector<InnerEnd> inner_ends(std::string_view text, std::size_t from, std::size_t& widest) {
  std::vector<InnerEnd> ends;
  for (std::size_t start = from; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view line = without_trailing_spaces(text.substr(start, end - start));
    const std::size_t width = utf8::count_code_points(line);
    widest = std::max(widest, width);
    const bool text_follows = end + 1 < text.size() && text[end + 1] != '\n' && text[end + 1] != ' ';
    if (!line.empty() && text_follows) {
      const std::size_t word_end = std::min(text.find_first_of(" \n", end + 1), text.size());
      ends.push_back({end, width, utf8::count_code_points(text.substr(end + 1, word_end - end - 1))});
    }
    start = end + 1;
  }
  return ends;
}

bool is_full(const InnerEnd& end, std::size_t column) { return end.width + 1 + end.next_word > column; }

bool starts_list_item(std::string_view text, std::size_t place) {
  if (text[place] == '*' || text[place] == '-' || text[place] == '+' || text[place] == '#') return true;
  return text.substr(place).starts_with("\u2022") || text.substr(place).starts_with("\u00B7");
}

bool runs_on(std::string_view text, std::size_t place) {
  const std::string_view line = without_trailing_spaces(text.substr(0, place));
  const char last = line.empty() ? '\n' : line.back();
  const char next = text[place + 1];
  const bool open = (last >= 'a' && last <= 'z') || last == ',';
  return open && next >= 'a' && next <= 'z';
}

} // namespace

void unwrap_lines(std::string& clean, std::size_t from) {
  std::size_t widest = 0;
  const std::vector<InnerEnd> ends = inner_ends(clean, from, widest);
  const auto full = std::count_if(ends.begin(), ends.end(), [&](const InnerEnd& end) { return is_full(end, widest); });
  const bool column_fits = widest >= narrowest_column && widest <= widest_column;
  const bool wrapped = column_fits && static_cast<std::size_t>(full) * 10 >= ends.size() * 7;
  for (const InnerEnd& end : ends) {
    if (starts_list_item(clean, end.place + 1)) continue;
    const bool wraps = wrapped ? is_full(end, widest) : end.width >= narrowest_column && runs_on(clean, end.place);
    if (wraps) clean[end.place] = ' ';
  }
}

} // namespace stemma::text
