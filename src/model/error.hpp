#pragma once
// The one exception of the program: a run that cannot go on. `main` prints it as
// "file:line:column: error: message" and a hint on the next line, and exits with 2.

#include <cstdint>
#include <stdexcept>
#include <string>

namespace stemma {

struct Place {
  std::string file;         // empty: no file is to blame
  std::uint64_t line = 0;   // 1-based; 0: unknown
  std::uint64_t column = 0; // 1-based; 0: unknown
};

class Error : public std::runtime_error {
public:
  explicit Error(const std::string& message, std::string hint = {}, Place place = {})
      : std::runtime_error(message), hint_(std::move(hint)), place_(std::move(place)) {}
  const std::string& hint() const { return hint_; } // what the user can do about it; may be empty
  const Place& place() const { return place_; }

private:
  std::string hint_;
  Place place_;
};

} // namespace stemma
