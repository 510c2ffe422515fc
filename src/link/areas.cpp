// Parts of the world that are named by another name: "northern Syria", "the Syrian border", "Kursk region".

#include "link/scene.hpp"

#include <string>
#include <unordered_map>

namespace stemma::link {

namespace {

class Areas {
public:
  explicit Areas(Scene& scene) : scene_(scene), words_(scene.words), draft_(scene.draft) {}

  void run() {
    const Index count = draft_.mentions();
    for (Index m = 0; m < count; ++m) {
      if (draft_.mention_at(m).entity == no_entity) continue;
      const EntityKind kind = draft_.entity(draft_.mention_at(m).entity).kind;
      if (kind != EntityKind::country && kind != EntityKind::place) continue;
      side_of(m, kind);
      if (kind == EntityKind::place)
        with_area_noun(m);
      else
        border_of(m);
    }
    join_regions();
  }

private:
  bool owned_so(Index m) const { return draft_.owner(draft_.mention_at(m).words.first) == m; }

  // "northern Syria", "north-west Syria"; of a town ("northern Aleppo") it is a fuller name of the same place.
  void side_of(Index m, EntityKind kind) {
    const DraftMention mention = draft_.mention_at(m);
    const Index side = words_.before(mention.words.first);
    if (!owned_so(m) || side == none || side + 1 != mention.words.first || !words_.is(side, word_class::compass) ||
        draft_.owner(side) != none || mention.kind == MentionKind::demonym)
      return;
    Range range{side, mention.words.last};
    if (side >= 2 && words_[side].glued && words_[side - 1].text == "-" && words_.is(side - 2, word_class::compass))
      range.first = side - 2;
    if (kind == EntityKind::place) {
      draft_.nested(mention.entity, range, MentionKind::name);
      return;
    }
    add_place(range, mention);
  }

  void add_place(Range range, const DraftMention& country) {
    const pack::ConceptId nation = draft_.entity(country.entity).entry;
    const EntityIndex place = draft_.unlinked(EntityKind::place, words_.text(range), "Place");
    draft_.entity(place).country = nation;
    if (const Index owner = draft_.owner(country.words.first); owner != none) draft_.release(owner);
    draft_.mention(place, range, MentionKind::name);
    draft_.nested(country.entity, country.words, country.kind);
  }

  // "Kursk region", "Idlib province"
  void with_area_noun(Index m) {
    const DraftMention mention = draft_.mention_at(m);
    if (!owned_so(m) || words_[mention.words.last - 1].possessive) return;
    Index noun = mention.words.last;
    const Index end = words_.sentence_of(mention.words.first).last;
    for (int between = 0; between < 3 && noun < end; ++between, ++noun) { // "Kursk nuclear power plant"
      if (draft_.owner(noun) != none || words_[noun].shape != Shape::lower ||
          words_.is(noun, word_class::function | word_class::verb))
        return;
      if (words_.is(noun, word_class::area)) {
        draft_.nested(mention.entity, {mention.words.first, noun + 1}, MentionKind::name);
        return;
      }
    }
  }

  // Where a text speaks of "Kursk region", "Kursk" alone is short for it, unless it says "the city of Kursk".
  void join_regions() {
    std::unordered_map<std::string, EntityIndex> regions, towns;
    for (EntityIndex e = 0; e < draft_.entities(); ++e) {
      const DraftEntity& place = draft_.entity(e);
      if (place.kind != EntityKind::place || place.entry == pack::no_concept) continue;
      const pack::Concept& found = scene_.pack.entry(place.entry);
      if (found.place_kind == capital_kind) continue; // "Kyiv" beside "Kyiv region" is still the capital
      if (found.place_kind == "city" || found.place_kind == "town")
        towns.try_emplace(fold(found.label), e);
      else if (const std::size_t blank = found.label.rfind(' '); blank != std::string::npos)
        regions.try_emplace(fold(found.label.substr(0, blank)), e);
    }
    std::unordered_map<EntityIndex, EntityIndex> region_of;
    for (const auto& [name, town] : towns) {
      const auto region = regions.find(name);
      if (region != regions.end() && draft_.entity(region->second).country == draft_.entity(town).country)
        region_of[town] = region->second;
    }
    if (region_of.empty()) return;
    for (Index m = 0; m < draft_.mentions(); ++m)
      if (called_city(draft_.mention_at(m))) region_of.erase(draft_.mention_at(m).entity);
    for (Index m = 0; m < draft_.mentions(); ++m)
      if (const auto found = region_of.find(draft_.mention_at(m).entity); found != region_of.end())
        draft_.mention_at(m).entity = found->second;
  }

  bool called_city(const DraftMention& mention) const {
    const Index after = words_.after(mention.words.last - 1), before = words_.before(mention.words.first);
    if (words_.lower_is(after, "city") || words_.lower_is(before, "city")) return true;
    return words_.lower_is(before, "of") && words_.lower_is(words_.before(before), "city");
  }

  // "the Israel-Lebanon border"
  void border_of(Index m) {
    const DraftMention mention = draft_.mention_at(m);
    const Index noun = words_.after(mention.words.last - 1), dash = words_.before(mention.words.first);
    if (!owned_so(m) || noun != mention.words.last || noun == none || !words_.lower_is(noun, "border") ||
        draft_.owner(noun) != none)
      return;
    if (dash == none || words_[dash].text != "-" || dash == 0 || draft_.owner(dash - 1) == none) return;
    const Index owner = draft_.owner(dash - 1);
    const DraftMention other = draft_.mention_at(owner);
    if (draft_.entity(other.entity).kind != EntityKind::country) return;
    draft_.release(owner);
    draft_.nested(other.entity, other.words, other.kind);
    add_place({other.words.first, noun + 1}, mention);
  }

  Scene& scene_;
  const Words& words_;
  Draft& draft_;
};

} // namespace

void link_areas(Scene& scene) { Areas(scene).run(); }

} // namespace stemma::link
