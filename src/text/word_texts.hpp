#pragma once
// The words of a text as strings: cut from it when they are asked for, so that a long text has no second list of them.

#include "text/prepared_text.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace stemma::text {

class WordTexts {
public:
  // Both must outlive this object.
  WordTexts(std::string_view clean, std::span<const Word> words)
      : clean_(clean.data()), words_(words.data()), size_(words.size()) {}
  // Words that somebody has cut already: views into one text.
  WordTexts(const std::vector<std::string_view>& texts) : texts_(texts.data()), size_(texts.size()) {}

  std::size_t size() const { return size_; }
  std::string_view operator[](std::size_t i) const {
    if (texts_) return texts_[i];
    return {clean_ + words_[i].clean.start.value, words_[i].clean.length()};
  }

private:
  const char* clean_ = nullptr;
  const Word* words_ = nullptr;
  const std::string_view* texts_ = nullptr;
  std::size_t size_ = 0;
};

} // namespace stemma::text
