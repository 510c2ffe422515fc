#pragma once
// The IRIs of a result. All of them stand below the base, which is the user's to set; what follows it hangs on content
// alone.

#include "model/record.hpp"

#include <string>
#include <string_view>

namespace stemma::statements {

// Throws Error unless `base` is an absolute IRI that ends in '/' and that relative IRIs can be resolved against.
void require_base(std::string_view base);

class Names {
public:
  explicit Names(std::string base);
  const std::string& base() const { return base_; }

  Iri facts_graph() const { return base_ + "graph/facts"; }
  Iri reported_graph() const { return base_ + "graph/reported"; }
  Iri meta_graph() const { return base_ + "graph/meta"; }
  Iri claims_graph(const Iri& document) const;

  Iri document(std::string_view id) const; // `id`: 32 hexadecimal digits
  Iri publisher(std::string_view name) const;
  Iri agency(std::string_view name) const; // a wire that the lexicon does not know
  Iri run(const Made& made) const;
  Iri event(std::string_view id) const { return base_ + "event/" + std::string(id); } // fused
  Iri origin(std::string_view id) const { return base_ + "origin/" + std::string(id); }
  Iri disagreement(std::string_view id) const { return base_ + "disagreement/" + std::string(id); }

private:
  std::string base_;
};

} // namespace stemma::statements
