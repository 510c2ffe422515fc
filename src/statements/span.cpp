#include "statements/span.hpp"

#include "rdf/vocabulary.hpp"

#include <fmt/format.h>

#include <string>

namespace stemma::statements {

using rdf::iri_view;

Iri place_iri(const Iri& document, std::string_view what, CodePointSpan span) {
  return fmt::format("{}/{}-{}-{}", document, what, span.start.value, span.end.value);
}

void write_position(const Iri& selector, CodePointSpan span, const TripleSink& sink) {
  const auto number = [](CodePointOffset at) {
    return rdf::make_typed(fmt::format("{}", at.value), rdf::xsd::nonNegativeInteger);
  };
  sink(iri_view(selector), iri_view(rdf::oa::start), number(span.start));
  sink(iri_view(selector), iri_view(rdf::oa::end), number(span.end));
}

void write_span(const Iri& document, CodePointSpan span, std::string_view words, const TripleSink& sink) {
  const Iri place = place_iri(document, "span", span), selector = place_iri(document, "selector", span);
  sink(iri_view(place), iri_view(rdf::rdf::type), iri_view(rdf::oa::SpecificResource));
  sink(iri_view(place), iri_view(rdf::oa::hasSource), iri_view(document));
  sink(iri_view(place), iri_view(rdf::oa::hasSelector), iri_view(selector));
  sink(iri_view(selector), iri_view(rdf::rdf::type), iri_view(rdf::oa::TextPositionSelector));
  sink(iri_view(selector), iri_view(rdf::rdf::type), iri_view(rdf::oa::TextQuoteSelector));
  write_position(selector, span, sink);
  const std::string exact = writable(words);
  sink(iri_view(selector), iri_view(rdf::oa::exact), rdf::literal_view(exact));
}

} // namespace stemma::statements
