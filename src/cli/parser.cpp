#include "cli/parser.hpp"

namespace stemma::cli {

namespace {

// An empty value is nearly always a variable that was not set: taking the default for it would hide that.
void refuse_empty_values(CLI::App& command) {
  const CLI::Validator not_empty([](std::string& value) { return value.empty() ? "its value is empty" : ""; }, "");
  for (CLI::Option* option : command.get_options())
    if (option->get_items_expected_max() > 0) option->check(not_empty);
}

} // namespace

Parser::Parser(const std::vector<Command>& commands)
    : app("Stemma: news reports to a knowledge graph that can be defended", "stemma") {
  app.set_version_flag("--version", "stemma " + std::string(version()));
  app.set_help_flag("-h,--help", "what this command does, with examples");
  app.require_subcommand(0, 1);
  app.footer("\n'stemma COMMAND --help' shows the options of a command and examples.\n"
             "Exit code: 0 done; 1 finished, but the answer is no (some documents failed, a check did not\n"
             "pass); 2 could not run.\n");
  for (const Command& command : commands) add(command);
}

void Parser::add(const Command& command) {
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
  if (own->get_group().empty()) return; // what the program calls itself: no file of options, any words
  own->add_option(
         "--config", [](const CLI::results_t&) { return true; }, // read before the command line: cli/configuration.hpp
         "file of options, or none (else $STEMMA_CONFIG, else ~/.config/stemma/config.toml)")
      ->option_text("FILE|none")
      ->expected(1);
  refuse_empty_values(*own);
}

CLI::App* Parser::group(const std::string& name) {
  if (CLI::App* known = find_command(app, name)) return known;
  CLI::App* made = app.add_subcommand(name, "Commands: stemma " + name + " --help");
  made->set_help_flag("-h,--help", "this text");
  made->require_subcommand(1, 1);
  return made;
}

CLI::App* find_command(CLI::App& app, const std::string& name) {
  for (CLI::App* command : app.get_subcommands([](CLI::App*) { return true; }))
    if (command->get_name() == name) return command;
  return nullptr;
}

std::vector<std::string> names_below(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(command->get_name());
  return names;
}

std::string name_of(const CLI::App& command) {
  const CLI::App* above = command.get_parent();
  return above ? name_of(*above) + " " + command.get_name() : "stemma";
}

std::pair<CLI::App*, std::size_t> command_named_by(CLI::App& app, const std::vector<std::string>& words) {
  CLI::App* current = &app;
  std::size_t used = 0;
  while (used < words.size()) {
    CLI::App* next = find_command(*current, words[used]);
    if (!next) break;
    current = next;
    ++used;
  }
  return {current, used};
}

} // namespace stemma::cli
