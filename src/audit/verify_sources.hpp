#pragma once

#include "audit/explanation.hpp"
#include "audit/verify.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace stemma::audit {

struct ClaimedQuote {
  CodePointSpan span;
  std::string text;
  bool in_record = false; // else of the dataset, where what XML cannot hold is U+FFFD
  friend auto operator<=>(const ClaimedQuote&, const ClaimedQuote&) = default;
};

// What is said to stand in each document.
using Quotes = std::map<Iri, std::set<ClaimedQuote>>;

// Those of the dataset. What is no whole span is none.
Quotes quotes_of(const Result& result);

// Finds each document below the sources, by its path or by a path that ends in it, and holds its text against its hash
// and its quotes.
void verify_sources(const Result& result, const Quotes& quotes, const std::vector<std::string>& sources,
                    Verification& found);

} // namespace stemma::audit
