#include "pipeline/news_line.hpp"

#include "model/date.hpp"

#include <nlohmann/json.hpp>

namespace stemma::pipeline {

namespace {

using nlohmann::json;

constexpr const char* hint =
    R"(a line looks like {"id":"a1","date":"2023-11-01","publisher":"…","title":"…","text":"…"})";

json parse_object(std::string_view line, const Place& place) {
  json object;
  try {
    object = json::parse(line);
  } catch (const json::parse_error& error) {
    throw Error("this line is no JSON", hint, {place.file, place.line, error.byte});
  } catch (const json::exception& error) {
    throw Error(std::string("this line is no JSON: ") + error.what(), hint, place);
  }
  if (!object.is_object()) throw Error("this line is no JSON object", hint, place);
  return object;
}

std::string text_field(const json& object, const char* name, Reading& reading, const Place& place) {
  const auto found = object.find(name);
  if (found == object.end() || found->is_null()) return {};
  if (found->is_string()) return found->get<std::string>();
  reading.diagnostics.push_back(
      {Severity::warning, "input.bad-field", std::string("\"") + name + "\" is no string and is passed over", place});
  return {};
}

std::string id_field(const json& object, Reading& reading, const Place& place) {
  const auto found = object.find("id");
  if (found != object.end() && found->is_number()) return found->dump();
  return text_field(object, "id", reading, place);
}

Date date_field(const json& object, Reading& reading, const Place& place) {
  std::string date = text_field(object, "date", reading, place);
  if (date.size() > 10 && (date[10] == 'T' || date[10] == ' ')) date.resize(10);
  if (date.empty() || is_date(date)) return date;
  reading.diagnostics.push_back(
      {Severity::warning, "input.bad-date", "\"date\" is no date like 2023-11-01 and is passed over", place});
  return {};
}

} // namespace

Reading parse_news_line(std::string_view line, const Place& place) {
  const json object = parse_object(line, place);
  const auto text = object.find("text");
  if (text == object.end() || !text->is_string()) throw Error("this line has no \"text\"", hint, place);
  Reading reading;
  reading.field = "text";
  reading.bytes = text->get<std::string>();
  reading.given_id = id_field(object, reading, place);
  reading.path = reading.given_id.empty() ? place.file : place.file + "#" + reading.given_id;
  reading.known = {text_field(object, "title", reading, place), date_field(object, reading, place),
                   text_field(object, "publisher", reading, place)};
  return reading;
}

} // namespace stemma::pipeline
