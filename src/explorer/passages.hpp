#pragma once
// Stretches of a document's text around what is quoted from it, so that a reader sees the words where they stand. More
// of a text is not copied.

#include "audit/result.hpp"
#include "explorer/event_graph.hpp"
#include "model/offset.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace stemma::explorer {

struct Passage {
  std::uint64_t start = 0; // of its first character in the source, in code points
  std::string text;
};

// For each document of `graph` its passages, by place; empty where its text lies neither in the result (as those of
// pages do) nor below `sources`.
std::vector<std::vector<Passage>> read_passages(const audit::Result& result, const EventGraph& graph,
                                                const std::vector<std::string>& sources);

// What of `text` lies around the quotes: up to some hundred characters on each side, cut between words, those that meet
// as one. A span that does not lie in the text is passed over.
std::vector<Passage> passages_around(const std::string& text, std::vector<CodePointSpan> quotes);

} // namespace stemma::explorer
