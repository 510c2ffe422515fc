#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace stemma::extract {

// What readers of one expression stand on: a place in the words, which moves on as words are accepted.
class WordReader {
protected:
  WordReader(std::span<const std::string> words, std::uint32_t first) : words_(words), first_(first), at_(first) {}

  // Lower case; empty behind the last one.
  std::string_view word(std::uint32_t ahead = 0) const {
    return at_ + ahead < words_.size() ? std::string_view(words_[at_ + ahead]) : std::string_view();
  }
  bool accept(std::string_view expected) {
    if (word() != expected) return false;
    ++at_;
    return true;
  }
  bool accept(std::string_view one, std::string_view two) {
    if (word() != one || word(1) != two) return false;
    at_ += 2;
    return true;
  }

  std::span<const std::string> words_;
  std::uint32_t first_, at_;
};

} // namespace stemma::extract
