#include "input/web_archive.hpp"

#include "input/ascii.hpp"
#include "input/page_charset.hpp"
#include "input/unpacking.hpp"
#include "model/date.hpp"
#include "model/error.hpp"
#include "model/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

namespace stemma::input {

namespace {

constexpr std::size_t longest_line = std::size_t{1} << 20;
constexpr std::uint64_t longest_record = std::uint64_t{64} << 20;

using Fields = std::map<std::string, std::string>;

// "Name: value", the name in lower case; of two with one name the first.
void add_field(std::string_view line, Fields& fields) {
  const std::size_t colon = line.find(':');
  if (colon != std::string_view::npos)
    fields.try_emplace(lowered(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
}

std::string field(const Fields& fields, const char* name) {
  const auto found = fields.find(name);
  return found == fields.end() ? std::string() : found->second;
}

// Up to behind the next line break; the line without it.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// The body of RFC 9112, section 7.1. Absent: it is no such body; many archives keep the header and join the chunks.
std::optional<std::string> join_chunks(std::string_view body) {
  std::string joined;
  for (;;) {
    const std::string_view line = take_line(body);
    const std::string_view digits = trimmed(line.substr(0, line.find(';')));
    std::uint64_t size = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), size, 16);
    if (digits.empty() || read.ptr != digits.data() + digits.size() || read.ec != std::errc()) return std::nullopt;
    if (size == 0) return joined;
    if (size > body.size()) return std::nullopt;
    joined += body.substr(0, size);
    body.remove_prefix(size);
    if (!take_line(body).empty()) return std::nullopt;
  }
}

std::string without_encodings(std::string_view body, const Fields& fields, const std::string& url) {
  std::string plain(body);
  if (lowered(field(fields, "transfer-encoding")).find("chunked") != std::string::npos)
    if (auto joined = join_chunks(body)) plain = std::move(*joined);
  const std::string encoding = lowered(field(fields, "content-encoding"));
  if (encoding.empty() || encoding == "identity") return plain;
  if (is_packed(plain)) return unpack(plain, url);
  if (encoding.find("gzip") != std::string::npos) return plain; // some archives unpack and keep the header
  throw Error("its content encoding is not known: " + encoding, "gzip and zstd are read", {url, 0, 0});
}

} // namespace

std::optional<WebResponse> parse_response(std::string_view http, const std::string& url) {
  const std::string_view status = take_line(http);
  const std::size_t code = status.find(' ');
  if (!status.starts_with("HTTP/") || code == std::string_view::npos ||
      !trimmed(status.substr(code)).starts_with("200"))
    return std::nullopt;
  Fields fields;
  for (std::string_view line = take_line(http); !line.empty(); line = take_line(http)) add_field(line, fields);
  WebResponse response;
  response.url = url;
  const std::string type = lowered(field(fields, "content-type"));
  response.is_page = type.starts_with("text/html") || type.starts_with("application/xhtml+xml");
  if (!response.is_page && !type.starts_with("text/plain")) return std::nullopt;
  response.charset = charset_in(type);
  response.body = without_encodings(http, fields, url);
  return response;
}

struct WebArchive::Header {
  Fields fields;
  std::uint64_t length = 0;
};

WebArchive::WebArchive(std::istream& in, std::string path) : in_(in), path_(std::move(path)) {}

std::optional<std::string> WebArchive::read_line() {
  std::string line = std::exchange(found_, {});
  for (int c = in_.get(); c != std::istream::traits_type::eof(); c = in_.get()) {
    if (c == '\n') {
      if (line.ends_with('\r')) line.pop_back();
      return line;
    }
    line += static_cast<char>(c);
    if (line.size() > longest_line) break;
  }
  return line.empty() ? std::nullopt : std::optional(std::move(line));
}

std::optional<WebArchive::Header> WebArchive::read_header() {
  constexpr const char* hint = "is it a WARC file, and whole?";
  std::optional<std::string> line = read_line();
  while (line && line->empty()) line = read_line(); // two line breaks stand behind each record
  if (!line) return std::nullopt;
  lost_ = true;
  if (!line->starts_with("WARC/")) {
    lost_ = !find_record();
    throw Error("no record of a web archive stands here", hint, {path_, 0, 0});
  }
  Header header;
  for (line = read_line(); line && !line->empty(); line = read_line()) add_field(*line, header.fields);
  if (!line) throw Error("the last record is cut off", "is the file whole?", {path_, 0, 0});
  const std::string length = field(header.fields, "content-length");
  const auto read = std::from_chars(length.data(), length.data() + length.size(), header.length);
  if (length.empty() || read.ec != std::errc() || read.ptr != length.data() + length.size()) {
    lost_ = !find_record();
    throw Error("a record of a web archive does not say how long it is", hint, {path_, 0, 0});
  }
  lost_ = false;
  return header;
}

// What is passed over may hold pages with lines of any length, or none at all.
bool WebArchive::find_record() {
  constexpr std::string_view beginning = "WARC/1.";
  std::size_t matched = 0;
  bool line_begins = true;
  for (int c = in_.get(); c != std::istream::traits_type::eof(); c = in_.get()) {
    const bool fits = line_begins && c == beginning[matched];
    matched = fits ? matched + 1 : 0;
    line_begins = fits || c == '\n';
    if (matched < beginning.size()) continue;
    found_ = beginning;
    return true;
  }
  return false;
}

void WebArchive::skip(std::uint64_t bytes) {
  constexpr std::uint64_t step = std::uint64_t{1} << 30;
  for (; bytes > 0 && in_.good(); bytes -= std::min(step, bytes))
    in_.ignore(static_cast<std::streamsize>(std::min(step, bytes)));
}

std::string WebArchive::read_block(const Header& header) {
  std::string block;
  block.resize(header.length);
  in_.read(block.data(), static_cast<std::streamsize>(block.size()));
  if (static_cast<std::uint64_t>(in_.gcount()) == header.length) return block;
  lost_ = true;
  throw Error("the last record is cut off", "is the file whole?", {path_, 0, 0});
}

std::optional<WebResponse> WebArchive::parse_one(const std::string& http, const std::string& url) const {
  try {
    return parse_response(http, url);
  } catch (const Error& error) {
    throw Error(error.what(), error.hint(), {path_ + "#" + url, 0, 0});
  }
}

std::optional<WebResponse> WebArchive::next() {
  while (!lost_) {
    const std::optional<Header> header = read_header();
    if (!header) return std::nullopt;
    std::string url = field(header->fields, "warc-target-uri");
    if (url.starts_with('<') && url.ends_with('>')) url = url.substr(1, url.size() - 2); // as WARC 1.0 writes it
    url = escape_invalid_utf8(url);
    if (lowered(field(header->fields, "warc-type")) != "response" ||
        !lowered(field(header->fields, "content-type")).starts_with("application/http")) {
      skip(header->length);
      continue;
    }
    if (header->length > longest_record) {
      skip(header->length);
      throw Error("longer than 64 MiB", "is it one page?", {path_ + "#" + url, 0, 0});
    }
    const std::string block = read_block(*header);
    std::optional<WebResponse> response = parse_one(block, url);
    if (!response) continue;
    const std::string date = field(header->fields, "warc-date").substr(0, 10);
    if (is_date(date)) response->retrieved = date;
    return response;
  }
  return std::nullopt;
}

} // namespace stemma::input
