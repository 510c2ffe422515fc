#include "pipeline/pending.hpp"

#include "input/file_bytes.hpp"
#include "input/news_line.hpp"
#include "input/unpacking.hpp"
#include "input/web_address.hpp"

#include <utility>

namespace stemma::pipeline {

namespace {

bool is_page(const Pending& pending, std::string_view bytes) {
  if (pending.format != InputFormat::by_name) return pending.format == InputFormat::html;
  const InputFormat named = input::format_by_name(pending.path);
  return named == InputFormat::by_name ? input::looks_like_page(bytes) : named == InputFormat::html;
}

std::string bytes_of(const Pending& pending) {
  const auto* held = std::get_if<std::string>(&pending.from);
  std::string bytes =
      held ? *held : input::read_file_bytes(std::get<std::filesystem::path>(pending.from), pending.path);
  return input::is_packed(bytes) ? input::unpack(bytes, pending.path) : bytes;
}

} // namespace

Reading read(const Pending& pending) {
  if (const auto* whole = std::get_if<Reading>(&pending.from)) return *whole;
  if (const auto* line = std::get_if<std::string>(&pending.from); line && pending.line)
    return input::parse_news_line(*line, {pending.path, pending.line, 0},
                                  pending.columns ? *pending.columns : input::Columns());
  std::string bytes = bytes_of(pending);
  Reading reading{pending.path};
  if (is_page(pending, bytes))
    reading = input::read_page_as_document(bytes, pending.charset, pending.path);
  else
    reading.bytes = std::move(bytes);
  if (input::is_web_address(pending.url)) reading.url = pending.url;
  reading.retrieved = pending.retrieved;
  return reading;
}

} // namespace stemma::pipeline
