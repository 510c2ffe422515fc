#include "explorer/render_page.hpp"

#include "explorer/page_json.hpp"
#include "model/error.hpp"
#include "model/json_line.hpp"
#include "query/stored_query.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

namespace stemma::explorer {

namespace {

constexpr std::size_t events_each = 256; // of a list that the page reads at once
constexpr std::size_t documents_each = 64;
constexpr std::string_view data_mark = "<!--stemma:data-->";

std::string read_file(const std::filesystem::path& file, const std::string& hint) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  if (in) text << in.rdbuf();
  if (!in) throw Error(fmt::format("cannot be read: {}", std::strerror(errno)), hint, {file.string(), 0, 0});
  return text.str();
}

std::string read_bundle(const std::filesystem::path& file) {
  return read_file(file, "'tools/explorer' makes the page's scripts; tools/setup runs it");
}

void append_data(std::string_view id, std::string_view json, std::string& page) {
  page += fmt::format("<script type=\"application/json\" id=\"{}\">", id);
  page += for_script(json);
  page += "</script>\n";
}

std::string queries_json(const std::filesystem::path& folder) {
  std::string text;
  JsonLine json(text);
  json.open('[');
  for (const query::StoredQuery& stored : query::read_stored_queries(folder)) {
    json.open('{');
    json.key("name").text(stored.name);
    json.key("title").text(stored.title);
    json.key("description").text(stored.description);
    json.key("parameters").open('[');
    for (const query::Parameter& parameter : stored.parameters) {
      json.open('{');
      json.key("name").text(parameter.name);
      json.key("type").text(query::name_of(parameter.type));
      json.key("default");
      parameter.default_value ? json.text(*parameter.default_value) : json.null();
      json.key("meaning").text(parameter.description);
      json.close('}');
    }
    json.close(']');
    json.key("text").text(stored.text);
    json.close('}');
  }
  json.close(']');
  return text;
}

std::string json_string(std::string_view text) {
  std::string json;
  append_json_string(text, json);
  return json;
}

void append_console(const audit::Result& result, const PageRequest& request, std::string& page) {
  const std::string engine = read_bundle(request.bundle / "oxigraph.wasm.b64");
  append_data("queries", queries_json(*request.queries), page);
  append_data("dataset", json_string(read_file(result.folder() / "dataset.trig", "")), page);
  append_data("engine", json_string(engine), page);
}

void append_passages(const audit::Result& result, const EventGraph& graph, const std::vector<std::string>& sources,
                     std::string& page) {
  const auto passages = read_passages(result, graph, sources);
  if (std::ranges::all_of(passages, [](const auto& of_document) { return of_document.empty(); })) return;
  std::size_t number = 0;
  for (const std::string& part : passages_json(passages, documents_each))
    append_data(fmt::format("passages-{}", number++), part, page);
}

} // namespace

std::string render_page(const audit::Result& result, const PageRequest& request) {
  const std::string bundle = read_bundle(request.bundle / "page.html");
  const std::size_t place = bundle.find(data_mark);
  if (place == std::string::npos)
    throw Error("has no place for data", "'tools/explorer' makes it anew",
                {(request.bundle / "page.html").string(), 0, 0});
  const EventGraph graph = read_event_graph(result);
  const EventSides sides = read_event_sides(request.pack, request.installed_pack);
  std::string page = bundle.substr(0, place);
  append_data("graph", graph_json(graph, arrange(graph), sides, result.manifest()), page);
  std::size_t number = 0;
  for (const std::string& part : evidence_json(graph, events_each))
    append_data(fmt::format("evidence-{}", number++), part, page);
  append_passages(result, graph, request.sources, page);
  if (request.queries) append_console(result, request, page);
  page += std::string_view(bundle).substr(place + data_mark.size());
  return page;
}

} // namespace stemma::explorer
