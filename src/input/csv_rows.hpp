#pragma once

#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <vector>

namespace stemma::input {

struct CsvRow {
  std::vector<std::string> fields;
  std::uint64_t line = 0; // 1-based, on which it begins
};

// The rows of a table as RFC 4180 writes them: fields in quotes may hold line breaks, separators and doubled quotes.
// Lines may end in LF alone; a byte order mark is passed over; blank lines are no rows. The separator is the one of
// comma, semicolon and tab that stands most often in the first line.
class CsvRows {
public:
  explicit CsvRows(std::istream& in, std::string path); // outlives this

  // Empty: there is no further one. Throws Error for a row that cannot be read, with its line; the next call goes on
  // behind it. A quote that is never closed ends the table.
  std::optional<CsvRow> next();

private:
  std::optional<CsvRow> read_row();
  void read_quoted(std::string& field, std::uint64_t start);
  bool take_line_end(int c);
  int get();
  int peek();
  [[noreturn]] void fail(const std::string& what, std::uint64_t line, const char* hint) const;

  std::istream& in_;
  std::string path_;
  std::uint64_t line_ = 1;
  std::size_t length_ = 0; // of the row so far
  std::string ahead_;      // the first line, which was read to know the separator
  std::size_t at_ = 0;     // its next character
  char separator_ = ',';
  bool begun_ = false;
};

} // namespace stemma::input
