#include "language/write_json.hpp"

#include "language/code_points.hpp"

#include <fmt/format.h>

#include <iterator>

namespace stemma::language {

namespace {

// `text` may hold anything; what is no UTF-8 becomes U+FFFD.
void append_string(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const auto [value, length] = decode_code_point(text, at);
    if (value == U'"' || value == U'\\') {
      out += '\\';
      out += static_cast<char>(value);
    } else if (value < 0x20 || value == 0x7F || value == 0x2028 || value == 0x2029) {
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(value));
    } else if (length == 1 && value > 0x7F) {
      out += "\xEF\xBF\xBD";
    } else {
      out.append(text, at, length);
    }
    at += length;
  }
  out += '"';
}

void append_field(std::string& out, std::string_view key, std::string_view value) {
  out += ", \"";
  out += key;
  out += "\": ";
  append_string(out, value);
}

void append_token(std::string& out, std::string_view text, const Token& token) {
  out += "{\"text\": ";
  append_string(out, text.substr(token.bytes.start.value, token.bytes.length()));
  fmt::format_to(std::back_inserter(out), ", \"start\": {}, \"end\": {}", token.span.start.value, token.span.end.value);
  append_field(out, "tag", token.tag);
  append_field(out, "pos", token.pos);
  append_field(out, "morph", token.morph);
  append_field(out, "lemma", token.lemma);
  fmt::format_to(std::back_inserter(out), ", \"head\": {}", token.head);
  append_field(out, "dep", token.dep);
  fmt::format_to(std::back_inserter(out), ", \"sent_start\": {}, \"ent_iob\": \"{}\"", token.sent_start, token.ent_iob);
  append_field(out, "ent_type", token.ent_type);
  out += '}';
}

} // namespace

std::string write_json(std::string_view path, std::string_view text, const Analysis& analysis) {
  std::string out = "{\"path\": ";
  append_string(out, path);
  out += ", \"tokens\": [";
  for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
    if (i > 0) out += ", ";
    append_token(out, text, analysis.tokens[i]);
  }
  out += "]}\n";
  return out;
}

} // namespace stemma::language
