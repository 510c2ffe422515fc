#include "input/reading.hpp"

#include "input/input_format.hpp"
#include "input/page.hpp"
#include "model/digest.hpp"

#include <utility>

namespace stemma::input {

text::InputForm Reading::form() const {
  if (!field.empty() || is_page()) return text::InputForm::decoded_field;
  const std::string_view name = without_packing(path);
  return name.ends_with(".md") || name.ends_with(".MD") ? text::InputForm::markdown_file : text::InputForm::plain_file;
}

Reading read_page_as_document(const std::string& bytes, const std::string& charset, const std::string& path) {
  Page page = read_page(bytes, charset, path);
  Reading reading{path};
  reading.page_sha256 = sha256_hex(bytes);
  reading.bytes = std::move(page.text);
  reading.known = std::move(page.known);
  reading.url = std::move(page.url);
  reading.diagnostics = std::move(page.diagnostics);
  return reading;
}

} // namespace stemma::input
