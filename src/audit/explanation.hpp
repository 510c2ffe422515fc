#pragma once
// Why an event stands in a result: who says so, in which words, on whose word, and why so many origins are counted.

#include "audit/result.hpp"
#include "model/offset.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace stemma::audit {

struct Named {
  Iri iri;
  std::string label;
};

// Words of a document.
struct Quote {
  CodePointSpan span;
  std::string text;
  std::vector<CodePointSpan> marked; // inside it: the words for those who play in the event; by place, apart
};

// One who plays in an event, and the words that the lexicon entry was found by.
struct Player {
  Named role, entity;
  Quote words;        // empty text: nobody names it in the document
  std::string how;    // "by demonym"; empty: no words
  bool apart = false; // the words stand outside the evidence: a pronoun there, or a conclusion, leads to them
  std::vector<CodePointSpan> mentions; // all of its mentions in the document, by place
};

// One link of a chain: who speaks (first), on whose word.
struct ChainLink {
  Named speaker;
  std::vector<Quote> quotes;
};

struct ExplainedClaim {
  Iri iri, report, document, frame;
  std::string title, path, publisher, published, wire; // empty: not known
  std::string status, time, quantity;                  // as the document has them
  std::string frame_label;
  std::vector<ChainLink> chain; // empty: the document itself says so
  std::vector<Quote> quotes;    // the evidence; what another quote holds is not repeated
  std::vector<Player> players;
};

struct ExplainedOrigin {
  Iri iri;
  std::string label, first, last;
  bool denies = false;
  std::vector<std::string> reasons; // why its claims count as one
  std::vector<ExplainedClaim> claims;
};

struct ExplainedDisagreement {
  bool supersedes = false; // else it contradicts
  std::string matter;
  Iri earlier, later; // claims
};

struct Explanation {
  Iri event;
  std::string label, type, status, time;
  bool fact = false, disputed = false;
  std::uint64_t documents = 0, wires = 0, speakers = 0, origins = 0, denying_origins = 0;
  std::vector<std::pair<Named, Named>> roles;
  std::vector<std::string> quantities;
  std::vector<ExplainedOrigin> told_by; // those who assert it first
  std::vector<ExplainedDisagreement> disagreements;
};

// `event` is a fused one.
Explanation explain(const Result& result, rdf::TermNumber event);

} // namespace stemma::audit
