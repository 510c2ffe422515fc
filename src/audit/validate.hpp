#pragma once

#include "model/record.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace stemma::audit {

// One result of SHACL validation.
struct Violation {
  std::string focus;     // IRI
  std::string path;      // as in SPARQL; empty: the node itself
  std::string value;     // as in N-Triples; empty: no single value is to blame
  std::string component; // "MinCountConstraintComponent"
  std::string shape;     // IRI
  std::string message;
  friend auto operator<=>(const Violation&, const Violation&) = default;
};

struct Validation {
  std::vector<Violation> violations; // sorted
  std::size_t checks = 0, triples = 0;
};

// Holds all graphs of the data together (.nq, .trig, .ttl, .nt) against SHACL shapes (Turtle), with the embedded SPARQL
// engine. Throws Error for what cannot be read, and for shapes that use what is not supported.
Validation validate(const std::filesystem::path& data, const std::vector<std::filesystem::path>& shapes);

} // namespace stemma::audit
