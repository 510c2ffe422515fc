#pragma once
// What a text says of itself: fields, headline, byline, dateline, credits.

#include "text/prepared_text.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace stemma::text {

struct HeaderReading {
  Header header;
  std::vector<ByteSpan> left_out;  // fields, bylines, date lines: no words are cut there; in order
  std::vector<ByteSpan> furniture; // datelines, credits and copyright lines, in order
};

// Field lines at the very top: "date 2023-11-01 The title", "title: …", "date: …", "publisher: …", "by …",
// "author(s): …", also between two "---" lines. The first byte after them is `body`.
HeaderReading read_fields(std::string_view clean);

// Headline, bylines, date lines and the dateline above and at the start of the running text, credits at its end.
// Reads on from `reading.header.body`; what the fields say wins.
void read_head_and_tail(std::string_view clean, HeaderReading& reading);

} // namespace stemma::text
