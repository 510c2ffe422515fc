#pragma once

#include "input/unpacking.hpp"
#include "model/error.hpp"

#include <array>
#include <optional>
#include <streambuf>
#include <utility>

namespace stemma::input {

// The document that is open in an Unpacking, for whoever reads streams. A stream only notes that something went wrong;
// what it was stands here.
class UnpackedBuffer final : public std::streambuf {
public:
  explicit UnpackedBuffer(Unpacking from) : from_(std::move(from)) {}

  const std::optional<Error>& failure() const { return failure_; }

private:
  int_type underflow() override {
    if (failure_) return traits_type::eof();
    try {
      const std::size_t got = from_.read(buffer_.data(), buffer_.size());
      setg(buffer_.data(), buffer_.data(), buffer_.data() + got);
      return got > 0 ? traits_type::to_int_type(buffer_[0]) : traits_type::eof();
    } catch (const Error& error) {
      failure_ = error;
      return traits_type::eof();
    }
  }

  Unpacking from_;
  std::array<char, std::size_t{1} << 16> buffer_{};
  std::optional<Error> failure_;
};

} // namespace stemma::input
