#include "rdf/quad_order.hpp"

#include "rdf/vocabulary.hpp"

#include <algorithm>

namespace stemma::rdf {

bool stands_before(const Quad& a, const Quad& b) {
  if (const auto order = a.graph <=> b.graph; order != 0) return order < 0;
  if (const auto order = a.subject <=> b.subject; order != 0) return order < 0;
  if (a.predicate != b.predicate) {
    const bool a_is_type = a.predicate.value == rdf::type;
    const bool b_is_type = b.predicate.value == rdf::type;
    return a_is_type != b_is_type ? a_is_type : a.predicate < b.predicate;
  }
  return a.object < b.object;
}

void sort_for_writing(std::vector<Quad>& quads) {
  std::sort(quads.begin(), quads.end(), stands_before);
  quads.erase(std::unique(quads.begin(), quads.end()), quads.end());
}

} // namespace stemma::rdf
