#include "cli/configuration.hpp"
#include "cli/parser.hpp"
#include "model/error.hpp"
#include "scene.hpp"

#include <catch2/catch.hpp>
#include <unistd.h>

#include <fstream>

using namespace stemma;
using namespace stemma::cli;

namespace {

Command command(const char* name) {
  return {name, "A command", "", [](CLI::App& app) -> Run {
            const auto jobs = std::make_shared<int>(1);
            const auto format = std::make_shared<std::string>("text");
            const auto quiet = std::make_shared<bool>(false);
            const auto input = std::make_shared<std::string>();
            app.add_option("-j,--jobs", *jobs);
            app.add_option("--format", *format);
            app.add_flag("-q,--quiet", *quiet);
            app.add_option("INPUT", *input);
            return [=](const Environment& environment) {
              environment.out << *jobs << " " << *format << " " << *quiet << " " << *input << "\n";
              return exit_done;
            };
          }};
}

Command simple() {
  return {"simple", "Without options", "", [](CLI::App&) -> Run {
            return [](const Environment& environment) {
              environment.out << "done\n";
              return exit_done;
            };
          }};
}

struct Folder {
  std::filesystem::path path = std::filesystem::temp_directory_path() / ("stemma-config-" + std::to_string(getpid()));
  Folder() { std::filesystem::create_directories(path / "stemma"); }
  ~Folder() { std::filesystem::remove_all(path); }
};

// Standard output, else the error, of a run with that file as the user's own.
std::string ran(const std::string& text, std::vector<std::string> arguments) {
  const Folder folder;
  std::ofstream(folder.path / "stemma" / "config.toml") << text;
  Scene scene;
  scene.variables["XDG_CONFIG_HOME"] = folder.path;
  run(arguments, scene.environment(), {command("read"), command("pack show"), simple()});
  std::string told = scene.err.str();
  if (const auto at = told.find(folder.path.string()); at != told.npos) told.erase(at, folder.path.string().size());
  return scene.out.str() + told;
}

} // namespace

TEST_CASE("options of the file hold for every command that has them") {
  CHECK(ran("jobs = 4\n", {"read", "x"}) == "4 text 0 x\n");
  CHECK(ran("jobs = 4\n", {"pack", "show"}) == "4 text 0 \n");
  CHECK(ran("jobs = 4\n", {"simple"}) == "done\n");
}

TEST_CASE("a command's own section counts more, and for it alone") {
  const std::string file =
      "jobs = 4\n# a comment\n[read] # this one\njobs = 8\nquiet = true\n\n[pack show]\nformat = \"a # b\"\n";
  CHECK(ran(file, {"read"}) == "8 text 1 \n");
  CHECK(ran(file, {"pack", "show"}) == "4 a # b 0 \n");
}

TEST_CASE("the command line counts most") {
  for (const auto& given : {std::vector<std::string>{"--jobs", "2"}, {"--jobs=2"}, {"-j2"}, {"-j", "2"}}) {
    std::vector<std::string> arguments{"read"};
    arguments.insert(arguments.end(), given.begin(), given.end());
    CHECK(ran("jobs = 4\n", arguments) == "2 text 0 \n");
  }
  CHECK(ran("quiet = false\n", {"read", "-q"}) == "1 text 1 \n");
}

TEST_CASE("no file counts where none is wanted, and none is read for help") {
  CHECK(ran("jobs = 4\n", {"read", "--config", "none"}) == "1 text 0 \n");
  CHECK(ran("jobs = 4\n", {"read", "--config=none"}) == "1 text 0 \n");
  CHECK(ran("what is this\n", {"read", "--help"}).find("error") == std::string::npos);
}

TEST_CASE("a mistake is told with its line, whichever command runs") {
  CHECK(ran("jobs = 4\nwhat is this\n", {"read"}) ==
        "/stemma/config.toml:2: error: is neither 'option = value' nor '[command]'\nhint: a comment begins with '#'\n");
  CHECK(ran("[red]\n", {"simple"}) ==
        "/stemma/config.toml:1: error: there is no command 'red'\nhint: did you mean 'read'?\n");
  CHECK(ran("[read]\njosb = 4\n", {"simple"}) ==
        "/stemma/config.toml:2: error: 'stemma read' has no option '--josb'\nhint: did you mean 'jobs'?\n");
  CHECK(ran("colour = red\n", {"simple"}) == "/stemma/config.toml:1: error: no command has an option '--colour'\n");
  CHECK(ran("quiet = yes\n", {"read"}) ==
        "/stemma/config.toml:1: error: 'quiet' is a flag: true or false, not 'yes'\n");
  CHECK(ran("format = \"text\n", {"read"}) == "/stemma/config.toml:1: error: the closing quote is missing\n");
  CHECK(ran("format =\n", {"read"}) == "/stemma/config.toml:1: error: the value is missing\n");
  CHECK(ran("help = true\n", {"read"}).find("no command has an option '--help'") != std::string::npos);
}

TEST_CASE("a file that is named has to be there") {
  CHECK(ran("", {"read", "--config", "/nowhere/c.toml"}) ==
        "/nowhere/c.toml: error: there is no such configuration file\n");
}

TEST_CASE("a value that an option cannot take is told with its line") {
  CHECK(ran("\njobs = four\n", {"read", "x"}).starts_with("/stemma/config.toml:2: error: "));
  CHECK(ran("jobs = 1\n[read]\njobs = 2\njobs = 3\n", {"read", "x"}).starts_with("/stemma/config.toml:4: error: "));
  CHECK(ran("jobs = four\n", {"read", "x", "--jobs", "2"}) == "2 text 0 x\n");
  CHECK(ran("jobs = 4\n", {"read", "x", "--format"}).find("config.toml") == std::string::npos);
}
