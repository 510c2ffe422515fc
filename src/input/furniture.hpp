#pragma once

#include "input/page_tree.hpp"

#include <cstdint>

namespace stemma::input {

// What a part of a page is there for, by its tag, its role and the words of its class and id.
enum class Furniture : std::uint8_t {
  none,
  by_name,  // its class or id says that it is no text: a banner, links to share, related pages
  by_tag,   // its element or role says so: nav, aside, footer, figure, a dialog
  comments, // what readers wrote
};

Furniture furniture_of(const GumboNode* node);

} // namespace stemma::input
