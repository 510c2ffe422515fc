#pragma once
// Records, one at a time, become a property graph. What is kept between records grows with the graph, not with
// the text.

#include "graph/edge_counts.hpp"
#include "graph/property_graph.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace stemma::graph {

// A sentence that names more different entities than this is a list, not a statement: it counts for `mentions`
// and is left out of `co_mention`, which would otherwise grow with the square of the longest list.
inline constexpr std::size_t max_entities_in_sentence = 64;

class GraphBuilder {
public:
  // A document that was added before is ignored, so the result depends on the set of records alone.
  // Anonymous speakers are left out: they are no one that two documents could share.
  // Throws Error when the record has a document or entity without id, or one id for a document and an entity.
  // The graph is unchanged then.
  void add(const Record& record);

  // The canonical graph. The builder is empty afterwards.
  PropertyGraph finish();

private:
  std::uint32_t find_or_add(const Node& node);
  void count_mentions(const Record& record, std::uint32_t document, const std::vector<std::uint32_t>& vertex_of);
  void count_co_mentions(const Record& record, const std::vector<std::uint32_t>& vertex_of);

  std::unordered_map<Iri, std::uint32_t> vertex_by_id_;
  std::vector<Node> nodes_; // in order of arrival
  EdgeCounts edges_;        // between places in nodes_
  std::uint64_t crowded_sentences_ = 0;
};

} // namespace stemma::graph
