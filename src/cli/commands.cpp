// The list of subcommands. Each is defined in the file of its name.

#include "cli/command.hpp"

namespace stemma::cli {

Command export_command();
Command parse_command();

std::vector<Command> all_commands() { return {export_command(), parse_command()}; }

} // namespace stemma::cli
