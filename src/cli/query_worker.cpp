#include "cli/command.hpp"
#include "query/worker_process.hpp"

#include <CLI/CLI.hpp>

namespace stemma::cli {

// What `stemma query` starts for itself; it is in no list of commands.
Command query_worker_command() {
  return {"query-worker", "Answer one query for 'stemma query'", "", [](CLI::App& app) -> Run {
            app.group("");
            return [](const Environment&) { return query::serve_worker(); };
          }};
}

} // namespace stemma::cli
