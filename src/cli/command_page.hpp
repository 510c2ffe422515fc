#pragma once
// What the help, the manual and the completion of a command say, from the one place where its options are declared.

#include "cli/parser.hpp"

#include <string>
#include <vector>

namespace stemma::cli {

struct OptionPage {
  std::vector<std::string> names; // "-o", "--output"; of a positional one its name as help shows it: "INPUT"
  bool positional = false;
  bool required = false;
  bool repeated = false;            // takes several values, or may be given again
  std::string value;                // what help calls the value: "DIR", "N"; empty: a flag, or a positional
  std::vector<std::string> choices; // the only values there are; empty: free
  char delimiter = '\0';            // what parts several values in one word; 0: nothing does
  std::string text;
};

struct CommandPage {
  std::string name; // "pack check"
  std::string summary;
  std::string examples; // lines, as Command has them
  std::vector<OptionPage> options;
};

// A page for each command of the list that help shows, in its order.
std::vector<CommandPage> command_pages(const std::vector<Command>& commands);

} // namespace stemma::cli
