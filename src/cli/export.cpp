#include "cli/choice.hpp"
#include "cli/command.hpp"
#include "cli/counted.hpp"
#include "cli/export_page.hpp"
#include "cli/export_picture.hpp"
#include "cli/installed.hpp"
#include "export/export_graph.hpp"
#include "export/guard_cells.hpp"
#include "export/pivot.hpp"
#include "export/replace_file.hpp"
#include "graph/graph_builder.hpp"
#include "model/error.hpp"
#include "pipeline/manifest.hpp"
#include "query/stored_query.hpp"
#include "query/worker_process.hpp"

#include <CLI/CLI.hpp>

#include <array>
#include <memory>
#include <ostream>

namespace stemma::cli {
namespace {

struct Options {
  std::string out, format, to, around, origins_of;
  std::uint32_t min_weight = 1;
  std::vector<std::string> kinds, path, sources;
  bool no_documents = false, with_sparql = false;
};

constexpr std::array formats{"graphml", "gexf",   "dot",    "json", "csv", "register",
                             "unroca",  "series", "matrix", "html", "svg"};
constexpr std::array kinds{"country", "person", "org", "munition", "place"};

graph::NodeKind require_kind(const std::string& name) {
  using graph::NodeKind;
  for (const NodeKind kind :
       std::array{NodeKind::country, NodeKind::person, NodeKind::org, NodeKind::munition, NodeKind::place})
    if (name_of(kind) == name) return kind;
  throw Error("there is no kind '" + name + "'", "kinds: country, person, org, munition, place");
}

exporting::ExportRequest request_of(const Options& options) {
  exporting::ExportRequest request;
  request.from = options.out;
  request.format = exporting::find_format(options.format).value(); // the others are no formats of the graph
  request.to = options.to;
  for (const std::string& kind : options.kinds) request.filter.kinds.push_back(require_kind(kind));
  request.filter.documents = !options.no_documents;
  request.filter.min_weight = options.min_weight;
  if (!options.path.empty()) request.path_ends = {options.path.front(), options.path.back()};
  return request;
}

// These tables are answers to the pack's own queries: which events are transfers, and what their sides are called, is
// no business of the program.
constexpr std::array<std::pair<std::string_view, const char*>, 4> tables{{{"register", "arms-register.rq"},
                                                                          {"unroca", "unroca-register.rq"},
                                                                          {"series", "time-series.rq"},
                                                                          {"matrix", "who-to-whom.rq"}}};

int export_table(const char* query_file, const Options& options, const Environment& environment) {
  const pipeline::Manifest manifest = pipeline::require_manifest(options.out);
  const auto queries = find_installed("queries", environment);
  if (!queries) throw Error("the bundled queries are not installed");
  const query::StoredQuery stored = query::read_stored_query(*queries / query_file);
  const query::Request request{query::bind_parameters(stored, {}, manifest.base),
                               manifest.base,
                               std::filesystem::path(options.out) / "dataset.nq",
                               {query::Format::csv, query::Format::none}};
  std::string rows;
  query::ask_worker({environment.program, {"query-worker"}}, request, {}, [&](std::string_view bytes) {
    rows.append(bytes);
    return true;
  });
  rows = options.format == "matrix" ? exporting::pivot(rows) : exporting::guard_cells(rows);
  if (options.to.empty())
    environment.out << rows;
  else
    exporting::replace_file(options.to, [&](std::ostream& file) { file << rows; });
  return exit_done;
}

int run_export(const Options& options, const Environment& environment) {
  for (const auto& [format, query_file] : tables)
    if (options.format == format) return export_table(query_file, options, environment);
  if (options.format == "svg" || !options.around.empty() || !options.origins_of.empty()) {
    if (options.format != "svg" && options.format != "dot")
      throw Error("--around and --origins-of make pictures", "take --format svg or --format dot with them");
    export_picture({options.out, options.to, options.around, options.origins_of, options.format == "svg"}, environment);
    return exit_done;
  }
  if (options.format == "html") {
    export_page({options.out, options.to, options.sources, options.with_sparql}, environment);
    return exit_done;
  }
  const auto summary = exporting::export_graph(request_of(options), environment.in, environment.out);
  if (summary.crowded_sentences > 0)
    environment.err << "stemma: note: " << counted(summary.crowded_sentences, "sentence")
                    << (summary.crowded_sentences == 1 ? " names" : " name") << " more than "
                    << graph::max_entities_in_sentence << " entities: no co-mention is counted there\n";
  return exit_done;
}

} // namespace

Command export_command() {
  return {
      "export", "Write the graph of entities and documents for other programs",
      "  stemma export out --format gexf -o reports.gexf         for Gephi\n"
      "  stemma export out --format graphml -o reports.graphml   for Cytoscape, igraph, networkx\n"
      "  stemma export out --format csv -o tables                the folder tables: nodes.csv, edges.csv\n"
      "  stemma export out --format dot --no-documents --min-weight 3 | dot -Tsvg > reports.svg\n"
      "  stemma export out --format json --kinds country,munition\n"
      "  stemma export out --format register -o transfers.csv    arms transfers as a trade register has them\n"
      "  stemma export out --format series -o months.csv         events by month, type, status and item\n"
      "  stemma export out --format matrix -o who-to-whom.csv    suppliers by recipients\n"
      "  stemma export out --format html --source reports -o page.html   a page to explore with its evidence\n"
      "  stemma export out --format svg --around country:XX -o around.svg  a picture of the events around one party\n"
      "  stemma export out --format svg --origins-of 'shells russia'       a picture of where its reports come from\n",
      [](CLI::App& app) -> Run {
        auto options = std::make_shared<Options>();
        app.add_option("OUT", options->out, "the folder of a build, or a file of records ('-': standard input)")
            ->required();
        only_these(
            app.add_option("--format", options->format,
                           "a graph (graphml, gexf, dot, json, csv), a table of events (register, unroca, series, "
                           "matrix), a page (html) or a picture (svg)"),
            {formats.begin(), formats.end()})
            ->required();
        app.add_option("-o,--output", options->to,
                       "the file to write, for csv a folder; without it standard output (csv: the edges)");
        app.add_option("--min-weight", options->min_weight,
                       "leave out edges of less weight, and nodes that lose their last edge by it")
            ->check(CLI::Range(1U, 4294967295U));
        only_these(app.add_option("--kinds", options->kinds, "only entities of these kinds, parted by commas"),
                   {kinds.begin(), kinds.end()})
            ->delimiter(',')
            ->allow_extra_args(false);
        app.add_flag("--no-documents", options->no_documents, "entities only");
        app.add_option("--path", options->path,
                       "only the shortest path of co-mentions between two entities (IRI, code or label)")
            ->expected(2);
        app.add_option("--around", options->around,
                       "svg, dot: the events around one party or thing (IRI such as country:XX, or label)");
        app.add_option("--origins-of", options->origins_of,
                       "svg, dot: where the reports of one event come from (IRI, or words of the event)");
        app.add_option("--source", options->sources,
                       "html: a folder with the documents that were read: quotes stand in the text around them")
            ->option_text("DIR ...");
        app.add_flag("--with-sparql", options->with_sparql,
                     "html: with a console for SPARQL, the bundled queries and the whole dataset (6 MB and more)");
        return [options](const Environment& environment) { return run_export(*options, environment); };
      }};
}

} // namespace stemma::cli
