#pragma once
// Events in the JSON of a record, both ways.

#include "model/event.hpp"
#include "model/json_line.hpp"

#include <nlohmann/json_fwd.hpp>

namespace stemma {

void write_event(JsonLine& json, const Event& event);
Event read_event(const nlohmann::json& object); // throws Error for what is no event

} // namespace stemma
