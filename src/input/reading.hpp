#pragma once

#include "model/diagnostic.hpp"
#include "text/prepared_text.hpp"

#include <string>
#include <vector>

namespace stemma::input {

// One document as it came in, before anything is made of its text.
struct Reading {
  std::string path;          // relative to the INPUT that named it; "file.ndjson#id", "news.zip/a/b.txt", "a.warc#URL"
  std::string field = {};    // the field that `bytes` are, "text" for NDJSON; empty: none
  std::string given_id = {}; // the "id" of a line or row; else empty
  std::string bytes = {};    // the file, or the UTF-8 of the unescaped field or of the text of a page
  std::string page_sha256 = {}; // of the page that `bytes` are the text of; empty: of none
  text::KnownHeader known = {}; // the line's other fields, what the page says of itself
  std::string url = {};         // where a page stands; empty: not known
  Date retrieved = {};          // when an archive of the web fetched it; empty: not known
  std::vector<Diagnostic> diagnostics = {};

  bool is_page() const { return !page_sha256.empty(); }
  text::InputForm form() const; // how text::prepare reads the bytes
};

// The bytes of a page as its text and what it says of itself (input/page.hpp).
Reading read_page_as_document(const std::string& bytes, const std::string& charset, const std::string& path);

} // namespace stemma::input
