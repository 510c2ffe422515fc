#pragma once
// The words behind a claim, as the claims graph of its document has them.

#include "audit/explanation.hpp"

#include <optional>
#include <vector>

namespace stemma::audit {

// Position and words of an oa:SpecificResource; absent when it has no whole one.
std::optional<Quote> find_quote(const Result& result, rdf::TermNumber span);

// The hops of a claim, from the one who speaks to the one relied on.
std::vector<rdf::TermNumber> chain_of(const Result& result, rdf::TermNumber claim);

// Who plays in the event of a claim, with the words for each: those inside the evidence, else the nearest ones before
// it, else the first ones of the document.
std::vector<Player> find_players(const Result& result, rdf::TermNumber claim);

// The evidence of a claim or of a hop, by place; the words of the players inside it are marked.
std::vector<Quote> read_quotes(const Result& result, rdf::TermNumber of, const std::vector<Player>& players);

} // namespace stemma::audit
