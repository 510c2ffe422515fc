#include "language/msgpack_reader.hpp"

#include "language/code_points.hpp"

#include <vector>

namespace stemma::language {

unsigned char MsgpackReader::lead(std::string_view field) const {
  if (bytes_.empty()) fail(field, "the file ends too early");
  return static_cast<unsigned char>(bytes_.front());
}

std::string_view MsgpackReader::take(std::uint64_t size, std::string_view field) {
  if (size > bytes_.size()) fail(field, "the file ends too early");
  const std::string_view taken = bytes_.substr(0, static_cast<std::size_t>(size));
  bytes_.remove_prefix(taken.size());
  return taken;
}

std::uint64_t MsgpackReader::take_big_endian(unsigned width, std::string_view field) {
  std::uint64_t value = 0;
  for (const char byte : take(width, field)) value = (value << 8U) | static_cast<unsigned char>(byte);
  return value;
}

std::size_t MsgpackReader::counted(std::uint64_t count, unsigned least_bytes, std::string_view field) {
  if (count > bytes_.size() / least_bytes) fail(field, "counts more elements than the file holds");
  return static_cast<std::size_t>(count);
}

MsgpackReader::Type MsgpackReader::peek(std::string_view field) const {
  const unsigned char byte = lead(field);
  if (byte < 0x80 || byte >= 0xE0) return Type::integer;
  if (byte < 0x90) return Type::map;
  if (byte < 0xA0) return Type::array;
  if (byte < 0xC0) return Type::string;
  switch (byte) {
  case 0xC0: return Type::nil;
  case 0xC2:
  case 0xC3: return Type::boolean;
  case 0xC4:
  case 0xC5:
  case 0xC6: return Type::binary;
  case 0xCA:
  case 0xCB: return Type::number;
  case 0xD9:
  case 0xDA:
  case 0xDB: return Type::string;
  case 0xDC:
  case 0xDD: return Type::array;
  case 0xDE:
  case 0xDF: return Type::map;
  default: break;
  }
  if (byte >= 0xCC && byte <= 0xD3) return Type::integer;
  fail(field, "holds a kind of MessagePack value that models do not use");
}

std::size_t MsgpackReader::read_map(std::string_view field) {
  if (peek(field) != Type::map) fail(field, "should be a map");
  const auto byte = static_cast<unsigned char>(take(1, field).front());
  if (byte < 0x90) return counted(byte & 0x0FU, 2, field);
  return counted(take_big_endian(byte == 0xDE ? 2 : 4, field), 2, field);
}

std::size_t MsgpackReader::read_array(std::string_view field) {
  if (peek(field) != Type::array) fail(field, "should be a list");
  const auto byte = static_cast<unsigned char>(take(1, field).front());
  if (byte < 0xA0) return counted(byte & 0x0FU, 1, field);
  return counted(take_big_endian(byte == 0xDC ? 2 : 4, field), 1, field);
}

std::string_view MsgpackReader::read_string(std::string_view field) {
  if (peek(field) != Type::string) fail(field, "should be a string");
  const auto byte = static_cast<unsigned char>(take(1, field).front());
  const std::uint64_t size = byte < 0xC0 ? byte & 0x1FU : take_big_endian(1U << (byte - 0xD9U), field);
  const std::string_view text = take(size, field);
  if (!is_valid_utf8(text)) fail(field, "is not UTF-8");
  return text;
}

std::string_view MsgpackReader::read_binary(std::string_view field) {
  if (peek(field) != Type::binary) fail(field, "should be binary");
  const auto byte = static_cast<unsigned char>(take(1, field).front());
  return take(take_big_endian(1U << (byte - 0xC4U), field), field);
}

std::string_view MsgpackReader::read_key(std::string_view field) {
  return peek(field) == Type::binary ? read_binary(field) : read_string(field);
}

std::uint64_t MsgpackReader::read_unsigned(std::string_view field) {
  if (lead(field) == 0xCF) {
    take(1, field);
    return take_big_endian(8, field);
  }
  const std::int64_t value = read_integer(field);
  if (value < 0) fail(field, "should not be negative");
  return static_cast<std::uint64_t>(value);
}

std::int64_t MsgpackReader::read_integer(std::string_view field) {
  if (peek(field) != Type::integer) fail(field, "should be a whole number");
  const auto byte = static_cast<unsigned char>(take(1, field).front());
  if (byte < 0x80) return byte;
  if (byte >= 0xE0) return static_cast<std::int64_t>(byte) - 256;
  if (byte <= 0xCF) {
    const std::uint64_t value = take_big_endian(1U << (byte - 0xCCU), field);
    if (value > INT64_MAX) fail(field, "is too large");
    return static_cast<std::int64_t>(value);
  }
  const unsigned width = 1U << (byte - 0xD0U);
  const std::uint64_t value = take_big_endian(width, field);
  const unsigned unused = 64 - 8 * width;
  return static_cast<std::int64_t>(value << unused) >> unused;
}

bool MsgpackReader::read_boolean(std::string_view field) {
  if (peek(field) != Type::boolean) fail(field, "should be true or false");
  return static_cast<unsigned char>(take(1, field).front()) == 0xC3;
}

bool MsgpackReader::read_nil() {
  if (bytes_.empty() || static_cast<unsigned char>(bytes_.front()) != 0xC0) return false;
  bytes_.remove_prefix(1);
  return true;
}

void MsgpackReader::skip(std::string_view field) {
  // Counted instead of recursive: a hostile file may nest as deeply as it is long.
  std::uint64_t open = 1;
  while (open > 0) {
    --open;
    switch (peek(field)) {
    case Type::nil:
    case Type::boolean: take(1, field); break;
    case Type::integer:
      lead(field) == 0xCF ? static_cast<void>(read_unsigned(field)) : static_cast<void>(read_integer(field));
      break;
    case Type::number: take(lead(field) == 0xCA ? 5 : 9, field); break;
    case Type::string: read_string(field); break;
    case Type::binary: read_binary(field); break;
    case Type::array: open += read_array(field); break;
    case Type::map: open += 2 * static_cast<std::uint64_t>(read_map(field)); break;
    }
  }
}

void MsgpackReader::expect_end(std::string_view field) const {
  if (!bytes_.empty()) fail(field, "something follows the end of the data");
}

} // namespace stemma::language
