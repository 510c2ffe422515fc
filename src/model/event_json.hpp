#pragma once
// Events in the JSON of a record, both ways.

#include "model/event.hpp"
#include "model/json_line.hpp"

#include <nlohmann/json_fwd.hpp>

namespace stemma {

void write_event(JsonLine& json, const Event& event);
void write_abstention(JsonLine& json, const Abstention& abstention);
Event read_event(const nlohmann::json& object); // throws Error for what is no event

Abstention read_abstention(const nlohmann::json& object); // likewise

} // namespace stemma
