#include "language/float_array.hpp"
#include "language/msgpack_reader.hpp"
#include "model/error.hpp"
#include "model_writer.hpp"

#include <catch2/catch.hpp>

using namespace stemma::language;
using stemma::language::test::Packer;

namespace {
ModelFile file_of(std::string bytes) { return {"some/model", std::move(bytes)}; }
} // namespace

TEST_CASE("every width of a number") {
  const auto file = file_of(std::string("\x05\xFF\xCC\xFF\xCD\x01\x00\xD0\x80\xD1\xFF\x00\xC3", 13));
  MsgpackReader reader(file);
  CHECK(reader.read_unsigned("n") == 5);
  CHECK(reader.read_integer("n") == -1);
  CHECK(reader.read_unsigned("n") == 255);
  CHECK(reader.read_unsigned("n") == 256);
  CHECK(reader.read_integer("n") == -128);
  CHECK(reader.read_integer("n") == -256);
  CHECK(reader.read_boolean("n"));
  CHECK_NOTHROW(reader.expect_end("n"));
}

TEST_CASE("damage names the file and the field") {
  const auto file = file_of(Packer().map(4000000000U).bytes);
  try {
    MsgpackReader(file).read_map("moves");
    FAIL("a map of four thousand million pairs in five bytes");
  } catch (const stemma::Error& error) {
    CHECK(error.place().file == "some/model");
    CHECK(std::string(error.what()).find("moves") == 0);
  }
  for (const std::string& bytes :
       {std::string(), std::string("\xDB\x00\x00", 3), std::string("\xA2\xC3\x28", 3), std::string("\xC1")}) {
    const auto damaged = file_of(bytes);
    CHECK_THROWS_AS(MsgpackReader(damaged).read_string("x"), stemma::Error);
  }
}

TEST_CASE("skipping does not recurse") {
  const auto file = file_of(std::string(1000000, '\x91') + '\xC0'); // a list in a list in a list …
  MsgpackReader reader(file);
  CHECK_NOTHROW(reader.skip("deep"));
  CHECK_NOTHROW(reader.expect_end("deep"));
}

TEST_CASE("an array is as long as its shape says") {
  const auto array = [](std::size_t rows, std::size_t columns, const std::string& data, const char* type = "<f4") {
    return file_of(Packer()
                       .map(3)
                       .binary("type")
                       .text(type)
                       .binary("shape")
                       .list(2)
                       .number(rows)
                       .number(columns)
                       .binary("data")
                       .binary(data)
                       .bytes);
  };
  const std::string two(8, '\0');
  const auto good = array(1, 2, two);
  MsgpackReader reader(good);
  CHECK(read_msgpack_array(reader, "W").values == std::vector<float>{0, 0});
  for (const auto& file :
       {array(2, 2, two), array(1, 1, two), array(1, 2, two, "<f8"), array(1U << 31U, 1U << 31U, two),
        array(~std::size_t{0}, 2, two), array(1, 1, "\xFF\xFF\xFF\x7F"), array(1, 1, "abc")}) {
    MsgpackReader damaged(file);
    CHECK_THROWS_AS(read_msgpack_array(damaged, "W"), stemma::Error);
  }
}

TEST_CASE("NPY") {
  const auto npy = [](const std::string& header, const std::string& data) {
    return file_of(std::string("\x93NUMPY\x01\x00", 8) + static_cast<char>(header.size()) + '\0' + header + data);
  };
  const std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2), }";
  CHECK(read_npy(npy(header, std::string(8, '\0'))).shape == std::vector<std::size_t>{1, 2});
  CHECK_THROWS_AS(read_npy(npy(header, "")), stemma::Error);
  CHECK_THROWS_AS(read_npy(npy("{'descr': '<f8'}", "")), stemma::Error);
  CHECK_THROWS_AS(read_npy(npy("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999, 2)}", "")),
                  stemma::Error);
  CHECK_THROWS_AS(read_npy(file_of("\x93NUM")), stemma::Error);
}
