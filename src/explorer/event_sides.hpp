#pragma once
// Which roles are the two sides of a type of events: the domain pack says so.

#include <filesystem>
#include <map>
#include <string>

namespace stemma::explorer {

struct Sides {
  std::string first, second; // IRIs of roles: who supplies, who receives; empty: there is none
  bool entered = false;      // its events are entries of a register: tables begin with them
};

// By the IRI of the class of events.
using EventSides = std::map<std::string, Sides>;

// `installed` is the program's own pack, for what `pack` imports. Throws Error for a pack that cannot be read.
EventSides read_event_sides(const std::filesystem::path& pack, const std::filesystem::path& installed);

} // namespace stemma::explorer
