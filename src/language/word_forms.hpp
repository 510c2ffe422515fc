#pragma once
// What a language model knows of a word that stands alone.

#include "language/model.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace stemma::language {

// Into how many tokens the model cuts it: "re-export" is three.
std::size_t count_tokens(const Model& model, std::string_view word);

// Whether it is a base form of that part of speech ("verb", "noun", "adj", as spaCy writes it), in small letters.
bool is_base_form(const Model& model, const std::string& word, std::string_view pos);

// The base form that it is an inflection of ("sent": "send"); absent where it is one itself, or not known.
std::optional<std::string> find_base_form(const Model& model, const std::string& word, std::string_view pos);

} // namespace stemma::language
