#pragma once
// Who is at the door of a store: never from the command line itself, which others on the machine and the history see.

#include "cli/command.hpp"
#include "store/http_request.hpp"

#include <string>

namespace stemma::cli {

struct StoreAccess {
  std::string user_file, token_file, ca_file;

  // Declares --user-file, --token-file and --ca-file.
  void declare(CLI::App& app);

  // What the files hold, else the variables STEMMA_STORE_USER and STEMMA_STORE_TOKEN. Throws Error for a file that
  // cannot be read or holds nothing of the kind, for both at once, and for a URL that has credentials in it; a file
  // that others may read is told of.
  store::Access access(const Environment& environment, const std::vector<std::string>& urls) const;
};

} // namespace stemma::cli
