#include "pipeline/build.hpp"

#include "cli/command.hpp"
#include "cli/counted.hpp"
#include "cli/diagnostics.hpp"
#include "cli/interruption.hpp"
#include "cli/printable.hpp"
#include "cli/progress_bar.hpp"
#include "cli/reading_options.hpp"
#include "cli/timings.hpp"
#include "model/error.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

namespace stemma::cli {

namespace {

struct BuildCommand {
  ReadingOptions reading;
  std::string out, into;
  bool quiet = false, timings = false;

  void declare(CLI::App& app) {
    reading.declare(app);
    app.add_option(
           "-o,--output", out,
           "folder of the result: absent, empty, or an earlier result, whose files are replaced all at once; other\n"
           "files in it stay")
        ->option_text("OUT");
    app.add_option("--into", into,
                   "the same, but what an earlier result there, or a run that was interrupted, read from unchanged\n"
                   "documents is not read again; documents that INPUT does not name any more are left out")
        ->option_text("OUT");
    app.add_flag("-q,--quiet", quiet, "print errors only");
    app.add_flag("--timings", timings, "print how long each stage took");
  }

  const std::string& folder() const {
    if (out.empty() == into.empty())
      throw Error(out.empty() ? "the folder of the result is not named" : "-o and --into are named both",
                  "-o OUT reads everything, --into OUT only what is new or changed; 'stemma build --help' says more");
    return out.empty() ? into : out;
  }

  int run(const Environment& environment) const {
    const std::string& to = folder();
    const Interruption interruption;
    const auto started = environment.now();
    const auto input = reading.open(environment);
    const pipeline::Resources resources = reading.resources(environment);
    const auto loaded = environment.now();
    const auto disk = pipeline::real_disk();
    ProgressBar bar(environment, environment.err_is_terminal && !quiet);
    try {
      const pipeline::BuildResult result = pipeline::build(
          {to, reading.threads(), !into.empty()}, *input, resources, *disk,
          {[&](std::uint64_t done, std::uint64_t of) { bar.show(done, of); }, [&] { return interruption.asked(); }});
      bar.clear();
      print_diagnostics(result.tally, !quiet, environment.err);
      if (!quiet) summarise(result, environment);
      if (timings)
        print_timings(
            {result.times, loaded - started, environment.now() - loaded, result.tally.documents, result.tally.bytes},
            environment.err);
      return result.tally.failed ? exit_no : exit_done;
    } catch (const pipeline::Interrupted&) {
      throw Error("interrupted; '" + to + "' is as it was",
                  into.empty() ? "" : "the same command goes on where this run stood");
    }
  }

  void summarise(const pipeline::BuildResult& result, const Environment& environment) const {
    const pipeline::Tally& tally = result.tally;
    environment.err << counted(tally.documents, "document") << ", " << counted(tally.mentions, "mention") << " of "
                    << counted(tally.linked().size(), "entity", "entities") << " of the lexicon and "
                    << counted(tally.unlinked().size(), "other name") << '\n';
    if (tally.failed > tally.unwritable) environment.err << tally.failed - tally.unwritable << " could not be read\n";
    if (tally.unwritable) environment.err << tally.unwritable << " could not be written\n";
    if (tally.repeated) environment.err << tally.repeated << " found more than once\n";
    print_reuse(result, environment.err);
    print_left(result, environment.err);
    environment.err << "written to " << printable(folder()) << "; read report.md there first\n";
  }
};

} // namespace

Command build_command() {
  return {"build", "Read news and write the graph: the main job",
          "  stemma build reports/ -o out                    a folder of .txt, .md, .html and .htm\n"
          "  stemma build a.txt b.txt -o out --quiet         single files, no messages\n"
          "  stemma build news.ndjson.gz -o out              a document a line\n"
          "  stemma build news.zip crawl.warc.gz -o out      archives\n"
          "  stemma build news.csv --columns text=body -o out\n"
          "  stemma build reports/ --into out                reads only what is new or changed since\n"
          "  stemma build reports/ -o out --base https://example.org/news/\n",
          [](CLI::App& app) -> Run {
            const auto command = std::make_shared<BuildCommand>();
            command->declare(app);
            return [command](const Environment& environment) { return command->run(environment); };
          }};
}

} // namespace stemma::cli
