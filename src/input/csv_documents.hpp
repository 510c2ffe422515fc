#pragma once

#include "input/columns.hpp"
#include "input/csv_rows.hpp"
#include "input/reading.hpp"

#include <istream>
#include <optional>
#include <string>

namespace stemma::input {

// The rows of a table as documents: the first row names the columns, in any case, and one of them is the text.
class CsvDocuments {
public:
  CsvDocuments(std::istream& in, std::string path, Columns columns); // `in` outlives this

  // Empty: the table is at its end. Throws Error for a row that holds no document, with its line; the next call goes on
  // behind it. Without a column for the text there is only that Error.
  std::optional<Reading> next();
  std::uint64_t line() const { return line_; } // of the row that came last

private:
  static constexpr std::size_t absent = static_cast<std::size_t>(-1);
  void read_names();
  std::size_t place_of(const std::vector<std::string>& names, const std::string& name) const;
  static std::string field(const CsvRow& row, std::size_t place);

  CsvRows rows_;
  std::string path_, text_name_;
  Columns columns_;
  bool begun_ = false;
  std::size_t id_ = absent, title_ = absent, date_ = absent, publisher_ = absent, text_ = absent, count_ = 0;
  std::uint64_t line_ = 0;
};

} // namespace stemma::input
