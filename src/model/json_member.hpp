#pragma once
// Members of the JSON of a record, read one way.

#include "model/offset.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace stemma {

// Absent or null: empty. Throws json::exception for another kind.
std::string text_of(const nlohmann::json& object, const char* key);
std::vector<std::string> texts_of(const nlohmann::json& object, const char* key);

// Throws Error unless both are whole numbers below 2^32, the end not before the start.
CodePointSpan span_of(const nlohmann::json& start, const nlohmann::json& end);

} // namespace stemma
