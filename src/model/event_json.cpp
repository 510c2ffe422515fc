#include "model/event_json.hpp"

#include "model/json_member.hpp"

#include <nlohmann/json.hpp>

namespace stemma {

namespace {

using nlohmann::json;

void write(JsonLine& out, const Evidence& evidence) {
  out.open('{');
  out.key("start").number(evidence.span.start.value);
  out.key("end").number(evidence.span.end.value);
  out.key("text").text(evidence.text);
  out.key("role").text_or_null(evidence.role);
  if (evidence.hop) out.key("hop").number(*evidence.hop);
  out.close('}');
}

void write_bound(JsonLine& out, std::string_view name, const std::optional<double>& bound) {
  out.key(name);
  bound ? out.decimal(*bound) : out.null();
}

void write(JsonLine& out, const EventQuantity& quantity) {
  out.open('{');
  write_bound(out, "min", quantity.min);
  write_bound(out, "max", quantity.max);
  out.key("approx").boolean(quantity.approximate);
  out.key("cumulative").boolean(quantity.cumulative);
  out.key("unit").text_or_null(quantity.unit);
  out.key("of").text_or_null(quantity.of);
  out.key("text").text(quantity.text);
  out.close('}');
}

std::optional<double> bound_of(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return std::nullopt;
  return found->get<double>();
}

Evidence read_evidence(const json& object) {
  Evidence evidence;
  evidence.span = span_of(object.at("start"), object.at("end"));
  evidence.text = text_of(object, "text");
  evidence.role = text_of(object, "role");
  if (const auto hop = object.find("hop"); hop != object.end()) evidence.hop = hop->get<unsigned>();
  return evidence;
}

EventQuantity read_quantity(const json& object) {
  EventQuantity quantity;
  quantity.min = bound_of(object, "min");
  quantity.max = bound_of(object, "max");
  quantity.approximate = object.value("approx", false);
  quantity.cumulative = object.value("cumulative", false);
  quantity.unit = text_of(object, "unit");
  quantity.of = text_of(object, "of");
  quantity.text = text_of(object, "text");
  return quantity;
}

} // namespace

void write_event(JsonLine& out, const Event& event) {
  out.open('{');
  out.key("id").text(event.id);
  out.key("type").text(event.type);
  out.key("roles").open('{');
  for (const auto& [role, values] : event.roles) out.key(role).texts(values);
  out.close('}');
  out.key("quantity").open('[');
  for (const auto& quantity : event.quantities) write(out, quantity);
  out.close(']');
  out.key("time");
  if (event.time) {
    out.open('{');
    out.key("start").text_or_null(event.time->start);
    out.key("end").text_or_null(event.time->end);
    out.key("text").text(event.time->text);
    out.close('}');
  } else {
    out.null();
  }
  out.key("place").texts(event.places);
  out.key("status").text(event.status);
  out.key("about").text(event.about);
  out.key("attribution").open('[');
  for (const auto& chain : event.attribution) out.texts(chain);
  out.close(']');
  out.key("frame").text(event.frame);
  out.key("evidence").open('[');
  for (const auto& evidence : event.evidence) write(out, evidence);
  out.close(']');
  out.close('}');
}

Event read_event(const json& object) {
  Event event;
  event.id = object.at("id").get<std::string>();
  event.type = object.at("type").get<std::string>();
  event.roles = object.at("roles").get<std::map<std::string, std::vector<std::string>>>();
  for (const auto& quantity : object.at("quantity")) event.quantities.push_back(read_quantity(quantity));
  if (const auto& time = object.at("time"); !time.is_null())
    event.time = EventTime{text_of(time, "start"), text_of(time, "end"), text_of(time, "text")};
  event.places = object.at("place").get<std::vector<std::string>>();
  event.status = text_of(object, "status");
  event.about = text_of(object, "about");
  event.attribution = object.at("attribution").get<std::vector<std::vector<std::string>>>();
  event.frame = text_of(object, "frame");
  for (const auto& evidence : object.at("evidence")) event.evidence.push_back(read_evidence(evidence));
  return event;
}

} // namespace stemma
