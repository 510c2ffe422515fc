#include "cli/command.hpp"
#include "cli/counted.hpp"
#include "cli/printable.hpp"
#include "cli/seconds.hpp"
#include "cli/store_access.hpp"
#include "model/error.hpp"
#include "pipeline/manifest.hpp"
#include "store/load_graphs.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <map>
#include <memory>
#include <ostream>

namespace stemma::cli {
namespace {

struct LoadArguments {
  std::string out, endpoint, graph_store, journal;
  StoreAccess access;
  bool replace = false, quiet = false;
  double timeout = 600;
};

// Names, a line each; of very many the first.
void print_graphs(const std::vector<std::string>& graphs, std::ostream& err) {
  constexpr std::size_t shown = 20;
  for (std::size_t i = 0; i < graphs.size() && i < shown; ++i) err << "  " << printable(graphs[i]) << '\n';
  if (graphs.size() > shown) err << "  … and " << graphs.size() - shown << " more\n";
}

// Each message once, with the graphs it is about.
void print_failures(const std::vector<store::LoadFailure>& failures, std::ostream& err) {
  std::map<std::pair<std::string, std::string>, std::vector<std::string>> graphs; // by message and hint
  for (const store::LoadFailure& failure : failures)
    graphs[{failure.message, failure.hint}].push_back(
        failure.graph.empty() ? "(the removal of graphs that are no longer there)" : failure.graph);
  for (const auto& [told, names] : graphs) {
    err << "stemma: error: " << printable(told.first) << '\n';
    if (!told.second.empty()) err << "hint: " << printable(told.second) << '\n';
    err << "not loaded: " << counted(names.size(), "graph") << '\n';
    print_graphs(names, err);
  }
}

void print_outcome(const store::LoadReport& report, const Environment& environment) {
  environment.out << counted(report.loaded.size(), "graph") << " loaded, " << counted(report.triples, "triple") << '\n';
  if (report.noted) environment.out << counted(report.noted, "graph") << " loaded before, as noted\n";
  print_failures(report.failed, environment.err);
  if (!report.untried.empty()) {
    environment.err << "not tried any more: " << counted(report.untried.size(), "graph") << '\n';
    print_graphs(report.untried, environment.err);
  }
  if (report.loaded.empty() || (report.failed.empty() && report.untried.empty())) return;
  environment.err << "in the store: " << counted(report.loaded.size(), "graph") << '\n';
  print_graphs(report.loaded, environment.err);
  environment.err << "hint: loading again does no harm\n";
}

int run_load(const LoadArguments& arguments, const Environment& environment) {
  const std::filesystem::path folder = arguments.out;
  const store::Access access = arguments.access.access(environment, {arguments.endpoint, arguments.graph_store});
  const pipeline::Manifest manifest = pipeline::require_manifest(folder);
  const store::Graphs graphs = store::read_graphs(folder / "dataset.nq");
  store::LoadOptions options;
  options.update_url = arguments.endpoint;
  options.graph_store_url = arguments.graph_store;
  options.access = access;
  options.journal = arguments.journal;
  options.base = manifest.base;
  options.replace = arguments.replace;
  options.replaced_always = {manifest.base + "graph/facts", manifest.base + "graph/reported"};
  options.timeout = std::chrono::milliseconds(static_cast<std::int64_t>(arguments.timeout * 1000));
  if (environment.err_is_terminal && !arguments.quiet)
    options.on_progress = [&environment](const std::string&, std::size_t done, std::size_t all) {
      environment.err << fmt::format("\rloading {} of {} graphs", done, all) << (done == all ? "\n" : "") << std::flush;
    };
  const store::LoadReport report = store::load_graphs(graphs, options);
  print_outcome(report, environment);
  if (report.failed.empty() && report.untried.empty()) return exit_done;
  return report.loaded.empty() && !report.noted ? exit_refused : exit_no;
}

} // namespace

Command load_command() {
  return {
      "load", "Load a result into a triple store",
      "  stemma load out --endpoint http://127.0.0.1:7878/update\n"
      "  stemma load out --endpoint http://127.0.0.1:3030/ds/update --graph-store http://127.0.0.1:3030/ds/data\n"
      "  stemma load out --endpoint http://127.0.0.1:7878/update --replace   and remove what OUT no longer has\n"
      "  stemma load out --endpoint https://store.example/update --user-file ~/.store --resume load.journal\n",
      [](CLI::App& app) -> Run {
        auto arguments = std::make_shared<LoadArguments>();
        app.add_option("OUT", arguments->out, "the folder that 'stemma build' wrote")->required();
        app.add_option("--endpoint", arguments->endpoint, "where the store takes SPARQL updates")
            ->type_name("URL")
            ->required();
        app.add_option("--graph-store", arguments->graph_store, "where it speaks the Graph Store Protocol: faster")
            ->type_name("URL");
        app.add_flag(
            "--replace", arguments->replace,
            "the store's graphs are replaced, not added to; those below the base that OUT does not have are removed");
        app.add_option("--resume", arguments->journal,
                       "note here what is loaded, and send only what is not noted; removed when all is there")
            ->option_text("FILE");
        arguments->access.declare(app);
        declare_timeout(app, arguments->timeout, "seconds for one request");
        app.add_flag("--quiet", arguments->quiet, "no progress");
        return [arguments](const Environment& environment) { return run_load(*arguments, environment); };
      }};
}

} // namespace stemma::cli
