#pragma once
// How quantities are named and written, in claims graphs and in the fused ones alike.

#include "model/record.hpp"
#include "statements/triple_sink.hpp"

#include <map>

namespace stemma::statements {

// The quantities of an event by their IRIs, each once. One without a bound on either side says nothing and is left out.
std::map<Iri, const EventQuantity*> quantities_by_iri(const Iri& event, const std::vector<EventQuantity>& quantities);

// `language`: that of the words in which the quantity is stated.
void write_quantity(const Iri& iri, const EventQuantity& quantity, std::string_view language, const TripleSink& sink);

} // namespace stemma::statements
