#pragma once
// What parsers often get wrong and the words around show plainly, set right before anything is read off the parse.

#include "language/analysis.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace stemma::predicate {

// Heads, relations, fine-grained and coarse parts of speech of the tokens, by token; a root is its own head.
struct Arcs {
  std::vector<std::uint32_t> heads;
  std::vector<std::string_view> deps, tags, poses;

  void hang(std::uint32_t i, std::uint32_t on, std::string_view as) {
    heads[i] = on;
    deps[i] = as;
  }
};

// The arcs of the analysis, mended:
//   "On Friday Smith left": Smith leaves, and is no part of the day
//   "did not, he said, sell": nothing was sold
//   "called for talks and a truce": the truce is called for, and is no second thing to do
//   "bought boats worth a million": the boats are bought
//   "boats sold to Peru sank", "boats Chile sold to Peru sank": the boats sank, and only sold ones
// In the time of one pass over the tokens for each verb's own sentence.
Arcs mended_arcs(const language::Analysis& analysis);

} // namespace stemma::predicate
