#pragma once

#include "audit/explanation.hpp"
#include "rdf/byte_sink.hpp"

namespace stemma::audit {

// Every triple of the result that the explanation rests on, as one Turtle file: the event, its claims down to their
// words, origins, disagreements, documents, and the labels of what they name.
void write_explanation_turtle(const Explanation& explanation, const Result& result, rdf::ByteSink& sink);

} // namespace stemma::audit
