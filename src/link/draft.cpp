#include "link/draft.hpp"

#include "model/digest.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>

namespace stemma::link {

namespace {

constexpr std::array<std::string_view, 6> kind_names = {"country",  "person", "organisation",
                                                        "munition", "place",  "anonymous"};

std::string_view name_of(EntityKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

// What spellings of one name share. A person's given names are written with a hyphen, a blank or as one word.
std::string key_of(EntityKind kind, std::string_view name) {
  std::string key = fold(name);
  if (kind == EntityKind::person) std::erase_if(key, [](char c) { return c == '-' || c == ' ' || c == '\n'; });
  return key;
}

} // namespace

Draft::Draft(const pack::Pack& pack, const Words& words) : pack_(pack), words_(words), owner_(words.size()) {}

EntityIndex Draft::linked(pack::ConceptId entry) {
  const auto [at, is_new] = by_entry_.try_emplace(entry, entities());
  if (!is_new) return at->second;
  const pack::Concept& found = pack_.entry(entry);
  DraftEntity draft;
  draft.kind = found.kind;
  draft.entry = entry;
  draft.org_class = found.org_class;
  draft.category = found.category;
  draft.country = found.country;
  entities_.push_back(std::move(draft));
  return at->second;
}

EntityIndex Draft::find_linked(pack::ConceptId entry) const {
  const auto found = by_entry_.find(entry);
  return found == by_entry_.end() ? no_entity : found->second;
}

EntityIndex Draft::unlinked(EntityKind kind, std::string_view name, std::string_view type) {
  const auto [at, is_new] = by_name_.try_emplace(std::string(name_of(kind)) + ":" + key_of(kind, name), entities());
  if (!is_new) return at->second;
  DraftEntity draft;
  draft.kind = kind;
  draft.name = name;
  std::replace(draft.name.begin(), draft.name.end(), '\n', ' ');
  draft.type = type;
  entities_.push_back(std::move(draft));
  return at->second;
}

void Draft::mention(EntityIndex entity, Range range, MentionKind kind) {
  for (Index i = range.first; i < range.last; ++i) owner_.set(i, mentions());
  mentions_.push_back({range, entity, kind});
}

void Draft::nested(EntityIndex entity, Range range, MentionKind kind) { mentions_.push_back({range, entity, kind}); }

void Draft::release(Index mention) {
  DraftMention& old = mentions_[mention];
  for (Index i = old.words.first; i < old.words.last; ++i)
    if (owner_[i] == mention) owner_.set(i, none);
  old.entity = no_entity;
}

namespace {
constexpr std::size_t filing_letters = 3;
}

const std::vector<EntityIndex>& Draft::persons_like(std::string_view family) const {
  static const std::vector<EntityIndex> nobody;
  const auto found = persons_.find(std::string(family.substr(0, filing_letters)));
  return found == persons_.end() ? nobody : found->second;
}

void Draft::file_person(EntityIndex person, std::string_view family) {
  if (filed_.size() <= person) filed_.resize(person + 1, false);
  if (filed_[person]) return;
  filed_[person] = true;
  persons_[std::string(family.substr(0, filing_letters))].push_back(person);
}

bool Draft::free(Range range) const {
  for (Index i = range.first; i < range.last; ++i)
    if (owner_[i] != none) return false;
  return true;
}

void Draft::note(std::string code, std::string message) {
  if (!noted_.insert(code + ":" + message).second) return;
  Diagnostic diagnostic;
  diagnostic.severity = Severity::note;
  diagnostic.code = std::move(code);
  diagnostic.message = std::move(message);
  notes_.push_back(std::move(diagnostic));
}

Iri Draft::id_of(const DraftEntity& draft, const Document& document) const {
  if (draft.entry != pack::no_concept) return pack_.entry(draft.entry).iri;
  const std::string kind(name_of(draft.kind));
  return document.id + "/" + kind + "-" + ContentHash().add(kind).add(key_of(draft.kind, draft.name)).id();
}

void Draft::describe(const DraftEntity& draft, Entity& out) const {
  out.kind = draft.kind;
  out.category = draft.category;
  if (draft.country != pack::no_concept) out.country = pack_.entry(draft.country).iri;
  if (draft.entry == pack::no_concept) {
    out.type = draft.type;
    out.label = draft.name;
    return;
  }
  const pack::Concept& entry = pack_.entry(draft.entry);
  out.type = entry.type;
  out.label = entry.label;
  out.code = entry.code;
  out.linked = true;
  out.capital = entry.place_kind == capital_kind;
  out.same_as = entry.same_as;
}

// By entity, then by place; of one entity and one place only the first.
std::vector<DraftMention> Draft::mentions_in_order() const {
  std::vector<DraftMention> order;
  order.reserve(mentions_.size());
  std::copy_if(mentions_.begin(), mentions_.end(), std::back_inserter(order),
               [](const DraftMention& mention) { return mention.entity != no_entity; });
  std::stable_sort(order.begin(), order.end(), [](const DraftMention& a, const DraftMention& b) {
    return std::tuple(a.entity, a.words.first, a.words.last) < std::tuple(b.entity, b.words.first, b.words.last);
  });
  const auto last = std::unique(order.begin(), order.end(), [](const DraftMention& a, const DraftMention& b) {
    return a.entity == b.entity && a.words == b.words;
  });
  order.erase(last, order.end());
  return order;
}

Linked Draft::finish(const text::PreparedText& text, const Document& document) {
  struct Found { // an entity and its mentions, [first, last) of the order
    Iri id;
    std::size_t first, last;
  };
  const std::vector<DraftMention> order = mentions_in_order();
  std::vector<Found> all;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i == 0 || order[i].entity != order[i - 1].entity)
      all.push_back({id_of(entities_[order[i].entity], document), i, i});
    all.back().last = i + 1;
  }
  std::sort(all.begin(), all.end(), [](const Found& a, const Found& b) { return a.id < b.id; });
  Linked out;
  out.entities.resize(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    Entity& entity = out.entities[i];
    entity.id = std::move(all[i].id);
    describe(entities_[order[all[i].first].entity], entity);
    entity.mentions.reserve(all[i].last - all[i].first);
    for (std::size_t m = all[i].first; m < all[i].last; ++m) {
      const ByteSpan bytes = words_.bytes(order[m].words);
      const ByteSpan source = text.map.to_source_bytes(bytes);
      entity.mentions.push_back(
          {text.map.to_source(bytes), text.source.substr(source.start.value, source.length()), order[m].kind});
    }
  }
  out.notes = std::move(notes_);
  for (Diagnostic& note : out.notes) note.place.file = document.path;
  return out;
}

} // namespace stemma::link
