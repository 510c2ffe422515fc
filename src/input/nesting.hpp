#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace stemma::input {

// The HTML with tags that would nest too deep written as spaces; `removed` counts them. What the parser does for a tag
// grows with the number of elements that are open around it, so that a page of tags alone would cost the square of its
// length; browsers stop at a depth as well.
std::string limit_nesting(std::string_view html, std::size_t& removed);

} // namespace stemma::input
