#include "language/string_id.hpp"

#include <algorithm>
#include <cstring>
#include <string>
#include <unordered_map>
#include <vector>

namespace stemma::language {

namespace {

// spaCy's symbols are numbered consecutively (spacy/symbols.pyx); a string with such a name never gets a hash.
constexpr std::string_view lexical_flags[] = {
    // from 1
    "IS_ALPHA",          "IS_ASCII",   "IS_DIGIT", "IS_LOWER",      "IS_PUNCT",       "IS_SPACE",
    "IS_TITLE",          "IS_UPPER",   "LIKE_URL", "LIKE_NUM",      "LIKE_EMAIL",     "IS_STOP",
    "IS_OOV_DEPRECATED", "IS_BRACKET", "IS_QUOTE", "IS_LEFT_PUNCT", "IS_RIGHT_PUNCT", "IS_CURRENCY"};
constexpr std::string_view attributes_and_tags[] = {
    // from 64
    "ID",   "ORTH", "LOWER", "NORM",    "SHAPE",    "PREFIX", "SUFFIX",     "LENGTH", "CLUSTER", "LEMMA",
    "POS",  "TAG",  "DEP",   "ENT_IOB", "ENT_TYPE", "HEAD",   "SENT_START", "SPACY",  "PROB",    "LANG",
    "ADJ",  "ADP",  "ADV",   "AUX",     "CONJ",     "CCONJ",  "DET",        "INTJ",   "NOUN",    "NUM",
    "PART", "PRON", "PROPN", "PUNCT",   "SCONJ",    "SYM",    "VERB",       "X",      "EOL",     "SPACE"};
constexpr std::string_view labels[] = {
    // from 380
    "PERSON",    "NORP",  "FACILITY",  "ORG",      "GPE",     "LOC",       "PRODUCT",   "EVENT",      "WORK_OF_ART",
    "LANGUAGE",  "LAW",   "DATE",      "TIME",     "PERCENT", "MONEY",     "QUANTITY",  "ORDINAL",    "CARDINAL",
    "acomp",     "advcl", "advmod",    "agent",    "amod",    "appos",     "attr",      "aux",        "auxpass",
    "cc",        "ccomp", "complm",    "conj",     "cop",     "csubj",     "csubjpass", "dep",        "det",
    "dobj",      "expl",  "hmod",      "hyph",     "infmod",  "intj",      "iobj",      "mark",       "meta",
    "neg",       "nmod",  "nn",        "npadvmod", "nsubj",   "nsubjpass", "num",       "number",     "oprd",
    "obj",       "obl",   "parataxis", "partmod",  "pcomp",   "pobj",      "poss",      "possessive", "preconj",
    "prep",      "prt",   "punct",     "quantmod", "relcl",   "rcmod",     "root",      "xcomp",      "acl",
    "ENT_KB_ID", "MORPH", "ENT_ID",    "IDX",      "_"};

class SymbolTable {
public:
  SymbolTable() {
    add(1, lexical_flags);
    for (unsigned i = 19; i <= 63; ++i) ids_.emplace("FLAG" + std::to_string(i), i);
    add(64, attributes_and_tags);
    for (unsigned i = 1; i <= 276; ++i) {
      const std::string digits = std::to_string(i);
      ids_.emplace("DEPRECATED" + std::string(3 - digits.size(), '0') + digits, 103 + i);
    }
    add(380, labels);
    for (const auto& [name, id] : ids_) longest_ = std::max(longest_, name.size());
  }

  // 0: no symbol.
  StringId find(std::string_view name) const {
    if (name.size() > longest_) return 0;
    const auto found = ids_.find(std::string(name));
    return found == ids_.end() ? 0 : found->second;
  }

private:
  template <std::size_t N>
  void add(unsigned first, const std::string_view (&names)[N]) {
    for (const std::string_view name : names) ids_.emplace(name, first++);
  }

  std::unordered_map<std::string, unsigned> ids_;
  std::size_t longest_ = 0;
};

const SymbolTable& symbols() {
  static const SymbolTable table;
  return table;
}

std::uint64_t little_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = bytes.size(); i-- > 0;) value = (value << 8U) | static_cast<unsigned char>(bytes[i]);
  return value;
}

std::uint64_t murmur_hash_64a(std::string_view bytes, std::uint64_t seed) {
  constexpr std::uint64_t m = 0xc6a4a7935bd1e995;
  constexpr unsigned r = 47;
  std::uint64_t hash = seed ^ (bytes.size() * m);
  for (; bytes.size() >= 8; bytes.remove_prefix(8)) {
    std::uint64_t block = little_endian(bytes.substr(0, 8)) * m;
    block = (block ^ (block >> r)) * m;
    hash = (hash ^ block) * m;
  }
  if (!bytes.empty()) hash = (hash ^ little_endian(bytes)) * m;
  hash = (hash ^ (hash >> r)) * m;
  return hash ^ (hash >> r);
}

std::uint64_t finish(std::uint64_t x) {
  x = (x ^ (x >> 33U)) * 0xff51afd7ed558ccd;
  x = (x ^ (x >> 33U)) * 0xc4ceb9fe1a85ec53;
  return x ^ (x >> 33U);
}

} // namespace

StringId string_id(std::string_view utf8) {
  if (utf8.empty()) return 0;
  if (const StringId symbol = symbols().find(utf8)) return symbol;
  return murmur_hash_64a(utf8, 1);
}

std::array<std::uint32_t, 4> embedding_words(StringId id, std::uint32_t seed) {
  std::uint64_t low = id * 0x87c37b91114253d5;
  low = ((low << 31U) | (low >> 33U)) * 0x4cf5ad432745937f;
  low ^= seed;
  std::uint64_t high = seed;
  low ^= 8;
  high ^= 8;
  low += high;
  high += low;
  low = finish(low);
  high = finish(high);
  low += high;
  high += low;
  return {static_cast<std::uint32_t>(low), static_cast<std::uint32_t>(low >> 32U), static_cast<std::uint32_t>(high),
          static_cast<std::uint32_t>(high >> 32U)};
}

} // namespace stemma::language
