#include "cli/choice.hpp"
#include "cli/command_page.hpp"
#include "scene.hpp"

#include <CLI/CLI.hpp>
#include <catch2/catch.hpp>

#include <memory>

using namespace stemma::cli;
using Catch::Matchers::Contains;

namespace {

Command paint_command() {
  return {"paint", "Paint a wall", "  stemma paint --colour red\n", [](CLI::App& app) -> Run {
            const auto colours = std::make_shared<std::vector<std::string>>();
            only_these(app.add_option("--colour", *colours, "of the wall"), {"red", "green", "blue"})->delimiter(',');
            return [colours](const Environment& environment) {
              for (const std::string& colour : *colours) environment.out << colour << '\n';
              return exit_done;
            };
          }};
}

std::pair<std::string, std::string> painted(const std::vector<std::string>& arguments) {
  Scene scene;
  run(arguments, scene.environment(), {paint_command()});
  return {scene.out.str(), scene.err.str()};
}

} // namespace

TEST_CASE("an option of a few values takes these alone, and names the nearest to another") {
  CHECK(painted({"paint", "--colour", "red,blue"}).first == "red\nblue\n");
  CHECK(painted({"paint", "--colour", "gren"}).second ==
        "stemma: error: --colour takes no 'gren'\nhint: did you mean 'green'? it takes red, green or blue\n");
  CHECK(painted({"paint", "--colour", "red,violet"}).second ==
        "stemma: error: --colour takes no 'violet'\nhint: it takes red, green or blue\n");
  CHECK_THAT(painted({"paint", "--colour", ""}).second, Contains("its value is empty"));
}

TEST_CASE("help and completion know the values of such an option") {
  CHECK_THAT(painted({"paint", "--help"}).first, Contains("{red,green,blue}"));
  const auto pages = command_pages({paint_command()});
  const auto& options = pages.at(0).options;
  const auto colour = std::find_if(options.begin(), options.end(),
                                   [](const OptionPage& option) { return option.names.back() == "--colour"; });
  REQUIRE(colour != options.end());
  CHECK(colour->choices == std::vector<std::string>{"red", "green", "blue"});
  CHECK(colour->delimiter == ',');
}
