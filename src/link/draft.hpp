#pragma once
// The entities of one document while they are being found.

#include "link/link.hpp"
#include "link/word_map.hpp"
#include "link/words.hpp"

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace stemma::link {

using EntityIndex = std::uint32_t;
// The kind of places that are the capital of a country.
inline constexpr std::string_view capital_kind = "capitalCity";
inline constexpr EntityIndex no_entity = 0xffffffff;

struct DraftEntity {
  EntityKind kind = EntityKind::place;
  pack::ConceptId entry = pack::no_concept;   // linked
  std::string name;                           // not linked: the fullest form in the text
  std::string type;                           // not linked: class of the ontology
  std::string org_class;                      // of organisations
  std::string category;                       // of munitions
  pack::ConceptId country = pack::no_concept; // it belongs to
};

struct DraftMention {
  Range words;
  EntityIndex entity = no_entity;
  MentionKind kind = MentionKind::name;
};

class Draft {
public:
  Draft(const pack::Pack& pack, const Words& words);

  EntityIndex linked(pack::ConceptId entry);
  // The entity of this kind that the text names so; a longer spelling of an old name is the caller's business.
  EntityIndex unlinked(EntityKind kind, std::string_view name, std::string_view type);
  EntityIndex find_linked(pack::ConceptId entry) const; // no_entity: not mentioned yet

  // Takes the words for this mention; words may be taken twice only by `nested`.
  void mention(EntityIndex entity, Range range, MentionKind kind);
  // A mention inside or around another one: the country in "Russian Navy", the whole of "Western tanks".
  void nested(EntityIndex entity, Range range, MentionKind kind);
  void release(Index mention); // the mention is dropped
  // Persons whose family name begins with the same letters, the latest last.
  const std::vector<EntityIndex>& persons_like(std::string_view family) const;
  void file_person(EntityIndex person, std::string_view family);
  bool free(Range range) const;
  Index owner(Index word) const { return owner_[word]; } // a mention, or `none`

  DraftEntity& entity(EntityIndex i) { return entities_[i]; }
  const DraftEntity& entity(EntityIndex i) const { return entities_[i]; }
  EntityIndex entities() const { return static_cast<EntityIndex>(entities_.size()); }
  DraftMention& mention_at(Index i) { return mentions_[i]; }
  const DraftMention& mention_at(Index i) const { return mentions_[i]; }
  Index mentions() const { return static_cast<Index>(mentions_.size()); }

  // One note for each distinct decision, not for each mention.
  void note(std::string code, std::string message);

  Linked finish(const text::PreparedText& text, const Document& document);

private:
  Iri id_of(const DraftEntity& draft, const Document& document) const;
  void describe(const DraftEntity& draft, Entity& out) const; // all but the id and the mentions
  std::vector<DraftMention> mentions_in_order() const;

  const pack::Pack& pack_;
  const Words& words_;
  std::vector<DraftEntity> entities_;
  std::vector<DraftMention> mentions_; // released ones have no entity
  WordMap owner_;
  std::unordered_map<pack::ConceptId, EntityIndex> by_entry_;
  std::unordered_map<std::string, EntityIndex> by_name_;
  std::unordered_map<std::string, std::vector<EntityIndex>> persons_; // by the first letters of the family name
  std::vector<bool> filed_;                                           // by entity
  std::vector<Diagnostic> notes_;
  std::unordered_set<std::string> noted_;
};

} // namespace stemma::link
