#include "audit/verify.hpp"

#include "cli/command.hpp"
#include "cli/counted.hpp"
#include "cli/printable.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

namespace stemma::cli {

namespace {

struct Options {
  std::string out;
  std::vector<std::string> sources;
  bool quiet = false;
};

int run_verify(const Options& options, const Environment& environment) {
  const audit::Result result(options.out);
  const std::vector<std::string> here{"."};
  const audit::Verification found = audit::verify(result, options.sources.empty() ? here : options.sources);
  for (const audit::Failure& failure : found.failures)
    environment.out << failure.code << ": " << printable(failure.subject) << ": " << printable(failure.message) << "\n";
  if (!options.quiet)
    environment.err << counted(found.documents, "document") << ", " << counted(found.quotes, "quote") << ", "
                    << counted(found.roles, "role") << ", " << counted(found.claims, "claim") << " and "
                    << counted(found.events, "fused event") << " looked at: "
                    << (found.failures.empty() ? "all holds" : counted(found.failures.size(), "failure")) << "\n";
  return found.failures.empty() ? exit_done : exit_no;
}

} // namespace

Command verify_command() {
  return {"verify", "Hold a result against its sources: hashes, places, quoted words, and what rests on what",
          "  stemma verify out --source reports/       exit code 1, with a list, when anything does not hold\n"
          "  stemma verify out                         the sources are looked for below the current folder\n",
          [](CLI::App& app) -> Run {
            const auto options = std::make_shared<Options>();
            app.add_option("OUT", options->out, "the folder of a build")->required();
            app.add_option("--source", options->sources,
                           "a folder with the documents that were read, or one above it (default: the current one)")
                ->option_text("DIR ...");
            app.add_flag("-q,--quiet", options->quiet, "print what does not hold only");
            return [options](const Environment& environment) { return run_verify(*options, environment); };
          }};
}

} // namespace stemma::cli
