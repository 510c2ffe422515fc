#include "model/json_member.hpp"

#include "model/error.hpp"

#include <nlohmann/json.hpp>

namespace stemma {

using nlohmann::json;

namespace {

[[noreturn]] void refuse(const char* key, const char* fault) { throw Error(std::string("\"") + key + "\" " + fault); }

// nullptr: absent or null.
const json* find(const json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

} // namespace

std::string text_of(const json& object, const char* key) {
  const json* member = find(object, key);
  if (!member) return {};
  if (!member->is_string()) refuse(key, "is no string");
  return member->get<std::string>();
}

std::vector<std::string> texts_of(const json& object, const char* key) {
  const json* member = find(object, key);
  return member ? texts_in(*member, key) : std::vector<std::string>();
}

bool flag_of(const json& object, const char* key) {
  const json* member = find(object, key);
  if (member && !member->is_boolean()) refuse(key, "is neither true nor false");
  return member && member->get<bool>();
}

std::optional<double> number_of(const json& object, const char* key) {
  const json* member = find(object, key);
  if (!member) return std::nullopt;
  if (!member->is_number()) refuse(key, "is no number");
  return member->get<double>();
}

const json& require_member(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) refuse(key, "is missing");
  return *found;
}

const json& require_list(const json& object, const char* key) {
  const json& member = require_member(object, key);
  if (!member.is_array()) refuse(key, "is no list");
  return member;
}

std::string require_text(const json& object, const char* key) {
  const json& member = require_member(object, key);
  if (!member.is_string()) refuse(key, "is no string");
  return member.get<std::string>();
}

std::vector<std::string> texts_in(const json& list, const char* key) {
  if (!list.is_array()) refuse(key, "is no list");
  std::vector<std::string> texts;
  for (const json& text : list) {
    if (!text.is_string()) refuse(key, "holds something that is no string");
    texts.push_back(text.get<std::string>());
  }
  return texts;
}

std::uint32_t offset_in(const json& value) {
  if (!value.is_number_unsigned() || value.get<std::uint64_t>() > 0xffffffffU)
    throw Error("an offset is no number below 2^32");
  return value.get<std::uint32_t>();
}

CodePointSpan span_of(const json& start, const json& end) {
  const CodePointSpan span{{offset_in(start)}, {offset_in(end)}};
  if (span.end < span.start) throw Error("a span ends before it starts");
  return span;
}

} // namespace stemma
