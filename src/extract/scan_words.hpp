#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace stemma::extract {

// What `read_at(first)` recognises from word to word: an optional value that ends before its word `last`. Values do not
// overlap; after each one the reading goes on behind it.
template <class Value, class ReadAt>
std::vector<Value> scan_words(std::span<const std::string> words, ReadAt read_at) {
  std::vector<Value> out;
  for (std::uint32_t i = 0; i < words.size();) {
    auto value = read_at(i);
    if (value && value->last > i) {
      i = value->last;
      out.push_back(std::move(*value));
    } else {
      ++i;
    }
  }
  return out;
}

} // namespace stemma::extract
