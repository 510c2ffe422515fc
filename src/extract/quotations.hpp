#pragma once

#include "extract/scene.hpp"

namespace stemma::extract {

// Words between quotation marks. A quotation that runs over several paragraphs, each of them opened by a mark, is one
// for each paragraph.
struct Quotation {
  TokenIndex first = 0, last = 0; // [first, last), without the marks
  bool continues = false;         // the next one goes on with it: no mark closed it
};

// By place; they do not overlap.
std::vector<Quotation> find_quotations(const Scene& scene);

// Does a line of the text start with this token?
bool starts_line(const Scene& scene, TokenIndex t);

} // namespace stemma::extract
