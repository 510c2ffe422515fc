#include "statements/names.hpp"

#include "model/digest.hpp"
#include "model/error.hpp"
#include "rdf/iri.hpp"

namespace stemma::statements {

void require_base(std::string_view base) {
  const char* fault = rdf::find_iri_fault(base);
  if (!fault && base.find("://") == std::string_view::npos) fault = "no scheme like https://";
  if (!fault && base.back() != '/') fault = "it does not end in '/'";
  if (!fault && base.find("/.") != std::string_view::npos) fault = "'.' and '..' would be resolved away";
  if (!fault && base.find_first_of("?#") != std::string_view::npos) fault = "it has a query or a fragment";
  if (fault)
    throw Error("'" + std::string(base) + "' cannot be a base: " + fault,
                "a base looks like https://example.org/news/");
}

Names::Names(std::string base) : base_(std::move(base)) { require_base(base_); }

Iri Names::claims_graph(const Iri& document) const {
  const std::string_view all = document;
  return base_ + "graph/claims/" + std::string(all.substr(all.rfind('/') + 1));
}

Iri Names::document(std::string_view id) const { return base_ + "document/" + std::string(id); }

Iri Names::publisher(std::string_view name) const { return base_ + "publisher/" + ContentHash().add(name).id(); }

Iri Names::agency(std::string_view name) const { return base_ + "agency/" + ContentHash().add(name).id(); }

Iri Names::run(const Made& made) const {
  ContentHash hash;
  hash.add(made.program).add(made.pack).add(made.model).add(made.model_hash).add(made.icu);
  return base_ + "run/" + hash.id();
}

} // namespace stemma::statements
