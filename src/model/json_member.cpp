#include "model/json_member.hpp"

#include "model/error.hpp"

#include <nlohmann/json.hpp>

namespace stemma {

using nlohmann::json;

namespace {

std::uint32_t offset_of(const json& value) {
  if (!value.is_number_unsigned() || value.get<std::uint64_t>() > 0xffffffffU)
    throw Error("an offset is no number below 2^32");
  return value.get<std::uint32_t>();
}

} // namespace

std::string text_of(const json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() || found->is_null() ? std::string() : found->get<std::string>();
}

std::vector<std::string> texts_of(const json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() || found->is_null() ? std::vector<std::string>()
                                                   : found->get<std::vector<std::string>>();
}

CodePointSpan span_of(const json& start, const json& end) {
  const CodePointSpan span{{offset_of(start)}, {offset_of(end)}};
  if (span.end < span.start) throw Error("a span ends before it starts");
  return span;
}

} // namespace stemma
