#include "input/csv_rows.hpp"
#include "model/error.hpp"

#include <catch2/catch.hpp>

#include <random>
#include <sstream>

using namespace stemma;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(const std::string& table) {
  std::istringstream in(table);
  input::CsvRows reader(in, "t.csv");
  Rows rows;
  while (const auto row = reader.next()) rows.push_back(row->fields);
  return rows;
}

std::string quoted(const std::string& field) {
  std::string out = "\"";
  for (const char c : field) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

} // namespace

TEST_CASE("rows of a table") {
  CHECK(rows_of("") == Rows{});
  CHECK(rows_of("\n\r\n") == Rows{});
  CHECK(rows_of("a,b") == Rows{{"a", "b"}});
  CHECK(rows_of("a,b\r\nc,\r\n") == Rows{{"a", "b"}, {"c", ""}});
  CHECK(rows_of("\xEF\xBB\xBF"
                "a,b\n\nc,d\n") == Rows{{"a", "b"}, {"c", "d"}});
  CHECK(rows_of("\"a,\n\"\"b\"\"\",c\n") == Rows{{"a,\n\"b\"", "c"}});
  CHECK(rows_of("a;b,c;d\n1;2;3\n") == Rows{{"a", "b,c", "d"}, {"1", "2", "3"}});
  CHECK(rows_of("a\tb\n\"x;y\"\t,\n") == Rows{{"a", "b"}, {"x;y", ","}});
  CHECK(rows_of("a,b\rc,d\r") == Rows{{"a", "b"}, {"c", "d"}});
  CHECK(rows_of("a \"b\" c,d\n") == Rows{{"a \"b\" c", "d"}});
}

TEST_CASE("a broken row is told with its line, and the next one is read") {
  std::istringstream in("h,i\n\"x\ny\",1\n\"a\"b,2\nc,3\n\"open\n");
  input::CsvRows rows(in, "t.csv");
  CHECK(rows.next()->line == 1);
  CHECK(rows.next()->line == 2);
  const auto line_of_failure = [&] {
    try {
      rows.next();
    } catch (const Error& error) {
      return error.place().line;
    }
    return std::uint64_t{0};
  };
  CHECK(line_of_failure() == 4);
  CHECK(rows.next()->fields == std::vector<std::string>{"c", "3"});
  CHECK(line_of_failure() == 6);
  CHECK_FALSE(rows.next());
}

TEST_CASE("what is written in quotes is read back") {
  std::mt19937 random(7);
  const std::string signs = "ab,;\t\"\r\n \xC3\xA9";
  for (int round = 0; round < 500; ++round) {
    Rows rows;
    std::string table = "first,second,third\n";
    for (std::size_t count = random() % 4; count > 0; --count) {
      std::vector<std::string>& row = rows.emplace_back();
      for (int column = 0; column < 3; ++column) {
        std::string field;
        for (std::size_t length = random() % 6; length > 0; --length) field += signs[random() % signs.size()];
        table += (column ? "," : "") + quoted(field);
        row.push_back(std::move(field));
      }
      table += random() % 2 ? "\r\n" : "\n";
    }
    rows.insert(rows.begin(), {"first", "second", "third"});
    CAPTURE(table);
    CHECK(rows_of(table) == rows);
  }
}
