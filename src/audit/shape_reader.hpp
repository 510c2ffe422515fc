#pragma once
// SHACL's own syntax in Turtle: lists, paths, values of terms.

#include "rdf/graph_store.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace stemma::audit {

// "minCount" → its IRI.
std::string shacl(std::string_view local_name);

class ShapeReader {
public:
  explicit ShapeReader(const rdf::GraphStore& store) : store_(store) {}

  const rdf::GraphStore& store() const { return store_; }

  // Throws Error, with file and line, at the first term of SHACL that nobody here understands.
  void require_understood() const;

  std::vector<rdf::Term> objects(const rdf::Term& subject, std::string_view shacl_name) const;
  // The items of an RDF list. Throws Error when it is none.
  std::vector<rdf::Term> list(const rdf::Term& head) const;
  // A path as SPARQL writes it.
  std::string path(const rdf::Term& node) const;
  // A whole number from 0 to `most`. Throws Error.
  unsigned number(const rdf::Term& shape, const rdf::Term& term, unsigned most) const;

  [[noreturn]] void refuse(const rdf::Term& shape, const std::string& why) const;

private:
  std::string joined_paths(const rdf::Term& head, std::string_view sign) const;
  const rdf::GraphStore& store_;
};

} // namespace stemma::audit
