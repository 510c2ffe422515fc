#include "export/guard_cells.hpp"

#include <catch2/catch.hpp>

using stemma::exporting::guard_cells;

TEST_CASE("texts that a spreadsheet would take for formulas get an apostrophe, numbers stay") {
  CHECK(guard_cells("a,b\r\n=1+1,-5\r\n@x,1.5\r\n") == "a,b\r\n'=1+1,-5\r\n'@x,1.5\r\n");
  CHECK(guard_cells("\"=cmd,\"\"x\"\"\",-5 tanks\n") == "\"'=cmd,\"\"x\"\"\",'-5 tanks\r\n");
}

TEST_CASE("other cells are as they were") {
  const std::string table =
      "supplier,number\r\n\"South, North\",(300)\r\n,\r\n\"two\r\nlines\",\"\"\"300\"\"; said\"\r\n";
  CHECK(guard_cells(table) == table);
  CHECK(guard_cells("").empty());
}
