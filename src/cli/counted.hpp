#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace stemma::cli {

// "1 document", "2 documents"; "1 entity", "2 entities" with the plural given.
inline std::string counted(std::uint64_t number, std::string_view one, std::string_view many = {}) {
  const std::string shown = std::to_string(number) + " ";
  if (number == 1) return shown + std::string(one);
  return shown + (many.empty() ? std::string(one) + "s" : std::string(many));
}

} // namespace stemma::cli
