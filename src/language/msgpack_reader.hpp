#pragma once
// MessagePack, read from front to back without building a tree. Every read checks its type and its bounds; trouble
// throws stemma::Error naming the file and the field.

#include "language/model_files.hpp"

#include <cstdint>
#include <string_view>

namespace stemma::language {

class MsgpackReader {
public:
  enum class Type { nil, boolean, integer, number, string, binary, array, map };

  // `file` must outlive the reader; `bytes` is the file or a part of it.
  MsgpackReader(const ModelFile& file, std::string_view bytes) : file_(file), bytes_(bytes) {}
  explicit MsgpackReader(const ModelFile& file) : MsgpackReader(file, file.bytes) {}

  // The value that comes next. Throws at the end and at bytes that start no value.
  Type peek(std::string_view field) const;

  // Each takes the next value. A count is never larger than the bytes that are left could hold.
  std::size_t read_map(std::string_view field);         // the number of pairs; keys and values follow
  std::size_t read_array(std::string_view field);       // the number of elements, which follow
  std::string_view read_string(std::string_view field); // valid UTF-8
  std::string_view read_binary(std::string_view field);
  std::string_view read_key(std::string_view field); // a string or a binary: thinc's arrays use binary keys
  std::uint64_t read_unsigned(std::string_view field);
  std::int64_t read_integer(std::string_view field);
  bool read_boolean(std::string_view field);
  bool read_nil(); // takes a nil if it comes next

  void skip(std::string_view field);
  void expect_end(std::string_view field) const;
  std::string_view rest() const { return bytes_; }

  [[noreturn]] void fail(std::string_view field, std::string_view what) const { file_.fail(field, what); }
  const ModelFile& file() const { return file_; }

private:
  unsigned char lead(std::string_view field) const;
  std::uint64_t take_big_endian(unsigned width, std::string_view field);
  std::string_view take(std::uint64_t size, std::string_view field);
  std::size_t counted(std::uint64_t count, unsigned least_bytes, std::string_view field);

  const ModelFile& file_;
  std::string_view bytes_;
};

} // namespace stemma::language
