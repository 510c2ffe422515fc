#include "text/line_wrapping.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <string_view>

namespace stemma::text {
namespace {

constexpr std::size_t narrowest_column = 40;
constexpr std::size_t widest_column = 132;

// A line end with text on both sides of it.
struct InnerEnd {
  std::size_t place = 0;
  std::size_t next = 0;      // where the text of the next line starts, behind its indentation
  std::size_t width = 0;     // code points of the line before, without trailing spaces
  std::size_t next_word = 0; // code points of the first word after
};

std::string_view without_trailing_spaces(std::string_view line) {
  return line.substr(0, line.find_last_not_of(' ') + 1); // npos + 1 is 0
}

// Calls `take` for every inner line end. Nothing is stored: a text may be all line ends.
template <class Take>
void for_each_inner_end(std::string_view text, std::size_t from, Take take) {
  for (std::size_t start = from; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view line = without_trailing_spaces(text.substr(start, end - start));
    const std::size_t next = std::min(text.find_first_not_of(' ', std::min(end + 1, text.size())), text.size());
    if (!line.empty() && next < text.size() && text[next] != '\n') {
      const std::size_t word_end = std::min(text.find_first_of(" \n", next), text.size());
      take(InnerEnd{end, next, utf8::count_code_points(line),
                    utf8::count_code_points(text.substr(next, word_end - next))});
    }
    start = end + 1;
  }
}

bool is_full(const InnerEnd& end, std::size_t column) { return end.width + 1 + end.next_word > column; }

bool starts_list_item(std::string_view text, std::size_t place) {
  if (text[place] == '*' || text[place] == '-' || text[place] == '+' || text[place] == '#') return true;
  return text.substr(place).starts_with("\u2022") || text.substr(place).starts_with("\u00B7");
}

// The column that the text was wrapped at; 0: it was not.
std::size_t wrapping_column(std::string_view text, std::size_t from) {
  std::size_t column = 0;
  for_each_inner_end(text, from, [&](const InnerEnd& end) {
    if (end.width <= widest_column) column = std::max(column, end.width);
  });
  if (column < narrowest_column) return 0;
  std::size_t all = 0;
  std::size_t full = 0;
  std::size_t too_wide = 0;
  for_each_inner_end(text, from, [&](const InnerEnd& end) {
    if (starts_list_item(text, end.next)) return; // the last line of an item is as short as it comes
    ++all;
    full += is_full(end, column) ? 1u : 0u;
    too_wide += end.width > column ? 1u : 0u;
  });
  const bool wrapped = full * 10 >= all * 7 && too_wide * 20 <= all;
  return wrapped ? column : 0;
}

bool runs_on(std::string_view text, const InnerEnd& end) {
  const std::string_view line = without_trailing_spaces(text.substr(0, end.place));
  const char last = line.empty() ? '\n' : line.back();
  const char next = text[end.next];
  const bool open = (last >= 'a' && last <= 'z') || last == ',';
  return open && next >= 'a' && next <= 'z';
}

} // namespace

void unwrap_lines(std::string& clean, std::size_t from) {
  const std::size_t column = wrapping_column(clean, from);
  for_each_inner_end(clean, from, [&](const InnerEnd& end) {
    if (starts_list_item(clean, end.next)) return;
    // Marks that were taken out make a line look shorter than it was wrapped.
    const bool wraps = (column > 0 && is_full(end, column)) || (end.width >= narrowest_column && runs_on(clean, end));
    if (wraps) clean[end.place] = ' ';
  });
}

} // namespace stemma::text
