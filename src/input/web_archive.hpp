#pragma once

#include "model/diagnostic.hpp"
#include "model/record.hpp"

#include <istream>
#include <optional>
#include <string>
#include <vector>

namespace stemma::input {

// A page or a text as a server gave it.
struct WebResponse {
  std::string url;
  Date retrieved;      // empty: not said
  bool is_page = true; // else plain text
  std::string charset; // as the server named it; empty: it did not
  std::string body;    // without transfer and content encodings
};

// The records of a WARC file (ISO 28500) that are answers of a server with status 200 and a page or plain text; all
// others are passed over. The file's own compression is not looked at here.
class WebArchive {
public:
  WebArchive(std::istream& in, std::string path); // `in` outlives this

  // Empty: the file is at its end. Throws Error for a record that cannot be read; the next call goes on behind it,
  // where its end is not known at the next line that begins as a record does.
  std::optional<WebResponse> next();

private:
  struct Header;
  std::optional<Header> read_header();
  std::optional<std::string> read_line();
  bool find_record(); // moves to the next line that begins as a record does; false: there is none
  void skip(std::uint64_t bytes);
  std::string read_block(const Header& header);
  std::optional<WebResponse> parse_one(const std::string& http, const std::string& url) const;

  std::istream& in_;
  std::string path_;
  std::string found_; // the beginning of a line that was read already
  bool lost_ = false; // there is no further record
};

// A server's answer, from its status line on. Empty: it has another status, or is neither page nor text.
std::optional<WebResponse> parse_response(std::string_view http, const std::string& url);

} // namespace stemma::input
