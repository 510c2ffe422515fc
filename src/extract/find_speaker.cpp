#include "extract/find_speaker.hpp"

#include "extract/find_state.hpp"
#include "extract/office_holders.hpp"
#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

constexpr std::uint32_t reach_of_office = 8;    // sentences
constexpr std::uint32_t reach_of_statement = 6; // sentences

class Search {
public:
  explicit Search(Scene& scene) : scene_(scene) {}

  std::vector<Speaker> run(TokenIndex token) {
    visit(token, 0);
    return std::move(out_);
  }

private:
  bool in_class(TokenIndex t, std::string_view name) const {
    return scene_.frames.in_class(name, predicate::lower(scene_.tree.lemma(t)));
  }

  void visit(TokenIndex t, int depth) {
    if (depth > 12) return;
    one(t, depth);
    for (const auto child : scene_.tree.children(t))
      if (scene_.tree.dep(child) == "conj" && predicate::is_nominal(scene_.tree.pos(child))) visit(child, depth + 1);
  }

  void one(TokenIndex t, int depth) {
    const auto* mention = scene_.mention(t);
    if (mention && speaks(mention->entity)) return add(mention->entity, t);
    if (const auto state = state_governed(t)) return add(*state, t);
    if (const auto person = person_beside(t)) return add(*person->first, person->second);
    if (in_class(t, "utterance")) return maker(t, depth);
    if (scene_.referent[t] && speaks(*scene_.referent[t])) return add(*scene_.referent[t], t);
    if (in_class(t, "office") && is_definite(t))
      if (const auto holder = holder_of(t)) return add(*holder, t);
    if (const auto body = body_called(t)) return add(*body, t);
    if (const auto body = body_beside(t)) return add(scene_.mention(*body)->entity, *body);
    if (in_class(t, "unnamed-speaker")) {
      if (const auto named = named_later(t)) return add(*named, t);
      if (const auto body = body_of_owner(t)) return add(*body, t);
      return add(anonymous(t), t);
    }
    if (is_body_of_two_words(t)) return add(anonymous(t), t);
    const auto found = fillers(scene_, t, any_party());
    if (!found.empty() && !found.front().implied && found.front().entity)
      add(*found.front().entity, t);
    else if (in_class(t, "speaking-body"))
      add(anonymous(t), t);
  }

  // "a Washington think-tank", "think tank": a body whose word is two, and nobody's name.
  bool is_body_of_two_words(TokenIndex t) const {
    const auto before = t > 0 && scene_.words[t - 1] == "-" ? t - 1 : t;
    return before > 0 && scene_.frames.in_class("speaking-body", scene_.words[before - 1] + "-" +
                                                                     predicate::lower(scene_.tree.lemma(t)));
  }

  bool speaks(EntityIndex e) const {
    const auto kind = scene_.entities[e].kind;
    return kind == EntityKind::person || kind == EntityKind::org || kind == EntityKind::country;
  }

  // "X's government", "its army": the state whose they are, of the one who governs it or the one just spoken of.
  std::optional<EntityIndex> state_governed(TokenIndex t) const {
    const auto owner = scene_.tree.child(t, "poss");
    if (owner == scene_.tree.size()) return std::nullopt;
    const auto* mention = scene_.mention(owner);
    const auto who = mention ? std::optional(mention->entity) : scene_.referent[owner];
    if (!who) return std::nullopt;
    const auto kind = scene_.entities[*who].kind;
    if (kind == EntityKind::person && in_class(t, "governing-body")) return scene_.country_of(*who);
    const bool organ = in_class(t, "governing-body") || in_class(t, "fighting-body");
    return kind == EntityKind::country && !mention && organ && !body_of_owner(t) ? who : std::nullopt;
  }

  using Place = std::pair<std::optional<EntityIndex>, TokenIndex>;

  // "the defence minister, Colonel X", "spokesman X": the person named inside of the phrase.
  std::optional<Place> person_beside(TokenIndex t) const {
    for (const auto child : scene_.tree.children(t)) {
      const auto dep = scene_.tree.dep(child);
      if (dep != "appos" && dep != "compound" && dep != "flat" && dep != "nmod") continue;
      for (const auto& inner : {child, last_of(child)})
        if (const auto* mention = scene_.mention(inner);
            mention && scene_.entities[mention->entity].kind == EntityKind::person)
          return Place{mention->entity, inner};
    }
    return in_class(t, "unnamed-speaker") ? person_behind(t) : std::nullopt;
  }

