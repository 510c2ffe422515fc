#include "extract/triggers.hpp"

#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

using predicate::Kind;
using predicate::Position;
using predicate::Predication;

namespace {

std::span<const std::uint32_t> idiom_embeddings(const Scene& scene, const Predication& p) {
  if (p.kind == Kind::noun || p.kind == Kind::adjective) return {};
  auto object = scene.tree.child(p.token, "dobj"); // "was given the GREEN LIGHT"
  if (object == scene.tree.size() && p.passive) object = scene.tree.child(p.token, "nsubjpass");
  const auto at = object == scene.tree.size() ? std::nullopt : scene.predications.find_at(object);
  if (!at) return {};
  return scene.frames.embedded_by(pack::WordKind::verb, p.lemma + " " + scene.predications.items[*at].lemma);
}

} // namespace

pack::WordKind word_kind(Kind kind) {
  switch (kind) {
  case Kind::verb:
  case Kind::participle: return pack::WordKind::verb;
  case Kind::noun: return pack::WordKind::noun;
  case Kind::adjective: return pack::WordKind::adjective;
  }
  return pack::WordKind::verb;
}

std::optional<predicate::TokenIndex> idiom(const Scene& scene, const Predication& p,
                                           std::span<const std::uint32_t>& frames) {
  if (p.kind == Kind::noun || p.kind == Kind::adjective) return std::nullopt;
  for (const auto& argument : p.arguments) {
    if (argument.position != Position::object || argument.carried != 0) continue;
    frames = scene.frames.triggered_by(pack::WordKind::verb,
                                       p.lemma + " " + predicate::lower(scene.tree.lemma(argument.token)));
    if (!frames.empty()) return argument.token;
  }
  return std::nullopt;
}

std::span<const std::uint32_t> embeddings_of(const Scene& scene, const Predication& predication) {
  const auto idiom = idiom_embeddings(scene, predication);
  return idiom.empty() ? scene.frames.embedded_by(word_kind(predication.kind), predication.lemma) : idiom;
}

bool is_idiom(const Scene& scene, const Predication& predication) {
  return !idiom_embeddings(scene, predication).empty();
}

bool carries_men(const Scene& scene, TokenIndex t) {
  if (t == 0 || scene.tree.dep(t - 1) != "compound" || scene.tree.head(t - 1) != t) return false;
  return scene.frames.in_class("bearer-of-men", scene.words[t - 1] + " " + predicate::lower(scene.tree.lemma(t)));
}

bool is_put_on_hold(const Scene& scene, const Predication& p) {
  if (p.kind == Kind::noun) return false;
  return std::any_of(p.arguments.begin(), p.arguments.end(), [&](const auto& a) {
    return a.position == Position::oblique && a.preposition == "on" &&
           scene.frames.in_class("standstill", scene.words[a.token]);
  });
}

std::span<const std::uint32_t> frames_of(const Scene& scene, const Predication& predication) {
  return scene.frames.triggered_by(word_kind(predication.kind), predication.lemma);
}

std::optional<std::span<const std::uint32_t>> figure_of_speech(const Scene& scene, const Predication& p) {
  if (p.kind == Kind::noun) return std::nullopt;
  const auto known = [&](const std::string& word) { return scene.frames.in_class("figure", p.lemma + " " + word); };
  for (const auto& adverb : p.adverbs)
    if (known(adverb)) return scene.frames.triggered_by(word_kind(p.kind), p.lemma + " " + adverb);
  const auto known_of_one = [&](TokenIndex object) { // "hit the target", not "hit targets"
    return scene.tree.tag(object) != "NNS" &&
           scene.frames.in_class("figure-of-one", p.lemma + " " + predicate::lower(scene.tree.lemma(object)));
  };
  for (const auto& a : p.arguments)
    if (const auto object = predicate::lower(scene.tree.lemma(a.token));
        a.position == Position::object && (known(object) || known_of_one(a.token)))
      return scene.frames.triggered_by(word_kind(p.kind), p.lemma + " " + object);
  return std::nullopt;
}

bool names_event(const Scene& scene, TokenIndex noun, std::string_view event) {
  const auto frames = scene.frames.triggered_by(pack::WordKind::noun, predicate::lower(scene.tree.lemma(noun)));
  return std::any_of(frames.begin(), frames.end(), [&](auto f) { return scene.frames.all()[f].event == event; });
}

} // namespace stemma::extract
