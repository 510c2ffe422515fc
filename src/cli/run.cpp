#include "cli/colour.hpp"
#include "cli/command.hpp"
#include "cli/configuration.hpp"
#include "cli/parser.hpp"
#include "cli/printable.hpp"
#include "cli/suggestion.hpp"
#include "model/error.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <ostream>

namespace stemma::cli {

std::string_view version() { return STEMMA_VERSION; }

namespace {

void print(const Error& error, const Environment& environment) {
  std::ostream& err = environment.err;
  const Colours colours = colours_of_messages(environment);
  const Place& place = error.place();
  if (!place.file.empty()) {
    err << printable(place.file) << ':';
    if (place.line) err << place.line << ':';
    if (place.line && place.column) err << place.column << ':';
    err << ' ';
  } else {
    err << "stemma: ";
  }
  err << colours.error << "error:" << colours.plain << ' ' << printable(error.what()) << '\n';
  if (!error.hint().empty()) err << colours.hint << "hint:" << colours.plain << ' ' << printable(error.hint()) << '\n';
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

// A value that stands in the configuration file is told with its line.
Error usage_error(CLI::App& app, const CLI::ParseError& error, const Configured& configured) {
  const std::string told = error.what();
  for (auto taken = configured.taken.rbegin(); taken != configured.taken.rend(); ++taken)
    if (told.find(taken->first) != std::string::npos)
      return Error(told, "'" + name_of(chosen(app)) + " --help' shows what it takes", taken->second);
  return usage_error(app, error);
}

// What is wrong with the file is one of the things that 'stemma doctor' tells: it runs without.
Configured configure(const std::vector<std::string>& given, Parser& parser, const Environment& environment) {
  try {
    return with_configuration(given, parser, environment);
  } catch (const Error&) {
    if (given.front() != "doctor") throw;
    return {given, {}};
  }
}

int parse_and_run(const std::vector<std::string>& given, const Environment& environment,
                  const std::vector<Command>& commands) {
  Parser parser(commands);
  CLI::App& app = parser.app;
  require_known_command(app, given, 0, "");
  const Configured configured = configure(given, parser, environment);
  const std::vector<std::string>& arguments = configured.arguments;
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend())); // CLI11 reads from the back
  } catch (const CLI::CallForVersion& call) {
    environment.out << call.what() << '\n';
    return exit_done;
  } catch (const CLI::Success&) { // --help
    environment.out << chosen(app).help();
    return exit_done;
  } catch (const CLI::ParseError& error) {
    throw usage_error(app, error, configured);
  }
  for (auto& [command, run_it] : parser.runs)
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
    print(error, environment);
  } catch (const std::bad_alloc&) {
    print(Error("out of memory"), environment);
  } catch (const std::exception& error) {
    print(Error(error.what()), environment);
  }
  return exit_refused;
}

int run(const std::vector<std::string>& arguments, const Environment& environment) {
  return run(arguments, environment, all_commands());
}

} // namespace stemma::cli
