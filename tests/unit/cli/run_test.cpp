#include "cli/command.hpp"
#include "cli/counted.hpp"
#include "cli/printable.hpp"
#include "cli/suggestion.hpp"
#include "model/error.hpp"
#include "scene.hpp"

#include <CLI/CLI.hpp>
#include <catch2/catch.hpp>

using namespace stemma;
using namespace stemma::cli;
using Catch::Matchers::Contains;

namespace {

Command greet() {
  return {"greet", "Say hello", "  stemma greet Ada   hello\n", [](CLI::App& app) -> Run {
            auto name = std::make_shared<std::string>();
            auto loud = std::make_shared<bool>(false);
            app.add_option("NAME", *name, "who")->required();
            app.add_flag("--loud", *loud, "with a mark");
            auto title = std::make_shared<std::string>();
            app.add_option("--title", *title, "before the name");
            return [=](const Environment& environment) {
              environment.out << (title->empty() ? "" : *title + ", ") << "Hello " << *name << (*loud ? "!" : "")
                              << "\n";
              return exit_done;
            };
          }};
}

Command fail(const char* name, Error error) {
  return {name, "Fail", "", [error](CLI::App&) -> Run { return [error](const Environment&) -> int { throw error; }; }};
}

Command pack_check() {
  return {"pack check", "Check", "", [](CLI::App&) -> Run { return [](const Environment&) { return exit_no; }; }};
}

struct Outcome {
  int code;
  std::string out, err;
};

Outcome ran(std::vector<std::string> arguments) {
  Scene scene;
  const std::vector<Command> commands{greet(), pack_check(), fail("crash", Error("broken", "mend it", {"a.ttl", 3, 7})),
                                      fail("refuse", Error("no place"))};
  const int code = run(arguments, scene.environment(), commands);
  return {code, scene.out.str(), scene.err.str()};
}

} // namespace

TEST_CASE("a command runs with its options") {
  CHECK(ran({"greet", "Ada"}).out == "Hello Ada\n");
  CHECK(ran({"greet", "--loud", "Ada"}).out == "Hello Ada!\n");
  CHECK(ran({"pack", "check"}).code == 1);
}

TEST_CASE("--version and --help go to standard output") {
  CHECK(ran({"--version"}).out == "stemma " + std::string(version()) + "\n");
  CHECK(ran({"--version"}).code == 0);
  CHECK_THAT(ran({"--help"}).out, Contains("greet") && Contains("Say hello") && Contains("pack"));
  const Outcome help = ran({"greet", "--help"});
  CHECK(help.code == 0);
  CHECK_THAT(help.out, Contains("--loud") && Contains("stemma greet Ada"));
  CHECK_THAT(ran({"pack", "--help"}).out, Contains("check"));
}

TEST_CASE("an error is printed with its place and hint, and the exit code is 2") {
  const Outcome crashed = ran({"crash"});
  CHECK(crashed.code == 2);
  CHECK(crashed.out.empty());
  CHECK(crashed.err == "a.ttl:3:7: error: broken\nhint: mend it\n");
  CHECK(ran({"refuse"}).err == "stemma: error: no place\n");
}

TEST_CASE("mistyped commands and options get the nearest one as a hint") {
  const Outcome command = ran({"gret", "Ada"});
  CHECK(command.code == 2);
  CHECK(command.err == "stemma: error: there is no command 'gret'\nhint: did you mean 'greet'?\n");
  CHECK_THAT(ran({"pack", "chekc"}).err, Contains("no command 'pack chekc'") && Contains("did you mean 'check'?"));
  CHECK_THAT(ran({"zzzzzz"}).err, Contains("lists the commands"));
  const Outcome option = ran({"greet", "--luod", "Ada"});
  CHECK(option.code == 2);
  CHECK_THAT(option.err, Contains("'stemma greet' has no option '--luod'") && Contains("did you mean '--loud'?"));
  CHECK_THAT(ran({"greet", "--luod=3", "Ada"}).err, Contains("did you mean '--loud'?"));
  CHECK_THAT(ran({"greet", "--nope"}).err, Contains("'stemma greet' has no option '--nope'")); // not: NAME is required
  CHECK_THAT(ran({"pack", "check", "--nope"}).err,
             Contains("'stemma pack check' has no option '--nope'") && Contains("'stemma pack check --help'"));
  CHECK_THAT(ran({"--loud", "greet", "Ada"}).err,
             Contains("itself has no option '--loud'") && Contains("behind the command: stemma greet --loud"));
  CHECK_THAT(ran({"greet"}).err, Contains("NAME"));
  CHECK_THAT(ran({"greet", "Ada", "Bob"}).err, Contains("takes no argument 'Bob'"));
}

