#include "pipeline/extract.hpp"

#include "cli/command.hpp"
#include "cli/diagnostics.hpp"
#include "cli/progress_bar.hpp"
#include "cli/reading_options.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

namespace stemma::cli {

namespace {

struct ExtractCommand {
  ReadingOptions reading;
  bool quiet = false;

  int run(const Environment& environment) const {
    const auto input = reading.open(environment);
    const pipeline::Resources resources = reading.resources(environment);
    ProgressBar bar(environment, environment.err_is_terminal && !environment.out_is_terminal && !quiet);
    const pipeline::Tally tally =
        pipeline::extract(*input, resources, reading.threads(), environment.out,
                          {[&](std::uint64_t done, std::uint64_t of) { bar.show(done, of); }, {}});
    bar.clear();
    print_diagnostics(tally, !quiet, environment.err);
    return tally.failed ? exit_no : exit_done;
  }
};

} // namespace

Command extract_command() {
  return {"extract", "Print the record of each document, one JSON object a line",
          "  stemma extract reports/ > records.ndjson\n"
          "  echo 'Seoul said on Monday …' | stemma extract -\n"
          "  stemma extract news.ndjson --format ndjson --jobs 4\n",
          [](CLI::App& app) -> Run {
            const auto command = std::make_shared<ExtractCommand>();
            command->reading.declare(app);
            app.add_flag("-q,--quiet", command->quiet, "print errors only");
            return [command](const Environment& environment) { return command->run(environment); };
          }};
}

} // namespace stemma::cli
