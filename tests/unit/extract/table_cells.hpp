#pragma once

#include <sstream>
#include <string>
#include <vector>

// The parts of a line between the separators: cells of a table, words of a text.
inline std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, separator);) parts.push_back(part);
  return parts;
}
