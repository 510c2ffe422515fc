#include "extract/name_speakers.hpp"

#include "extract/find_speaker.hpp"
#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

// Does the word speak of condemning, or report what somebody says?
bool is_word_of_speech(const Scene& scene, const predicate::Predication& p) {
  if (p.kind != predicate::Kind::verb && p.kind != predicate::Kind::participle) return false;
  const auto words = scene.frames.embedded_by(pack::WordKind::verb, p.lemma);
  if (std::any_of(words.begin(), words.end(), [&](auto i) { return scene.frames.embeddings()[i].reports; }))
    return true;
  const auto frames = scene.frames.triggered_by(pack::WordKind::verb, p.lemma);
  return std::any_of(frames.begin(), frames.end(), [&](auto i) {
    const auto* kind = scene.frames.find_kind(scene.frames.all()[i].event);
    return kind && kind->speaks;
  });
}

bool is_unnamed(const Scene& scene, TokenIndex t) {
  if (scene.tree.pos(t) != "NOUN" || scene.mention(t) || scene.referent[t]) return false;
  const auto lemma = predicate::lower(scene.tree.lemma(t));
  return scene.frames.in_class("unnamed-speaker", lemma) || scene.frames.in_class("speaking-body", lemma) ||
         scene.frames.in_class("utterance", lemma);
}

void name(Scene& scene, TokenIndex t) {
  const auto known = scene.entities.size();
  const auto speakers = find_speakers(scene, t);
  for (const auto& speaker : speakers)
    if (speaker.entity < known && scene.entities[speaker.entity].kind != EntityKind::anonymous)
      scene.speaking[t].push_back(speaker.entity);
  scene.entities.erase(scene.entities.begin() + static_cast<std::ptrdiff_t>(known), scene.entities.end());
}

// "…, the statement added. IT also accused Peru": the paper that spoke in the sentence before. size(): none did.
TokenIndex paper_before(const Scene& scene, TokenIndex it) {
  const auto first = scene.tree.sentence_start(it);
  if (scene.words[it] != "it" || it != first || first == 0) return scene.tree.size();
  for (const auto& p : scene.predications.in_sentence(scene.tree.sentence(first - 1))) {
    if (!is_word_of_speech(scene, p)) continue;
    for (const auto& a : p.arguments)
      if (a.position == predicate::Position::subject && is_unnamed(scene, a.token) &&
          scene.frames.in_class("utterance", predicate::lower(scene.tree.lemma(a.token))))
        return a.token;
  }
  return scene.tree.size();
}

void name_paper(Scene& scene, TokenIndex it) {
  const auto paper = paper_before(scene, it);
  if (paper == scene.tree.size()) return;
  name(scene, paper);
  const auto found = scene.speaking.find(paper);
  if (found == scene.speaking.end()) return;
  scene.speaking[it] = found->second;
  scene.referent[it].reset();
}

} // namespace

void name_speakers(Scene& scene) {
  for (const auto& p : scene.predications.items) {
    if (!is_word_of_speech(scene, p)) continue;
    for (const auto& a : p.arguments) {
      if (a.position == predicate::Position::subject) name_paper(scene, a.token);
      if (a.position == predicate::Position::subject && scene.speaking.count(a.token) == 0 &&
          is_unnamed(scene, a.token))
        name(scene, a.token);
    }
  }
}

} // namespace stemma::extract
