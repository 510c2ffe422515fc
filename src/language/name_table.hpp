#pragma once
// Tags, labels, features: strings of a model with small numbers.

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace stemma::language {

using NameId = std::uint16_t; // 0: the empty string

class NameTable {
public:
  NameTable() { add(""); }
  NameTable(const NameTable&) = delete; // the map's keys point into the deque
  NameTable& operator=(const NameTable&) = delete;

  // The number of the name, a new one if it is new. Throws stemma::Error when there are more than 65,535.
  NameId add(std::string_view name);
  std::string_view operator[](NameId id) const { return names_[id]; }
  std::size_t size() const { return names_.size(); }

private:
  std::deque<std::string> names_;
  std::unordered_map<std::string_view, NameId> ids_;
};

} // namespace stemma::language
