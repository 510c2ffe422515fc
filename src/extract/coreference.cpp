#include "extract/coreference.hpp"

#include "predicate/words.hpp"

#include <algorithm>
#include <ranges>

namespace stemma::extract {

namespace {

enum class Wanted { person, body, body_only, country };

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
      if (is_one_of(word, {"he", "she", "him", "his", "her"}))
        take(t, Wanted::person);
      else if (is_one_of(word, {"it", "its", "they", "them", "their"}))
        take(t, Wanted::body);
      else if (is_one_of(word, {"we", "us", "our", "ours"}))
        take_speaker(t);
      else if (scene_.tree.pos(t) == "NOUN")
        take_description(t);
    }
  }

private:
  bool is_definite(TokenIndex t) const {
    for (const auto child : scene_.tree.children(t)) {
      const auto dep = scene_.tree.dep(child);
      if (dep == "amod" || dep == "compound" || dep == "poss" || dep == "prep" || dep == "nummod") return false;
    }
    const auto det = scene_.tree.child(t, "det");
    return det != scene_.tree.size() &&
           (scene_.words[det] == "the" || scene_.words[det] == "that" || scene_.words[det] == "this");
  }

  static bool is_one_of(const std::string& word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
  }

  bool has_class(TokenIndex t, std::string_view name) const {
    return scene_.frames.in_class(name, predicate::lower(scene_.tree.lemma(t)));
  }

  // "the country", "his country", "the group"
  void take_description(TokenIndex t) {
    const bool country = has_class(t, "country-word");
    if (counts_two(t)) return take_both(t, country);
    if (!country && !has_class(t, "body-word")) return;
    const auto owner = scene_.tree.child(t, "poss");
    if (country && owner != scene_.tree.size() && scene_.tree.pos(owner) == "PRON")
      take(t, Wanted::country);
    else if (is_definite(t))
      take(t, country ? Wanted::country : Wanted::body_only);
  }

  bool counts_two(TokenIndex t) const {
    for (const auto child : scene_.tree.children(t))
      if (scene_.words[child] == "two" || scene_.words[child] == "both") return scene_.tree.tag(t) == "NNS";
    return false;
  }

  // "the two countries", "the two leaders", "both sides": the last two of one kind, in this sentence or the two before.
  void take_both(TokenIndex t, bool country) {
    const bool person = has_class(t, "leader-word");
    if (!country && !person && !has_class(t, "side-word")) return;
    std::optional<EntityIndex> last;
    for (auto c = seen_.rbegin(); c != seen_.rend() && scene_.tree.sentence(t) - scene_.tree.sentence(c->token) < 3;
         ++c) {
      const auto kind = scene_.entities[c->entity].kind;
      if (person    ? kind != EntityKind::person
          : country ? kind != EntityKind::country
                    : kind != EntityKind::country && kind != EntityKind::org)
        continue;
      if (!last)
        last = c->entity;
      else if (*last != c->entity) {
        scene_.both[t] = {c->entity, *last};
        return;
      }
    }
  }

  // "we" is the country or body of whoever speaks; outside of any report, the one for whom the document speaks.
  void take_speaker(TokenIndex t) {
    const auto sentence = scene_.tree.sentence(t);
    for (auto above = t; !scene_.tree.is_root(above);) {
      above = scene_.tree.head(above);
      const auto subject = scene_.tree.child(above, "nsubj");
      if (!reports(above) || subject == scene_.tree.size() || subject == t) continue;
      const auto* mention = scene_.mention(subject);
      const auto entity = mention ? std::optional(mention->entity) : scene_.referent[subject];
      if (!entity) return;
      scene_.referent[t] = scene_.entities[*entity].kind == EntityKind::person ? scene_.country_of(*entity) : entity;
      return;
    }
    for (auto c = seen_.begin(); c != seen_.end() && scene_.in_title[c->token]; ++c) // "Statement by President …"
      if (scene_.entities[c->entity].kind == EntityKind::person && scene_.country_of(c->entity)) {
        scene_.referent[t] = scene_.country_of(c->entity);
        return;
      }
    for (auto c = seen_.rbegin(); c != seen_.rend() && sentence - scene_.tree.sentence(c->token) < 3; ++c) {
      if (!c->subject || !reports(scene_.tree.head(c->token))) continue;
      scene_.referent[t] = scene_.entities[c->entity].kind == EntityKind::person ? scene_.country_of(c->entity)
                                                                                 : std::optional(c->entity);
      return;
    }
  }

  bool reports(TokenIndex t) const {
    for (const auto i : scene_.frames.embedded_by(pack::WordKind::verb, predicate::lower(scene_.tree.lemma(t))))
      if (scene_.frames.embeddings()[i].reports) return true;
    return false;
  }

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
    case Wanted::body_only: return kind == EntityKind::org;
    case Wanted::country: return kind == EntityKind::country;
    }
    return false;
  }

  // "Iran supplies them": never Iran itself.
  bool is_fellow_argument(TokenIndex named, TokenIndex pronoun) const {
    const auto dep = scene_.tree.dep(pronoun);
    if (dep != "dobj" && dep != "dative" && dep != "pobj") return false;
    auto head = scene_.tree.head(pronoun);
    if (dep == "pobj") head = scene_.tree.head(head);
    return scene_.tree.head(named) == head && scene_.tree.dep(named) == "nsubj";
  }

  // Subjects first, the nearest first, in this sentence before the pronoun and in the two before it.
  void take(TokenIndex t, Wanted wanted) {
    const auto sentence = scene_.tree.sentence(t);
    const Candidate* best = nullptr;
    int best_score = 0;
    for (const Candidate& c : std::views::reverse(seen_)) {
      const auto distance = sentence - scene_.tree.sentence(c.token);
      if (distance > (wanted == Wanted::person ? 3u : 2u)) break;
      if (!fits(scene_.entities[c.entity].kind, wanted)) continue;
      if (is_fellow_argument(c.token, t)) continue;
      const int score = 10 - 3 * static_cast<int>(distance) + (c.subject ? 4 : 0);
      if (!best || score > best_score) {
        best = &c;
        best_score = score;
      }
    }
    if (best) scene_.referent[t] = best->entity;
  }

  Scene& scene_;
  std::vector<Candidate> seen_;
};

} // namespace

void resolve_references(Scene& scene) { Resolution(scene).run(); }

} // namespace stemma::extract
