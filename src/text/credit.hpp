#pragma once
// Credits at the end of a text: agencies, authors, publisher.

#include <string>
#include <string_view>
#include <vector>

namespace stemma::text {

struct Credit {
  bool found = false;
  std::string_view part;            // of the line: what is nothing but credit
  std::string wire;                 // "(Reuters)", "With AFP", "AAP" on a line of its own
  std::vector<std::string> authors; // "(Jane Doe)" at the end, "Jane Doe jane@paper.example"
  std::string publisher;            // "© 2023 Vistula Post."
};

// One of the last lines of a text.
Credit parse_credit(std::string_view line);

// A capital acronym on a line of its own ("AFP"); empty: it is not.
std::string parse_wire_line(std::string_view line);

} // namespace stemma::text
