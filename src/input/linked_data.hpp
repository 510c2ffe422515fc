#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stemma::input {

// What a page's JSON-LD says of the article it holds, as it stands there; empty: not said.
struct LinkedData {
  std::string headline, published, publisher, url;
  std::vector<std::string> authors;
};

// The first article in the texts of the page's <script type="application/ld+json">, alone, in a list or in a @graph;
// a publisher or an author that is named by its @id is looked up. What is no JSON is passed over.
LinkedData read_linked_data(const std::vector<std::string_view>& scripts);

} // namespace stemma::input
