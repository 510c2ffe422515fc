#include "cli/choice.hpp"
#include "cli/colour.hpp"
#include "cli/command.hpp"
#include "cli/installed.hpp"
#include "cli/printable.hpp"
#include "cli/seconds.hpp"
#include "cli/store_access.hpp"
#include "cli/suggestion.hpp"
#include "model/error.hpp"
#include "pipeline/manifest.hpp"
#include "query/answer_table.hpp"
#include "query/stored_query.hpp"
#include "query/worker_process.hpp"
#include "rdf/vocabulary.hpp"
#include "store/sparql_endpoint.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <ostream>

namespace stemma::cli {
namespace {

using query::Format;
using query::StoredQuery;

struct QueryOptions {
  std::vector<std::string> words; // [OUT] [NAME]
  std::string text;               // -e
  std::vector<std::string> settings;
  std::string format = "table";
  StoreAccess door;
  store::Access access; // what `door` lets in, once a store is asked
  std::string endpoint, base;
  double timeout = 60;
  std::uint64_t memory = 2048;
  std::size_t width = 72;
  bool list = false, timing = false;
};

// What is asked, and of what.
struct Question {
  StoredQuery query;
  std::filesystem::path data; // empty: of an endpoint
  std::string base;
};

void print_list(const Environment& environment) {
  const auto folder = find_installed("queries", environment);
  if (!folder) throw Error("the bundled queries are not installed");
  for (const StoredQuery& stored : query::read_stored_queries(*folder)) {
    environment.out << fmt::format("{}\n    {}\n    {}\n", stored.name, stored.title, stored.description);
    for (const query::Parameter& parameter : stored.parameters)
      environment.out << fmt::format("    --set {}={}  {}{}\n", parameter.name,
                                     parameter.default_value ? "\"" + *parameter.default_value + "\""
                                                             : fmt::format("({})", name_of(parameter.type)),
                                     parameter.description, parameter.default_value ? "" : " (has to be set)");
  }
}

StoredQuery find_query(const std::string& name, const Environment& environment) {
  if (name.ends_with(".rq") || name.find('/') != std::string::npos) return query::read_stored_query(name);
  const auto folder = find_installed("queries", environment);
  if (folder && std::filesystem::exists(*folder / (name + ".rq")))
    return query::read_stored_query(*folder / (name + ".rq"));
  std::vector<std::string> known;
  if (folder)
    for (const StoredQuery& stored : query::read_stored_queries(*folder)) known.push_back(stored.name);
  const auto near = find_suggestion(name, known);
  throw Error(fmt::format("there is no bundled query '{}'", name),
              (near ? "did you mean '" + *near + "'? " : "") +
                  "'stemma query --list' shows them; a file of your own ends in .rq");
}

std::map<std::string, std::string> parse_settings(const std::vector<std::string>& settings) {
  std::map<std::string, std::string> values;
  for (const std::string& setting : settings) {
    const auto sign = setting.find('=');
    if (sign == std::string::npos)
      throw Error(fmt::format("--set wants name=value, not '{}'", setting), "for example --set country=country:XX");
    if (!values.emplace(setting.substr(0, sign), setting.substr(sign + 1)).second)
      throw Error(fmt::format("parameter '{}' is set twice", setting.substr(0, sign)));
  }
  return values;
}

// A folder that 'stemma build' wrote, or an RDF file of its own.
void find_data(const std::string& out, Question& question) {
  std::error_code failed;
  const auto there = std::filesystem::status(out, failed);
  if (there.type() == std::filesystem::file_type::not_found)
    throw Error("there is no such folder or file", "write it with 'stemma build'", {out});
  if (failed) throw Error("cannot be looked at: " + failed.message(), "is it yours?", {out});
  if (!std::filesystem::is_directory(there)) {
    if (!std::filesystem::is_regular_file(there))
      throw Error("is no regular file", "give the folder that 'stemma build' wrote, or an RDF file", {out});
    question.data = out;
    return;
  }
  const pipeline::Manifest manifest = pipeline::require_manifest(out);
  question.data = std::filesystem::path(out) / "dataset.nq";
  if (question.base.empty()) question.base = manifest.base;
}

Question make_question(const QueryOptions& options, const Environment& environment) {
  std::vector<std::string> words = options.words;
  Question question;
  question.base = options.base;
  if (const std::size_t most = options.text.empty() ? 2 : 1; words.size() > most)
    throw Error(fmt::format("'{}' is one word too many", words[most]),
                options.text.empty() ? "stemma query OUT NAME; values of parameters are given with --set"
                                     : "with -e, only OUT is named: stemma query OUT -e '…'");
  if (options.text.empty()) {
    if (words.empty() || (options.endpoint.empty() && words.size() < 2))
      throw Error("a query and what it is asked of are needed",
                  "stemma query OUT NAME; 'stemma query --list' shows the names");
    question.query = find_query(words.back(), environment);
    words.pop_back();
  } else {
    question.query.name = "-e";
    question.query.text = options.text;
    query::require_question(options.text, "-e");
  }
  if (!words.empty())
    find_data(words.front(), question);
  else if (options.endpoint.empty())
    throw Error("what is to be asked?", "give the folder that 'stemma build' wrote");
  if (!options.endpoint.empty()) question.data.clear();
  if (question.base.empty()) question.base = rdf::default_base;
  return question;
}

query::AnswerFormats formats_of(const std::string& name) {
  if (name == "table") return {Format::tsv, Format::turtle};
  if (name == "csv") return {Format::csv, Format::none};
  if (name == "tsv") return {Format::tsv, Format::none};
  if (name == "json") return {Format::json, Format::none};
  if (name == "xml") return {Format::xml, Format::none};
  return {Format::none, Format::turtle};
}

// Passes the answer through, or gathers it where it is to become a table.
class AnswerPrinter {
public:
  AnswerPrinter(const QueryOptions& options, const Environment& environment, std::string base)
      : environment_(environment), gathers_(options.format == "table") {
    style_.colour = !colours_of_results(environment).plain.empty();
    style_.cell_width = options.width;
    style_.base = std::move(base);
  }

