#include "graph/filter_graph.hpp"
#include "graph/find_path.hpp"
#include "graph/graph_builder.hpp"
#include "graph/measure_nodes.hpp"
#include "model/error.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

using namespace stemma;
using namespace stemma::graph;

namespace {

// A document whose n-th sentence covers the code points [10 n, 10 n + 10) and names the given entities.
Record make_record(const std::string& name, const std::vector<std::vector<std::string>>& sentences) {
  Record record;
  record.document.id = "http://example.org/document/" + name;
  record.document.title = "Report " + name;
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    record.sentences.push_back({{{10 * s}, {10 * s + 10}}});
    for (const std::string& word : sentences[s]) {
      const Iri id = "http://example.org/entity/" + word;
      auto entity = std::find_if(record.entities.begin(), record.entities.end(), [&](auto& e) { return e.id == id; });
      if (entity == record.entities.end()) {
        record.entities.push_back({});
        entity = std::prev(record.entities.end());
        entity->id = id;
        entity->kind = EntityKind::org;
        entity->label = word;
      }
      Mention mention;
      mention.span = {{10 * s + 1}, {10 * s + 2}};
      entity->mentions.push_back(mention);
    }
  }
  return record;
}

PropertyGraph build(const std::vector<Record>& records) {
  GraphBuilder builder;
  for (const Record& record : records) builder.add(record);
  return builder.finish();
}

std::uint32_t place_of(const PropertyGraph& graph, const std::string& label) {
  for (std::uint32_t n = 0; n < graph.nodes.size(); ++n)
    if (graph.nodes[n].label == label) return n;
  FAIL("no node " << label);
  return 0;
}

const Edge* find_edge(const PropertyGraph& graph, const std::string& a, const std::string& b) {
  const auto [x, y] = std::pair(place_of(graph, a), place_of(graph, b));
  for (const Edge& edge : graph.edges)
    if (std::minmax(edge.source, edge.target) == std::minmax(x, y)) return &edge;
  return nullptr;
}

std::vector<std::string> labels(const PropertyGraph& graph, const std::vector<std::uint32_t>& nodes) {
  std::vector<std::string> result;
  for (const auto node : nodes) result.push_back(graph.nodes[node].label);
  return result;
}

std::string dump(const PropertyGraph& graph) {
  std::string text;
  for (const Node& n : graph.nodes)
    text += n.id + "|" + n.label + "|" + std::to_string(n.mentions) + "|" + std::to_string(n.documents) + "\n";
  for (const Edge& e : graph.edges)
    text += std::to_string(e.source) + " " + std::to_string(e.target) + " " + std::string(name_of(e.kind)) + " " +
            std::to_string(e.weight) + " " + std::to_string(e.documents) + "\n";
  return text;
}

// Edges are unique, in order, and end at nodes: what every graph promises.
void check_canonical(const PropertyGraph& graph) {
  CHECK(std::is_sorted(graph.nodes.begin(), graph.nodes.end(), [](auto& a, auto& b) { return a.id < b.id; }));
  const auto key = [](const Edge& e) { return std::tuple(e.source, e.target, e.kind); };
  for (std::size_t i = 0; i < graph.edges.size(); ++i) {
    CHECK(graph.edges[i].source < graph.nodes.size());
    CHECK(graph.edges[i].target < graph.nodes.size());
    if (i > 0) CHECK(key(graph.edges[i - 1]) < key(graph.edges[i]));
  }
}

std::vector<Record> random_records(unsigned seed) {
  std::mt19937 random(seed);
  std::vector<Record> records;
  for (int d = 0; d < 12; ++d) {
    std::vector<std::vector<std::string>> sentences(random() % 5);
    for (auto& sentence : sentences)
      for (auto m = random() % 5; m > 0; --m) sentence.push_back("e" + std::to_string(random() % 15));
    records.push_back(make_record(std::to_string(d), sentences));
  }
  return records;
}

} // namespace

