// The list of subcommands. Each is defined in the file of its name.

#include "cli/command.hpp"

namespace stemma::cli {

Command build_command();
Command complete_command();
Command completion_command();
Command diff_command();
Command doctor_command();
Command explain_command();
Command export_command();
Command extract_command();
Command fuse_command();
Command load_command();
Command manual_command();
Command pack_check_command();
Command parse_command();
Command query_command();
Command query_worker_command();
Command validate_command();
Command verify_command();

std::vector<Command> all_commands() {
  return {
      build_command(),        query_command(),      explain_command(), verify_command(),     validate_command(),
      diff_command(),         export_command(),     load_command(),    extract_command(),    fuse_command(),
      parse_command(),        pack_check_command(), doctor_command(),  completion_command(), manual_command(),
      query_worker_command(), complete_command(),
  };
}

} // namespace stemma::cli
