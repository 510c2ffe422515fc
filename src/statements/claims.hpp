#pragma once

#include "model/record.hpp"
#include "statements/ontology.hpp"
#include "statements/triple_sink.hpp"

namespace stemma::statements {

// The claims graph of one document: its mentions, each with the characters and the sentence it stands in, and the
// entities that only this document knows (those the lexicon knows are described in the facts graph).
void write_claims(const Record& record, const Ontology& ontology, const TripleSink& sink);

} // namespace stemma::statements
