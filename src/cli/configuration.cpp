#include "cli/configuration.hpp"

#include "cli/suggestion.hpp"
#include "model/error.hpp"

#include <algorithm>
#include <fstream>
#include <string_view>

namespace stemma::cli {

namespace {

namespace fs = std::filesystem;

struct Setting {
  std::string command; // empty: of every command that has it
  std::string name;    // without the dashes
  std::string value;
  Place place;
};

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  return first == text.npos ? std::string_view() : text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

// The value with its quotes taken off, and without a comment behind it.
std::string value_of(std::string_view text, const Place& place) {
  if (text.empty() || text[0] != '"') return std::string(trimmed(text.substr(0, text.find(" #"))));
  std::string value;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] == '"') {
      const auto rest = trimmed(text.substr(i + 1));
      if (!rest.empty() && rest[0] != '#') throw Error("something stands behind the closing quote", "", place);
      return value;
    }
    if (text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '"' || text[i + 1] == '\\')) ++i;
    value += text[i];
  }
  throw Error("the closing quote is missing", "", place);
}

std::vector<Setting> read_settings(const fs::path& file) {
  std::ifstream in(file);
  std::error_code ignored;
  if (!in || fs::is_directory(file, ignored))
    throw Error("cannot be read", "is it a file, and yours?", {file.string()});
  std::vector<Setting> settings;
  std::string line, command;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    const Place place{file.string(), number, 0};
    const auto text = trimmed(line);
    if (text.empty() || text[0] == '#') continue;
    if (text[0] == '[') {
      const auto end = text.find(']');
      const auto rest = end == text.npos ? std::string_view("?") : trimmed(text.substr(end + 1));
      if (!rest.empty() && rest[0] != '#') throw Error("a command's name stands alone in brackets", "[build]", place);
      command = trimmed(text.substr(1, end - 1));
      settings.push_back({command, "", "", place});
      continue;
    }
    const auto sign = text.find('=');
    if (sign == text.npos || sign == 0)
      throw Error("is neither 'option = value' nor '[command]'", "a comment begins with '#'", place);
    settings.push_back(
        {command, std::string(trimmed(text.substr(0, sign))), value_of(trimmed(text.substr(sign + 1)), place), place});
  }
  return settings;
}

bool has_long_name(const CLI::Option& option, const std::string& name) {
  const auto& names = option.get_lnames();
  return std::find(names.begin(), names.end(), name) != names.end();
}

const CLI::Option* find_option(const CLI::App& command, const std::string& name) {
  for (const CLI::Option* option : command.get_options())
    if (has_long_name(*option, name) && name != "help" && name != "config") return option;
  return nullptr;
}

std::vector<std::string> option_names(const std::vector<const CLI::App*>& commands) {
  std::vector<std::string> names;
  for (const CLI::App* command : commands)
    for (const CLI::Option* option : command->get_options())
      for (const std::string& name : option->get_lnames())
        if (name != "help" && name != "config") names.push_back(name);
  return names;
}

// "pack check" for the app of that command
std::string own_name(const CLI::App& command) { return name_of(command).substr(std::string_view("stemma ").size()); }

Error unknown(const std::string& what, const std::string& typed, const std::vector<std::string>& known,
              const Place& place) {
  const auto near = find_suggestion(typed, known);
  return Error(what, near ? "did you mean '" + *near + "'?" : "", place);
}

// Every line is held against the commands there are, whichever of them runs: a mistake shows at once.
void require_known(const std::vector<Setting>& settings, const Parser& parser) {
  std::vector<const CLI::App*> all;
  std::vector<std::string> names;
  for (const auto& [command, run] : parser.runs)
    if (!command->get_group().empty()) {
      all.push_back(command);
      names.push_back(own_name(*command));
    }
  for (const Setting& setting : settings) {
    std::vector<const CLI::App*> meant = all;
    if (!setting.command.empty()) {
      const auto at = std::find(names.begin(), names.end(), setting.command);
      if (at == names.end())
        throw unknown("there is no command '" + setting.command + "'", setting.command, names, setting.place);
      meant = {all[static_cast<std::size_t>(at - names.begin())]};
    }
    if (!setting.name.empty() &&
        std::none_of(meant.begin(), meant.end(), [&](auto* command) { return find_option(*command, setting.name); }))
      throw unknown((setting.command.empty() ? "no command has" : "'stemma " + setting.command + "' has no") +
                        std::string(setting.command.empty() ? " an option '--" : " option '--") + setting.name + "'",
                    setting.name, option_names(meant), setting.place);
  }
}

