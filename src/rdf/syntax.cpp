#include "rdf/syntax.hpp"

namespace stemma::rdf {

std::optional<Syntax> find_syntax(std::string_view file_name) {
  if (file_name.ends_with(".ttl")) return Syntax::turtle;
  if (file_name.ends_with(".trig")) return Syntax::trig;
  if (file_name.ends_with(".nt")) return Syntax::ntriples;
  if (file_name.ends_with(".nq")) return Syntax::nquads;
  return std::nullopt;
}

} // namespace stemma::rdf
