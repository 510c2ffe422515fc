#include "audit/verify.hpp"

#include "audit/verify_files.hpp"
#include "audit/verify_graph.hpp"
#include "audit/verify_records.hpp"
#include "audit/verify_sources.hpp"

#include <algorithm>

namespace stemma::audit {

Verification verify(const Result& result, const std::vector<std::string>& sources) {
  Verification found;
  verify_files(result, found);
  Quotes quotes = quotes_of(result);
  verify_records(result, quotes, found);
  verify_sources(result, quotes, sources, found);
  verify_graph(result, found);
  std::ranges::sort(found.failures);
  found.failures.erase(std::unique(found.failures.begin(), found.failures.end()), found.failures.end());
  return found;
}

} // namespace stemma::audit
