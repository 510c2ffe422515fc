#pragma once

#include "model/record.hpp"
#include "statements/ontology.hpp"
#include "statements/triple_sink.hpp"

namespace stemma::statements {

// The claims of one document and the events they assert, as the document has them: one claim for each chain of
// attribution, one without a chain where the document speaks for itself. `run` made them. Spans of evidence that are
// mentions too are described with the mentions and only pointed at here.
void write_events(const Record& record, const Iri& run, const Ontology& ontology, const TripleSink& sink);

// The claim that a document makes of one of its events on the word of these speakers; nobody: the document itself.
Iri claim_iri(const Iri& document, const Iri& event, const std::vector<Iri>& speakers);

} // namespace stemma::statements
