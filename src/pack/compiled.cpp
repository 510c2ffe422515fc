#include "pack/compiled.hpp"

#include "pack/byte_codec.hpp"
#include "pack/pieces.hpp"
#include "pack/start_index.hpp"
#include "pack/trie_builder.hpp"

#include <algorithm>
#include <unordered_map>

namespace stemma::pack {
namespace {

// An alias in eight bytes without padding.
std::uint64_t pack_alias(const Alias& alias) {
  return std::uint64_t{alias.entry} | static_cast<std::uint64_t>(alias.kind) << 32 |
         std::uint64_t{alias.exact_case} << 40 | std::uint64_t{alias.ambiguous} << 41;
}

Alias unpack_alias(std::uint64_t bits) {
  return {static_cast<ConceptId>(bits), static_cast<AliasKind>((bits >> 32) & 0xff), ((bits >> 40) & 1) != 0,
          ((bits >> 41) & 1) != 0};
}

constexpr int last_alias_kind = static_cast<int>(AliasKind::short_form);
constexpr int last_entity_kind = static_cast<int>(EntityKind::anonymous);
constexpr int last_cue_kind = static_cast<int>(CueKind::family_name);

void put_list(ByteWriter& out, const std::vector<std::string>& list) {
  out.put(static_cast<std::uint32_t>(list.size()));
  for (const std::string& text : list) out.put_text(text);
}

void put_optional(ByteWriter& out, const std::optional<double>& value) {
  out.put(static_cast<std::uint8_t>(value.has_value()));
  out.put(value.value_or(0.0));
}

void put_concept(ByteWriter& out, const Concept& c) {
  out.put(static_cast<std::uint8_t>(c.kind));
  out.put(static_cast<std::uint8_t>(c.tier));
  out.put(static_cast<std::uint8_t>(c.generic));
  out.put(c.country);
  out.put(c.population);
  put_optional(out, c.latitude);
  put_optional(out, c.longitude);
  for (const std::string* text :
       {&c.iri, &c.type, &c.label, &c.code, &c.alpha3, &c.category, &c.sipri.iri, &c.sipri.label, &c.unroca.iri,
        &c.unroca.label, &c.org_class, &c.family_name, &c.place_kind, &c.valid_from, &c.valid_to})
    out.put_text(*text);
  out.put(static_cast<std::uint32_t>(c.broader.size()));
  for (const ConceptId id : c.broader) out.put(id);
  put_list(out, c.same_as);
  out.put(static_cast<std::uint32_t>(c.offices.size()));
  for (const Office& office : c.offices)
    for (const std::string* text : {&office.title, &office.from, &office.to}) out.put_text(*text);
}

std::vector<std::string> get_list(ByteReader& in) {
  std::vector<std::string> list;
  for (std::uint32_t n = in.get<std::uint32_t>(); n > 0 && !in.failed(); --n) list.emplace_back(in.get_text());
  return list;
}

std::optional<double> get_optional(ByteReader& in) {
  const bool present = in.get<std::uint8_t>() != 0;
  const double value = in.get<double>();
  return present ? std::optional(value) : std::nullopt;
}

void get_concept(ByteReader& in, Concept& c) {
  c.kind = static_cast<EntityKind>(in.get<std::uint8_t>());
  c.tier = static_cast<char>(in.get<std::uint8_t>());
  c.generic = in.get<std::uint8_t>() != 0;
  c.country = in.get<ConceptId>();
  c.population = in.get<std::uint64_t>();
  c.latitude = get_optional(in);
  c.longitude = get_optional(in);
  for (std::string* text :
       {&c.iri, &c.type, &c.label, &c.code, &c.alpha3, &c.category, &c.sipri.iri, &c.sipri.label, &c.unroca.iri,
        &c.unroca.label, &c.org_class, &c.family_name, &c.place_kind, &c.valid_from, &c.valid_to})
    *text = in.get_text();
  for (std::uint32_t n = in.get<std::uint32_t>(); n > 0 && !in.failed(); --n) c.broader.push_back(in.get<ConceptId>());
  c.same_as = get_list(in);
  for (std::uint32_t n = in.get<std::uint32_t>(); n > 0 && !in.failed(); --n) {
    Office& office = c.offices.emplace_back();
    for (std::string* text : {&office.title, &office.from, &office.to}) *text = in.get_text();
  }
}

class CompiledPack final : public Pack {
public:
  CompiledPack(std::string bytes, std::string hash) : bytes_(std::move(bytes)), hash_(std::move(hash)) {}

  // False when the bytes are not sound.
  bool open() {
    ByteReader in(bytes_);
    get_trie(in);
    get_concepts(in);
    get_cues(in);
    if (in.failed() || !trie_.is_sound(concepts_.size()) || !is_sound()) return false;
    starts_ = StartIndex(trie_);
    for (std::size_t i = 0; i < concepts_.size(); ++i)
      if (!concepts_[i].code.empty()) codes_.emplace(concepts_[i].code, static_cast<ConceptId>(i));
    return true;
  }

  const std::string& hash() const override { return hash_; }
  std::span<const Concept> concepts() const override { return concepts_; }
  std::span<const Cue> cues() const override { return cues_; }

