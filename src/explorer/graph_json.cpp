#include "explorer/page_json.hpp"
#include "model/json_line.hpp"
#include "rdf/vocabulary.hpp"

#include <algorithm>
#include <iterator>

namespace stemma::explorer {

namespace {

class GraphJson {
public:
  GraphJson(const EventGraph& graph, const Arrangement& arrangement) : graph_(graph), arrangement_(arrangement) {}

  std::string run(const EventSides& sides, const pipeline::Manifest& manifest) {
    json_.open('{');
    made(manifest);
    types(sides);
    terms("statuses", graph_.statuses);
    terms("roles", graph_.roles);
    list("players", graph_.players, [this](const Player& player) { this->player(player); });
    list("events", graph_.events, [this](const PlayedEvent& event) { this->event(event); });
    list("parts", graph_.parts, [this](const Part& part) {
      number(part.event);
      number(part.node);
      number(part.role);
    });
    list("documents", graph_.documents, [this](const CitedDocument& document) {
      for (const std::string* text :
           {&document.id, &document.path, &document.title, &document.publisher, &document.published, &document.wire})
        json_.text(*text);
    });
    list("communities", arrangement_.communities, [this](const Arrangement::Circle& circle) {
      for (const std::int64_t value : {circle.x, circle.y, circle.radius}) json_.decimal(static_cast<double>(value));
      json_.text(circle.label);
    });
    json_.close('}');
    return std::move(text_);
  }

private:
  void number(std::uint64_t value) { json_.number(value); }

  // A list of lists.
  template <class Item, class Write>
  void list(std::string_view name, const std::vector<Item>& items, const Write& write) {
    json_.key(name).open('[');
    for (const Item& item : items) {
      json_.open('[');
      write(item);
      json_.close(']');
    }
    json_.close(']');
  }

  void made(const pipeline::Manifest& manifest) {
    json_.key("made").open('{');
    json_.key("program").text(manifest.program);
    json_.key("base").text(manifest.base);
    json_.key("pack").text(manifest.pack);
    json_.key("model").text(manifest.model);
    json_.key("documents").number(manifest.documents);
    json_.close('}');
    json_.key("prefixes").open('{');
    for (const rdf::Prefix& prefix : rdf::standard_prefixes) json_.key(prefix.name).text(prefix.iri);
    json_.close('}');
  }

  // Type, the places of its sides among the roles, -1 where it has none, and its place among those of the pack.
  void types(const EventSides& sides) {
    json_.key("types").open('[');
    for (const Term& type : graph_.types) {
      const auto found = sides.find(full(type.id));
      const Sides own = found == sides.end() ? Sides{} : found->second;
      json_.open('[');
      json_.text(type.id);
      json_.text(type.label);
      json_.decimal(role_number(own.first));
      json_.decimal(role_number(own.second));
      json_.boolean(own.entered);
      number(static_cast<std::uint64_t>(std::distance(sides.begin(), found))); // as long as the pack is, its colour
      json_.close(']');
    }
    json_.close(']');
  }

  void terms(std::string_view name, const std::vector<Term>& terms) {
    list(name, terms, [this](const Term& term) {
      json_.text(term.id);
      json_.text(term.label);
    });
  }

  static std::string full(const std::string& id) {
    for (const rdf::Prefix& prefix : rdf::standard_prefixes)
      if (id.size() > prefix.name.size() && id.starts_with(prefix.name) && id[prefix.name.size()] == ':')
        return std::string(prefix.iri) + id.substr(prefix.name.size() + 1);
    return id;
  }

  double role_number(const std::string& iri) const {
    for (std::size_t i = 0; i < graph_.roles.size(); ++i)
      if (!iri.empty() && full(graph_.roles[i].id) == iri) return static_cast<double>(i);
    return -1;
  }

  void place(std::size_t node) {
    json_.decimal(static_cast<double>(arrangement_.places[node].first));
    json_.decimal(static_cast<double>(arrangement_.places[node].second));
    number(arrangement_.community[node]);
  }

  void player(const Player& player) {
    for (const std::string* text : {&player.id, &player.label, &player.kind, &player.type}) json_.text(*text);
    place(static_cast<std::size_t>(&player - graph_.players.data()));
  }

  void event(const PlayedEvent& event) {
    const audit::Explanation& about = event.explanation;
    json_.text(event.id);
    json_.text(about.label);
    number(event.type);
    number(event.status);
    json_.text(event.from);
    json_.text(event.to);
    for (const std::uint64_t count :
         {about.documents, about.wires, about.speakers, about.origins, about.denying_origins})
      number(count);
    number((about.fact ? 1U : 0U) + (about.disputed ? 2U : 0U) + (about.disagreements.empty() ? 0U : 4U));
    json_.texts(about.quantities);
    json_.open('[');
    for (const auto& [role, words] : event.words) {
      json_.open('[');
      number(role);
      json_.text(words);
      json_.close(']');
    }
    json_.close(']');
    json_.open('[');
    for (const std::uint32_t document : event.documents) number(document);
    json_.close(']');
    place(graph_.players.size() + static_cast<std::size_t>(&event - graph_.events.data()));
  }

  const EventGraph& graph_;
  const Arrangement& arrangement_;
  std::string text_;
  JsonLine json_{text_};
};

} // namespace

std::string graph_json(const EventGraph& graph, const Arrangement& arrangement, const EventSides& sides,
                       const pipeline::Manifest& manifest) {
  return GraphJson(graph, arrangement).run(sides, manifest);
}

std::string for_script(std::string_view json) {
  std::string safe;
  safe.reserve(json.size() + json.size() / 64);
  for (std::size_t i = 0; i < json.size(); ++i) {
    const std::string_view rest = json.substr(i, 3);
    if (json[i] == '<') {
      safe += "\\u003c";
    } else if (rest == "\u2028" || rest == "\u2029") {
      safe += rest == "\u2028" ? "\\u2028" : "\\u2029";
      i += 2;
    } else {
      safe += json[i];
    }
  }
  return safe;
}

} // namespace stemma::explorer
