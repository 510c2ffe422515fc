#include "cli/command_page.hpp"

namespace stemma::cli {

namespace {

// CLI11 keeps a set of values as the description of its check: "{csv,json}".
std::vector<std::string> choices_in(const std::string& type) {
  std::vector<std::string> choices;
  const auto open = type.find('{');
  const auto close = type.find('}', open);
  if (open == type.npos || close == type.npos) return choices;
  for (std::size_t at = open + 1; at < close;) {
    const auto end = std::min(type.find(',', at), close);
    choices.push_back(type.substr(at, end - at));
    at = end + 1;
  }
  return choices;
}

std::string value_name(const CLI::Option& option, const std::vector<std::string>& choices) {
  if (option.get_positional() || option.get_items_expected_max() == 0) return "";
  std::string name = option.get_option_text();
  if (name.empty() && !choices.empty()) {
    for (const std::string& choice : choices) name += (name.empty() ? "" : "|") + choice;
    return name;
  }
  if (name.empty()) name = option.get_type_name().substr(0, option.get_type_name().find(':'));
  return name.substr(0, name.find(' '));
}

OptionPage page_of(const CLI::Option& option) {
  OptionPage page;
  page.positional = option.get_positional() && option.get_lnames().empty() && option.get_snames().empty();
  if (page.positional) page.names.push_back(option.get_name(true));
  for (const std::string& name : option.get_snames()) page.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) page.names.push_back("--" + name);
  page.required = option.get_required();
  page.repeated = option.get_expected_max() > 1;
  page.choices = choices_in(option.get_type_name());
  page.value = value_name(option, page.choices);
  page.delimiter = option.get_delimiter();
  page.text = option.get_description();
  return page;
}

} // namespace

std::vector<CommandPage> command_pages(const std::vector<Command>& commands) {
  const Parser parser(commands);
  std::vector<CommandPage> pages;
  for (std::size_t i = 0; i < commands.size(); ++i) {
    const CLI::App& app = *parser.runs[i].first;
    if (app.get_group().empty()) continue;
    CommandPage page{
        std::string(commands[i].name), std::string(commands[i].summary), std::string(commands[i].examples), {}};
    for (const CLI::Option* option : app.get_options()) page.options.push_back(page_of(*option));
    pages.push_back(std::move(page));
  }
  return pages;
}

} // namespace stemma::cli
