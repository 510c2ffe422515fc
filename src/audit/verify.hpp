#pragma once
// Does a result say of its sources what stands there, and does everything in it rest on something?

#include "audit/result.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace stemma::audit {

struct Failure {
  std::string code; // stable: "file", "source", "place", "quote", "role", "speaker", "record", "claim", "fact", "count"
  std::string subject; // the file, document or resource, in short
  std::string message;
  friend auto operator<=>(const Failure&, const Failure&) = default;
};

struct Verification {
  std::vector<Failure> failures;                                              // sorted
  std::uint64_t documents = 0, quotes = 0, roles = 0, claims = 0, events = 0; // looked at
};

// Looks at
//   the files     each has the size and hash that the manifest says
//   the sources   each document is found below one of `sources` by its path, has its hash, and every quote of the
//                 dataset and of the records stands at its place
//   the records   each role and each speaker has a mention inside the evidence, or the evidence has words for it that
//                 name nobody else (a pronoun, "the ministry") and the document mentions it; what is marked as implied
//                 is mentioned in the document. The dataset has the same documents, events, roles and claims.
//   the graph     every fused event has a report, every report a claim, every claim a document, an event and evidence;
//                 each role of a fused event is one of a report's; the counts are those of what is linked
// Throws Error when none of the sources exists.
Verification verify(const Result& result, const std::vector<std::string>& sources);

} // namespace stemma::audit
