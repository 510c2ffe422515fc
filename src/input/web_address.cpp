#include "input/web_address.hpp"

#include "input/ascii.hpp"

#include <algorithm>

namespace stemma::input {

bool is_web_address(std::string_view text) {
  const std::string start = lowered(text.substr(0, 8));
  return (start.starts_with("http://") || start.starts_with("https://")) &&
         std::none_of(text.begin(), text.end(), [](char c) {
           return static_cast<unsigned char>(c) <= ' ' ||
                  std::string_view("<>\"{}|^`\\\x7f").find(c) != std::string_view::npos;
         });
}

} // namespace stemma::input
