#include "cli/diagnostics.hpp"

#include <ostream>

namespace stemma::cli {

namespace {

// Names and texts come from files: nothing in them may steer the terminal.
std::string printable(const std::string& text) {
  std::string out;
  for (const char c : text) out += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? '?' : c;
  return out;
}

} // namespace

void print_diagnostics(const pipeline::Tally& tally, bool all, std::ostream& err) {
  for (const auto& [code, trouble] : tally.troubles()) {
    if (trouble.severity == Severity::note || (trouble.severity == Severity::warning && !all)) continue;
    const char* word = trouble.severity == Severity::error ? "error" : "warning";
    for (const auto& [file, line, column, message] : trouble.first) {
      if (!file.empty()) err << printable(file) << ':';
      if (line) err << line << ':';
      if (line && column) err << column << ':';
      err << (file.empty() ? "" : " ") << word << ": " << printable(message) << " [" << code << "]\n";
    }
    if (trouble.count > trouble.first.size())
      err << "… and " << trouble.count - trouble.first.size() << " more of " << code << '\n';
  }
}

} // namespace stemma::cli
