#include "input/page_charset.hpp"

#include "input/ascii.hpp"

#include <map>

namespace stemma::input {

namespace {

constexpr std::size_t scanned = 1024; // HTML Standard, 13.2.3.2

// The attributes of a tag, from behind its name on; `place` is behind the tag afterwards.
std::map<std::string, std::string> read_attributes(std::string_view text, std::size_t& place) {
  std::map<std::string, std::string> attributes;
  const auto at_end = [&] { return place >= text.size() || text[place] == '>'; };
  while (!at_end()) {
    if (is_space(text[place]) || text[place] == '/') {
      ++place;
      continue;
    }
    std::string name, value;
    while (!at_end() && !is_space(text[place]) && text[place] != '=' && text[place] != '/')
      name += lowered(text[place++]);
    while (!at_end() && is_space(text[place])) ++place;
    if (!at_end() && text[place] == '=') {
      ++place;
      while (!at_end() && is_space(text[place])) ++place;
      const char quote = at_end() || (text[place] != '"' && text[place] != '\'') ? '\0' : text[place++];
      while (place < text.size() && (quote ? text[place] != quote : !is_space(text[place]) && text[place] != '>'))
        value += lowered(text[place++]);
      if (quote && place < text.size()) ++place;
    }
    if (name.empty() && !at_end()) ++place; // "=" where a name should stand
    attributes.try_emplace(std::move(name), std::move(value));
  }
  return attributes;
}

std::string charset_of(const std::map<std::string, std::string>& meta) {
  if (const auto named = meta.find("charset"); named != meta.end()) return named->second;
  const auto kind = meta.find("http-equiv"), content = meta.find("content");
  return kind != meta.end() && kind->second == "content-type" && content != meta.end() ? charset_in(content->second)
                                                                                       : std::string();
}

} // namespace

std::string charset_in(std::string_view content_type) {
  const std::string text = lowered(content_type);
  for (std::size_t found = text.find("charset"); found != std::string::npos; found = text.find("charset", found + 1)) {
    std::string_view rest = trimmed(std::string_view(text).substr(found + 7));
    if (!rest.starts_with('=')) continue;
    rest = trimmed(rest.substr(1));
    if (rest.empty()) return {};
    const bool quoted = rest.front() == '"' || rest.front() == '\'';
    const std::size_t end = quoted ? rest.find(rest.front(), 1) : rest.find_first_of("; \t\r\n\f");
    return std::string(rest.substr(quoted, end == std::string_view::npos ? end : end - quoted));
  }
  return {};
}

std::string find_named_charset(std::string_view bytes) {
  const std::string_view text = bytes.substr(0, scanned);
  for (std::size_t place = 0; (place = text.find('<', place)) != std::string_view::npos;) {
    const std::string_view rest = text.substr(place);
    if (rest.starts_with("<!--")) {
      const std::size_t end = text.find("-->", place + 2);
      if (end == std::string_view::npos) return {};
      place = end + 3;
    } else if (rest.size() > 5 && lowered(rest.substr(0, 5)) == "<meta" && (is_space(rest[5]) || rest[5] == '/')) {
      place += 5;
      if (const std::string charset = charset_of(read_attributes(text, place)); !charset.empty()) return charset;
    } else if (rest.size() > 2 && is_ascii_letter(rest[rest[1] == '/' ? 2 : 1])) {
      ++place;
      while (place < text.size() && !is_space(text[place]) && text[place] != '>') ++place;
      read_attributes(text, place);
    } else {
      ++place;
    }
  }
  return {};
}

} // namespace stemma::input
