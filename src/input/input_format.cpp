#include "input/input_format.hpp"

#include "input/ascii.hpp"

#include <utility>

namespace stemma::input {

const std::vector<std::string>& endings_of(InputFormat format) {
  static const std::vector<std::string> text{".txt", ".md"}, html{".html", ".htm"}, ndjson{".ndjson", ".jsonl"},
      both{".txt", ".md", ".html", ".htm"};
  switch (format) {
  case InputFormat::by_name: return both;
  case InputFormat::text: return text;
  case InputFormat::html: return html;
  case InputFormat::ndjson: return ndjson;
  }
  return both;
}

InputFormat parse_format(std::string_view word) {
  constexpr std::pair<std::string_view, InputFormat> formats[] = {
      {"text", InputFormat::text}, {"html", InputFormat::html}, {"ndjson", InputFormat::ndjson}};
  for (const auto& [name, format] : formats)
    if (word == name) return format;
  return InputFormat::by_name;
}

InputFormat format_by_name(std::string_view name) {
  const std::string low = lowered(name);
  for (const InputFormat format : {InputFormat::text, InputFormat::html, InputFormat::ndjson})
    for (const std::string& ending : endings_of(format))
      if (low.ends_with(ending)) return format;
  return InputFormat::by_name;
}

bool looks_like_page(std::string_view bytes) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
  const std::string start = lowered(trimmed(bytes.substr(0, 512)));
  return start.starts_with("<!doctype html") || start.starts_with("<html");
}

} // namespace stemma::input