  // "a rights group, Amnesty International,", "the charity, Oxfam": the body that is named beside.
  std::optional<TokenIndex> body_beside(TokenIndex t) const {
    if (!in_class(t, "unnamed-speaker") && !in_class(t, "speaking-body")) return std::nullopt;
    for (const auto child : scene_.tree.children(t)) {
      const auto* mention = child > t && scene_.tree.dep(child) == "appos" ? scene_.mention(child) : nullptr;
      if (mention && scene_.entities[mention->entity].kind == EntityKind::org) return child;
    }
    return std::nullopt;
  }

  // "the mayor of Oldtown, X": named behind what he is the mayor of, where the parse hangs him.
  std::optional<Place> person_behind(TokenIndex t) const {
    for (const auto of : scene_.tree.children(t)) {
      if (scene_.tree.dep(of) != "prep" || of < t) continue;
      const auto object = scene_.tree.child(of, "pobj");
      if (object == scene_.tree.size()) continue;
      const auto named = scene_.tree.child(object, "appos");
      if (named == scene_.tree.size() || named < object) continue;
      if (const auto* mention = scene_.mention(named);
          mention && scene_.entities[mention->entity].kind == EntityKind::person)
        return Place{mention->entity, named};
    }
    return std::nullopt;
  }

  TokenIndex last_of(TokenIndex t) const {
    for (const auto child : scene_.tree.children(t))
      if (scene_.tree.dep(child) == "appos") return child;
    return t;
  }

  // "the minister", "the former president": one who is spoken of, by no name of a country or body.
  bool is_definite(TokenIndex t) const {
    if (scene_.tree.tag(t) != "NN" && scene_.tree.tag(t) != "NNP") return false;
    bool definite = false;
    for (const auto child : scene_.tree.children(t)) {
      const auto dep = scene_.tree.dep(child);
      if (dep == "det") definite = scene_.words[child] == "the";
      if (dep == "poss" || (dep == "prep" && scene_.words[child] == "of")) return false;
    }
    return definite;
  }

  // "a lawmaker said … lawmaker X said", "X, a lawmaker": news names later whom it brings in by his office.
  std::optional<EntityIndex> named_later(TokenIndex t) const {
    const auto det = scene_.tree.child(t, "det");
    const bool headline = det == scene_.tree.size(); // which leaves articles out: "Northland lawmaker says"
    if (!in_class(t, "office") || scene_.tree.tag(t) != "NN" || (!headline && scene_.words[det].front() != 'a'))
      return std::nullopt;
    for (const auto& mention : scene_.mentions) {
      if (mention.first <= t || scene_.entities[mention.entity].kind != EntityKind::person) continue;
      if (scene_.tree.sentence(mention.head) - scene_.tree.sentence(t) > reach_of_office) break;
      if (holds(mention, scene_.words[t])) return mention.entity;
    }
    return std::nullopt;
  }

  // "its military", "the Israeli army": the one body of that type that the text names of the country.
  std::optional<EntityIndex> body_of_owner(TokenIndex t) const {
    std::optional<EntityIndex> country;
    for (const auto child : scene_.tree.children(t)) {
      const auto dep = scene_.tree.dep(child);
      if (dep != "poss" && dep != "amod" && dep != "compound") continue;
      const auto* mention = scene_.mention(child);
      const auto who = mention ? std::optional(mention->entity) : scene_.referent[child];
      if (who && scene_.entities[*who].kind == EntityKind::country) country = who;
    }
    if (!country) return std::nullopt;
    std::optional<EntityIndex> only;
    for (EntityIndex e = 0; e < scene_.entities.size(); ++e) {
      const auto& body = scene_.entities[e];
      if (body.kind != EntityKind::org || body.country != scene_.entities[*country].id) continue;
      if (!in_class(t, "describes-" + body.type)) continue;
      if (only) return std::nullopt;
      only = e;
    }
    return only;
  }

  // "the centre", "the same panel": the body named last before whose name has these words.
  std::optional<EntityIndex> body_called(TokenIndex t) const {
    if (!in_class(t, "speaking-body") && !in_class(t, "unnamed-speaker")) return std::nullopt;
    if (scene_.tree.tag(t) != "NN" && scene_.tree.tag(t) != "NNP") return std::nullopt;
    std::vector<std::string> words{scene_.words[t]};
    bool definite = false;
    for (const auto child : scene_.tree.children(t)) {
      const auto dep = scene_.tree.dep(child);
      if (dep == "det")
        definite = predicate::one_of(scene_.words[child], {"the", "this", "that"});
      else if (dep == "poss" || (dep == "prep" && scene_.words[child] == "of"))
        return std::nullopt;
      else if ((dep == "amod" || dep == "compound" || dep == "nmod") && scene_.words[child] != "same")
        words.push_back(scene_.words[child]);
    }
    if (!definite) return std::nullopt;
    for (auto m = scene_.mentions.rbegin(); m != scene_.mentions.rend(); ++m)
      if (m->last <= t && m->last - m->first > words.size() && m->kind == MentionKind::name &&
          scene_.entities[m->entity].kind == EntityKind::org && has_words(*m, words))
        return m->entity;
    for (auto m = scene_.mentions.rbegin(); m != scene_.mentions.rend(); ++m)
      if (m->last <= t && scene_.entities[m->entity].kind == EntityKind::org && is_introduced_as(*m, words.front()))
        return m->entity;
    return std::nullopt;
  }

