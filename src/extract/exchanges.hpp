#pragma once

#include "extract/draft.hpp"

namespace stemma::extract {

// One event that is said to be in return for another.
struct Exchange {
  std::uint32_t frame = 0;            // index in Frames::all()
  std::size_t given = 0, return_ = 0; // indices of drafts; `return_` is the one that the words of exchange stand with
  std::string status;                 // of the less certain of the two
  std::vector<std::pair<TokenIndex, TokenIndex>> evidence; // [first, last)
};

// "In return, …", "… in exchange for the drones": finds the two events that the words of exchange join, the other one
// by what stands behind "for", or as the nearest one told before that goes the opposite way. Where "for" names a thing
// of which nothing else is told, the event that brings it is added to `drafts`. Drafts must be final.
std::vector<Exchange> find_exchanges(const Scene& scene, std::vector<Draft>& drafts);

} // namespace stemma::extract
