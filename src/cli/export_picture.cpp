#include "cli/export_picture.hpp"

#include "audit/find_event.hpp"
#include "cli/suggestion.hpp"
#include "explorer/draw_svg.hpp"
#include "explorer/pictures.hpp"
#include "export/replace_file.hpp"
#include "model/error.hpp"

#include <algorithm>
#include <ostream>

namespace stemma::cli {

namespace {

std::vector<std::string> labels_of(const explorer::EventGraph& graph) {
  std::vector<std::string> labels;
  for (const explorer::Player& player : graph.players) labels.push_back(player.label);
  return labels;
}

std::string hint_for(const std::string& typed, const std::vector<std::string>& names, const std::string& otherwise) {
  const std::string near = did_you_mean(find_near_names(typed, names));
  return near.empty() ? otherwise : near;
}

std::string picture_around(const explorer::EventGraph& graph, const std::string& name) {
  const auto found = explorer::find_players(graph, name);
  if (found.empty())
    throw Error("nobody and nothing of this name plays in an event: '" + name + "'",
                hint_for(name, labels_of(graph), "name it by its IRI (country:XX), its code or its whole label"));
  if (found.size() == 1) return explorer::around_dot(graph, found.front());
  constexpr std::size_t most = 5;
  std::string hint = "name it by its IRI:";
  for (std::size_t i = 0; i < std::min(found.size(), most); ++i) hint += " " + graph.players[found[i]].id;
  throw Error(std::to_string(found.size()) + " are called '" + name + "'", hint);
}

std::string picture_of_origins(const audit::Result& result, const explorer::EventGraph& graph,
                               const std::string& words) {
  const auto events = audit::find_events(result, words);
  if (events.empty())
    throw Error("no event fits '" + words + "'",
                hint_for(words, audit::names_of_events(result), "'stemma explain' finds events in the same way"));
  const std::string id = result.short_name(events.front());
  return explorer::origins_dot(*std::ranges::find(graph.events, id, &explorer::PlayedEvent::id));
}

} // namespace

void export_picture(const PictureOptions& options, const Environment& environment) {
  if (options.around.empty() == options.origins_of.empty())
    throw Error("a picture shows one thing", "give --around ENTITY or --origins-of EVENT");
  const audit::Result result(options.out);
  const explorer::EventGraph graph = explorer::read_event_graph(result);
  std::string picture = options.around.empty() ? picture_of_origins(result, graph, options.origins_of)
                                               : picture_around(graph, options.around);
  if (options.drawn) picture = explorer::draw_svg(picture);
  if (options.to.empty())
    environment.out << picture;
  else
    exporting::replace_file(options.to, [&](std::ostream& file) { file << picture; });
}

} // namespace stemma::cli
