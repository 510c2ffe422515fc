#include "pack/frame.hpp"

#include <charconv>

namespace stemma::pack {

namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> out;
  while (true) {
    const auto at = text.find(separator);
    const auto part = trimmed(text.substr(0, at));
    if (!part.empty()) out.emplace_back(part);
    if (at == std::string_view::npos) return out;
    text.remove_prefix(at + 1);
  }
}

} // namespace

Fill parse_fill(std::string_view text) {
  const auto arrow = text.find("<-");
  const auto colon = text.rfind(" : ");
  if (arrow == std::string_view::npos || colon == std::string_view::npos || colon < arrow)
    throw Error("'" + std::string(text) + "' is no way to fill a role",
                "write it as \"role <- position, position : class\"");
  Fill fill;
  fill.role = trimmed(text.substr(0, arrow));
  fill.positions = split(text.substr(arrow + 2, colon - arrow - 2), ',');
  fill.admits = split(text.substr(colon + 3), '+');
  if (fill.role.empty() || fill.positions.empty() || fill.admits.empty())
    throw Error("'" + std::string(text) + "' names no role, no position or no class",
                "write it as \"role <- position, position : class\"");
  return fill;
}

Requirement parse_requirement(std::string_view text) {
  Requirement requirement;
  for (const auto& part : split(text, '|')) {
    const auto star = part.find('*');
    unsigned count = 1;
    if (star != std::string::npos) {
      const auto digits = std::string_view(part).substr(star + 1);
      const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
      if (error != std::errc{} || end != digits.data() + digits.size() || count == 0)
        throw Error("'" + part + "' does not say how often the role must be filled", "write it as \"role*2\"");
    }
    requirement.any_of.emplace_back(part.substr(0, star), count);
  }
  if (requirement.any_of.empty()) throw Error("an empty requirement", "name a role, or several as \"one|other\"");
  return requirement;
}

FrameExample parse_example(std::string_view text) {
  FrameExample example;
  const auto arrow = text.find("=>");
  example.sentence = trimmed(text.substr(0, arrow));
  if (arrow != std::string_view::npos) example.facts = split(text.substr(arrow + 2), ';');
  return example;
}

} // namespace stemma::pack
