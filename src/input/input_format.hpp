#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stemma::input {

enum class InputFormat : std::uint8_t {
  by_name, // what the name of each file says, else what its beginning looks like; of a folder texts and pages
  text,    // one document each (of a folder .txt and .md)
  html,    // a page each (.html and .htm)
  ndjson   // lines {"id","title","date","publisher","text"}, one document each (.ndjson and .jsonl)
};

// "html"; by_name: the word is empty or none of a format.
InputFormat parse_format(std::string_view word);

// How the names of files of this format end, in lower case.
const std::vector<std::string>& endings_of(InputFormat format);

// By the ending of its name, in any case; by_name: it says nothing.
InputFormat format_by_name(std::string_view name);

// Begins as a page does: "<!doctype html", "<html".
bool looks_like_page(std::string_view bytes);

} // namespace stemma::input