TEST_CASE("mentions and co-mentions are counted") {
  const auto graph = build({make_record("1", {{"a", "b"}, {"a", "b", "a"}, {"c"}}), make_record("2", {{"b", "a"}})});
  check_canonical(graph);
  CHECK(graph.nodes.size() == 5);
  REQUIRE(find_edge(graph, "a", "b"));
  CHECK(find_edge(graph, "a", "b")->kind == EdgeKind::co_mention);
  CHECK(find_edge(graph, "a", "b")->weight == 3);
  CHECK(find_edge(graph, "a", "b")->documents == 2);
  CHECK_FALSE(find_edge(graph, "a", "c"));
  REQUIRE(find_edge(graph, "Report 1", "a"));
  CHECK(find_edge(graph, "Report 1", "a")->kind == EdgeKind::mentions);
  CHECK(find_edge(graph, "Report 1", "a")->weight == 3);
  CHECK(graph.nodes[find_edge(graph, "Report 1", "a")->source].kind == NodeKind::document);
  CHECK(graph.nodes[place_of(graph, "a")].mentions == 4);
  CHECK(graph.nodes[place_of(graph, "a")].documents == 2);
  CHECK(graph.nodes[place_of(graph, "Report 1")].mentions == 6);
}

TEST_CASE("a mention outside every sentence counts for the document only") {
  Record record = make_record("1", {{"a", "b"}});
  record.sentences.clear();
  const auto graph = build({record});
  CHECK(graph.edges.size() == 2);
  CHECK_FALSE(find_edge(graph, "a", "b"));
}

TEST_CASE("the graph is a function of the set of records") {
  std::mt19937 random(7);
  for (unsigned seed = 0; seed < 20; ++seed) {
    auto records = random_records(seed);
    const auto expected = dump(build(records));
    check_canonical(build(records));
    records.push_back(records.front());
    std::shuffle(records.begin(), records.end(), random);
    CHECK(dump(build(records)) == expected);
  }
}

TEST_CASE("of two descriptions of one entity the order of records does not choose") {
  auto one = make_record("1", {{"a"}}), two = make_record("2", {{"a"}});
  one.entities[0].label = "Alpha";
  two.entities[0].label = "Alef";
  CHECK(dump(build({one, two})) == dump(build({two, one})));
}

TEST_CASE("counting stays exact when edges are many more than fit before a compaction") {
  EdgeCounts counts;
  for (std::uint32_t i = 0; i < 300000; ++i) counts.add({i % 500, i % 7, EdgeKind::co_mention, 1, 2});
  std::uint64_t weight = 0, documents = 0;
  const auto edges = counts.take();
  for (const Edge& edge : edges) {
    weight += edge.weight;
    documents += edge.documents;
  }
  CHECK(edges.size() == 3500);
  CHECK(weight == 300000);
  CHECK(documents == 600000);
  CHECK(counts.take().empty());
}

TEST_CASE("a sentence that is a long list makes no co-mentions and is counted") {
  std::vector<std::string> list;
  for (std::size_t i = 0; i <= max_entities_in_sentence; ++i) list.push_back("e" + std::to_string(i));
  const auto crowded = build({make_record("1", {list})});
  CHECK(crowded.crowded_sentences == 1);
  CHECK(crowded.edges.size() == list.size());
  list.pop_back();
  const auto full = build({make_record("1", {list})});
  CHECK(full.crowded_sentences == 0);
  CHECK(full.edges.size() == list.size() + list.size() * (list.size() - 1) / 2);
}

TEST_CASE("anonymous speakers are no nodes") {
  auto record = make_record("1", {{"a", "b"}});
  record.entities[1].kind = EntityKind::anonymous;
  const auto graph = build({record});
  CHECK(graph.nodes.size() == 2);
  CHECK(graph.edges.size() == 1);
}

TEST_CASE("a record that cannot be placed is refused whole") {
  GraphBuilder builder;
  auto nameless = make_record("1", {{"a", "b"}});
  nameless.entities[1].id.clear();
  CHECK_THROWS_AS(builder.add(nameless), Error);
  auto confused = make_record("2", {{"a"}});
  confused.entities[0].id = confused.document.id;
  CHECK_THROWS_AS(builder.add(confused), Error);
  CHECK(builder.finish().nodes.empty());
}

TEST_CASE("nothing makes an empty graph") {
  const auto graph = build({});
  CHECK(graph.nodes.empty());
  CHECK(measure_nodes(graph).empty());
}

