#include "statements/news_agency.hpp"

#include "rdf/vocabulary.hpp"
#include "statements/concept.hpp"

#include <vector>

namespace stemma::statements {

namespace {

// The pieces of a name as pack::Pack::match_at wants them: words, and every other sign on its own.
std::vector<std::string_view> words_of(std::string_view name) {
  const auto in_word = [](char c) {
    return (c & 0x80) || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  };
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < name.size();) {
    std::size_t end = i + 1;
    while (in_word(name[i]) && end < name.size() && in_word(name[end])) ++end;
    if (name[i] != ' ') words.push_back(name.substr(i, end - i));
    i = end;
  }
  return words;
}

} // namespace

pack::ConceptId find_news_agency(std::string_view name, const pack::Pack& pack) {
  const auto words = words_of(name);
  std::vector<pack::Match> matches;
  if (!words.empty()) pack.match_at(words, 0, matches);
  pack::ConceptId found = pack::no_concept;
  for (const pack::Match& match : matches) {
    if (match.last != words.size()) continue;
    for (const pack::Alias& alias : match.readings) {
      if (pack.entry(alias.entry).type != local_name(rdf::stm::NewsAgency)) continue;
      if (found != pack::no_concept && found != alias.entry) return pack::no_concept;
      found = alias.entry;
    }
  }
  return found;
}

} // namespace stemma::statements