// Whether the arguments name the option themselves: "--jobs 4", "--jobs=4", "-j4".
bool is_given(const CLI::Option& option, const std::vector<std::string>& arguments) {
  return std::any_of(arguments.begin(), arguments.end(), [&](const std::string& argument) {
    if (argument.starts_with("--")) return has_long_name(option, argument.substr(2, argument.find('=') - 2));
    const auto& shorts = option.get_snames();
    return argument.size() > 1 && argument[0] == '-' &&
           std::find(shorts.begin(), shorts.end(), argument.substr(1, 1)) != shorts.end();
  });
}

std::string argument_for(const Setting& setting, const CLI::Option& option) {
  if (option.get_items_expected_max() > 0) {
    if (setting.value.empty()) throw Error("the value is missing", "", setting.place);
    return "--" + setting.name + "=" + setting.value;
  }
  if (setting.value != "true" && setting.value != "false")
    throw Error("'" + setting.name + "' is a flag: true or false, not '" + setting.value + "'", "", setting.place);
  return setting.value == "true" ? "--" + setting.name : "";
}

std::string named_file(const std::vector<std::string>& arguments) {
  std::string named;
  for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    if (arguments[i].starts_with("--config=")) named = arguments[i].substr(9);
    if (arguments[i] == "--config" && i + 1 < arguments.size()) named = arguments[i + 1];
  }
  return named;
}

} // namespace

std::optional<fs::path> find_configuration(const std::string& named, const Environment& environment) {
  std::string asked = named.empty() ? environment.variable("STEMMA_CONFIG").value_or("") : named;
  if (asked == "none") return std::nullopt;
  std::error_code ignored;
  if (!asked.empty()) {
    if (!fs::exists(asked, ignored)) throw Error("there is no such configuration file", "", {asked});
    return asked;
  }
  fs::path folder;
  if (const auto own = environment.variable("XDG_CONFIG_HOME"))
    folder = *own;
  else if (const auto home = environment.variable("HOME"))
    folder = fs::path(*home) / ".config";
  if (folder.empty() || !fs::exists(folder / "stemma" / "config.toml", ignored)) return std::nullopt;
  return folder / "stemma" / "config.toml";
}

Configured with_configuration(const std::vector<std::string>& arguments, Parser& parser,
                              const Environment& environment) {
  const auto [command, used] = command_named_by(parser.app, arguments);
  const auto asks_help = [](const std::string& word) { return word == "--help" || word == "-h"; };
  if (used == 0 || command->get_group().empty() || std::any_of(arguments.begin(), arguments.end(), asks_help))
    return {arguments, {}};
  const auto file = find_configuration(named_file(arguments), environment);
  if (!file) return {arguments, {}};
  const auto settings = read_settings(*file);
  require_known(settings, parser);
  Configured out{{arguments.begin(), arguments.begin() + static_cast<std::ptrdiff_t>(used)}, {}};
  const std::vector<std::string> given(arguments.begin() + static_cast<std::ptrdiff_t>(used), arguments.end());
  const std::string name = own_name(*command);
  for (const Setting& setting : settings) {
    if (setting.name.empty() || (!setting.command.empty() && setting.command != name)) continue;
    const CLI::Option* option = find_option(*command, setting.name);
    const bool said_closer = setting.command.empty() && std::any_of(settings.begin(), settings.end(), [&](auto& other) {
                               return other.command == name && other.name == setting.name;
                             });
    if (!option || said_closer || is_given(*option, given)) continue;
    if (const auto argument = argument_for(setting, *option); !argument.empty()) out.arguments.push_back(argument);
    out.taken.emplace_back(option->get_name(), setting.place);
  }
  out.arguments.insert(out.arguments.end(), given.begin(), given.end());
  return out;
}

} // namespace stemma::cli
