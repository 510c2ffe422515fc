#pragma once
// What the page reads: JSON that may stand inside a <script> element. docs/explorer.md lists the fields.

#include "explorer/arrange.hpp"
#include "explorer/event_graph.hpp"
#include "explorer/event_sides.hpp"
#include "explorer/passages.hpp"
#include "pipeline/manifest.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace stemma::explorer {

// Nodes, places, links, documents and what the result was made with: all that has to be there before anything is drawn.
std::string graph_json(const EventGraph& graph, const Arrangement& arrangement, const EventSides& sides,
                       const pipeline::Manifest& manifest);

// Why the events are there: lists of `events_each` of them, the last one shorter. A page reads the list it needs.
std::vector<std::string> evidence_json(const EventGraph& graph, std::size_t events_each);

// The passages of the documents, in lists of `documents_each` of them, the last one shorter.
std::vector<std::string> passages_json(const std::vector<std::vector<Passage>>& passages, std::size_t documents_each);

// The same value in JSON without '<', U+2028 and U+2029, which would end a <script> element or a line inside one.
std::string for_script(std::string_view json);

} // namespace stemma::explorer
