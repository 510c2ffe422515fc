#include "audit/difference_text.hpp"
#include "audit/difference_turtle.hpp"
#include "cli/choice.hpp"
#include "cli/command.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

namespace stemma::cli {

namespace {

struct Options {
  std::string before, after, format = "text";
};

int run_diff(const Options& options, const Environment& environment) {
  const audit::Result before(options.before), after(options.after);
  const audit::Difference difference = audit::compare(before, after);
  if (options.format == "json") {
    environment.out << audit::difference_json(difference);
  } else if (options.format == "ttl") {
    rdf::StreamSink sink(environment.out);
    audit::write_difference_turtle(difference, after, sink);
  } else {
    environment.out << audit::difference_text(difference, before, after);
  }
  return difference.empty() ? exit_done : exit_no;
}

} // namespace

Command diff_command() {
  return {"diff", "Say what became known, changed, was withdrawn or contradicted between two results",
          "  stemma diff monday tuesday                   exit code 1 when they differ\n"
          "  stemma diff monday tuesday --format ttl\n",
          [](CLI::App& app) -> Run {
            const auto options = std::make_shared<Options>();
            app.add_option("OLD", options->before, "the folder of the earlier build")->required();
            app.add_option("NEW", options->after, "the folder of the later one")->required();
            only_these(app.add_option("--format", options->format, "text, json or ttl"), {"text", "json", "ttl"})
                ->option_text("text|json|ttl");
            return [options](const Environment& environment) { return run_diff(*options, environment); };
          }};
}

} // namespace stemma::cli
