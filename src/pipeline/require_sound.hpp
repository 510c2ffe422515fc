#pragma once

#include "model/record.hpp"
#include "statements/ontology.hpp"

namespace stemma::pipeline {

// For a record that came from outside: every IRI in it is one, its date and its language are such. Throws Error with
// what is wrong. What is fused of it, long after its line was read, can then be written.
void require_sound(const Record& record, const statements::Ontology& ontology);

} // namespace stemma::pipeline
