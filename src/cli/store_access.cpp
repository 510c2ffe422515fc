#include "cli/store_access.hpp"

#include "cli/printable.hpp"
#include "model/error.hpp"

#include <CLI/CLI.hpp>

#include <fstream>
#include <ostream>

namespace stemma::cli {

namespace {

namespace fs = std::filesystem;

// The first line of the file, without the blanks around it.
std::string read_secret(const std::string& file, const Environment& environment) {
  std::error_code failed;
  std::ifstream in(file);
  std::string line;
  if (!in || fs::is_directory(file, failed)) throw Error("cannot be read", "", {file});
  std::getline(in, line);
  const auto first = line.find_first_not_of(" \t\r");
  if (first == line.npos) throw Error("holds nothing on its first line", "", {file});
  constexpr auto others = fs::perms::group_read | fs::perms::others_read;
  if ((fs::status(file, failed).permissions() & others) != fs::perms::none)
    environment.err << "warning: " << printable(file) << ": others on this machine may read it\nhint: chmod 600\n";
  return line.substr(first, line.find_last_not_of(" \t\r") - first + 1);
}

} // namespace

void StoreAccess::declare(CLI::App& app) {
  app.add_option("--user-file", user_file, "file with user:password on its first line (else $STEMMA_STORE_USER)")
      ->option_text("FILE");
  app.add_option("--token-file", token_file, "file with a bearer token on its first line (else $STEMMA_STORE_TOKEN)")
      ->option_text("FILE");
  app.add_option("--ca-file", ca_file, "certificates to trust instead of the system's, PEM")->option_text("FILE");
}

store::Access StoreAccess::access(const Environment& environment, const std::vector<std::string>& urls) const {
  for (const std::string& url : urls)
    if (store::has_credentials(url))
      throw Error("a password in an address is seen by others on this machine: " + store::without_credentials(url),
                  "put user:password into a file and name it as --user-file, or into the variable STEMMA_STORE_USER");
  store::Access access;
  access.ca_file = ca_file;
  if (std::error_code failed; !ca_file.empty() && !fs::is_regular_file(ca_file, failed))
    throw Error("there is no such file", "--ca-file names a file of certificates, PEM", {ca_file});
  const bool named = !user_file.empty() || !token_file.empty();
  if (!user_file.empty())
    access.user_password = read_secret(user_file, environment);
  else if (!named)
    access.user_password = environment.variable("STEMMA_STORE_USER").value_or("");
  if (!token_file.empty())
    access.token = read_secret(token_file, environment);
  else if (!named)
    access.token = environment.variable("STEMMA_STORE_TOKEN").value_or("");
  if (!access.user_password.empty() && !access.token.empty())
    throw Error("a password and a token are given", "a store is entered by one of them");
  if (!access.user_password.empty() && access.user_password.find(':') == std::string::npos)
    throw Error("the user comes without a password", "user:password, with a colon between them",
                {user_file.empty() ? "STEMMA_STORE_USER" : user_file});
  return access;
}

} // namespace stemma::cli
