#include "graph/graph_builder.hpp"

#include "model/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <numeric>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

namespace stemma::graph {
namespace {

constexpr std::uint32_t no_vertex = 0xffffffff;

NodeKind node_kind(EntityKind kind) {
  switch (kind) {
  case EntityKind::country: return NodeKind::country;
  case EntityKind::person: return NodeKind::person;
  case EntityKind::org: return NodeKind::org;
  case EntityKind::munition: return NodeKind::munition;
  case EntityKind::place:
  case EntityKind::anonymous: break;
  }
  return NodeKind::place;
}

Node document_node(const Document& document) {
  Node node;
  node.id = document.id;
  node.kind = NodeKind::document;
  node.type = "Document";
  node.label = !document.title.empty() ? document.title : !document.path.empty() ? document.path : document.id;
  node.path = document.path;
  node.published = document.published;
  node.publisher = document.publisher;
  return node;
}

Node entity_node(const Entity& entity) {
  Node node;
  node.id = entity.id;
  node.kind = node_kind(entity.kind);
  node.type = entity.type;
  node.label = entity.label.empty() ? entity.id : entity.label;
  node.code = entity.code;
  node.category = entity.category;
  node.country = entity.country;
  node.linked = entity.linked;
  return node;
}

auto description(const Node& node) {
  return std::tie(node.kind, node.label, node.type, node.code, node.category, node.country, node.linked);
}

std::optional<std::uint32_t> find_sentence(std::span<const Sentence> sentences, CodePointOffset place) {
  const auto after = std::upper_bound(sentences.begin(), sentences.end(), place,
                                      [](CodePointOffset at, const Sentence& s) { return at < s.span.start; });
  if (after == sentences.begin()) return std::nullopt;
  const auto sentence = std::prev(after);
  if (place >= sentence->span.end) return std::nullopt;
  return static_cast<std::uint32_t>(sentence - sentences.begin());
}

// Who is named in which sentence: (sentence, vertex), sorted, each once.
std::vector<std::pair<std::uint32_t, std::uint32_t>> named_in_sentences(const Record& record,
                                                                        const std::vector<std::uint32_t>& vertex_of) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> named;
  for (std::size_t e = 0; e < record.entities.size(); ++e) {
    if (vertex_of[e] == no_vertex) continue;
    for (const Mention& mention : record.entities[e].mentions)
      if (const auto sentence = find_sentence(record.sentences, mention.span.start))
        named.emplace_back(*sentence, vertex_of[e]);
  }
  std::sort(named.begin(), named.end());
  named.erase(std::unique(named.begin(), named.end()), named.end());
  return named;
}

// Renumbers so that nodes are in the order of their ids. Returns the new place of each old one.
std::vector<std::uint32_t> sort_nodes(std::vector<Node>& nodes) {
  std::vector<std::uint32_t> order(nodes.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return nodes[a].id < nodes[b].id; });
  std::vector<Node> sorted;
  sorted.reserve(nodes.size());
  std::vector<std::uint32_t> place(nodes.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    place[order[i]] = i;
    sorted.push_back(std::move(nodes[order[i]]));
  }
  nodes = std::move(sorted);
  return place;
}

void count_at_ends(PropertyGraph& graph) {
  for (const Edge& edge : graph.edges) {
    if (edge.kind != EdgeKind::mentions) continue;
    graph.nodes[edge.source].mentions += edge.weight;
    graph.nodes[edge.target].mentions += edge.weight;
    graph.nodes[edge.target].documents += 1;
  }
  for (Node& node : graph.nodes)
    if (node.kind == NodeKind::document) node.documents = 1;
}

} // namespace

void GraphBuilder::add(const Record& record) {
  const auto require_id = [&](const Iri& id, bool is_document) {
    if (id.empty()) throw Error(fmt::format("a {} of the record has no id", is_document ? "document" : "entity"));
    const auto known = vertex_by_id_.find(id);
    if (known == vertex_by_id_.end()) return false;
    if ((nodes_[known->second].kind == NodeKind::document) != is_document)
      throw Error(fmt::format("<{}> is the id of a document and of an entity", id));
    return true;
  };
  const bool seen = require_id(record.document.id, true);
  for (const Entity& entity : record.entities) {
    require_id(entity.id, false);
    if (entity.id == record.document.id)
      throw Error(fmt::format("<{}> is the id of a document and of an entity", entity.id));
  }
  if (seen) return;

  const std::uint32_t document = find_or_add(document_node(record.document));
  std::vector<std::uint32_t> vertex_of; // by entity of the record
  vertex_of.reserve(record.entities.size());
  for (const Entity& entity : record.entities)
    vertex_of.push_back(entity.kind == EntityKind::anonymous ? no_vertex : find_or_add(entity_node(entity)));
  count_mentions(record, document, vertex_of);
  count_co_mentions(record, vertex_of);
}

std::uint32_t GraphBuilder::find_or_add(const Node& node) {
  const auto [known, added] = vertex_by_id_.try_emplace(node.id, static_cast<std::uint32_t>(nodes_.size()));
  if (added) {
    nodes_.push_back(node);
  } else if (description(node) < description(nodes_[known->second])) {
    nodes_[known->second] = node; // of differing descriptions the smallest: the order of records must not matter
  }
  return known->second;
}

void GraphBuilder::count_mentions(const Record& record, std::uint32_t document,
                                  const std::vector<std::uint32_t>& vertex_of) {
  EdgeCounts here;
  for (std::size_t e = 0; e < record.entities.size(); ++e) {
    if (vertex_of[e] == no_vertex) continue;
    const auto mentions = static_cast<std::uint32_t>(record.entities[e].mentions.size());
    here.add({document, vertex_of[e], EdgeKind::mentions, mentions, 0});
  }
  for (Edge edge : here.take()) {
    edge.documents = 1;
    edges_.add(edge);
  }
}

void GraphBuilder::count_co_mentions(const Record& record, const std::vector<std::uint32_t>& vertex_of) {
  const auto named = named_in_sentences(record, vertex_of);
  EdgeCounts here;
  for (std::size_t first = 0, last = 0; first < named.size(); first = last) {
    while (last < named.size() && named[last].first == named[first].first) ++last;
    if (last - first > max_entities_in_sentence) {
      ++crowded_sentences_;
      continue;
    }
    for (std::size_t a = first; a < last; ++a)
      for (std::size_t b = a + 1; b < last; ++b)
        here.add({named[a].second, named[b].second, EdgeKind::co_mention, 1, 0});
  }
  for (Edge edge : here.take()) {
    edge.documents = 1;
    edges_.add(edge);
  }
}

PropertyGraph GraphBuilder::finish() {
  PropertyGraph graph;
  graph.nodes = std::exchange(nodes_, {});
  vertex_by_id_.clear();
  const std::vector<std::uint32_t> place = sort_nodes(graph.nodes);
  EdgeCounts renumbered;
  for (Edge edge : edges_.take()) {
    edge.source = place[edge.source];
    edge.target = place[edge.target];
    if (edge.kind == EdgeKind::co_mention && edge.target < edge.source) std::swap(edge.source, edge.target);
    renumbered.add(edge);
  }
  graph.edges = renumbered.take();
  graph.crowded_sentences = std::exchange(crowded_sentences_, 0);
  count_at_ends(graph);
  return graph;
}

} // namespace stemma::graph
