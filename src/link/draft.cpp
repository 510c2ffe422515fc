#include "link/draft.hpp"

#include "model/digest.hpp"

#include <algorithm>
#include <array>

namespace stemma::link {

namespace {

constexpr std::array<std::string_view, 6> kind_names = {"country",  "person", "organisation",
                                                        "munition", "place",  "anonymous"};

std::string_view name_of(EntityKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

} // namespace

Draft::Draft(const pack::Pack& pack, const Words& words) : pack_(pack), words_(words), owner_(words.size(), none) {}

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
  const auto [at, is_new] = by_name_.try_emplace(std::string(name_of(kind)) + ":" + fold(name), entities());
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
  for (Index i = range.first; i < range.last; ++i) owner_[i] = mentions();
  mentions_.push_back({range, entity, kind});
}

void Draft::nested(EntityIndex entity, Range range, MentionKind kind) { mentions_.push_back({range, entity, kind}); }

void Draft::release(Index mention) {
  DraftMention& old = mentions_[mention];
  for (Index i = old.words.first; i < old.words.last; ++i)
    if (owner_[i] == mention) owner_[i] = none;
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
  return std::all_of(owner_.begin() + range.first, owner_.begin() + range.last, [](Index i) { return i == none; });
}

void Draft::note(std::string code, std::string message) {
  if (!noted_.insert(code + ":" + message).second) return;
  Diagnostic diagnostic;
  diagnostic.severity = Severity::note;
  diagnostic.code = std::move(code);
  diagnostic.message = std::move(message);
  notes_.push_back(std::move(diagnostic));
}

Entity Draft::finished(const DraftEntity& draft, const Document& document) const {
  Entity out;
  out.kind = draft.kind;
  out.category = draft.category;
  if (draft.country != pack::no_concept) out.country = pack_.entry(draft.country).iri;
  if (draft.entry == pack::no_concept) {
    const std::string kind(name_of(draft.kind));
    out.id = document.id + "/" + kind + "-" + ContentHash().add(kind).add(fold(draft.name)).id();
    out.type = draft.type;
    out.label = draft.name;
    return out;
  }
  const pack::Concept& entry = pack_.entry(draft.entry);
  out.id = entry.iri;
  out.type = entry.type;
  out.label = entry.label;
  out.code = entry.code;
  out.linked = true;
  out.same_as = entry.same_as;
  return out;
}

Linked Draft::finish(const text::PreparedText& text, const Document& document) {
  std::vector<Index> order;
  for (Index i = 0; i < mentions(); ++i)
    if (mentions_[i].entity != no_entity) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](Index a, Index b) {
    const DraftMention &x = mentions_[a], &y = mentions_[b];
    if (x.entity != y.entity) return x.entity < y.entity;
    return std::pair(x.words.first, x.words.last) < std::pair(y.words.first, y.words.last);
  });
  Linked out;
  for (std::size_t i = 0; i < order.size();) {
    const EntityIndex index = mentions_[order[i]].entity;
    Entity entity = finished(entities_[index], document);
    Range last{none, none};
    for (; i < order.size() && mentions_[order[i]].entity == index; ++i) {
      const DraftMention& mention = mentions_[order[i]];
      if (mention.words == last) continue;
      last = mention.words;
      const CodePointSpan span = text.map.to_source(words_.bytes(mention.words));
      entity.mentions.push_back({span, text.source_text_of(span), mention.kind});
    }
    out.entities.push_back(std::move(entity));
  }
  std::sort(out.entities.begin(), out.entities.end(), [](const Entity& a, const Entity& b) { return a.id < b.id; });
  out.notes = std::move(notes_);
  for (Diagnostic& note : out.notes) note.place.file = document.path;
  return out;
}

} // namespace stemma::link
