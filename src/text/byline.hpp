#pragma once
// Who wrote it, by the shape of the line.

#include <string>
#include <string_view>
#include <vector>

namespace stemma::text {

// A capitalised row of two to five words that does not name a body: "Lisa Mariella Löw", "Brendan O'Brien".
bool is_person_name(std::string_view text);

struct Byline {
  bool found = false;
  std::vector<std::string> authors; // may be empty: "By our science correspondent"
  std::string place;                // "By Jane Doe in Paris"; empty: none
};

// A whole line: "By Jane Doe and John Roe", "From: Jane Doe", "Text: Jane Doe, John Roe", "BY JANE DOE | NEWS".
Byline parse_byline(std::string_view line);

// "Jane Doe, John Roe and Ann Poe"; stops at what is no name.
std::vector<std::string> parse_authors(std::string_view text);

} // namespace stemma::text
