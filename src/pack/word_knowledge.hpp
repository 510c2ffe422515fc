#pragma once
// What a check of frames asks a language model about words, by themselves and in small letters. Functions may be empty:
// then nothing is known.

#include "pack/frame.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

namespace stemma::pack {

struct WordKnowledge {
  std::function<std::size_t(const std::string& word)> tokens; // into how many it is cut
  // The base form that it is only an inflection of; absent: it is a base form itself, or not known.
  std::function<std::optional<std::string>(const std::string& word, WordKind kind)> inflection_of;
  std::function<bool(const std::string& word, WordKind kind)> is_base_form;
};

} // namespace stemma::pack