  std::optional<ConceptId> find(std::string_view iri) const override {
    const auto found = std::lower_bound(concepts_.begin(), concepts_.end(), iri,
                                        [](const Concept& c, std::string_view wanted) { return c.iri < wanted; });
    if (found == concepts_.end() || found->iri != iri) return std::nullopt;
    return static_cast<ConceptId>(found - concepts_.begin());
  }

  ConceptId country_by_code(std::string_view alpha2) const override {
    const auto found = codes_.find(std::string(alpha2));
    return found == codes_.end() ? no_concept : found->second;
  }

  void match_at(const text::WordTexts& texts, std::uint32_t first, std::vector<Match>& out) const override {
    if (first >= texts.size()) return;
    const std::string_view word = texts[first];
    if (word.empty() || is_joiner(word[0])) return;
    // Most words start no name; they are let go before anything is set up.
    const std::uint32_t start = starts_.find(trie_, word.substr(0, piece_length(word)));
    if (start != 0) trie_.match_from(start, texts, first, out);
  }

private:
  void get_trie(ByteReader& in) {
    trie_.characters = in.get_array<char>();
    trie_.token_starts = in.get_array<std::uint32_t>();
    trie_.slots = in.get_array<TokenSlot>();
    trie_.root_children = in.get_array<std::uint32_t>();
    trie_.nodes = in.get_array<TrieNode>();
    trie_.edges = in.get_array<TrieEdge>();
    trie_.groups = in.get_array<CaseGroup>();
    trie_.subsets = in.get_array<ReadingRange>();
    for (const std::uint64_t bits : in.get_array<std::uint64_t>()) aliases_.push_back(unpack_alias(bits));
    trie_.readings = aliases_;
  }

  void get_concepts(ByteReader& in) {
    const auto count = in.get<std::uint32_t>();
    if (!in.failed()) concepts_.reserve(std::min<std::size_t>(count, bytes_.size() / 64));
    for (std::uint32_t n = 0; n < count && !in.failed(); ++n) get_concept(in, concepts_.emplace_back());
  }

  void get_cues(ByteReader& in) {
    for (std::uint32_t n = in.get<std::uint32_t>(); n > 0 && !in.failed(); --n) {
      Cue& cue = cues_.emplace_back();
      cue.kind = static_cast<CueKind>(in.get<std::uint8_t>());
      cue.text = in.get_text();
      cue.value = in.get_text();
    }
  }

  bool is_sound() const {
    const auto known = [&](ConceptId id) { return id < concepts_.size(); };
    for (const Concept& c : concepts_) {
      if (static_cast<int>(c.kind) > last_entity_kind) return false;
      if (c.country != no_concept && !known(c.country)) return false;
      if (!std::all_of(c.broader.begin(), c.broader.end(), known)) return false;
    }
    return std::is_sorted(concepts_.begin(), concepts_.end(),
                          [](const Concept& a, const Concept& b) { return a.iri < b.iri; }) &&
           std::all_of(aliases_.begin(), aliases_.end(),
                       [](const Alias& a) { return static_cast<int>(a.kind) <= last_alias_kind; }) &&
           std::all_of(cues_.begin(), cues_.end(),
                       [](const Cue& c) { return static_cast<int>(c.kind) <= last_cue_kind; });
  }

  std::string bytes_;
  std::string hash_;
  Trie trie_; // looks into bytes_ and aliases_
  StartIndex starts_;
  std::vector<Alias> aliases_;
  std::vector<Concept> concepts_;
  std::vector<Cue> cues_;
  std::unordered_map<std::string, ConceptId> codes_;
};

} // namespace

std::string compile(const Lexicon& lexicon) {
  const TrieArrays trie = build_trie(lexicon);
  ByteWriter out;
  out.put_array(std::span<const char>(trie.characters));
  out.put_array(std::span<const std::uint32_t>(trie.token_starts));
  out.put_array(std::span<const TokenSlot>(trie.slots));
  out.put_array(std::span<const std::uint32_t>(trie.root_children));
  out.put_array(std::span<const TrieNode>(trie.nodes));
  out.put_array(std::span<const TrieEdge>(trie.edges));
  out.put_array(std::span<const CaseGroup>(trie.groups));
  out.put_array(std::span<const ReadingRange>(trie.subsets));
  std::vector<std::uint64_t> aliases(trie.readings.size());
  std::transform(trie.readings.begin(), trie.readings.end(), aliases.begin(), pack_alias);
  out.put_array(std::span<const std::uint64_t>(aliases));
  out.put(static_cast<std::uint32_t>(lexicon.entries.size()));
  for (const Entry& entry : lexicon.entries) put_concept(out, entry.meaning);
  out.put(static_cast<std::uint32_t>(lexicon.cues.size()));
  for (const Cue& cue : lexicon.cues) {
    out.put(static_cast<std::uint8_t>(cue.kind));
    out.put_text(cue.text);
    out.put_text(cue.value);
  }
  return out.bytes();
}

std::shared_ptr<const Pack> open_compiled(std::string bytes, const std::string& hash) {
  const auto pack = std::make_shared<CompiledPack>(std::move(bytes), hash);
  return pack->open() ? pack : nullptr;
}

} // namespace stemma::pack
