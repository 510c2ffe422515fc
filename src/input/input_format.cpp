#include "input/input_format.hpp"

#include "input/ascii.hpp"

#include <algorithm>
#include <utility>

namespace stemma::input {

const std::vector<std::string>& endings_of(InputFormat format) {
  static const std::vector<std::string> text{".txt", ".md"}, html{".html", ".htm"}, ndjson{".ndjson", ".jsonl"},
      csv{".csv"}, warc{".warc"}, both{".txt", ".md", ".html", ".htm"};
  switch (format) {
  case InputFormat::by_name: return both;
  case InputFormat::text: return text;
  case InputFormat::html: return html;
  case InputFormat::ndjson: return ndjson;
  case InputFormat::csv: return csv;
  case InputFormat::warc: return warc;
  }
  return both;
}

InputFormat parse_format(std::string_view word) {
  constexpr std::pair<std::string_view, InputFormat> formats[] = {{"text", InputFormat::text},
                                                                  {"html", InputFormat::html},
                                                                  {"ndjson", InputFormat::ndjson},
                                                                  {"csv", InputFormat::csv},
                                                                  {"warc", InputFormat::warc}};
  for (const auto& [name, format] : formats)
    if (word == name) return format;
  return InputFormat::by_name;
}

std::string_view without_packing(std::string_view name) {
  for (const std::string_view ending : {".gz", ".zst"})
    if (name.size() > ending.size() && lowered(name.substr(name.size() - ending.size())) == ending)
      return name.substr(0, name.size() - ending.size());
  return name;
}

bool is_wanted(std::string_view name, InputFormat format) {
  const std::string low = lowered(without_packing(name));
  const auto& endings = endings_of(format);
  return std::any_of(endings.begin(), endings.end(), [&](const std::string& ending) { return low.ends_with(ending); });
}

InputFormat format_by_name(std::string_view name) {
  for (const InputFormat format :
       {InputFormat::text, InputFormat::html, InputFormat::ndjson, InputFormat::csv, InputFormat::warc})
    if (is_wanted(name, format)) return format;
  return InputFormat::by_name;
}

bool looks_like_page(std::string_view bytes) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
  const std::string start = lowered(trimmed(bytes.substr(0, 512)));
  return start.starts_with("<!doctype html") || start.starts_with("<html");
}

} // namespace stemma::input
