#include "rdf/iri_shortener.hpp"

#include "model/error.hpp"
#include "rdf/iri.hpp"

#include <algorithm>

namespace stemma::rdf {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name_character(char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '-'; }

// The common part of PN_PREFIX of Turtle and what every reader takes.
bool is_prefix_name(std::string_view name) {
  if (name.empty()) return true;
  return is_letter(name.front()) && std::all_of(name.begin(), name.end(), is_name_character);
}

// The part of PN_LOCAL that needs no escapes. A '.' may stand inside but not at the end.
bool is_local_name(std::string_view name) {
  if (name.empty() || name.front() == '-' || name.front() == '.' || name.back() == '.') return false;
  return std::all_of(name.begin(), name.end(), [](char c) { return is_name_character(c) || c == '.'; });
}

// A path that resolves to base + path, whatever the reader's idea of dot segments is.
bool is_plain_path(std::string_view path) {
  if (path.empty() || path.front() == '/' || path.front() == '.') return false;
  if (path.find("/.") != std::string_view::npos || path.find("//") != std::string_view::npos) return false;
  return std::all_of(path.begin(), path.end(), [](char c) { return is_name_character(c) || c == '.' || c == '/'; });
}

// Where the namespace of an IRI ends: behind its last '/', '#' or ':'.
std::size_t namespace_length(std::string_view iri) {
  std::size_t length = iri.size();
  while (length > 0 && iri[length - 1] != '/' && iri[length - 1] != '#' && iri[length - 1] != ':') --length;
  return length;
}

} // namespace

void IriShortener::set_prefix(const Prefix& prefix) {
  if (!is_prefix_name(prefix.name)) throw Error("not a prefix: '" + std::string(prefix.name) + "'");
  const char* fault = find_iri_fault(prefix.iri);
  if (fault == nullptr && std::string_view("/#:").find(prefix.iri.back()) == std::string_view::npos)
    fault = "does not end in '/', '#' or ':'";
  if (fault != nullptr) throw Error("not a namespace for the prefix '" + std::string(prefix.name) + "': " + fault);
  // A name that moves to another namespace no longer stands for the old one.
  std::erase_if(name_of_, [&](const auto& entry) { return entry.second == prefix.name; });
  name_of_[std::string(prefix.iri)] = prefix.name;
}

IriShortener::Form IriShortener::shorten(std::string_view iri, std::string& out) const {
  const std::size_t cut = namespace_length(iri);
  const std::string_view local = iri.substr(cut);
  if (const auto found = name_of_.find(iri.substr(0, cut)); found != name_of_.end() && is_local_name(local)) {
    out.assign(found->second).append(1, ':').append(local);
    return Form::qualified;
  }
  if (!base_.empty() && iri.starts_with(base_) && is_plain_path(iri.substr(base_.size()))) {
    out.assign(iri.substr(base_.size()));
    return Form::relative;
  }
  return Form::full;
}

} // namespace stemma::rdf
