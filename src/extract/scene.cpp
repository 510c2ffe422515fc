#include "extract/scene.hpp"

#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

// Tokens and mentions both go through the text once: a merge, no search.
std::vector<PlacedMention> placed(const Scene& scene) {
  std::vector<CodePointSpan> spans(scene.analysis.tokens.size());
  for (std::size_t i = 0; i < spans.size(); ++i) spans[i] = scene.text.map.to_source(scene.analysis.tokens[i].bytes);
  std::vector<PlacedMention> out;
  for (EntityIndex e = 0; e < scene.entities.size(); ++e) {
    for (const auto& mention : scene.entities[e].mentions) {
      auto first = std::lower_bound(spans.begin(), spans.end(), mention.span.start,
                                    [](const CodePointSpan& s, CodePointOffset start) { return s.end <= start; });
      auto last = first;
      while (last != spans.end() && last->start < mention.span.end) ++last;
      if (first == last) continue;
      PlacedMention place;
      place.entity = e;
      place.kind = mention.kind;
      place.first = static_cast<TokenIndex>(first - spans.begin());
      place.last = static_cast<TokenIndex>(last - spans.begin());
      place.head = place.last - 1;
      for (auto t = place.first; t < place.last; ++t)
        if (scene.tree.is_root(t) || scene.tree.head(t) < place.first || scene.tree.head(t) >= place.last) {
          if (scene.tree.pos(t) == "PUNCT" || scene.tree.pos(t) == "DET") continue;
          place.head = t;
          break;
        }
      out.push_back(place);
    }
  }
  std::sort(out.begin(), out.end(), [](const PlacedMention& a, const PlacedMention& b) {
    return std::tuple(a.first, b.last, a.entity) < std::tuple(b.first, a.last, b.entity);
  });
  return out;
}

} // namespace

Scene::Scene(const text::PreparedText& t, const language::Analysis& a, const pack::Frames& f, std::vector<Entity>& e)
    : text(t), analysis(a), frames(f), entities(e), tree(a), predications(predicate::predications(a)) {
  words.reserve(a.tokens.size());
  for (const auto& token : a.tokens) words.push_back(predicate::lower(t.text_of(token.bytes)));
  mentions = placed(*this);
  mention_at.resize(a.tokens.size());
  referent.resize(a.tokens.size());
  in_title.resize(a.tokens.size());
  for (const auto& sentence : t.sentences) {
    if (!sentence.title) continue;
    const auto first = std::lower_bound(a.tokens.begin(), a.tokens.end(), sentence.clean.start,
                                        [](const auto& token, auto start) { return token.bytes.start < start; });
    for (auto at = first; at != a.tokens.end() && sentence.clean.contains(at->bytes); ++at)
      in_title[static_cast<std::size_t>(at - a.tokens.begin())] = true;
  }
  for (std::uint32_t i = 0; i < mentions.size(); ++i)
    for (auto at = mentions[i].first; at < mentions[i].last; ++at)
      if (!mention_at[at] || is_whose(mentions[*mention_at[at]], mentions[i])) mention_at[at] = i; // the longest first
}

// "A Russian missile strike": the country within the name of a thing stands there on its own.
bool Scene::is_whose(const PlacedMention& outer, const PlacedMention& inner) const {
  return entities[outer.entity].kind == EntityKind::munition && entities[inner.entity].kind == EntityKind::country;
}

bool Scene::is_power(EntityIndex entity) const {
  return entities[entity].kind == EntityKind::country || entities[entity].kind == EntityKind::org;
}

bool Scene::points_back(TokenIndex noun) const {
  const auto det = tree.child(noun, "det");
  return det != tree.size() && predicate::one_of(words[det], {"the", "this", "that", "these", "those"});
}

std::optional<EntityIndex> Scene::country_of(EntityIndex entity) const {
  const auto& country = entities[entity].country;
  if (country.empty()) return std::nullopt;
  for (EntityIndex e = 0; e < entities.size(); ++e)
    if (entities[e].id == country) return e;
  return std::nullopt;
}

CodePointSpan Scene::source_span(TokenIndex first, TokenIndex last) const {
  return text.map.to_source({analysis.tokens[first].bytes.start, analysis.tokens[last - 1].bytes.end});
}

bool Scene::has_semicolon(TokenIndex first, TokenIndex last) const {
  return std::find(words.begin() + first, words.begin() + last, ";") != words.begin() + last;
}

} // namespace stemma::extract
