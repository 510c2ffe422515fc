// The list of subcommands. Each is defined in the file of its name.

#include "cli/command.hpp"

namespace stemma::cli {

std::vector<Command> all_commands() { return {}; }

} // namespace stemma::cli
