#pragma once

#include "fuse/origins.hpp"

namespace stemma::fuse {

enum class Matter : std::uint8_t { status, quantity, party, time };
std::string_view name_of(Matter matter); // "status", …

// Two claims about one event that cannot both be right, or the later of which one source puts in place of the earlier.
struct Disagreement {
  ClaimNumber earlier, later;
  Matter matter = Matter::status;
  bool supersedes = false; // both have one source: the later one counts; else neither does more than the other
};

// Every claim is held against the first claim of each different stance before it, so that the number stays in
// proportion to the claims. In the order of `later`, then `earlier`.
std::vector<Disagreement> disagreements(const Corpus& corpus, const Relations& relations,
                                        const std::vector<Origin>& origins);

} // namespace stemma::fuse
