#include "extract/coreference.hpp"

#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

enum class Wanted { person, body, country };

struct Candidate {
  EntityIndex entity;
  TokenIndex token;
  bool subject;
};

class Resolution {
public:
  explicit Resolution(Scene& scene) : scene_(scene) {}

  void run() {
    for (TokenIndex t = 0; t < scene_.tree.size(); ++t) {
      note(t);
      if (scene_.mention(t)) continue;
      const auto& word = scene_.words[t];
      if (word == "he" || word == "she" || word == "him" || word == "his" || word == "her") take(t, Wanted::person);
      else if (word == "it" || word == "its") take(t, Wanted::body);
      else if (scene_.tree.pos(t) == "NOUN" && is_definite(t) && is_country_word(t)) take(t, Wanted::country);
    }
  }

private:
  bool is_definite(TokenIndex t) const {
    for (const auto child : scene_.tree.children(t)) {
      const auto dep = scene_.tree.dep(child);
      if (dep == "amod" || dep == "compound" || dep == "poss" || dep == "prep" || dep == "nummod") return false;
    }
    const auto det = scene_.tree.child(t, "det");
    return det != scene_.tree.size() && (scene_.words[det] == "the" || scene_.words[det] == "that" || scene_.words[det] == "this");
  }

  bool is_country_word(TokenIndex t) const { return scene_.frames.in_class("country-word", predicate::lower(scene_.tree.lemma(t))); }

  void note(TokenIndex t) {
    const auto* mention = scene_.mention(t);
    if (!mention || mention->head != t) return;
    const auto kind = scene_.entities[mention->entity].kind;
    if (kind == EntityKind::munition || kind == EntityKind::place) return;
    const auto dep = scene_.tree.dep(t);
    if (mention->kind == MentionKind::demonym && dep == "amod") return;
    seen_.push_back({mention->entity, t, dep == "nsubj" || dep == "nsubjpass"});
  }

  bool fits(EntityKind kind, Wanted wanted) const {
    switch (wanted) {
    case Wanted::person: return kind == EntityKind::person;
    case Wanted::body: return kind == EntityKind::country || kind == EntityKind::org;
    case Wanted::country: return kind == EntityKind::country;
    }
    return false;
  }

  // Subjects first, the nearest first, in this sentence before the pronoun and in the two before it.
  void take(TokenIndex t, Wanted wanted) {
    const auto sentence = scene_.tree.sentence(t);
    const Candidate* best = nullptr;
    int best_score = 0;
    for (auto c = seen_.rbegin(); c != seen_.rend(); ++c) {
      const auto distance = sentence - scene_.tree.sentence(c->token);
      if (distance > (wanted == Wanted::person ? 3u : 2u)) break;
      if (!fits(scene_.entities[c->entity].kind, wanted)) continue;
      const int score = 10 - 3 * static_cast<int>(distance) + (c->subject ? 4 : 0);
      if (!best || score > best_score) { best = &*c; best_score = score; }
    }
    if (best) scene_.referent[t] = best->entity;
  }

  Scene& scene_;
  std::vector<Candidate> seen_;
};

} // namespace

void resolve_references(Scene& scene) { Resolution(scene).run(); }

} // namespace stemma::extract
