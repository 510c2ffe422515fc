#pragma once

#include "model/diagnostic.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

namespace stemma::pipeline {

// The ids that the lines of a file of NDJSON carry; one that comes again is no fault of the reader's, but nearly
// always one of the file. Memory is that of the ids of one file.
class GivenIds {
public:
  // The lines come in their order, file after file. The warning when an earlier line of the file has the id; absent
  // when it is new, or empty.
  std::optional<Diagnostic> add(const std::string& file, std::uint64_t line, const std::string& id);

private:
  std::string file_;
  std::uint64_t last_line_ = 0;
  std::unordered_map<std::string, std::uint64_t> first_line_; // by id
};

} // namespace stemma::pipeline
