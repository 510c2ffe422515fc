#include "input/csv_rows.hpp"

#include "model/error.hpp"

#include <algorithm>
#include <utility>

namespace stemma::input {

namespace {

constexpr std::size_t longest_row = std::size_t{256} << 20;
constexpr int end_of_file = std::istream::traits_type::eof();
constexpr const char* quotes_hint = R"(a field in quotes looks like "He said ""no"".", and ends before the next comma)";

// Of the first line, outside of quotes.
char most_frequent_separator(std::string_view line) {
  std::size_t commas = 0, semicolons = 0, tabs = 0;
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    commas += c == ',';
    semicolons += c == ';';
    tabs += c == '\t';
  }
  if (tabs > commas && tabs > semicolons) return '\t';
  return semicolons > commas ? ';' : ',';
}

} // namespace

CsvRows::CsvRows(std::istream& in, std::string path) : in_(in), path_(std::move(path)) {}

void CsvRows::fail(const std::string& what, std::uint64_t line, const char* hint) const {
  throw Error(what, hint, {path_, line, 0});
}

int CsvRows::get() {
  if (++length_ > longest_row) {
    in_.setstate(std::ios::eofbit);
    fail("a row is longer than 256 MiB", line_, quotes_hint);
  }
  const int c = peek();
  if (at_ < ahead_.size())
    ++at_;
  else
    in_.get();
  line_ += c == '\n';
  return c;
}

int CsvRows::peek() { return at_ < ahead_.size() ? static_cast<unsigned char>(ahead_[at_]) : in_.peek(); }

// Behind LF, CR LF, or CR alone.
bool CsvRows::take_line_end(int c) {
  if (c == '\r') {
    if (peek() == '\n') get();
    return true;
  }
  return c == '\n' || c == end_of_file;
}

// Behind the opening quote; up to behind the closing one.
void CsvRows::read_quoted(std::string& field, std::uint64_t start) {
  for (;;) {
    const int c = get();
    if (c == end_of_file) fail("a quote is opened in this row and never closed", start, quotes_hint);
    if (c == '"') {
      if (peek() != '"') return;
      get();
    }
    field += static_cast<char>(c);
  }
}

std::optional<CsvRow> CsvRows::read_row() {
  CsvRow row;
  row.line = line_;
  length_ = 0;
  bool astray = false;
  for (;;) {
    std::string field;
    int c = get();
    if (c == '"') {
      read_quoted(field, row.line);
      c = get();
      astray = astray || (c != separator_ && c != '\r' && c != '\n' && c != end_of_file);
    }
    for (; c != separator_ && c != '\r' && c != '\n' && c != end_of_file; c = get()) field += static_cast<char>(c);
    row.fields.push_back(std::move(field));
    if (take_line_end(c)) {
      if (astray) fail("something stands behind a closing quote in this row", row.line, quotes_hint);
      const bool blank = row.fields.size() == 1 && row.fields.front().empty();
      if (blank && c == end_of_file) return std::nullopt;
      return row;
    }
  }
}

std::optional<CsvRow> CsvRows::next() {
  if (!begun_) {
    begun_ = true;
    for (int c = in_.get(); c != end_of_file; c = in_.get()) {
      ahead_ += static_cast<char>(c);
      if (c == '\n' || ahead_.size() > 65536) break;
    }
    separator_ = most_frequent_separator(ahead_);
    if (ahead_.starts_with("\xEF\xBB\xBF")) at_ = 3;
  }
  while (peek() != end_of_file) {
    auto row = read_row();
    if (!row || row->fields.size() > 1 || !row->fields.front().empty()) return row;
  }
  return std::nullopt;
}

} // namespace stemma::input
