#pragma once
// The four concrete syntaxes of RDF that are read and written.

#include <optional>
#include <string_view>

namespace stemma::rdf {

enum class Syntax { turtle, trig, ntriples, nquads };

constexpr bool has_named_graphs(Syntax syntax) { return syntax == Syntax::trig || syntax == Syntax::nquads; }
constexpr bool has_prefixes(Syntax syntax) { return syntax == Syntax::turtle || syntax == Syntax::trig; }

// By the ending of a file name: .ttl, .trig, .nt, .nq; absent for any other.
std::optional<Syntax> find_syntax(std::string_view file_name);

} // namespace stemma::rdf
