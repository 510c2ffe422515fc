#include "rdf/iri.hpp"

#include "rdf/utf8.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>

namespace stemma::rdf {

namespace {

// Where an ASCII character may stand (RFC 3986, appendix A).
enum Place : std::uint8_t { in_scheme = 1, in_name = 2, in_userinfo = 4, in_path = 8, in_query = 16, in_hex = 32 };

constexpr std::array<std::uint8_t, 128> make_places() {
  std::array<std::uint8_t, 128> places{};
  const auto allow = [&](std::string_view characters, int where) {
    for (const char c : characters) places[static_cast<unsigned char>(c)] |= static_cast<std::uint8_t>(where);
  };
  constexpr int everywhere = in_name | in_userinfo | in_path | in_query;
  for (char c = 'a'; c <= 'z'; ++c) allow(std::string_view(&c, 1), in_scheme | everywhere);
  for (char c = 'A'; c <= 'Z'; ++c) allow(std::string_view(&c, 1), in_scheme | everywhere);
  for (char c = '0'; c <= '9'; ++c) allow(std::string_view(&c, 1), in_scheme | everywhere | in_hex);
  allow("abcdefABCDEF", in_hex);
  allow("+-.", in_scheme);
  allow("-._~!$&'()*+,;=", everywhere);
  allow(":", in_userinfo | in_path | in_query);
  allow("@/", in_path | in_query);
  allow("?", in_query);
  return places;
}
constexpr auto places = make_places();

bool allowed(unsigned char c, Place where) { return c < 0x80 && (places[c] & where) != 0; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// ucschar of RFC 3987.
bool is_ucs(char32_t point) {
  if (point < 0x10000)
    return (point >= 0xA0 && point <= 0xD7FF) || (point >= 0xF900 && point <= 0xFDCF) ||
           (point >= 0xFDF0 && point <= 0xFFEF);
  return point <= 0xEFFFD && (point & 0xFFFF) <= 0xFFFD && !(point >= 0xE0000 && point <= 0xE0FFF);
}

// iprivate of RFC 3987: allowed in a query only.
bool is_private(char32_t point) {
  return (point >= 0xE000 && point <= 0xF8FF) || (point >= 0xF0000 && (point & 0xFFFF) <= 0xFFFD);
}

const char* part_fault(std::string_view part, Place where) {
  std::size_t at = 0;
  while (at < part.size()) {
    const auto c = static_cast<unsigned char>(part[at]);
    if (allowed(c, where)) {
      ++at;
    } else if (c == '%') {
      const bool good = at + 2 < part.size() && allowed(static_cast<unsigned char>(part[at + 1]), in_hex) &&
                        allowed(static_cast<unsigned char>(part[at + 2]), in_hex);
      if (!good) return "a '%' without two hexadecimal digits";
      at += 3;
    } else if (c < 0x80) {
      return "a character that may not stand there";
    } else {
      const DecodedPoint decoded = decode_point(part, at);
      if (decoded.length == 0) return "not UTF-8";
      if (!is_ucs(decoded.point) && !(where == in_query && is_private(decoded.point)))
        return "a code point that may not stand in an IRI";
      at += decoded.length;
    }
  }
  return nullptr;
}

const char* ip_fault(std::string_view address) {
  // inet_pton would stop at a NUL.
  if (address.find_first_not_of("0123456789abcdefABCDEF:.") != std::string_view::npos) return "a bad IPv6 address";
  in6_addr parsed{};
  return ::inet_pton(AF_INET6, std::string(address).c_str(), &parsed) == 1 ? nullptr : "a bad IPv6 address";
}

const char* port_fault(std::string_view port) {
  for (const char c : port)
    if (c < '0' || c > '9') return "a bad port";
  return port.size() > 5 ? "a bad port" : nullptr;
}

const char* authority_fault(std::string_view authority, bool needs_host) {
  if (const auto at = authority.find('@'); at != std::string_view::npos) {
    if (const char* fault = part_fault(authority.substr(0, at), in_userinfo)) return fault;
    authority.remove_prefix(at + 1);
  }
  std::string_view host = authority;
  std::string_view port;
  if (authority.starts_with('[')) {
    const auto close = authority.find(']');
    if (close == std::string_view::npos) return "an unclosed '['";
    if (const char* fault = ip_fault(authority.substr(1, close - 1))) return fault;
    port = authority.substr(close + 1);
    if (!port.empty() && port.front() != ':') return "a bad host";
  } else {
    const auto colon = authority.find(':');
    host = authority.substr(0, colon);
    if (colon != std::string_view::npos) port = authority.substr(colon);
    if (const char* fault = part_fault(host, in_name)) return fault;
  }
  if (needs_host && host.empty()) return "no host";
  return port.empty() ? nullptr : port_fault(port.substr(1));
}

// Everything after the scheme and its colon.
const char* rest_fault(std::string_view rest, bool needs_host) {
  if (const auto hash = rest.find('#'); hash != std::string_view::npos) {
    if (const char* fault = part_fault(rest.substr(hash + 1), in_query)) return fault;
    rest = rest.substr(0, hash);
  }
  if (const auto mark = rest.find('?'); mark != std::string_view::npos) {
    if (const char* fault = part_fault(rest.substr(mark + 1), in_query)) return fault;
    rest = rest.substr(0, mark);
  }
  if (rest.starts_with("//")) {
    const auto end = std::min(rest.find('/', 2), rest.size());
    if (const char* fault = authority_fault(rest.substr(2, end - 2), needs_host)) return fault;
    rest = rest.substr(end);
  } else if (needs_host) {
    return "no host";
  }
  return part_fault(rest, in_path);
}

// Length of the scheme; 0: there is none.
std::size_t scheme_length(std::string_view iri) {
  if (iri.empty() || !is_letter(iri.front())) return 0;
  std::size_t at = 1;
  while (at < iri.size() && allowed(static_cast<unsigned char>(iri[at]), in_scheme)) ++at;
  return at < iri.size() && iri[at] == ':' ? at : 0;
}

} // namespace

const char* find_iri_fault(std::string_view iri) {
  if (iri.empty()) return "empty";
  const std::size_t scheme = scheme_length(iri);
  if (scheme == 0) return "not absolute: no scheme";
  const std::string_view name = iri.substr(0, scheme);
  return rest_fault(iri.substr(scheme + 1), name == "http" || name == "https");
}

const char* find_reference_fault(std::string_view reference) {
  if (scheme_length(reference) != 0) return find_iri_fault(reference);
  const std::string_view first_segment = reference.substr(0, reference.find_first_of("/?#"));
  if (first_segment.find(':') != std::string_view::npos) return "a colon before any slash, but no scheme";
  return rest_fault(reference, false);
}

} // namespace stemma::rdf
