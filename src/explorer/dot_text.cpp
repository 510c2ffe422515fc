#include "explorer/dot_text.hpp"

#include "export/escape.hpp"
#include "model/utf8.hpp"

#include <sstream>

namespace stemma::explorer {

namespace {

constexpr std::size_t most_lines = 4;

std::string wrapped(std::string_view text, std::size_t width) {
  std::istringstream words{exporting::shorten(text, width * most_lines)};
  std::string lines, line;
  for (std::string word; words >> word;) {
    word = exporting::shorten(word, width * 2);
    if (!line.empty() && count_code_points(line) + 1 + count_code_points(word) > width) {
      lines += line + "\n";
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
  }
  return lines + line;
}

std::string quoted(const std::string& text) {
  std::string label;
  exporting::append_dot_label(text, label);
  return label;
}

} // namespace

std::string dot_label(std::string_view text, std::size_t width) { return quoted(wrapped(text, width)); }

std::string dot_label(std::string_view text, std::string_view below, std::size_t width) {
  return quoted(wrapped(text, width) + "\n" + wrapped(below, width + width / 2));
}

std::string_view dot_beginning() {
  return "digraph stemma {\n"
         "  graph [rankdir=LR, charset=\"UTF-8\", bgcolor=white, nodesep=0.18, ranksep=0.4, fontname=\"Helvetica\","
         " fontsize=11, fontcolor=\"#4a5866\"];\n"
         "  node [fontname=\"Helvetica\", fontsize=11, fontcolor=\"#1b2733\", style=filled, fillcolor=white,"
         " color=\"#a3aeb9\", margin=\"0.12,0.06\", height=0.3];\n"
         "  edge [fontname=\"Helvetica\", fontsize=9, fontcolor=\"#4a5866\", color=\"#8793a0\", arrowsize=0.6];\n";
}

} // namespace stemma::explorer
