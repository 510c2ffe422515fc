#include "cli/command.hpp"
#include "language/analyzer_pool.hpp"
#include "language/find_model.hpp"
#include "language/write_conllu.hpp"
#include "language/write_json.hpp"
#include "model/error.hpp"
#include "pipeline/in_order.hpp"
#include "pipeline/input.hpp"
#include "text/decode.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <ostream>
#include <thread>

namespace stemma::cli {

namespace {

struct Parsed {
  std::string output;
  std::vector<Diagnostic> diagnostics;
};

struct ParseCommand {
  std::vector<std::string> inputs;
  std::string format = "conllu";
  std::string input_format;
  std::string model;
  bool untested_model = false;
  unsigned jobs = 0;

  void declare(CLI::App& app) {
    app.add_option("INPUT", inputs, "files or folders of text, or - for standard input")->required();
    app.add_option("--format", format, "what is printed (conllu)")->check(CLI::IsMember({"conllu", "json"}));
    app.add_option("--input-format", input_format, "text: a document a file; ndjson: a document a line (by the name)")
        ->check(CLI::IsMember({"text", "ndjson"}));
    app.add_option("--model", model, "directory of a spaCy 3.8 English pipeline (the installed one)");
    app.add_flag("--untested-model", untested_model, "run a model that was never compared with spaCy");
    app.add_option("--jobs", jobs, "threads (as many as there are processors)")->check(CLI::Range(1U, 1024U));
  }

  int run(const Environment& environment) const {
    pipeline::InputStream documents(inputs, input_kind(), environment.in);
    const auto directory = language::require_model({model, environment.program, environment.variable});
    language::ModelOptions options;
    options.allow_untested = untested_model;
    language::AnalyzerPool analyzers(language::Model::load(directory, options));
    int code = exit_done;
    const unsigned threads = jobs != 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
    pipeline::run_in_order<pipeline::Pending, Parsed>(
        threads, [&] { return documents.next(); },
        [&](const pipeline::Pending& pending) { return parse(pending, analyzers); },
        [&](const Parsed& parsed) {
          environment.out << parsed.output;
          if (!print(parsed.diagnostics, environment)) code = exit_no;
        });
    if (!print(documents.diagnostics(), environment)) code = exit_no;
    return code;
  }

private:
  pipeline::InputFormat input_kind() const {
    const auto is_lines = [](const std::string& name) { return name.ends_with(".ndjson") || name.ends_with(".jsonl"); };
    const bool all_lines = std::all_of(inputs.begin(), inputs.end(), is_lines);
    const bool lines = input_format.empty() ? all_lines : input_format == "ndjson";
    return lines ? pipeline::InputFormat::ndjson : pipeline::InputFormat::text;
  }

  Parsed parse(const pipeline::Pending& pending, language::AnalyzerPool& analyzers) const {
    Parsed parsed;
    try {
      pipeline::Reading reading = pipeline::read(pending);
      parsed.diagnostics = std::move(reading.diagnostics);
      const std::string path = reading.path;
      const std::string source = source_of(std::move(reading), parsed.diagnostics);
      const language::Analysis analysis = analyzers.analyze(source);
      parsed.output = format == "json" ? language::write_json(path, source, analysis)
                                       : language::write_conllu(path, source, analysis);
    } catch (const Error& error) {
      parsed.diagnostics.push_back({Severity::error, "input.unreadable", error.what(), error.place()});
    }
    return parsed;
  }

  // The text as it was written: of a file what its bytes mean, of NDJSON the field, which is text already.
  static std::string source_of(pipeline::Reading reading, std::vector<Diagnostic>& diagnostics) {
    if (!reading.field.empty()) return std::move(reading.bytes);
    text::Decoded decoded = text::decode(reading.bytes, reading.path);
    diagnostics.insert(diagnostics.end(), decoded.diagnostics.begin(), decoded.diagnostics.end());
    return std::move(decoded.source);
  }

  // False: one of them is an error.
  static bool print(const std::vector<Diagnostic>& diagnostics, const Environment& environment) {
    bool fine = true;
    for (const Diagnostic& diagnostic : diagnostics) {
      const bool error = diagnostic.severity == Severity::error;
      fine = fine && !error;
      environment.err << diagnostic.place.file << ": " << (error ? "error: " : "warning: ") << diagnostic.message
                      << " [" << diagnostic.code << "]\n";
    }
    return fine;
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
