#include "cli/diagnostics.hpp"

#include "cli/counted.hpp"
#include "cli/printable.hpp"

#include <ostream>

namespace stemma::cli {

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
    if (!trouble.hint.empty()) err << "hint: " << printable(trouble.hint) << '\n';
  }
}

void print_reuse(const pipeline::BuildResult& result, std::ostream& err) {
  pipeline::Tally anew;
  for (const Diagnostic& diagnostic : result.anew) anew.add(diagnostic);
  print_diagnostics(anew, true, err);
  if (result.reused) err << counted(result.reused, "document") << " not read again: unchanged since an earlier run\n";
  if (result.not_taken)
    err << counted(result.not_taken, "record")
        << " of the earlier result not taken over: changed, or not among the inputs any more\n";
}

void print_left(const pipeline::BuildResult& result, std::ostream& err) {
  constexpr std::size_t shown = 5;
  if (const auto& kept = result.kept; !kept.empty()) {
    err << "kept in the result, not written by stemma: ";
    for (std::size_t i = 0; i < kept.size() && i < shown; ++i) err << (i ? ", " : "") << printable(kept[i]);
    if (kept.size() > shown) err << " and " << kept.size() - shown << " more";
    err << '\n';
  }
  pipeline::Tally left;
  for (const Diagnostic& diagnostic : result.left) left.add(diagnostic);
  print_diagnostics(left, true, err);
}

} // namespace stemma::cli
