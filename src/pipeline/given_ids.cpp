#include "pipeline/given_ids.hpp"

#include <fmt/format.h>

namespace stemma::pipeline {

std::optional<Diagnostic> GivenIds::add(const std::string& file, std::uint64_t line, const std::string& id) {
  if (file != file_ || line <= last_line_) { // two files of one name in two folders stand one after the other
    file_ = file;
    first_line_.clear();
  }
  last_line_ = line;
  if (id.empty()) return std::nullopt;
  const auto [first, fresh] = first_line_.emplace(id, line);
  if (fresh) return std::nullopt;
  return Diagnostic{Severity::warning,
                    "input.repeated-id",
                    fmt::format("the id \"{}\" is that of line {}, too", id, first->second),
                    {file, line, 0}};
}

} // namespace stemma::pipeline