  query::Sink sink() {
    return [this](std::string_view bytes) {
      if (gathers_)
        gathered_.append(bytes);
      else
        environment_.out << bytes;
      return environment_.out.good();
    };
  }

  void finish(query::Form form) {
    if (!gathers_) return;
    if (form == query::Form::solutions)
      environment_.out << query::table_of_solutions(gathered_, style_);
    else if (form == query::Form::boolean)
      environment_.out << (gathered_.starts_with("true") ? "yes\n" : "no\n");
    else
      environment_.out << gathered_;
  }

private:
  const Environment& environment_;
  bool gathers_;
  query::TableStyle style_;
  std::string gathered_;
};

// A mistake in the query is shown at its place in the file, or in the text of -e.
[[noreturn]] void blame(const Error& error, const QueryOptions& options) {
  Place place = error.place();
  if (!place.file.empty() || place.line == 0) throw error;
  place.file = options.text.empty() ? options.words.back() : "-e";
  throw Error(error.what(), error.hint(), place);
}

query::Form ask_endpoint(const Question& question, const std::string& bound, const QueryOptions& options,
                         query::AnswerFormats formats, const query::Limits& limits, const query::Sink& sink) {
  query::require_within_limits(bound, limits);
  store::EndpointOptions how;
  how.timeout = limits.query_time;
  how.answer_bytes = limits.memory;
  how.access = options.access;
  store::Endpoint endpoint(options.endpoint, how);
  const store::EndpointAnswer answer =
      endpoint.query(query::with_prologue(bound, question.base),
                     query::asks_for_graph(bound) ? store::AnswerKind::graph : store::AnswerKind::table);
  try {
    if (answer.kind == store::AnswerKind::graph)
      return query::convert_answer(answer.body, Format::turtle, formats.graph, sink);
    return query::convert_answer(answer.body, Format::json, formats.solutions, sink);
  } catch (const Error& error) { // its place is one in the answer, not in the query
    throw Error(fmt::format("{} gives an answer that cannot be read: {}", store::without_credentials(options.endpoint),
                            store::excerpt(error.what())),
                "is this the address for queries? was the answer cut off?");
  }
}

// The answer to a question that the program itself asks.
std::string ask_json(const Question& question, const std::string& text, const QueryOptions& options,
                     const query::Limits& limits, const Environment& environment) {
  std::string answer;
  const query::Sink sink = [&answer](std::string_view bytes) {
    answer.append(bytes);
    return true;
  };
  const query::AnswerFormats formats{Format::json, Format::none};
  if (!options.endpoint.empty())
    ask_endpoint(question, text, options, formats, limits, sink);
  else
    query::ask_worker({environment.program, {"query-worker"}}, {text, question.base, question.data, formats}, limits,
                      sink);
  return answer;
}

// What a name stands for is said: it is the user's to see whether that was meant.
query::NameLookup lookup_in(const Question& question, const QueryOptions& options, const query::Limits& limits,
                            const Environment& environment) {
  return [&](std::string_view name) {
    const auto ask = [&](const std::string& text) { return ask_json(question, text, options, limits, environment); };
    const query::NamedThing thing = query::choose_named(name, ask(query::name_question(name)), [&]() -> std::string {
      try {
        return did_you_mean(find_near_names(name, query::read_names(ask(query::all_names_question()))));
      } catch (const Error&) { // a store too large to list its names: what is wrong is the name
        return {};
      }
    });
    environment.err << "stemma: note: '" << printable(name) << "' is <" << thing.iri << "> (" << printable(thing.label)
                    << ")\n";
    return thing.iri;
  };
}

void print_timing(const query::Answer& answer, const Environment& environment) {
  const auto seconds = [](std::chrono::milliseconds time) { return static_cast<double>(time.count()) / 1000; };
  environment.err << fmt::format("{} quads loaded in {:.3f} s, the query took {:.3f} s\n", answer.quads,
                                 seconds(answer.loading_time), seconds(answer.query_time));
}

int run_query(const QueryOptions& options, const Environment& environment) {
  if (options.list) {
    print_list(environment);
    return exit_done;
  }
  const Question question = make_question(options, environment);
  query::Limits limits;
  limits.query_time = std::chrono::milliseconds(static_cast<std::int64_t>(options.timeout * 1000));
  limits.memory = options.memory << 20;
  const std::string bound = query::bind_parameters(question.query, parse_settings(options.settings), question.base,
                                                   lookup_in(question, options, limits, environment));
  AnswerPrinter printer(options, environment, question.base);
  try {
    if (!options.endpoint.empty()) {
      printer.finish(ask_endpoint(question, bound, options, formats_of(options.format), limits, printer.sink()));
      return exit_done;
    }
    const query::Request request{bound, question.base, question.data, formats_of(options.format)};
    const query::Answer answer =
        query::ask_worker({environment.program, {"query-worker"}}, request, limits, printer.sink());
    printer.finish(answer.form);
    if (options.timing) print_timing(answer, environment);
  } catch (const Error& error) {
    blame(error, options);
  }
  return exit_done;
}

} // namespace

Command query_command() {
  return {
      "query", "Ask a result, or a SPARQL endpoint, a bundled question or one of your own",
      "  stemma query --list                                     the bundled queries and their parameters\n"
      "  stemma query out who-is-mentioned                       a bundled query, as a table\n"
      "  stemma query out mentions-of --set entity=country:XX    with a parameter; a name or a code will do\n"
      "  stemma query out -e 'ASK { GRAPH <graph/facts> { ?x a stm:Munition } }'\n"
      "  stemma query out own.rq --format csv > answer.csv \n"
      "  stemma query --endpoint http://127.0.0.1:7878/query documents\n",
      [](CLI::App& app) -> Run {
        auto options = std::make_shared<QueryOptions>();
        app.add_option("OUT NAME", options->words,
                       "the folder that 'stemma build' wrote (or an RDF file), and the name of a bundled query or "
                       "a file that ends in .rq");
        app.add_option("-e", options->text, "the query itself")->type_name("QUERY");
        app.add_option("--set", options->settings, "a parameter's value, name=value; may be repeated")
            ->take_all()
            ->allow_extra_args(false);
        only_these(app.add_option("--format", options->format, "table, csv, tsv, json, xml, or ttl for CONSTRUCT"),
                   {"table", "csv", "tsv", "json", "xml", "ttl"})
            ->capture_default_str();
        declare_timeout(app, options->timeout, "seconds the query may take, after loading");
        app.add_option("--memory", options->memory, "megabytes that data and query may take")
            ->check(CLI::Range(16, 1 << 24))
            ->capture_default_str();
        app.add_option("--endpoint", options->endpoint, "ask this SPARQL endpoint instead of OUT")->type_name("URL");
        app.add_option("--base", options->base,
                       "IRI that the graphs' names are relative to, where OUT does not say it");
        app.add_option("--width", options->width, "longest cell of a table, in columns; 0: no limit")
            ->capture_default_str();
        app.add_flag("--timing", options->timing, "say on standard error how long loading and the query took");
        app.add_flag("--list", options->list, "show the bundled queries");
        options->door.declare(app);
        return [options](const Environment& environment) {
          if (!options->endpoint.empty()) options->access = options->door.access(environment, {options->endpoint});
          return run_query(*options, environment);
        };
      }};
}

} // namespace stemma::cli
