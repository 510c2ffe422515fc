#pragma once
// A place in a document as evidence points at it.

#include "model/record.hpp"
#include "statements/triple_sink.hpp"

#include <string_view>

namespace stemma::statements {

// DOCUMENT/WHAT-START-END: the resource `what` ("span", "mention", "selector") of these characters.
Iri place_iri(const Iri& document, std::string_view what, CodePointSpan span);

// oa:start and oa:end of a selector.
void write_position(const Iri& selector, CodePointSpan span, const TripleSink& sink);

// The oa:SpecificResource place_iri(document, "span", span) with its one selector: the position and the very words.
void write_span(const Iri& document, CodePointSpan span, std::string_view words, const TripleSink& sink);

} // namespace stemma::statements
