#include "extract/unnamed_goods.hpp"

#include "model/digest.hpp"
#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

// Where the words before a noun start that say what kind of thing it is: "spare PARTS", not "40 PARTS", "its PARTS".
TokenIndex start_of_kind(const predicate::Tree& tree, TokenIndex noun) {
  auto first = noun;
  while (first > tree.left_edge(noun) && tree.head(first - 1) == noun &&
         predicate::one_of(tree.dep(first - 1), {"compound", "amod", "nmod"}) &&
         predicate::one_of(tree.tag(first - 1), {"NN", "NNP", "JJ"}))
    --first;
  return first;
}

// Named by a word of a class that the frame admits there; troops are no goods.
bool is_admitted_by_class(const Scene& scene, const Draft& draft, const std::string& role, TokenIndex noun) {
  const auto lemma = predicate::lower(scene.tree.lemma(noun));
  const auto& fills = scene.frames.all()[draft.frame].fills;
  return std::any_of(fills.begin(), fills.end(), [&](const pack::Fill& fill) {
    return fill.role == role && std::any_of(fill.admits.begin(), fill.admits.end(), [&](const std::string& name) {
             return name != "force" && scene.frames.in_class(name, lemma);
           });
  });
}

} // namespace

void name_goods(Scene& scene, const Document& document, std::vector<Draft>& drafts) {
  const auto entity_of = [&](const Filler& filler) {
    const auto span = scene.source_span(start_of_kind(scene.tree, filler.shown), filler.shown + 1);
    const auto words = scene.text.source_text_of(span);
    const Iri id = document.id + "/munition-" + ContentHash().add(predicate::lower(words)).id();
    const auto known =
        std::find_if(scene.entities.begin(), scene.entities.end(), [&](const Entity& e) { return e.id == id; });
    const auto index = static_cast<EntityIndex>(known - scene.entities.begin());
    if (known == scene.entities.end()) {
      Entity goods;
      goods.id = id;
      goods.kind = EntityKind::munition;
      goods.type = "Munition";
      goods.label = words;
      scene.entities.push_back(std::move(goods));
    }
    auto& mentions = scene.entities[index].mentions;
    if (mentions.empty() || mentions.back().span.start < span.start)
      mentions.push_back({span, words, MentionKind::description});
    return index;
  };
  for (auto& draft : drafts)
    for (auto& [role, role_fillers] : draft.roles) {
      const auto& event = scene.frames.all()[draft.frame].event;
      const auto* kind = scene.frames.find_kind(event);
      const bool side = kind && (role == kind->first || role == kind->second);
      if (side || scene.frames.holds_words(event, role) || !scene.frames.counts(event, role)) continue;
      for (auto& filler : role_fillers)
        if (!filler.entity && filler.shown < scene.tree.size() &&
            is_admitted_by_class(scene, draft, role, filler.shown))
          filler.entity = entity_of(filler);
    }
}

} // namespace stemma::extract
