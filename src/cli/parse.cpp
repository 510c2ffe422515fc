#include "cli/choice.hpp"
#include "cli/command.hpp"
#include "cli/diagnostics.hpp"
#include "language/analyzer_pool.hpp"
#include "language/find_model.hpp"
#include "language/write_conllu.hpp"
#include "language/write_json.hpp"
#include "model/error.hpp"
#include "pipeline/given_ids.hpp"
#include "pipeline/in_order.hpp"
#include "pipeline/input.hpp"
#include "pipeline/lost_document.hpp"
#include "text/decode.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <ostream>
#include <thread>

namespace stemma::cli {

namespace {

struct Parsed {
  std::string output; // empty: the document is lost, and one of the diagnostics says why
  std::vector<Diagnostic> diagnostics;
  std::string file, given_id;
  std::uint64_t line = 0;
};

// The names of the inputs. Those of one name in two folders stand one after the other.
class Names {
public:
  bool comes_again(const Parsed& parsed) {
    const bool again = parsed.file == file_ && parsed.line <= line_;
    file_ = parsed.file;
    line_ = parsed.line;
    return again;
  }

private:
  std::string file_;
  std::uint64_t line_ = 0; // of NDJSON
};

Diagnostic repeated_name(const Parsed& parsed) {
  return {Severity::warning,
          "input.repeated-name",
          "another input has this name: what is printed does not tell them apart",
          {parsed.file, 0, 0},
          "name a folder that holds them both"};
}

struct ParseCommand {
  std::vector<std::string> inputs;
  std::string format = "conllu";
  std::string input_format, columns;
  std::string model;
  bool untested_model = false;
  unsigned jobs = 0;

  void declare(CLI::App& app) {
    app.add_option("INPUT", inputs, "files or folders of text, or - for standard input")->required();
    only_these(app.add_option("--format", format, "what is printed (conllu)"), {"conllu", "json"});
    only_these(app.add_option(
                   "--input-format", input_format,
                   "text, html: a document a file; ndjson, csv: a document a line or row; warc: an archive of the web "
                   "(by the name of each file)"),
               {"text", "html", "ndjson", "csv", "warc"});
    app.add_option("--columns", columns, "what the fields of ndjson or csv are called: text=body,date=published")
        ->option_text("FIELD=NAME,...");
    app.add_option("--model", model, "directory of a spaCy 3.8 English pipeline (the installed one)");
    app.add_flag("--untested-model", untested_model, "run a model that was never compared with spaCy");
    app.add_option("--jobs", jobs, "threads (as many as there are processors)")->check(CLI::Range(1U, 1024U));
  }

  int run(const Environment& environment) const {
    pipeline::InputStream documents(inputs, input::parse_format(input_format), environment.in,
                                    input::parse_columns(columns));
    const auto directory = language::require_model({model, environment.program, environment.variable});
    language::ModelOptions options;
    options.allow_untested = untested_model;
    language::AnalyzerPool analyzers(language::Model::load(directory, options));
    pipeline::Tally tally;
    pipeline::GivenIds ids;
    Names names;
    const unsigned threads = jobs != 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
    pipeline::run_in_order<pipeline::Pending, Parsed>(
        threads, [&] { return documents.next(); },
        [&](const pipeline::Pending& pending) { return parse(pending, analyzers); },
        [&](const Parsed& parsed) {
          environment.out << parsed.output;
          if (!environment.out) throw Error("cannot write to standard output", "is the disk full?");
          tell(parsed.diagnostics, tally);
          if (const auto again = ids.add(parsed.file, parsed.line, parsed.given_id)) tally.add(*again);
          if (names.comes_again(parsed)) tally.add(repeated_name(parsed));
        });
    tell(documents.diagnostics(), tally);
    print_diagnostics(tally, true, environment.err);
    return tally.failed ? exit_no : exit_done;
  }

private:
  Parsed parse(const pipeline::Pending& pending, language::AnalyzerPool& analyzers) const {
    Parsed parsed;
    parsed.file = pending.path;
    parsed.line = pending.line;
    try {
      pipeline::Reading reading = pipeline::read(pending);
      parsed.diagnostics = std::move(reading.diagnostics);
      parsed.given_id = reading.given_id;
      const std::string path = reading.path;
      const std::string source = source_of(std::move(reading), parsed.diagnostics);
      if (std::any_of(parsed.diagnostics.begin(), parsed.diagnostics.end(), is_error)) return parsed;
      const language::Analysis analysis = analyzers.analyze(source);
      parsed.output = format == "json" ? language::write_json(path, source, analysis)
                                       : language::write_conllu(path, source, analysis);
    } catch (const std::exception&) {
      parsed.diagnostics.push_back(pipeline::diagnose_loss(pending));
    }
    return parsed;
  }

  // The text as it was written: of a file what its bytes mean; a field or the text of a page is text already.
  static std::string source_of(pipeline::Reading reading, std::vector<Diagnostic>& diagnostics) {
    if (reading.form() == text::InputForm::decoded_field) return std::move(reading.bytes);
    text::Decoded decoded = text::decode(reading.bytes, reading.path);
    diagnostics.insert(diagnostics.end(), decoded.diagnostics.begin(), decoded.diagnostics.end());
    return std::move(decoded.source);
  }

  static bool is_error(const Diagnostic& diagnostic) { return diagnostic.severity == Severity::error; }

  static void tell(const std::vector<Diagnostic>& diagnostics, pipeline::Tally& tally) {
    for (const Diagnostic& diagnostic : diagnostics) tally.add(diagnostic);
    tally.failed += static_cast<std::uint64_t>(std::count_if(diagnostics.begin(), diagnostics.end(), is_error));
  }
};

} // namespace

Command parse_command() {
  return {"parse", "Print tokens, tags, heads and names of texts as CoNLL-U or JSON",
          "  stemma parse report.txt                        CoNLL-U\n"
          "  stemma parse reports/ --format json            one line of JSON for each document\n"
          "  echo 'Seoul said on Monday …' | stemma parse - --model build/models/en_core_web_sm-3.8.0\n",
          [](CLI::App& app) -> Run {
            const auto command = std::make_shared<ParseCommand>();
            command->declare(app);
            return [command](const Environment& environment) { return command->run(environment); };
          }};
}

} // namespace stemma::cli
