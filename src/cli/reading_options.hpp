#pragma once

#include "cli/command.hpp"
#include "language/model.hpp"
#include "pipeline/input.hpp"
#include "pipeline/resources.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace stemma::cli {

// The options of every command that reads news: INPUT…, --format, --pack, --model, --base, --jobs.
struct ReadingOptions {
  std::vector<std::string> inputs;
  std::string format;  // empty: by the name of each file
  std::string columns; // empty: the usual ones
  std::string pack;
  std::string model; // folder, "none", or empty: the installed one
  bool untested_model = false;
  std::string base;
  unsigned jobs = 0; // 0: one for each core

  void declare(CLI::App& app);

  // Throws Error when none of the inputs exists, or the columns are not written as they should be.
  std::unique_ptr<pipeline::InputStream> open(const Environment& environment) const;
  unsigned threads() const;
  // Loads the pack and the model; says so where there is no model and none was not asked for. Throws Error when they
  // cannot be used.
  pipeline::Resources resources(const Environment& environment) const;

private:
  std::shared_ptr<const language::Model> load_model(const std::filesystem::path& folder) const;
  void warn_without_model(const Environment& environment) const;
  std::optional<std::filesystem::path> find_language_model(const Environment& environment) const;
};

} // namespace stemma::cli
