#include "extract/wanted_munition.hpp"

#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

// "took delivery of the FIRST FOUR"
bool wants_munition_behind(const Scene& scene, const predicate::Predication& p, const std::string& preposition) {
  if (preposition.empty()) return false;
  return std::any_of(p.arguments.begin(), p.arguments.end(), [&](const predicate::Argument& object) {
    if (object.position != predicate::Position::object) return false;
    const auto idiom = p.lemma + " " + predicate::lower(scene.tree.lemma(object.token));
    const auto frames = scene.frames.triggered_by(pack::WordKind::verb, idiom);
    return std::any_of(frames.begin(), frames.end(), [&](auto index) {
      const auto& fills = scene.frames.all()[index].fills;
      return std::any_of(fills.begin(), fills.end(), [&](const pack::Fill& fill) {
        return std::find(fill.positions.begin(), fill.positions.end(), "low-" + preposition) != fill.positions.end() &&
               std::find(fill.admits.begin(), fill.admits.end(), "munition") != fill.admits.end();
      });
    });
  });
}

bool wants_munition(const Scene& scene, const predicate::Predication& p, predicate::Position at) {
  const auto position = at == predicate::Position::object    ? "object"
                        : at == predicate::Position::subject ? "subject"
                                                             : "";
  const auto frames = scene.frames.triggered_by(pack::WordKind::verb, p.lemma);
  return std::any_of(frames.begin(), frames.end(), [&](auto index) {
    const auto& fills = scene.frames.all()[index].fills;
    return std::any_of(fills.begin(), fills.end(), [&](const pack::Fill& fill) {
      return std::find(fill.positions.begin(), fill.positions.end(), position) != fill.positions.end() &&
             std::find(fill.admits.begin(), fill.admits.end(), "munition") != fill.admits.end();
    });
  });
}

} // namespace

bool may_be_munition(const Scene& scene, TokenIndex t) {
  for (const auto& p : scene.predications.in_sentence(scene.tree.sentence(t))) {
    if (p.kind == predicate::Kind::noun || p.kind == predicate::Kind::adjective) continue;
    for (const auto& a : p.arguments)
      if (a.token == t && (wants_munition(scene, p, a.position) || wants_munition_behind(scene, p, a.preposition)))
        return true;
  }
  return false;
}

bool receives_munition(const Scene& scene, TokenIndex t) {
  const auto verb = scene.predications.find_at(scene.tree.is_root(t) ? t : scene.tree.head(t));
  if (!verb) return false;
  const auto& p = scene.predications.items[*verb];
  if (p.kind != predicate::Kind::verb && p.kind != predicate::Kind::participle) return false;
  const auto found = std::find_if(p.arguments.begin(), p.arguments.end(),
                                  [&](const auto& a) { return a.token == t && a.carried == 0; });
  if (found == p.arguments.end()) return false;
  const auto position = found->position == predicate::Position::object    ? "object"
                        : found->position == predicate::Position::subject ? "subject"
                                                                          : "";
  bool munition = false;
  for (const auto index : scene.frames.triggered_by(pack::WordKind::verb, p.lemma))
    for (const auto& fill : scene.frames.all()[index].fills) {
      if (std::find(fill.positions.begin(), fill.positions.end(), position) == fill.positions.end()) continue;
      const auto admits = [&](std::string_view name) {
        return std::find(fill.admits.begin(), fill.admits.end(), name) != fill.admits.end();
      };
      if (admits("munition")) munition = true;
      if (admits("party") && !admits("owner")) return false;
    }
  return munition;
}

} // namespace stemma::extract
