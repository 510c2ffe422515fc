#include "extract/barred_antecedents.hpp"

#include "extract/triggers.hpp"
#include "predicate/words.hpp"

namespace stemma::extract {

namespace {

using predicate::one_of;

// "help IT repel", "let IT have"
bool is_subject_of_bare(const Scene& scene, TokenIndex pronoun) {
  const auto verb = scene.tree.head(pronoun);
  if (scene.tree.dep(pronoun) != "nsubj" || scene.tree.is_root(verb) || scene.tree.dep(verb) != "ccomp") return false;
  return scene.tree.tag(verb) == "VB" && !scene.tree.has_child(verb, "aux") && !scene.tree.has_child(verb, "mark") &&
         one_of(predicate::lower(scene.tree.lemma(scene.tree.head(verb))), {"help", "let", "make"});
}

// Somebody is the object of the verb, before the infinitive.
bool names_party(const Scene& scene, TokenIndex verb, TokenIndex infinitive) {
  const auto object = scene.tree.child(verb, "dobj");
  if (object == scene.tree.size() || object > infinitive) return false;
  const auto* mention = scene.mention(object);
  return mention && scene.entities[mention->entity].kind != EntityKind::munition;
}

// "persuaded IRAN to send it tanks": not Iran.
bool is_told_to(const Scene& scene, TokenIndex named, TokenIndex pronoun) {
  const auto& tree = scene.tree;
  if (!one_of(tree.dep(pronoun), {"dobj", "dative"}) || tree.dep(named) != "dobj") return false;
  const auto verb = tree.head(pronoun);
  return tree.dep(verb) == "xcomp" && tree.has_child(verb, "aux") && tree.head(named) == tree.head(verb) &&
         named < verb && names_party(scene, tree.head(verb), verb);
}

// "Iran supplies them": never Iran itself. "Its statement": not the statement.
bool is_own_deed(const Scene& scene, TokenIndex named, TokenIndex pronoun) {
  for (auto t = pronoun; !scene.tree.is_root(t); t = scene.tree.head(t)) {
    if (t != pronoun && t == named) return true;
    const bool beside = t != pronoun && scene.tree.dep(t) == "conj" && predicate::is_nominal(scene.tree.pos(t));
    if (beside) break; // "Iran and Peru, which arms IT"
  }
  const auto dep = [&](TokenIndex t) { return scene.tree.dep(t); };
  const auto relation = dep(pronoun);
  if (scene.tree.pos(pronoun) == "NOUN") { // "bans sales to the country": another one
    auto verb = pronoun;
    while (!scene.tree.is_root(verb) && scene.tree.pos(verb) != "VERB") verb = scene.tree.head(verb);
    auto doer = named; // "RUSSIAN troops moved to the country", "were moved to the country"
    while (!scene.tree.is_root(doer) && one_of(dep(doer), {"amod", "compound", "poss", "conj"}))
      doer = scene.tree.head(doer);
    const bool moved =
        dep(doer) == "nsubjpass" && scene.frames.in_class("stand-in", predicate::lower(scene.tree.lemma(doer)));
    if (scene.tree.head(doer) == verb && (dep(doer) == "nsubj" || moved)) return true;
    // "told IRAN to withdraw from the country", "IRAN plans to send troops to the country"
    const bool infinitive = !scene.tree.is_root(verb) && dep(verb) == "xcomp";
    const bool told = infinitive && scene.tree.has_child(scene.tree.head(verb), "dobj");
    if (infinitive && scene.tree.head(doer) == scene.tree.head(verb) && dep(doer) == (told ? "dobj" : "nsubj"))
      return true;
  }
  const bool helped = is_subject_of_bare(scene, pronoun); // "sent tanks to help IT repel the enemy"
  if (relation != "dobj" && relation != "dative" && relation != "pobj" && !helped) return false;
  auto head = scene.tree.head(pronoun);
  if (helped) head = scene.tree.head(head);
  if (relation == "pobj") head = scene.tree.head(head);
  if (dep(named) == "dobj" && dep(head) == "xcomp" && scene.tree.head(head) == scene.tree.head(named))
    return true; // "asked IRAN to supply it"
  while (!scene.tree.is_root(named) && dep(named) == "conj") named = scene.tree.head(named);
  const bool passive = dep(named) == "nsubjpass"; // "IRAN is said to have sold it"
  if (dep(named) != "nsubj" && !passive) return false;
  for (int depth = 0; depth < 4; ++depth) { // "Iran must stop supplying them", "Iran visited and supplied them"
    if (scene.tree.head(named) == head) return !passive || depth != 0;
    if (scene.tree.is_root(head)) return false;
    const auto above = scene.tree.head(head);
    const bool alone = !scene.tree.has_child(head, "nsubj"), meanwhile = alone && scene.tree.tag(head) == "VBG";
    if (dep(head) == "xcomp" && names_party(scene, above, head)) return false; // "Iran asked SYRIA to help it"
    const bool aim = alone && dep(head) == "advcl" && scene.tree.tag(head) == "VB" && scene.tree.has_child(head, "aux");
    if (dep(head) == "xcomp" || (dep(head) == "conj" && alone) || (dep(head) == "advcl" && meanwhile) || aim)
      head = above; // "Iran hit Syria, accusing it", "Iran sent Syria tanks to help it"
    else if (dep(head) == "pcomp" && meanwhile && !scene.tree.is_root(above) &&
             one_of(scene.words[above], {"after", "before", "by", "while", "when", "without", "despite", "since"}))
      head = scene.tree.head(above); // "Iran hit Syria after accusing it"
    else
      return false;
  }
  return false;
}

// "Iran gave Syria tanks in return for the drones IT sent": not Iran.
bool gets_return(const Scene& scene, TokenIndex named, TokenIndex pronoun) {
  const auto& tree = scene.tree;
  if (tree.dep(pronoun) != "nsubj" || tree.dep(named) != "nsubj") return false;
  const auto clause = tree.head(pronoun);
  if (tree.dep(clause) != "relcl" || tree.is_root(clause)) return false;
  const auto thing = tree.head(clause);
  if (tree.dep(thing) != "pobj" || tree.is_root(thing) || scene.words[tree.head(thing)] != "for") return false;
  const auto word = tree.head(tree.head(thing));
  const bool returns = names_event(scene, word, "exchange");
  auto verb = word;
  for (int depth = 0; returns && depth < 5 && !tree.is_root(verb); ++depth) {
    verb = tree.head(verb);
    if (tree.pos(verb) == "VERB") return tree.head(named) == verb;
  }
  return false;
}

// "Iran warned Syria that IT could face a strike": not Iran, where somebody is warned.
bool is_warned_of(const Scene& scene, TokenIndex named, TokenIndex pronoun) {
  const auto& tree = scene.tree;
  if (!one_of(tree.dep(pronoun), {"nsubj", "nsubjpass"}) || tree.dep(named) != "nsubj") return false;
  const auto clause = tree.head(pronoun);
  if (tree.dep(clause) != "ccomp" || tree.is_root(clause) || tree.head(named) != tree.head(clause)) return false;
  return tree.has_child(clause, "aux") && names_party(scene, tree.head(clause), clause) &&
         scene.frames.in_class("undergoing", predicate::lower(tree.lemma(clause)));
}

// "IT accused Kampala": not Uganda.
bool acts_on_itself(const Scene& scene, TokenIndex named, TokenIndex pronoun) {
  if (scene.tree.dep(pronoun) != "nsubj") return false;
  const auto object = scene.tree.child(scene.tree.head(pronoun), "dobj");
  const auto* one = object == scene.tree.size() ? nullptr : scene.mention(object);
  const auto* other = scene.mention(named);
  return one && other && one->head == object && one->entity == other->entity;
}

} // namespace

bool is_barred_antecedent(const Scene& scene, TokenIndex named, TokenIndex pronoun) {
  return is_own_deed(scene, named, pronoun) || is_told_to(scene, named, pronoun) ||
         gets_return(scene, named, pronoun) || is_warned_of(scene, named, pronoun) ||
         acts_on_itself(scene, named, pronoun);
}

bool is_nameless_band(const Scene& scene, TokenIndex fighters) {
  constexpr std::uint32_t reach = 8; // sentences
  const auto& tree = scene.tree;
  const auto lemma = tree.lemma(fighters);
  if (!scene.frames.in_class("irregular", predicate::lower(lemma))) return false;
  for (auto t = fighters; t > 0 && tree.sentence(fighters) - tree.sentence(t - 1) < reach; --t) {
    const auto before = t - 1;
    if (tree.lemma(before) != lemma || tree.pos(before) != "NOUN") continue;
    if (scene.mention(before) || scene.referent[before]) return false;
    const auto det = tree.child(before, "det");
    return det == tree.size() || !one_of(scene.words[det], {"the", "these", "those"}) ||
           tree.has_child(before, "amod") || tree.has_child(before, "compound");
  }
  return false;
}

bool means_unnamed_two(const Scene& scene, TokenIndex t) {
  const auto& tree = scene.tree;
  const auto is = [&](TokenIndex noun, std::string_view name) {
    return scene.frames.in_class(name, predicate::lower(tree.lemma(noun)));
  };
  // "The two leaders" are no two diplomats.
  const bool anybody = is(t, "people-word") || scene.words[t] == "two";
  const Entity* named = nullptr;
  auto sentence = tree.sentence(t);
  for (auto n = t; n-- > 0 && tree.sentence(t) - tree.sentence(n) < 4;) {
    if (tree.sentence(n) != sentence) {
      sentence = tree.sentence(n);
      named = nullptr;
    }
    if (const auto* mention = scene.mention(n);
        mention && mention->head == n && scene.entities[mention->entity].kind == EntityKind::person) {
      if (named && named != &scene.entities[mention->entity])
        return false; // "Ruto met Museveni": two with names, side by side
      named = &scene.entities[mention->entity];
    }
    if (tree.tag(n) != "NNS" && tree.tag(n) != "NNPS") continue;
    const auto two = tree.child(n, "nummod");
    if (two == tree.size() || two > n || scene.words[two] != "two" || scene.both.contains(n)) continue;
    const bool people = is(n, "people-word") || is(n, "leader-word") || is(n, "unnamed-speaker") ||
                        tree.tag(n) == "NNPS"; // "two Somalis"
    if (people && (anybody || tree.lemma(n) == tree.lemma(t))) return true;
  }
  return false;
}

bool is_empty_subject(const Scene& scene, TokenIndex pronoun) {
  const auto& tree = scene.tree;
  const auto verb = tree.head(pronoun);
  if (tree.dep(pronoun) == "nsubjpass") return tree.has_child(verb, "ccomp");
  if (tree.dep(pronoun) != "nsubj") return false;
  if (!one_of(predicate::lower(tree.lemma(verb)), {"be", "become", "seem", "appear", "come", "take"})) return false;
  if (const auto attr = tree.child(verb, "attr"); attr != tree.size()) // "it was the second ATTACK"
    if (!scene.frames.triggered_by(pack::WordKind::noun, predicate::lower(tree.lemma(attr))).empty()) return true;
  return tree.has_child(verb, "ccomp") || tree.has_child(verb, "acomp") || tree.has_child(verb, "advcl") ||
         tree.has_child(verb, "xcomp");
}

} // namespace stemma::extract
