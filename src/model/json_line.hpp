#pragma once
// Writes one JSON value by hand, without spaces or line breaks: the hottest output of the program, whose bytes are a
// promise.

#include "model/record_json.hpp"

#include <array>
#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stemma {

class JsonLine {
public:
  explicit JsonLine(std::string& out) : out_(out) {}

  void open(char bracket) {
    separate();
    out_ += bracket;
    first_ = true;
  }
  void close(char bracket) {
    out_ += bracket;
    first_ = false;
  }
  JsonLine& key(std::string_view name) {
    separate();
    append_json_string(name, out_);
    out_ += ':';
    first_ = true; // the value follows without a comma
    return *this;
  }
  void text(std::string_view value) {
    separate();
    append_json_string(value, out_);
  }
  void text_or_null(std::string_view value) { value.empty() ? raw("null") : text(value); }
  void null() { raw("null"); }
  void decimal(double value) { // shortest form that reads back to the same number
    std::array<char, 32> digits{};
    const bool whole = value > -1e15 && value < 1e15 && static_cast<double>(static_cast<std::int64_t>(value)) == value;
    const auto end =
        whole ? std::to_chars(digits.data(), digits.data() + digits.size(), static_cast<std::int64_t>(value)).ptr
              : std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    raw({digits.data(), static_cast<std::size_t>(end - digits.data())});
  }
  void number(std::uint64_t value) {
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    raw({digits.data(), static_cast<std::size_t>(end - digits.data())});
  }
  void boolean(bool value) { raw(value ? "true" : "false"); }
  void texts(const std::vector<std::string>& values) {
    open('[');
    for (const std::string& value : values) text(value);
    close(']');
  }

private:
  void raw(std::string_view value) {
    separate();
    out_ += value;
  }
  void separate() {
    if (!first_) out_ += ',';
    first_ = false;
  }
  std::string& out_;
  bool first_ = true;
};

} // namespace stemma
