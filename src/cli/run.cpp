#include "cli/command.hpp"
#include "cli/printable.hpp"
#include "cli/suggestion.hpp"
#include "model/error.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <ostream>

namespace stemma::cli {

std::string_view version() { return STEMMA_VERSION; }

namespace {

void print(const Error& error, std::ostream& err) {
  const Place& place = error.place();
  if (!place.file.empty()) {
    err << printable(place.file) << ':';
    if (place.line) err << place.line << ':';
    if (place.line && place.column) err << place.column << ':';
    err << ' ';
  } else {
    err << "stemma: ";
  }
  err << "error: " << printable(error.what()) << '\n';
  if (!error.hint().empty()) err << "hint: " << printable(error.hint()) << '\n';
}

CLI::App* find_command(CLI::App& app, const std::string& name) {
  for (CLI::App* command : app.get_subcommands([](CLI::App*) { return true; }))
    if (command->get_name() == name) return command;
  return nullptr;
}

// The parser with every command in it, and what each of them does.
struct Program {
  CLI::App app{"Stemma: news reports to a knowledge graph that can be defended", "stemma"};
  std::vector<std::pair<CLI::App*, Run>> runs;

  explicit Program(const std::vector<Command>& commands) {
    app.set_version_flag("--version", "stemma " + std::string(version()));
    app.set_help_flag("-h,--help", "what this command does, with examples");
    app.require_subcommand(0, 1);
    app.footer("\n'stemma COMMAND --help' shows the options of a command and examples.\n"
               "Exit code: 0 done; 1 finished, but the answer is no (some documents failed, a check did not\n"
               "pass); 2 could not run.\n");
    for (const Command& command : commands) add(command);
  }

private:
  void add(const Command& command) {
    CLI::App* parent = &app;
    std::string name(command.name);
    if (const auto blank = name.find(' '); blank != std::string::npos) {
      parent = group(name.substr(0, blank));
      name = name.substr(blank + 1);
    }
    CLI::App* own = parent->add_subcommand(name, std::string(command.summary));
    own->set_help_flag("-h,--help", "this text");
    if (!command.examples.empty()) own->footer("\nExamples:\n" + std::string(command.examples));
    runs.emplace_back(own, command.declare(*own));
    refuse_empty_values(*own);
  }

  // An empty value is nearly always a variable that was not set: taking the default for it would hide that.
  static void refuse_empty_values(CLI::App& command) {
    const CLI::Validator not_empty([](std::string& value) { return value.empty() ? "its value is empty" : ""; }, "");
    for (CLI::Option* option : command.get_options())
      if (option->get_items_expected_max() > 0) option->check(not_empty);
  }

  CLI::App* group(const std::string& name) {
    if (CLI::App* known = find_command(app, name)) return known;
    CLI::App* made = app.add_subcommand(name, "Commands: stemma " + name + " --help");
    made->set_help_flag("-h,--help", "this text");
    made->require_subcommand(1, 1);
    return made;
  }
};

std::vector<std::string> names_below(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(command->get_name());
  return names;
}

std::vector<std::string> options_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  return names;
}

// The innermost command that was named.
CLI::App& chosen(CLI::App& app) {
  CLI::App* current = &app;
  while (!current->get_subcommands().empty()) current = current->get_subcommands().front();
  return *current;
}

std::string did_you_mean(std::string_view typed, const std::vector<std::string>& known, const std::string& otherwise) {
  if (const auto near = find_suggestion(typed, known)) return "did you mean '" + *near + "'?";
  return otherwise;
}

// A word that should have been a command; CLI11's own message would name all that is left over.
void require_known_command(CLI::App& app, const std::vector<std::string>& arguments, std::size_t first,
                           const std::string& shown) {
  if (arguments.size() <= first || arguments[first].empty() || arguments[first][0] == '-') return;
  const auto names = names_below(app);
  if (std::find(names.begin(), names.end(), arguments[first]) == names.end())
    throw Error("there is no command '" + shown + arguments[first] + "'",
                did_you_mean(arguments[first], names, "'stemma " + shown + "--help' lists the commands"));
  CLI::App* command = find_command(app, arguments[first]);
  if (command && !names_below(*command).empty())
    require_known_command(*command, arguments, first + 1, shown + arguments[first] + " ");
}

// "stemma pack check, stemma pack show"
std::string joined(const std::vector<std::string>& names, const std::string& shown) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + ("'" + shown + " " + name + "'");
  return list;
}

// "stemma pack check"
std::string name_of(const CLI::App& command) {
  const CLI::App* above = command.get_parent();
  return above ? name_of(*above) + " " + command.get_name() : "stemma";
}

// What looks like an option and is none.
std::optional<std::string> find_unknown_option(const CLI::App& app) {
  for (const std::string& extra : app.remaining(true))
    if (extra.size() > 1 && extra[0] == '-') return extra.substr(0, extra.find('='));
  return std::nullopt;
}

Error unknown_option(const std::string& option, const CLI::App& command, const std::string& help) {
  const std::string shown = name_of(command);
  const auto known = options_of(command);
  if (std::find(known.begin(), known.end(), option) != known.end()) // it stands before the command
    return Error("'stemma' itself has no option '" + option + "'",
                 "it belongs behind the command: " + shown + " " + option);
  return Error("'" + shown + "' has no option '" + option + "'", did_you_mean(option, known, help));
}

Error usage_error(CLI::App& app, const CLI::ParseError& error) {
  CLI::App& command = chosen(app);
  const std::string shown = name_of(command);
  const std::string help = "'" + shown + " --help' shows what it takes";
  const bool extra = dynamic_cast<const CLI::ExtrasError*>(&error);
  if (extra || dynamic_cast<const CLI::RequiredError*>(&error))
    if (const auto option = find_unknown_option(app)) return unknown_option(*option, command, help);
  if (extra) {
    const auto rest = app.remaining(true);
    return Error("'" + shown + "' takes no argument '" + (rest.empty() ? std::string() : rest.front()) + "'", help);
  }
  if (const auto names = names_below(command); !names.empty())
    return Error("'" + shown + "' needs one of its commands", joined(names, shown));
  return Error(error.what(), help);
}

int parse_and_run(const std::vector<std::string>& arguments, const Environment& environment,
                  const std::vector<Command>& commands) {
  Program program(commands);
  CLI::App& app = program.app;
  require_known_command(app, arguments, 0, "");
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend())); // CLI11 reads from the back
  } catch (const CLI::CallForVersion& call) {
    environment.out << call.what() << '\n';
    return exit_done;
  } catch (const CLI::Success&) { // --help
    environment.out << chosen(app).help();
    return exit_done;
  } catch (const CLI::ParseError& error) {
    throw usage_error(app, error);
  }
  for (auto& [command, run_it] : program.runs)
    if (command->parsed()) return run_it(environment);
  environment.out << app.help();
  return exit_refused;
}

} // namespace

int run(const std::vector<std::string>& arguments, const Environment& environment,
        const std::vector<Command>& commands) {
  try {
    const int code = parse_and_run(arguments, environment, commands);
    environment.out.flush();
    if (!environment.out) throw Error("cannot write to standard output", "is the disk full, or was the reader closed?");
    return code;
  } catch (const Error& error) {
    print(error, environment.err);
  } catch (const std::bad_alloc&) {
    print(Error("out of memory"), environment.err);
  } catch (const std::exception& error) {
    print(Error(error.what()), environment.err);
  }
  return exit_refused;
}

int run(const std::vector<std::string>& arguments, const Environment& environment) {
  return run(arguments, environment, all_commands());
}

} // namespace stemma::cli