  // "the country's highest court, the Cour de cassation", "X, a court in Paris"
  bool is_introduced_as(const PlacedMention& mention, const std::string& word) const {
    const auto& tree = scene_.tree;
    if (tree.dep(mention.head) == "appos" && scene_.words[tree.head(mention.head)] == word) return true;
    const auto behind = tree.child(mention.head, "appos");
    return behind != tree.size() && scene_.words[behind] == word;
  }

  bool has_words(const PlacedMention& mention, const std::vector<std::string>& words) const {
    const auto first = scene_.words.begin() + mention.first, last = scene_.words.begin() + mention.last;
    return std::all_of(words.begin(), words.end(), [&](const auto& w) { return std::find(first, last, w) != last; });
  }

  bool holds(const PlacedMention& mention, const std::string& office) const {
    for (auto t = mention.first; t > 0 && mention.first - t < 3; --t) { // "spokesman X", not "a spokesman for X"
      if (scene_.tree.pos(t - 1) == "ADP" || scene_.tree.sentence(t - 1) != scene_.tree.sentence(mention.head)) break;
      if (scene_.words[t - 1] == office) return true;
    }
    for (const auto child : scene_.tree.children(mention.head))
      if (scene_.tree.dep(child) == "appos" && scene_.words[child] == office) return true;
    return false;
  }

  // A title speaks of its own office when it says "the President", as the text below it does.
  std::optional<EntityIndex> holder_of(TokenIndex t) const {
    const bool named_so = scene_.tree.tag(t) == "NNP";
    if (named_so && scene_.in_title[t]) return std::nullopt;
    auto near = last_person(t);
    if (near && holds_another(*near, t)) near.reset();
    return near || named_so ? near : holder_anywhere(t);
  }

  // "The FOREIGN minister", of somebody who is brought in as defence minister.
  bool holds_another(EntityIndex person, TokenIndex t) const {
    const auto portfolio = portfolio_of(scene_, t);
    if (portfolio.empty()) return false;
    bool other = false;
    for (const auto& mention : scene_.mentions) {
      if (mention.entity != person || mention.first == 0 || scene_.words[mention.first - 1] != scene_.words[t])
        continue;
      const auto held = portfolio_of(scene_, mention.first - 1);
      if (held == portfolio) return false;
      other = other || !held.empty();
    }
    return other;
  }

  // The person spoken of last, a subject before anybody else, in the three sentences before.
  std::optional<EntityIndex> last_person(TokenIndex t) const {
    const auto sentence = scene_.tree.sentence(t);
    std::optional<EntityIndex> any;
    for (auto m = scene_.mentions.rbegin(); m != scene_.mentions.rend(); ++m) {
      if (m->first >= t || scene_.entities[m->entity].kind != EntityKind::person) continue;
      if (sentence - scene_.tree.sentence(m->head) > 3 || scene_.tree.sentence(m->head) == sentence) {
        if (scene_.tree.sentence(m->head) == sentence) continue;
        break;
      }
      if (scene_.tree.dep(m->head) == "nsubj") return m->entity;
      if (!any) any = m->entity;
    }
    return any;
  }

  // "the president" of a text that names one president only.
  std::optional<EntityIndex> holder_anywhere(TokenIndex t) const {
    std::optional<EntityIndex> only;
    for (const auto& mention : scene_.mentions) {
      if (scene_.entities[mention.entity].kind != EntityKind::person || !holds(mention, scene_.words[t]) ||
          holds_another(mention.entity, t))
        continue;
      if (only && *only != mention.entity) return std::nullopt;
      only = mention.entity;
    }
    return only;
  }

