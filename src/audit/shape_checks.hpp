#pragma once
// SHACL shapes as SPARQL: one query for each constraint of each shape that has targets.

#include "rdf/graph_store.hpp"

#include <string>
#include <vector>

namespace stemma::audit {

struct ShapeCheck {
  std::string shape;     // IRI of the shape with the targets
  std::string path;      // of the property shape, as in SPARQL; empty: of the node itself
  std::string component; // local name in the SHACL vocabulary: "MinCountConstraintComponent"
  std::string message;   // what is asked for: "at least 1 value"
  std::string query;     // SELECT ?focus, and ?value where single values are to blame: what violates it
};

// What the shapes ask for. Nested shapes (sh:node, sh:or, …) become part of the query of the constraint that names
// them. `has_subclasses`: whether the data speaks of rdfs:subClassOf; queries are simpler where it does not.
//
// Understood: targets by class, node, subjects and objects of a property; paths; class, datatype, nodeKind, counts,
// ranges, lengths, pattern, languageIn, uniqueLang, disjoint, lessThan(OrEquals), in, hasValue, not, and, or,
// xone, node, property, qualified value shapes. Throws Error with file and line for any other term of SHACL: what is
// not checked must not pass. Counts above 8 and shapes that hang on themselves are refused too.
std::vector<ShapeCheck> compile_shapes(const rdf::GraphStore& shapes, bool has_subclasses);

} // namespace stemma::audit
