#include "cli/seconds.hpp"

#include <CLI/CLI.hpp>

namespace stemma::cli {

void declare_timeout(CLI::App& app, double& seconds, const std::string& help) {
  constexpr double least = 0.001, most = 1e6;
  const CLI::Validator within( // CLI::Range refuses what is smaller or larger, and "nan" is neither
      [](std::string& text) {
        double value = 0;
        const bool good = CLI::detail::lexical_cast(text, value) && value >= least && value <= most;
        return good ? std::string() : "'" + text + "' is no number of seconds from 0.001 to 1000000";
      },
      "SECONDS");
  app.add_option("--timeout", seconds, help)->check(within)->capture_default_str();
}

} // namespace stemma::cli
