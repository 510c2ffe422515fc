#pragma once

#include "pack/pack.hpp"
#include "statements/ontology.hpp"
#include "statements/triple_sink.hpp"

namespace stemma::statements {

// `subject` is of this class of the ontology and of every class above it. `type`: its local name.
void write_classes(const Iri& subject, std::string_view type, const Ontology& ontology, const TripleSink& sink);

// The local name of a class of the ontology.
std::string_view local_name(std::string_view stm_iri);

// What the lexicon knows of a concept: classes, label, code, what it is a kind of, where it belongs, what it is called
// elsewhere.
void write_concept(const pack::Concept& entry, const pack::Pack& pack, const Ontology& ontology,
                   const TripleSink& sink);

} // namespace stemma::statements
