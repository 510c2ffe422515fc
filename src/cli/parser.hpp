#pragma once
// The parser of the command line with every command in it.

#include "cli/command.hpp"

#include <CLI/CLI.hpp>

#include <string>
#include <utility>
#include <vector>

namespace stemma::cli {

struct Parser {
  explicit Parser(const std::vector<Command>& commands);

  CLI::App app;
  std::vector<std::pair<CLI::App*, Run>> runs; // each command of the list, in its order, and what it does

private:
  void add(const Command& command);
  CLI::App* group(const std::string& name);
};

// The command or group of that name right below `app`; null when there is none.
CLI::App* find_command(CLI::App& app, const std::string& name);

// Every name, also of what is in no list.
std::vector<std::string> names_below(const CLI::App& app);

// "stemma pack check"
std::string name_of(const CLI::App& command);

// The commands and groups that `words` begin with ("pack", "check", …): the app of the last one, and how many words
// name it. The app itself and 0 where the first word names none.
std::pair<CLI::App*, std::size_t> command_named_by(CLI::App& app, const std::vector<std::string>& words);

} // namespace stemma::cli
