#include "store/load_graphs.hpp"

#include "model/digest.hpp"
#include "model/error.hpp"
#include "rdf/reader.hpp"
#include "rdf/serialize.hpp"
#include "store/load_journal.hpp"
#include "store/sparql_endpoint.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace stemma::store {
namespace {

// After so many failures in a row the store is taken to be gone.
constexpr std::size_t most_failures_in_a_row = 3;

// Pieces of whole lines, each at most `most` bytes unless one line alone is longer.
std::vector<std::string_view> cut_lines(std::string_view text, std::size_t most) {
  std::vector<std::string_view> pieces;
  while (!text.empty()) {
    std::size_t end = text.size();
    if (text.size() > most) {
      const auto before = text.rfind('\n', most - 1);
      end = before == std::string_view::npos ? std::min(text.find('\n'), text.size() - 1) + 1 : before + 1;
    }
    pieces.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return pieces;
}

class Loader {
public:
  Loader(const Graphs& graphs, const LoadOptions& options)
      : graphs_(graphs), options_(options),
        endpoint_(
            options.update_url,
            {.timeout = options.timeout, .answer_bytes = 1 << 20, .retry = options.retry, .access = options.access}),
        journal_(options.journal) {}

  LoadReport load() {
    std::size_t failures_in_a_row = 0;
    for (const auto& [name, text] : graphs_) {
      const std::string digest = digest_of(name, text);
      if (journal_.has(digest)) {
        ++report_.noted;
        continue;
      }
      if (failures_in_a_row >= most_failures_in_a_row) {
        report_.untried.push_back(name);
        continue;
      }
      const bool loaded = attempt(name, [&, &graph = text, &iri = name] { load_graph(iri, graph); });
      failures_in_a_row = loaded ? 0 : failures_in_a_row + 1;
      if (loaded) journal_.note(digest);
    }
    if (options_.replace && report_.untried.empty()) attempt("", [this] { remove_others(); });
    if (report_.untried.empty() && report_.failed.empty()) journal_.remove();
    return std::move(report_);
  }

private:
  template <class Work>
  bool attempt(const std::string& name, Work work) {
    try {
      work();
    } catch (const Error& error) {
      report_.failed.push_back({name, error.what(), error.hint()});
      return false;
    }
    return true;
  }

  // Of all that decides what the store holds afterwards: the same graph sent elsewhere, or added instead of put in the
  // place of another, is not done.
  std::string digest_of(const std::string& name, const GraphText& graph) const {
    return ContentHash()
        .add(without_credentials(options_.update_url))
        .add(replaces(name) ? "replace" : "add")
        .add(name)
        .add(graph.ntriples)
        .id();
  }

  bool replaces(const std::string& name) const {
    const auto& always = options_.replaced_always;
    return options_.replace || std::find(always.begin(), always.end(), name) != always.end();
  }

  void load_graph(const std::string& name, const GraphText& graph) {
    if (options_.graph_store_url.empty())
      load_by_update(name, graph);
    else
      load_by_graph_store(name, graph);
    report_.loaded.push_back(name);
    report_.triples += graph.triples;
    if (options_.on_progress) options_.on_progress(name, report_.loaded.size(), graphs_.size());
  }

  // N-Triples are Turtle, and Turtle is what every store takes here.
  void load_by_graph_store(const std::string& name, const GraphText& graph) {
    const std::string& url = options_.graph_store_url;
    HttpRequest request{.method = replaces(name) ? "PUT" : "POST",
                        .url = url + (url.find('?') == std::string::npos ? "?" : "&") + "graph=" + percent_encode(name),
                        .headers = {"Content-Type: text/turtle; charset=utf-8"},
                        .body = graph.ntriples};
    request.access = options_.access;
    request.timeout = options_.timeout;
    request.response_bytes = 1 << 20;
    try {
      const HttpResponse response = send_patiently(request, options_.retry);
      if (!response.is_success()) throw refusal(url, response);
    } catch (const TransportFault& fault) {
      throw no_answer(url, fault);
    }
  }

  // The graph is emptied in the same request as its first triples are added; every request may be repeated.
  void load_by_update(const std::string& name, const GraphText& graph) {
    const std::string iri = rdf::serialize(rdf::iri_view(name));
    std::string opening = replaces(name) ? "DROP SILENT GRAPH " + iri + " ;\n" : "";
    for (const std::string_view piece : cut_lines(graph.ntriples, options_.update_bytes)) {
      endpoint_.update(fmt::format("{}INSERT DATA {{ GRAPH {} {{\n{}}} }}", opening, iri, piece));
      opening.clear();
    }
  }

  void remove_others() {
    const std::string below = rdf::serialize(rdf::literal_view(options_.base + "graph/"));
    std::string names;
    for (const auto& [name, text] : graphs_) names += (names.empty() ? "" : ", ") + rdf::serialize(rdf::iri_view(name));
    // The graphs are chosen first, each once; NOT EXISTS with VALUES would be shorter, but Virtuoso fails on it.
    endpoint_.update(fmt::format("DELETE {{ GRAPH ?g {{ ?s ?p ?o }} }} WHERE {{ "
                                 "{{ SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ ?x ?y ?z }} "
                                 "FILTER(STRSTARTS(STR(?g), {}) && ?g NOT IN ({})) }} }} GRAPH ?g {{ ?s ?p ?o }} }}",
                                 below, names));
  }

  const Graphs& graphs_;
  const LoadOptions& options_;
  Endpoint endpoint_;
  LoadJournal journal_;
  LoadReport report_;
};

} // namespace

Graphs read_graphs(const std::filesystem::path& file) {
  Graphs graphs;
  rdf::read_file(file, {}, [&](const rdf::Quad& quad, std::uint64_t line) {
    if (quad.graph.value.empty())
      throw Error("this triple is in no named graph", "load a dataset of 'stemma build'", {file.string(), line, 0});
    GraphText& graph = graphs[quad.graph.value];
    graph.ntriples.append(rdf::serialize(quad.subject)).append(" ").append(rdf::serialize(quad.predicate)).append(" ");
    graph.ntriples.append(rdf::serialize(quad.object)).append(" .\n");
    ++graph.triples;
  });
  return graphs;
}

LoadReport load_graphs(const Graphs& graphs, const LoadOptions& options) { return Loader(graphs, options).load(); }

} // namespace stemma::store