  // "a report by X", "X's statement", "a Y report", "figures released by X"
  void maker(TokenIndex t, int depth) {
    const auto known = out_.size();
    if (scene_.tree.tag(t) == "NNS" && is_leaked(t)) return add(anonymous(t), t);
    for (const auto child : scene_.tree.children(t)) {
      const auto dep = scene_.tree.dep(child);
      if (dep == "poss") visit(child, depth + 1);
      if ((dep == "compound" || dep == "amod" || dep == "nmod") && scene_.mention(child) &&
          speaks(scene_.mention(child)->entity))
        add(scene_.mention(child)->entity, child);
      if (dep == "prep" && (scene_.words[child] == "by" || scene_.words[child] == "from" ||
                            scene_.words[child] == "of" || scene_.words[child] == "in"))
        objects_of(child, depth);
      if (dep == "acl" || dep == "relcl")
        for (const auto inner : scene_.tree.children(child))
          if (scene_.tree.dep(inner) == "agent") objects_of(inner, depth);
      if (dep == "relcl" && in_class(child, "issuing")) // "the list, which the ministry published"
        if (const auto issuer = scene_.tree.child(child, "nsubj");
            issuer != scene_.tree.size() && scene_.tree.tag(issuer).front() != 'W')
          visit(issuer, depth + 1);
      if (out_.size() > known) return;
    }
    if (scene_.tree.dep(t) == "dobj") { // "X issued a warning saying"
      const auto issuer = scene_.tree.child(scene_.tree.head(t), "nsubj");
      if (issuer != scene_.tree.size()) return visit(issuer, depth + 1);
    }
    if (is_definite(t) && earlier_maker(t, depth)) return;
    if (scene_.tree.tag(t) == "NNS") add(anonymous(t), t); // "reports", "documents": somebody's
  }

  // "internal army documents obtained by the paper", "leaked files"
  bool is_leaked(TokenIndex t) const {
    return std::any_of(scene_.tree.begin_children(t), scene_.tree.end_children(t), [&](auto child) {
      const auto dep = scene_.tree.dep(child);
      return (dep == "acl" || dep == "amod") && in_class(child, "leaking") &&
             (scene_.tree.tag(child) == "VBN" || scene_.tree.tag(child) == "VBD");
    });
  }

  // "X said in a statement … the statement said": whoever made the last one.
  bool earlier_maker(TokenIndex t, int depth) {
    const auto known = out_.size();
    for (auto after = t; after > 0; --after) {
      const auto u = after - 1;
      if (scene_.tree.sentence(t) - scene_.tree.sentence(u) > reach_of_statement) break;
      if (scene_.tree.lemma(u) != scene_.tree.lemma(t) || depth > 2) continue;
      maker(u, depth + 1);
      const auto in = scene_.tree.head(u);
      if (out_.size() == known && scene_.tree.dep(u) == "pobj" && scene_.words[in] == "in")
        if (const auto subject = scene_.tree.child(scene_.tree.head(in), "nsubj"); subject != scene_.tree.size())
          visit(subject, depth + 1);
      if (out_.size() > known) return true;
    }
    return false;
  }

  void objects_of(TokenIndex preposition, int depth) {
    for (const auto object : scene_.tree.children(preposition))
      if (scene_.tree.dep(object) == "pobj") visit(object, depth + 1);
  }

  void add(EntityIndex entity, TokenIndex t) {
    if (std::any_of(out_.begin(), out_.end(), [&](const Speaker& s) { return s.entity == entity; })) return;
    const auto* mention = scene_.mention(t);
    if (mention && mention->entity == entity)
      out_.push_back({entity, t, mention->first, mention->last});
    else
      out_.push_back({entity, t, phrase_start(t), t + 1});
  }

  // Where the words before a noun start that say who is meant: no article.
  TokenIndex phrase_start(TokenIndex t) const {
    auto first = scene_.tree.left_edge(t);
    while (first < t && (scene_.tree.pos(first) == "DET" || scene_.tree.pos(first) == "PUNCT" ||
                         scene_.tree.pos(first) == "SPACE" || scene_.tree.pos(first) == "ADV"))
      ++first;
    return first;
  }

  // "US officials", "a diplomat": a speaker without a name, one for each wording and state.
  EntityIndex anonymous(TokenIndex t) {
    const auto span = scene_.source_span(phrase_start(t), t + 1);
    const auto words = scene_.text.source_text_of(span);
    const auto state = find_state(scene_, t);
    for (EntityIndex e = 0; e < scene_.entities.size(); ++e)
      if (const auto& known = scene_.entities[e];
          known.kind == EntityKind::anonymous && known.label == words && known.country == state)
        return e;
    Entity entity;
    entity.country = state;
    entity.kind = EntityKind::anonymous;
    entity.type = "AnonymousSpeaker";
    entity.label = words;
    entity.mentions.push_back({span, words, MentionKind::description});
    scene_.entities.push_back(std::move(entity));
    return static_cast<EntityIndex>(scene_.entities.size() - 1);
  }

  Scene& scene_;
  std::vector<Speaker> out_;
};

} // namespace

std::vector<Speaker> find_speakers(Scene& scene, TokenIndex token) { return Search(scene).run(token); }

} // namespace stemma::extract