TEST_CASE("filters keep a sound part") {
  auto records = std::vector{make_record("1", {{"a", "b"}, {"a", "b"}, {"b", "c"}, {"d"}})};
  records[0].entities[0].kind = EntityKind::country;
  const auto graph = build(records);

  SECTION("without documents") {
    const auto part = filter_graph(graph, {{}, false, 1});
    check_canonical(part);
    CHECK(part.nodes.size() == 4);
    CHECK(part.edges.size() == 2);
  }
  SECTION("by kind") {
    const auto part = filter_graph(graph, {{NodeKind::country}, true, 1});
    CHECK(part.nodes.size() == 2);
    CHECK(part.edges.size() == 1);
  }
  SECTION("light edges go with the nodes they held, nodes that never had an edge stay") {
    const auto part = filter_graph(graph, {{}, false, 2});
    check_canonical(part);
    CHECK(labels(part, {0, 1, 2}) == std::vector<std::string>{"a", "b", "d"});
    CHECK(part.edges.size() == 1);
  }
}

TEST_CASE("measures") {
  const auto graph = filter_graph(build({make_record("1", {{"a", "b"}, {"a", "b"}, {"b", "c"}, {"x", "y"}, {"lone"}})}),
                                  {{}, false, 1});
  const auto measures = measure_nodes(graph);
  const auto of = [&](const std::string& label) { return measures[place_of(graph, label)]; };
  CHECK(of("a").component == 1);
  CHECK(of("c").component == 1);
  CHECK(of("x").component == of("y").component);
  CHECK(of("x").component == 2);
  CHECK(of("lone").component == 3);
  CHECK(of("b").degree == 2);
  CHECK(of("b").weighted_degree == 3);
  CHECK(of("lone").degree == 0);
  double all = 0;
  for (const auto& measure : measures) all += measure.pagerank;
  CHECK(all == Approx(1));
  CHECK(of("x").pagerank == Approx(of("y").pagerank));
  CHECK(of("b").pagerank > of("a").pagerank);
  CHECK(of("a").pagerank == Approx(2 * of("c").pagerank).epsilon(0.2)); // twice the weight, the same damping
  CHECK(of("lone").pagerank < of("x").pagerank);
}

TEST_CASE("paths have the fewest steps, then the most sentences") {
  const auto graph =
      build({make_record("1", {{"a", "b"}, {"b", "z"}, {"a", "c"}, {"c", "z"}, {"c", "z"}, {"z", "end"}}),
             make_record("2", {{"far", "off"}})});
  const auto at = [&](const std::string& label) { return place_of(graph, label); };
  const Path path = find_path(graph, at("a"), at("end"));
  CHECK(labels(graph, path.nodes) == std::vector<std::string>{"a", "c", "z", "end"});
  REQUIRE(path.edges.size() == 3);
  CHECK(graph.edges[path.edges[1]].weight == 2);
  CHECK(find_path(graph, at("a"), at("far")).nodes.empty());
  CHECK(find_path(graph, at("a"), at("a")).nodes == std::vector{at("a")});
  CHECK_THROWS_AS(find_path(graph, 0, 4096), std::out_of_range);
  const auto part = path_graph(graph, path);
  check_canonical(part);
  CHECK(part.nodes.size() == 4);
  CHECK(part.edges.size() == 3);
}

TEST_CASE("documents are no stepping stones") {
  const auto graph = build({make_record("1", {{"a"}, {"b"}})});
  CHECK(find_path(graph, place_of(graph, "a"), place_of(graph, "b")).nodes.empty());
}

TEST_CASE("path lengths agree with a naive search") {
  for (unsigned seed = 0; seed < 10; ++seed) {
    const auto graph = build(random_records(seed));
    const std::size_t count = graph.nodes.size();
    for (std::uint32_t from = 0; from < count; ++from) {
      std::vector<unsigned> steps(count, 1000);
      steps[from] = 0;
      for (std::size_t round = 0; round < count; ++round)
        for (const Edge& edge : graph.edges)
          if (edge.kind == EdgeKind::co_mention) {
            steps[edge.target] = std::min(steps[edge.target], steps[edge.source] + 1);
            steps[edge.source] = std::min(steps[edge.source], steps[edge.target] + 1);
          }
      for (std::uint32_t to = 0; to < count; ++to) {
        const Path path = find_path(graph, from, to);
        if (steps[to] == 1000)
          CHECK(path.nodes.empty());
        else
          CHECK(path.edges.size() == steps[to]);
      }
    }
  }
}
