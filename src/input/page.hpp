#pragma once
// A page of the web as a text that can be read.

#include "model/diagnostic.hpp"
#include "text/prepared_text.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace stemma::input {

struct Page {
  // UTF-8: the title, then what the page tells, a paragraph a line, blank lines between them. Empty: it tells nothing,
  // or cannot be read, which is a diagnostic of severity error then.
  std::string text;
  text::KnownHeader known; // what its head says: JSON-LD, Open Graph, meta tags, microdata, <time>
  std::string url;         // the canonical one, absolute, fit for an IRI; empty: it names none
  std::vector<Diagnostic> diagnostics;
};

// `charset`: what its transport says ("text/html; charset=…"); empty: nothing. Never throws for what the bytes hold.
// Codes: text.* (text/prepared_text.hpp); html.too-large, html.tangled (errors); html.no-text, html.deep (warnings).
Page read_page(std::string_view bytes, std::string_view charset, const std::string& path);

} // namespace stemma::input
