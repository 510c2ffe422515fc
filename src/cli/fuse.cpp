#include "cli/command.hpp"
#include "cli/counted.hpp"
#include "cli/diagnostics.hpp"
#include "cli/installed.hpp"
#include "cli/interruption.hpp"
#include "cli/printable.hpp"
#include "cli/progress_bar.hpp"
#include "model/error.hpp"
#include "pipeline/fuse_records.hpp"
#include "text/icu_version.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <ostream>
#include <thread>

namespace stemma::cli {

namespace {

struct FuseCommand {
  std::vector<std::string> records;
  std::string out, pack;
  unsigned jobs = 0;
  bool quiet = false;

  void declare(CLI::App& app) {
    app.add_option("RECORDS", records, "files of records, as 'stemma extract' prints them")->required();
    app.add_option("-o,--output", out, "folder of the result, as for 'stemma build'")
        ->required()
        ->option_text("OUT REQUIRED");
    app.add_option("--pack", pack, "folder of the domain pack (else $STEMMA_PACK, else the installed one)")
        ->option_text("DIR");
    app.add_option("-j,--jobs", jobs, "threads (default: one for each core)")
        ->check(CLI::Range(1U, 1024U))
        ->option_text("N");
    app.add_flag("-q,--quiet", quiet, "print errors only");
  }

  // Neither the model nor the linker: the texts were read before.
  pipeline::Resources resources(const Environment& environment) const {
    statements::Names names(pipeline::require_base_of_records(records));
    const std::filesystem::path folder = require_pack(pack, environment);
    const std::filesystem::path own = find_installed("ontology", environment).value_or("");
    pipeline::Resources resources{pack::Pack::load(folder, cache_folder(environment), own),
                                  nullptr,
                                  statements::Ontology::read(folder, own),
                                  std::move(names),
                                  {},
                                  {}};
    resources.made = {"stemma " + std::string(version()), resources.pack->hash(), "", text::icu_version()};
    resources.frames = std::make_shared<pack::Frames>(pack::Frames::read(folder, own));
    return resources;
  }

  int run(const Environment& environment) const {
    const Interruption interruption;
    const pipeline::Resources used = resources(environment);
    const auto disk = pipeline::real_disk();
    ProgressBar bar(environment, environment.err_is_terminal && !quiet);
    try {
      const pipeline::BuildResult result = pipeline::fuse_records(
          records, {out, jobs ? jobs : std::max(1U, std::thread::hardware_concurrency())}, used, *disk,
          {[&](std::uint64_t done, std::uint64_t of) { bar.show(done, of); }, [&] { return interruption.asked(); }});
      bar.clear();
      print_diagnostics(result.tally, !quiet, environment.err);
      if (!quiet) {
        print_left(result, environment.err);
        environment.err << counted(result.tally.documents, "document") << " fused; written to " << printable(out)
                        << "\n";
      }
      return result.tally.failed ? exit_no : exit_done;
    } catch (const pipeline::Interrupted&) {
      throw Error("interrupted; '" + out + "' is as it was");
    }
  }
};

} // namespace

Command fuse_command() {
  return {"fuse", "Make the graph of records that were extracted before, here or elsewhere",
          "  stemma extract reports/ > monday.ndjson\n"
          "  stemma fuse monday.ndjson tuesday.ndjson -o out\n",
          [](CLI::App& app) -> Run {
            const auto command = std::make_shared<FuseCommand>();
            command->declare(app);
            return [command](const Environment& environment) { return command->run(environment); };
          }};
}

} // namespace stemma::cli
