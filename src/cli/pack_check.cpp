#include "cli/command.hpp"
#include "cli/counted.hpp"
#include "cli/installed.hpp"
#include "cli/printable.hpp"
#include "model/diagnostic.hpp"
#include "pack/check.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

namespace stemma::cli {
namespace {

void print(const Diagnostic& found, std::ostream& out) {
  out << printable(found.place.file);
  if (found.place.line) out << ":" << found.place.line;
  out << ": " << printable(found.message) << " [" << found.code << "]\n";
}

int check_pack(const std::filesystem::path& directory, const Environment& environment) {
  const auto found = pack::check(directory, find_installed("ontology", environment).value_or(""));
  for (const Diagnostic& diagnostic : found) print(diagnostic, environment.out);
  environment.out << printable(directory.string()) << ": "
                  << (found.empty() ? "the pack is sound" : counted(found.size(), "fault")) << '\n';
  return found.empty() ? exit_done : exit_no;
}

} // namespace

Command pack_check_command() {
  return {"pack check", "Is a domain pack sound",
          "  stemma pack check             the pack the program is installed with\n"
          "  stemma pack check my-pack     every fault on a line: file:line: what is wrong [code];\n                   "
          "             their number on the last line\n"
          "\n"
          "Exit status: 0 sound; 1 something is wrong; 2 there is no pack.\n",
          [](CLI::App& app) -> Run {
            auto directory = std::make_shared<std::string>();
            app.add_option("DIR", *directory, "folder of the pack, with stemma.ttl and lexicon/");
            return [directory](const Environment& environment) {
              return check_pack(require_pack(*directory, environment), environment);
            };
          }};
}

} // namespace stemma::cli
