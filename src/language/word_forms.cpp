#include "language/word_forms.hpp"

#include "language/pipeline.hpp"

namespace stemma::language {

std::size_t count_tokens(const Model& model, std::string_view word) {
  return model.pipeline().tokenizer->cut(word).size();
}

bool is_base_form(const Model& model, const std::string& word, std::string_view pos) {
  return model.pipeline().lemmatizer->is_base_form(word, pos);
}

std::optional<std::string> find_base_form(const Model& model, const std::string& word, std::string_view pos) {
  return model.pipeline().lemmatizer->find_base_form(word, pos);
}

} // namespace stemma::language
