#include "pack/name_variants.hpp"

#include "pack/pieces.hpp"

#include <algorithm>

namespace stemma::pack {
namespace {

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

std::string with_dots(const std::string& acronym) {
  std::string out;
  for (const char c : acronym) (out += c) += '.';
  return out;
}

std::string without_dots(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), '.'), text.end());
  return text;
}

// "Peoples Republic" for "People's Republic", which fits "Peoples' Republic" as well: apostrophes are no pieces. Empty:
// no word of the name has the ending, or it is one letter.
std::string with_plural_possessive(std::string text) {
  const std::size_t at = text.find("'s ");
  if (at == std::string::npos || at < 2) return {};
  return text.erase(at, 1);
}

bool ends_in_any(std::string_view text, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view e) { return text.ends_with(e); });
}

bool is_consonant(char c) {
  return c >= 'a' && c <= 'z' && std::string_view("aeiou").find(c) == std::string_view::npos;
}

} // namespace

std::string plural_of(const std::string& noun) {
  if (noun.size() < 2 || piece_kind(noun.back()) == PieceKind::other) return {};
  if (piece_kind(noun.back()) == PieceKind::digits) return noun + "s";
  if (noun.back() == 's' || noun.back() == 'S') return {};
  if (noun.back() == 'y' && is_consonant(noun[noun.size() - 2])) return noun.substr(0, noun.size() - 1) + "ies";
  if (ends_in_any(noun, {"sh", "ch", "x", "z"})) return noun + "es";
  return noun + "s";
}

std::vector<Name> variants_of(const Name& name, EntityKind kind) {
  std::vector<Name> out = {name};
  const auto add = [&](std::string text) {
    if (text.empty() || text == name.text) return;
    out.push_back(name);
    out.back().text = std::move(text);
  };
  const std::string& text = name.text;
  const bool capitals = std::all_of(text.begin(), text.end(), is_capital);
  if (name.kind == AliasKind::acronym && capitals && text.size() >= 2 && text.size() <= 5) {
    const std::string dotted = with_dots(text);
    add(dotted);
    add(dotted.substr(0, dotted.size() - 1));
  }
  if (text.find(". ") != std::string::npos) add(without_dots(text));
  add(with_plural_possessive(text));
  if (kind == EntityKind::munition) add(plural_of(text));
  return out;
}

} // namespace stemma::pack
