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
  ndjson,  // lines {"id","title","date","publisher","text"}, one document each (.ndjson and .jsonl)
  csv,     // a table whose first row names its columns, one document a row (.csv)
  warc     // an archive of the web, one document an answer (.warc)
};

// "html"; by_name: the word is empty or none of a format.
InputFormat parse_format(std::string_view word);

// How the names of files of this format end, in lower case.
const std::vector<std::string>& endings_of(InputFormat format);

// The name without an ending that says how the file is compressed (".gz", ".zst").
std::string_view without_packing(std::string_view name);

// By the ending of its name, in any case and before that of its compression; by_name: it says nothing.
InputFormat format_by_name(std::string_view name);

// Would a file of this name be taken from a folder?
bool is_wanted(std::string_view name, InputFormat format);

// Begins as a page does: "<!doctype html", "<html".
bool looks_like_page(std::string_view bytes);

} // namespace stemma::input