TEST_CASE("a group without its command names them, an empty value is none") {
  const Outcome group = ran({"pack"});
  CHECK(group.code == 2);
  CHECK(group.err == "stemma: error: 'stemma pack' needs one of its commands\nhint: 'stemma pack check'\n");
  for (const auto& arguments :
       {std::vector<std::string>{"greet", ""}, {"greet", "Ada", "--title", ""}, {"greet", "Ada", "--title="}}) {
    const Outcome empty = ran(arguments);
    CAPTURE(empty.err);
    CHECK(empty.code == 2);
    CHECK(empty.out.empty());
    CHECK_THAT(empty.err, Contains("empty") || Contains("missing"));
  }
  CHECK(ran({"greet", "Ada", "--title", "Dr"}).code == 0);
}

TEST_CASE("nothing in a message ends its line or steers the terminal") {
  CHECK(printable("a\nb\tc\x1b[1m\x7f caf\u00e9 \u009b1m") == "a\\nb\\tc\\x1b[1m\\x7f caf\u00e9 \\x9b1m");
  Scene scene;
  run({"shout"}, scene.environment(), {fail("shout", Error("a\nb", "c\nd", {"e\nf", 1, 0}))});
  CHECK(scene.err.str() == "e\\nf:1: error: a\\nb\nhint: c\\nd\n");
}

TEST_CASE("numbers agree with their nouns") {
  CHECK(counted(1, "graph") + counted(0, "graph") + counted(2, "entity", "entities") == "1 graph0 graphs2 entities");
}

TEST_CASE("no command prints the help and is no success") {
  const Outcome nothing = ran({});
  CHECK(nothing.code == 2);
  CHECK_THAT(nothing.out, Contains("greet"));
}

TEST_CASE("a result that cannot be written is an error") {
  Scene scene;
  scene.out.setstate(std::ios::badbit);
  CHECK(run({"greet", "Ada"}, scene.environment(), {greet()}) == 2);
  CHECK_THAT(scene.err.str(), Contains("cannot write to standard output"));
}

TEST_CASE("every command has a summary and examples") {
  for (const Command& command : all_commands()) {
    CAPTURE(command.name);
    if (command.name == "query-worker" || command.name == "complete") continue; // called by programs, shown to nobody
    CHECK_FALSE(command.summary.empty());
    CHECK_THAT(std::string(command.examples), Contains("stemma " + std::string(command.name)));
  }
}

TEST_CASE("suggestions") {
  CHECK(find_suggestion("biuld", {"query", "build"}) == "build");
  CHECK(find_suggestion("x", {"query", "build"}) == std::nullopt);
  CHECK(find_suggestion(std::string(100000, 'b'), {"build"}) == std::nullopt);
}

TEST_CASE("near names, whole or a word of them, in any case of letters, at most three") {
  using Names = std::vector<std::string>;
  const Names known = {"Borduria", "Avalia", "royal guard of Borduria", "artillery shell", "Åland", "Avala",
                       "Avali",    "Ava"};
  CHECK(find_near_names("bordoria", known) == Names{"Borduria"});
  CHECK(find_near_names("Royal-Gaurd of Borduria", known) == Names{"royal guard of Borduria"});
  CHECK(find_near_names("shels", known) == Names{"shell"});
  CHECK(find_near_names("åLAND", known) == Names{"Åland"});
  CHECK(find_near_names("Avalio", known) == Names{"Avali", "Avalia", "Avala"});
  CHECK(find_near_names("quite another", known).empty());
  CHECK(find_near_names("", known).empty());
  CHECK(find_near_names(std::string(100000, 'b'), known).empty());
  CHECK(did_you_mean({}).empty());
  CHECK(did_you_mean({"a"}) == "did you mean 'a'?");
  CHECK(did_you_mean({"a", "b", "c\n"}) == "did you mean 'a', 'b' or 'c\\n'?");
}

TEST_CASE("messages are coloured on a terminal only") {
  const auto told = [](bool terminal, std::map<std::string, std::string> variables) {
    Scene scene;
    scene.variables = std::move(variables);
    Environment environment = scene.environment();
    environment.err_is_terminal = terminal;
    run({"refuse"}, environment, {fail("refuse", Error("no place"))});
    return scene.err.str();
  };
  CHECK(told(true, {{"TERM", "xterm"}}) == "stemma: \x1b[1;31merror:\x1b[0m no place\n");
  CHECK(told(false, {{"TERM", "xterm"}}) == "stemma: error: no place\n");
  CHECK(told(true, {{"TERM", "dumb"}}) == "stemma: error: no place\n");
  CHECK(told(true, {{"TERM", "xterm"}, {"NO_COLOR", "1"}}) == "stemma: error: no place\n");
}
