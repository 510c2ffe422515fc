#include "cli/export_page.hpp"

#include "cli/installed.hpp"
#include "explorer/render_page.hpp"
#include "export/replace_file.hpp"
#include "model/error.hpp"

#include <ostream>

namespace stemma::cli {

namespace {

std::filesystem::path require_bundle(const Environment& environment) {
  if (auto found = find_explorer(environment)) return *found;
  throw Error("the scripts of the page are not installed",
              "'tools/explorer' makes them (it fetches a few packages from npm), then export again");
}

} // namespace

void export_page(const PageOptions& options, const Environment& environment) {
  explorer::PageRequest request;
  request.bundle = require_bundle(environment);
  request.pack = require_pack("", environment);
  request.installed_pack = find_installed("ontology", environment).value_or("");
  request.sources = options.sources;
  if (options.with_sparql) {
    request.queries = find_installed("queries", environment);
    if (!request.queries) throw Error("the bundled queries are not installed");
  }
  const audit::Result result(options.out);
  const std::string page = explorer::render_page(result, request);
  if (options.to.empty())
    environment.out << page;
  else
    exporting::replace_file(options.to, [&](std::ostream& file) { file << page; });
}

} // namespace stemma::cli
