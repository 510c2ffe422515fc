#pragma once

#include "input/page_tree.hpp"

#include <string>

namespace stemma::input {

// What a page tells, without what stands around it: paragraphs, headings and lists, blank lines between them. Where the
// page's own marks (articleBody, article, main) hold half of its prose they are believed; else the smallest part is
// taken that holds nearly all of it. Inside, what is marked as navigation, captions, comments and the like goes, then
// what is mostly links, and short lines that are no sentence. `title`: is left out where it stands again.
std::string find_content(const PageTree& tree, const std::string& title);

} // namespace stemma::input
