#pragma once
// Shortens IRIs for Turtle and TriG: prefix:local, or a reference relative to the base.

#include "rdf/vocabulary.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace stemma::rdf {

class IriShortener {
public:
  void set_base(std::string_view base) { base_ = base; } // checked by the caller
  // Error unless the name is one of ASCII letters, digits, '-' and '_' that starts with a letter, or is empty, and the
  // IRI is absolute and ends in '/', '#' or ':'.
  void set_prefix(const Prefix& prefix);

  bool has_namespace(std::string_view iri) const { return name_of_.contains(iri); }

  enum class Form { full, qualified, relative };
  // Puts "prefix:local" or the relative reference into `out`; leaves `out` alone when the form is `full`. Only names
  // that need no escape in any Turtle reader are qualified, only references without dot segments are relative.
  Form shorten(std::string_view iri, std::string& out) const;

private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::string base_;
  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> name_of_; // namespace → prefix name
};

} // namespace stemma::rdf
