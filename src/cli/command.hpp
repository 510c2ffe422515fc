#pragma once
// How a subcommand is added to the program:
//
//   1. Write src/cli/<name>.cpp with one function that returns its Command:
//
//        namespace stemma::cli {
//        Command greet_command() {
//          return {"greet", "Say hello to somebody",
//                  "  stemma greet Ada          says hello to Ada\n",
//                  [](CLI::App& app) -> Run {
//                    auto name = std::make_shared<std::string>();
//                    app.add_option("NAME", *name, "who is greeted")->required();
//                    return [name](const Environment& environment) {
//                      environment.out << "Hello, " << *name << "\n";
//                      return exit_done;
//                    };
//                  }};
//        }
//        }
//
//   2. Name the function in src/cli/commands.cpp (a declaration and one line of the list).
//
// A name of two words ("pack check") makes a command of a group. A command parses options and calls a module; it
// holds no logic. It reads and writes only through its Environment, so that a test runs it without a process. What
// it cannot do it throws as stemma::Error; `run` prints it as "file:line:column: error: …", a "hint: …" line below,
// and answers 2. Options are spelled as in docs/design.md; --help shows the text given here and nothing is written
// twice.

#include <chrono>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace stemma::cli {

inline constexpr int exit_done = 0;
inline constexpr int exit_no = 1;      // finished, but the answer is "no": some documents failed, a check did not pass
inline constexpr int exit_refused = 2; // could not run

// The world as a command sees it.
struct Environment {
  std::istream& in;
  std::ostream& out; // results; `run` flushes it and reports a failure to write
  std::ostream& err; // messages, progress
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::filesystem::path program;                                               // the executable, absolute
  std::function<std::optional<std::string>(const std::string& name)> variable; // environment variables
  std::function<std::chrono::steady_clock::time_point()> now;
};

// Does the command's work once its options are parsed; its value is the exit code.
using Run = std::function<int(const Environment&)>;

struct Command {
  std::string_view name;                 // "build", "pack check"
  std::string_view summary;              // one line, no full stop
  std::string_view examples;             // lines of help below the options: "  stemma build reports/ -o out   …\n"
  std::function<Run(CLI::App&)> declare; // declares the options; called once before parsing
};

// Every command of the program, in the order of the help.
std::vector<Command> all_commands();

// Runs the program: `arguments` without the program's name. Never throws; the value is the exit code.
int run(const std::vector<std::string>& arguments, const Environment& environment);
int run(const std::vector<std::string>& arguments, const Environment& environment,
        const std::vector<Command>& commands);

// "0.1.0"
std::string_view version();

} // namespace stemma::cli
