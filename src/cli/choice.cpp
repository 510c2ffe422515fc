#include "cli/choice.hpp"

#include "cli/suggestion.hpp"
#include "model/error.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace stemma::cli {

namespace {

// "a, b or c"
std::string listed(const std::vector<std::string>& values) {
  std::string list;
  for (std::size_t i = 0; i < values.size(); ++i)
    list += (i == 0 ? "" : i + 1 < values.size() ? ", " : " or ") + values[i];
  return list;
}

std::string described(const std::vector<std::string>& values) {
  std::string list;
  for (const std::string& value : values) list += (list.empty() ? "{" : ",") + value;
  return list + "}";
}

} // namespace

CLI::Option* only_these(CLI::Option* option, std::vector<std::string> values) {
  const std::string name = option->get_name();
  const std::string description = described(values); // as CLI11 shows a set of values
  const auto refuse_others = [name, values = std::move(values)](const std::string& typed) {
    // That an empty one is no value is told for every option in the same words.
    if (typed.empty() || std::find(values.begin(), values.end(), typed) != values.end()) return std::string();
    const auto near = find_suggestion(typed, values);
    throw Error(name + " takes no '" + typed + "'",
                (near ? "did you mean '" + *near + "'? " : "") + std::string("it takes ") + listed(values));
  };
  return option->check(CLI::Validator(refuse_others, description));
}

} // namespace stemma::cli
