#pragma once

#include "input/page_tree.hpp"
#include "text/prepared_text.hpp"

#include <string>

namespace stemma::input {

struct PageFacts {
  text::KnownHeader known;
  std::string url; // canonical, "http…"; empty: none is named
};

// What a page says of itself. Each fact from the first of these that has it: JSON-LD of an article, Open Graph and meta
// tags, microdata and <time>, what stands in the page (headline, byline). A date that is none is passed over; of a time
// of day and its zone the date is taken as it is written.
PageFacts read_facts(const PageTree& tree);

} // namespace stemma::input
