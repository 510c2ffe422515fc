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
  out.key("additional").boolean(quantity.additional);
  out.key("unit").text_or_null(quantity.unit);
  out.key("of").text_or_null(quantity.of);
  out.key("text").text(quantity.text);
  out.close('}');
}

Evidence read_evidence(const json& object) {
  Evidence evidence;
  evidence.span = span_of(require_member(object, "start"), require_member(object, "end"));
  evidence.text = text_of(object, "text");
  evidence.role = text_of(object, "role");
  if (object.contains("hop")) evidence.hop = offset_in(object["hop"]);
  return evidence;
}

EventQuantity read_quantity(const json& object) {
  EventQuantity quantity;
  quantity.min = number_of(object, "min");
  quantity.max = number_of(object, "max");
  quantity.approximate = flag_of(object, "approx");
  quantity.cumulative = flag_of(object, "cumulative");
  quantity.additional = flag_of(object, "additional");
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
  out.key("implied").open('{');
  for (const auto& [role, values] : event.implied) out.key(role).texts(values);
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

void write_abstention(JsonLine& out, const Abstention& abstention) {
  out.open('{');
  out.key("start").number(abstention.span.start.value);
  out.key("end").number(abstention.span.end.value);
  out.key("text").text(abstention.text);
  out.key("type").text(abstention.type);
  out.key("frame").text(abstention.frame);
  out.key("reason").text(abstention.reason);
  out.close('}');
}

Abstention read_abstention(const json& object) {
  return {span_of(require_member(object, "start"), require_member(object, "end")), text_of(object, "text"),
          text_of(object, "type"), text_of(object, "frame"), text_of(object, "reason")};
}

Event read_event(const json& object) {
  Event event;
  event.id = require_text(object, "id");
  event.type = require_text(object, "type");
  for (const auto& [role, values] : require_member(object, "roles").items())
    event.roles.emplace(role, texts_in(values, "roles"));
  if (const auto implied = object.find("implied"); implied != object.end() && implied->is_object())
    for (const auto& [role, values] : implied->items()) event.implied.emplace(role, texts_in(values, "implied"));
  for (const auto& quantity : require_list(object, "quantity")) event.quantities.push_back(read_quantity(quantity));
  if (const auto& time = require_member(object, "time"); !time.is_null())
    event.time = EventTime{text_of(time, "start"), text_of(time, "end"), text_of(time, "text")};
  event.places = texts_in(require_list(object, "place"), "place");
  event.status = text_of(object, "status");
  event.about = text_of(object, "about");
  for (const auto& chain : require_list(object, "attribution"))
    event.attribution.push_back(texts_in(chain, "attribution"));
  event.frame = text_of(object, "frame");
  for (const auto& evidence : require_list(object, "evidence")) event.evidence.push_back(read_evidence(evidence));
  return event;
}

} // namespace stemma
