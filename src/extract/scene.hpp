#pragma once
// Everything the steps of extraction look at: one document's tokens, tree, predications and entities, side by side.

#include "language/analysis.hpp"
#include "model/record.hpp"
#include "pack/frame.hpp"
#include "predicate/predication.hpp"
#include "predicate/tree.hpp"
#include "text/prepared_text.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace stemma::extract {

using EntityIndex = std::uint32_t;
using predicate::TokenIndex;

// A mention laid over the tokens.
struct PlacedMention {
  EntityIndex entity = 0;
  MentionKind kind = MentionKind::name;
  TokenIndex first = 0, last = 0; // [first, last)
  TokenIndex head = 0;            // the token the others of the mention hang on
};

struct Scene {
  const text::PreparedText& text;
  const language::Analysis& analysis;
  const pack::Frames& frames;
  std::vector<Entity>& entities; // anonymous speakers are added at the end
  predicate::Tree tree;
  predicate::Predications predications;
  std::vector<std::string> words;                       // lower case, one a token
  std::vector<PlacedMention> mentions;                  // by place
  std::vector<std::optional<std::uint32_t>> mention_at; // the mention that covers a token, if any
  std::vector<bool> in_title;                           // by token
  std::vector<std::optional<EntityIndex>> referent;     // what a pronoun or description stands for, by token

  std::map<TokenIndex, std::pair<EntityIndex, EntityIndex>> both; // "the two sides": whom they are
  std::map<TokenIndex, std::vector<EntityIndex>> speaking;        // "the spokesman said": for whom, or who he is

  Scene(const text::PreparedText& text, const language::Analysis& analysis, const pack::Frames& frames,
        std::vector<Entity>& entities);

  const PlacedMention* mention(TokenIndex t) const { return mention_at[t] ? &mentions[*mention_at[t]] : nullptr; }
  // The country that an entity belongs to, where the document names that country too.
  std::optional<EntityIndex> country_of(EntityIndex entity) const;
  // That country, or else the entity itself.
  EntityIndex state_of(EntityIndex entity) const { return country_of(entity).value_or(entity); }
  bool is_power(EntityIndex entity) const;            // a country or a body
  bool is_short() const { return tree.size() < 120; } // a few lines: too few words to tell what a report is about
  bool points_back(TokenIndex noun) const;            // "THE strike", "those tanks": such as were named before
  CodePointSpan source_span(TokenIndex first, TokenIndex last) const; // of tokens [first, last)
  bool has_semicolon(TokenIndex first, TokenIndex last) const;        // among tokens [first, last)

private:
  bool is_whose(const PlacedMention& outer, const PlacedMention& inner) const;
};

} // namespace stemma::extract
