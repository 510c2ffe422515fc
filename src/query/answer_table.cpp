#include "query/answer_table.hpp"

#include "query/display_width.hpp"
#include "rdf/vocabulary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace stemma::query {
namespace {

struct Cell {
  std::string text;
  bool number = false;
};

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string short_iri(std::string_view iri, const TableStyle& style) {
  for (const rdf::Prefix& prefix : rdf::standard_prefixes)
    if (iri.starts_with(prefix.iri) && iri.find_first_of("/#", prefix.iri.size()) == std::string_view::npos)
      return std::string(prefix.name) + ":" + std::string(iri.substr(prefix.iri.size()));
  if (!style.base.empty() && iri.size() > style.base.size() && iri.starts_with(style.base))
    return std::string(iri.substr(style.base.size()));
  return std::string(iri);
}

void append_code_point(std::string& out, std::string_view digits) {
  char32_t c = 0;
  for (const char digit : digits) {
    const int value = digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
    c = c * 16 + static_cast<char32_t>(value);
  }
  const auto put = [&out](char32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) return put(c);
  if (c < 0x800) return put(0xC0 | (c >> 6)), put(0x80 | (c & 0x3F));
  if (c < 0x10000) return put(0xE0 | (c >> 12)), put(0x80 | ((c >> 6) & 0x3F)), put(0x80 | (c & 0x3F));
  put(0xF0 | (c >> 18)), put(0x80 | ((c >> 12) & 0x3F)), put(0x80 | ((c >> 6) & 0x3F)), put(0x80 | (c & 0x3F));
}

// The words of a quoted literal; `term` begins with '"'.
std::string unescape(std::string_view term) {
  std::string out;
  for (std::size_t i = 1; i < term.size() && term[i] != '"'; ++i) {
    if (term[i] != '\\' || i + 1 >= term.size()) {
      out += term[i];
      continue;
    }
    const char c = term[++i];
    if (c == 'u' || c == 'U') {
      const std::size_t digits = c == 'u' ? 4 : 8;
      append_code_point(out, term.substr(i + 1, digits));
      i += digits;
    } else {
      constexpr std::string_view from = "tnrbf", to = "\t\n\r\b\f";
      const auto known = from.find(c);
      out += known == std::string_view::npos ? c : to[known];
    }
  }
  return out;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789+-.eE") == std::string_view::npos &&
         text.find_first_of("0123456789") != std::string_view::npos;
}

Cell cell_of(std::string_view term, const TableStyle& style) {
  if (term.starts_with('<') && term.ends_with('>'))
    return {printable(short_iri(term.substr(1, term.size() - 2), style)), false};
  if (term.starts_with('"')) return {printable(unescape(term)), false};
  return {printable(term), is_number(term)};
}

class Table {
public:
  Table(std::string_view tsv, const TableStyle& style) : style_(style) {
    if (tsv.ends_with('\n')) tsv.remove_suffix(1);
    bool head = true;
    for (const std::string_view line : split(tsv, '\n')) {
      std::vector<Cell> row;
      for (const std::string_view field : split(line, '\t'))
        row.push_back(head ? Cell{printable(field.substr(field.starts_with('?') ? 1 : 0)), false}
                           : cell_of(field, style));
      for (Cell& cell : row) cell.text = fit_width(cell.text, style.cell_width);
      rows_.push_back(std::move(row));
      head = false;
    }
    measure();
  }

  std::string print() const {
    std::string out;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (i == 0 && style_.colour) out += "\x1b[1m";
      print_row(rows_[i], out);
      if (i == 0 && style_.colour) out += "\x1b[0m";
      out += '\n';
      if (i == 0) print_rule(out);
    }
    return out + fmt::format("({} {})\n", rows_.size() - 1, rows_.size() == 2 ? "row" : "rows");
  }

private:
  // A column stands to the right when all that is in it are numbers.
  void measure() {
    widths_.assign(rows_.front().size(), 0);
    numbers_.assign(rows_.front().size(), false);
    std::vector<bool> words(widths_.size(), false);
    for (const auto& row : rows_)
      for (std::size_t i = 0; i < row.size() && i < widths_.size(); ++i) {
        widths_[i] = std::max(widths_[i], display_width(row[i].text));
        if (&row == &rows_.front() || row[i].text.empty()) continue;
        (row[i].number ? numbers_ : words)[i] = true;
      }
    for (std::size_t i = 0; i < widths_.size(); ++i) numbers_[i] = numbers_[i] && !words[i];
  }

  void print_row(const std::vector<Cell>& row, std::string& out) const {
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      const std::string_view text = i < row.size() ? std::string_view(row[i].text) : std::string_view();
      const std::string gap(widths_[i] - display_width(text), ' ');
      if (i > 0) out += "  ";
      if (numbers_[i])
        out.append(gap).append(text);
      else if (i + 1 == widths_.size())
        out.append(text);
      else
        out.append(text).append(gap);
    }
  }

  void print_rule(std::string& out) const {
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      if (i > 0) out += "  ";
      for (std::size_t n = 0; n < widths_[i]; ++n) out += "─";
    }
    out += '\n';
  }

  const TableStyle& style_;
  std::vector<std::vector<Cell>> rows_; // the first is the head
  std::vector<std::size_t> widths_;
  std::vector<bool> numbers_;
};

} // namespace

std::string table_of_solutions(std::string_view tsv, const TableStyle& style) { return Table(tsv, style).print(); }

} // namespace stemma::query
