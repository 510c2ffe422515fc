#pragma once
// A number for some of the words of a text. Memory is taken where there are numbers, not for every word.

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace stemma::link {

using Index = std::uint32_t; // of a word
inline constexpr Index none = 0xffffffff;

class WordMap {
public:
  explicit WordMap(std::size_t words) : words_(words), pages_(words / page_size + 1) {}

  // `none` where nothing was set, and for words that are not in the text.
  std::uint32_t operator[](Index word) const {
    if (word >= words_) return none;
    const auto& page = pages_[word / page_size];
    return page ? (*page)[word % page_size] : none;
  }
  void set(Index word, std::uint32_t number) {
    auto& page = pages_[word / page_size];
    if (!page) {
      page = std::make_unique<Page>();
      page->fill(none);
    }
    (*page)[word % page_size] = number;
  }
  void clear() {
    for (auto& page : pages_) page.reset();
  }

private:
  static constexpr std::size_t page_size = 256;
  using Page = std::array<std::uint32_t, page_size>;
  std::size_t words_;
  std::vector<std::unique_ptr<Page>> pages_;
};

} // namespace stemma::link
