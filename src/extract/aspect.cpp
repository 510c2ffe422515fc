#include "extract/aspect.hpp"

#include "extract/time_words.hpp"
#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

using predicate::Kind;
using predicate::one_of;
using predicate::Predication;
using predicate::Tense;

namespace {

bool has_word(const std::vector<std::string>& words, std::initializer_list<std::string_view> list) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return one_of(word, list); });
}

// "for years", "for several months"
bool is_stretch_of_time(const Scene& scene, TokenIndex preposition) {
  if (scene.words[preposition] != "for") return false;
  const auto length = scene.tree.child(preposition, "pobj");
  return length != scene.tree.size() && !scene.tree.has_child(length, "nummod") && scene.tree.tag(length) == "NNS" &&
         time_unit(scene.words[length]);
}

} // namespace

bool is_imminent(const Scene& scene, const Predication& p) {
  if (!p.infinitive) return false;
  for (const auto child : scene.tree.children(p.token))
    if (child > 0 && scene.words[child] == "to" && scene.tree.dep(child) == "aux")
      return one_of(scene.words[child - 1], {"going", "about"});
  return false;
}

bool is_lasting_perfect(const Scene& scene, const Predication& p) {
  if (p.kind == Kind::noun || !p.perfect || p.tense != Tense::present || p.negated) return false;
  if (has_word(p.adverbs, {"long", "consistently", "continuously", "continually", "constantly", "steadily"}))
    return true;
  const auto children = scene.tree.children(p.token);
  return std::any_of(children.begin(), children.end(), [&](auto child) { return is_stretch_of_time(scene, child); });
}

bool is_said_to_go_on(const Scene& scene, const Predication& noun) {
  if (noun.kind != Kind::noun) return false;
  for (const auto child : scene.tree.children(noun.token)) {
    if (scene.tree.dep(child) != "relcl") continue;
    const auto index = scene.predications.find_at(child);
    if (!index) continue;
    const auto& said = scene.predications.items[*index];
    if (said.tense != Tense::present || said.perfect || said.negated || !said.modal.empty()) continue;
    const auto words = scene.frames.embedded_by(pack::WordKind::verb, said.lemma);
    if (std::any_of(words.begin(), words.end(),
                    [&](auto i) { return scene.frames.embeddings()[i].status == "ongoing"; }))
      return true;
  }
  return false;
}

bool is_given_up(const Predication& p) { return p.negated && has_word(p.adverbs, {"long", "anymore"}); }

} // namespace stemma::extract
