#pragma once
// Members of the JSON of a record. What is of another kind than asked for is an Error that names the member.

#include "model/offset.hpp"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <vector>

namespace stemma {

// Absent or null: empty, false, no number.
std::string text_of(const nlohmann::json& object, const char* key);
std::vector<std::string> texts_of(const nlohmann::json& object, const char* key);
bool flag_of(const nlohmann::json& object, const char* key);
std::optional<double> number_of(const nlohmann::json& object, const char* key);

// Absent: an Error as well.
const nlohmann::json& require_member(const nlohmann::json& object, const char* key);
const nlohmann::json& require_list(const nlohmann::json& object, const char* key);
std::string require_text(const nlohmann::json& object, const char* key);

// All members are strings.
std::vector<std::string> texts_in(const nlohmann::json& list, const char* key);
// A whole number below 2^32.
std::uint32_t offset_in(const nlohmann::json& value);
// The end does not stand before the start.
CodePointSpan span_of(const nlohmann::json& start, const nlohmann::json& end);

} // namespace stemma
