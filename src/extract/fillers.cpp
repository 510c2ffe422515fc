#include "extract/fillers.hpp"

#include "extract/triggers.hpp"
#include "predicate/exceptions.hpp"
#include "predicate/gapping.hpp"
#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

// "Company": entities of a class, whatever their kind.
bool admits_class(const std::vector<std::string>& admits, const Entity& entity) {
  return std::find(admits.begin(), admits.end(), entity.type) != admits.end();
}

// "not NewsAgency", "not aircraft": entities of a class, or things of a category, that the role turns away.
bool is_barred(const std::vector<std::string>& admits, const Entity& entity) {
  return std::any_of(admits.begin(), admits.end(), [&](const std::string& name) {
    if (name.compare(0, 4, "not ") != 0) return false;
    const auto barred = std::string_view(name).substr(4);
    return barred == entity.type || (!barred.empty() && barred == entity.category);
  });
}

bool admits_kind(const std::vector<std::string>& admits, EntityKind kind) {
  return std::any_of(admits.begin(), admits.end(), [&](const std::string& name) {
    switch (kind) {
    case EntityKind::country: return name == "party" || name == "state" || name == "place";
    case EntityKind::org: return name == "party" || name == "body";
    case EntityKind::person: return name == "party" || name == "person";
    case EntityKind::munition: return name == "munition" || name == "force";
    case EntityKind::place: return name == "place";
    case EntityKind::anonymous: return false;
    }
    return false;
  });
}

class Search {
public:
  Search(const Scene& scene, const std::vector<std::string>& admits) : scene_(scene), admits_(admits) {}

  std::vector<Filler> run(TokenIndex token) {
    argument_ = token;
    if (!visit(token, 0)) visit_class_word(token);
    if (out_.empty() && !admits("owned")) // who was hit or came is another one each time
      if (const auto noun = counted_before(token); noun && !visit(*noun, 0)) visit_class_word(*noun);
    if (out_.empty() && admits_kind(admits_, EntityKind::munition))
      if (const auto thing = thing_stood_for(scene_, token)) {
        visit(*thing, 0);
        for (auto& filler : out_) filler.shown = token; // it is not those named before that are counted
      }
    return std::move(out_);
  }

private:
  bool admits(std::string_view name) const { return std::find(admits_.begin(), admits_.end(), name) != admits_.end(); }
  // "STORM Boris", "Hurricane Milton": named like somebody, and nobody.
  bool is_storm(TokenIndex shown) const {
    const auto* mention = scene_.mention(shown);
    return mention && mention->last - mention->first > 1 &&
           scene_.frames.in_class("storm", scene_.words[mention->first]);
  }

  bool admitted(EntityIndex e, TokenIndex shown) const {
    const auto kind = scene_.entities[e].kind;
    if (kind != EntityKind::country && kind != EntityKind::munition && is_storm(shown)) return false;
    const bool land = admits("land") && admits_kind(place_, kind) && !is_water(shown);
    const bool water = admits("water") && kind == EntityKind::place && is_water(shown);
    const bool region = admits("region") && kind == EntityKind::place && !scene_.country_of(e);
    return (land || water || region || admits_kind(admits_, kind) || admits_class(admits_, scene_.entities[e])) &&
           !is_barred(admits_, scene_.entities[e]);
  }

  bool is_water(TokenIndex shown) const {
    const auto* mention = scene_.mention(shown);
    if (!mention) return false;
    for (auto t = mention->first; t < mention->last; ++t)
      if (scene_.frames.in_class("waters", scene_.words[t])) return true;
    return false;
  }

  bool add(EntityIndex e, TokenIndex shown) {
    bool implied = false;
    if (!admitted(e, shown)) {
      // "weapons for Kyiv", read as the town: where a party is wanted, a place stands for its country.
      const auto country =
          scene_.entities[e].kind == EntityKind::place && admits("party") ? scene_.country_of(e) : std::nullopt;
      if (!country) return false;
      e = *country;
      implied = true;
    }
    const Filler filler{e, {}, argument_, shown, implied};
    if (std::find(out_.begin(), out_.end(), filler) == out_.end()) out_.push_back(filler);
    return true;
  }

  // True when the phrase gave a filler.
  bool visit(TokenIndex t, int depth) {
    if (depth > 4) return false;
    bool found = false;
    if (admits("owner")) return visit_owner(t);
    if (visit_load(t, depth)) return true;
    if (const auto* mention = scene_.mention(t)) {
      if (admits("unnamed")) return false;
      if (add(mention->entity, t)) return true;
      if (admits("owned") && add_flag(*mention, t)) return true;
      if (mention->head != t && visit_mention(t)) return true; // "FRENCH-supplied missiles"
    }
    if (scene_.referent[t] && add(*scene_.referent[t], t)) return true;
    if (const auto both = scene_.both.find(t); both != scene_.both.end()) {
      const bool one = add(both->second.first, t);
      return add(both->second.second, t) || one;
    }
    const bool takes_part = is_part_of(t);
    if (scene_.tree.pos(t) == "PRON" && !takes_part) return false;
    if (visit_make(t) || visit_traded(t)) return true;
    const auto lemma = predicate::lower(scene_.tree.lemma(t));
    const bool stands_for_owner =
        (scene_.frames.in_class("stand-in", lemma) && !scene_.frames.in_class("rising", lemma)) || is_titled(t) ||
        is_membership(t);
    // "$800m in aid", "19 of its jets", "millions of dollars of arms"
    const bool is_sum = is_figure(t) || scene_.frames.in_class("money", lemma);
    const bool holds_things = is_sum || takes_part || scene_.frames.in_class("container", lemma);
    const bool is_area =
        scene_.frames.in_class("area-word", lemma) || scene_.frames.in_class("area-word", scene_.words[t]);
    const bool is_firm = stands_for_owner && scene_.frames.in_class("firm", lemma);
    const bool owned = admits("owned") && !is_blow(lemma) && !scene_.frames.in_class("stance", lemma) &&
                       !scene_.frames.in_class(
                           "other-party", lemma); // whatever it is, its owner fills the role: "Ukrainian power plants"
    bool has_owner = false;                       // "Peru's seizure of the islands" is Peru's alone
    for (const auto child : scene_.tree.children(t)) {
      const auto dep = scene_.tree.dep(child);
      const bool before =
          (dep == "poss" || dep == "amod" || dep == "compound" || dep == "nmod") && !is_turned_against(child);
      if ((stands_for_owner || is_area || owned) && before && visit_owners(child, 0)) {
        found = true;
        has_owner = has_owner || dep == "poss";
      }
      if ((stands_for_owner || owned) && before && visit_before(child, "belonging")) found = true;
      // "six months; the last aircraft left": what the parse takes for an apposition is another clause.
      const bool other_clause = dep == "appos" && (scene_.has_semicolon(std::min(t, child), std::max(t, child)) ||
                                                   predicate::opens_gapped_clause(scene_.tree, child));
      if (dep == "appos" && !other_clause && !is_said_of(child, t) && !predicate::is_left_out(scene_.tree, child) &&
          visit_members(child, depth + 1))
        found = true;
      if (holds_things && dep == "acl" && visit_contents(child, depth)) found = true;
      if (is_firm && visit_seat(child, depth)) found = true;
      if (dep != "prep") continue;
      const auto word = scene_.words[child];
      // "her Peruvian counterpart in Chile": where she met him
      const bool located = owned &&
                           !(found && (stands_for_owner || scene_.frames.in_class("counterpart-word", lemma))) &&
                           (word == "in" || word == "inside" || word == "near" || word == "at" || word == "around" ||
                            word == "across" || word == "on");
      const bool inside =
          ((word == "of" || word == "from") && stands_for_owner) ||
          (word == "in" && (rules(lemma) || is_firm)) || // "officials in Kinshasa", "firms in Peru"
          (word == "of" && (stands_for_owner || holds_things || is_area || (owned && !has_owner))) ||
          ((word == "with" || word == "between") && is_area) || // "the border with Peru"
          word == "including" || located || word == "like" || is_such_as(child, lemma) || (is_sum && word == "in") ||
          (holds_things && (word == "for" || word == "from") && admits_kind(admits_, EntityKind::munition));
      if (!inside) continue;
      for (const auto object : scene_.tree.children(child))
        if (scene_.tree.dep(object) == "pobj" && visit_members(object, depth + 1)) found = true;
    }
    return found;
  }

  // "NATO allies", "members of the European Union", but not "French allies": together they are the body.
  bool is_membership(TokenIndex t) const {
    if (!predicate::one_of(predicate::lower(scene_.tree.lemma(t)), {"ally", "member"})) return false;
    const auto is_body = [&](TokenIndex named) {
      const auto* mention = scene_.mention(named);
      return mention && scene_.entities[mention->entity].type == "Alliance";
    };
    return std::any_of(scene_.tree.begin_children(t), scene_.tree.end_children(t), [&](TokenIndex child) {
      if (scene_.tree.dep(child) == "compound" || scene_.tree.dep(child) == "nmod") return is_body(child);
      const auto body = scene_.words[child] == "of" ? scene_.tree.child(child, "pobj") : scene_.tree.size();
      return body != scene_.tree.size() && scene_.tree.tag(t) == "NNS" && is_body(body);
    });
  }

  // "firms BASED in Peru", "a PERU-based firm": what is done there is put down to the country.
  bool visit_seat(TokenIndex participle, int depth) {
    const auto& tree = scene_.tree;
    if (tree.tag(participle) != "VBN" || !scene_.frames.in_class("seated", predicate::lower(tree.lemma(participle))))
      return false;
    bool found = false;
    for (const auto child : tree.children(participle)) {
      if (child < participle && !found && tree.dep(child) != "advmod") found = visit_owners(child, 0);
      const auto seat = scene_.words[child] == "in" ? tree.child(child, "pobj") : tree.size();
      if (seat != tree.size() && visit_members(seat, depth + 1)) found = true;
    }
    return found;
  }

  bool rules(const std::string& lemma) const {
    return scene_.frames.in_class("governing-body", lemma) || predicate::one_of(lemma, {"official", "authority"});
  }

  // "called the leader a puppet of Spain": what somebody is called is not he.
  bool is_said_of(TokenIndex name, TokenIndex object) const {
    const auto at = scene_.tree.is_root(object) ? std::nullopt : scene_.predications.find_at(scene_.tree.head(object));
    if (!at) return false;
    const auto& arguments = scene_.predications.items[*at].arguments;
    return std::any_of(arguments.begin(), arguments.end(), [&](const predicate::Argument& a) {
      return a.token == name && a.position == predicate::Position::complement;
    });
  }

  // "ANTI-ASSAD forces" are not his.
  bool is_turned_against(TokenIndex t) const {
    return t > 1 && scene_.words[t - 1] == "-" && scene_.words[t - 2] == "anti";
  }

  // "trucks full of ROCKETS", "a ship loaded with ROCKETS": what is in it, and not the truck.
  bool visit_load(TokenIndex bearer, int depth) {
    if (!admits_kind(admits_, EntityKind::munition) ||
        !scene_.frames.in_class("bearer", predicate::lower(scene_.tree.lemma(bearer))))
      return false;
    bool found = false;
    for (const auto child : scene_.tree.children(bearer))
      if (child > bearer && predicate::one_of(scene_.tree.dep(child), {"acl", "amod"}) && visit_contents(child, depth))
        found = true;
    return found;
  }

  // "containers filled with SHELLS", "crates holding SHELLS", "crates thought to hold SHELLS"
  bool visit_contents(TokenIndex participle, int depth) {
    if (depth > 4) return false;
    if (!scene_.frames.in_class("laden", predicate::lower(scene_.tree.lemma(participle)))) {
      const auto to_hold = scene_.tree.child(participle, "xcomp");
      return scene_.tree.tag(participle) == "VBN" && to_hold != scene_.tree.size() &&
             visit_contents(to_hold, depth + 1);
    }
    bool found = false;
    for (const auto child : scene_.tree.children(participle)) {
      if (child < participle) continue;
      if (scene_.tree.dep(child) == "dobj" && visit_members(child, depth + 1)) found = true;
      if (scene_.tree.dep(child) != "prep" || !predicate::one_of(scene_.words[child], {"with", "of"})) continue;
      const auto object = scene_.tree.child(child, "pobj");
      if (object != scene_.tree.size() && visit_members(object, depth + 1)) found = true;
    }
    return found;
  }

  // "all of its tanks", "some of the jets"
  bool is_part_of(TokenIndex t) const {
    return predicate::one_of(scene_.words[t], {"all", "some", "most", "many", "several", "half", "both"}) &&
           t + 1 < scene_.words.size() && scene_.words[t + 1] == "of";
  }

  // "HMS Diamond": the country whose letters stand before the name of its ship.
  bool add_flag(const PlacedMention& mention, TokenIndex shown) {
    const bool named = scene_.entities[mention.entity].kind == EntityKind::munition &&
                       scene_.frames.in_class("flag-letters", predicate::lower(scene_.words[mention.first]));
    const auto country = named ? scene_.country_of(mention.entity) : std::nullopt;
    return country && add(*country, shown);
  }

  // "Israeli ambassador Amir Levy": a name that nothing else is known of.
  bool is_titled(TokenIndex t) const {
    if (scene_.tree.pos(t) != "PROPN" || scene_.mention(t)) return false;
    for (const auto child : scene_.tree.children(t))
      if (child < t && scene_.tree.dep(child) == "compound" &&
          scene_.frames.in_class("stand-in", predicate::lower(scene_.tree.lemma(child))))
        return true;
    return false;
  }

  // "partners SUCH AS France", "equipment SUCH AS drones", but not "help such as drones".
  bool is_such_as(TokenIndex prep, const std::string& lemma) const {
    if (prep == 0 || scene_.words[prep] != "as" || scene_.words[prep - 1] != "such") return false;
    return !admits_kind(admits_, EntityKind::munition) || scene_.frames.in_class("hardware", lemma);
  }

  // "S-400 systems": the make that stands before a general word.
  bool visit_make(TokenIndex t) {
    if (!admits_kind(admits_, EntityKind::munition)) return false;
    if (!scene_.frames.in_class("hardware", predicate::lower(scene_.tree.lemma(t)))) return false;
    bool found = false;
    for (const auto child : scene_.tree.children(t)) {
      const auto dep = scene_.tree.dep(child);
      if (child > t || !predicate::one_of(dep, {"compound", "nmod", "amod", "nummod"})) continue; // "16 F-16 fighters"
      const auto* mention = scene_.mention(child);
      if (mention && scene_.entities[mention->entity].kind == EntityKind::munition && add(mention->entity, child))
        found = true;
    }
    return found;
  }

  // "half of its ARMS imports", "ARMS deliveries": what is traded stands before the word.
  bool visit_traded(TokenIndex t) {
    const auto lemma = predicate::lower(scene_.tree.lemma(t));
    if (!admits_kind(admits_, EntityKind::munition) ||
        !(scene_.frames.in_class("intake", lemma) || scene_.frames.in_class("consigned", lemma)))
      return false;
    bool found = false;
    for (const auto child : scene_.tree.children(t))
      if (child < t && predicate::one_of(scene_.tree.dep(child), {"compound", "nmod"}) && visit_mention(child))
        found = true;
    return found;
  }

  // "Russian jets", "Berlin's tanks": nobody but the one the thing belongs to; with `keeper` who has it ("Peru's new
  // jets"), with `origin` where it is from ("Peruvian jets").
  bool visit_owner(TokenIndex t, int depth = 0) {
    bool found = false;
    const bool keepers = admits("keeper"), origins = admits("origin");
    const bool counts = is_figure(t) || scene_.frames.in_class("container", predicate::lower(scene_.tree.lemma(t)));
    for (const auto child : scene_.tree.children(t)) {
      const auto dep = scene_.tree.dep(child);
      if (dep == "prep" && counts && depth < 3 &&
          predicate::one_of(scene_.words[child], {"of", "from"})) { // "hundreds of Iranian drones"
        for (const auto object : scene_.tree.children(child))
          if (scene_.tree.dep(object) == "pobj" && visit_owner(object, depth + 1)) found = true;
        continue;
      }
      const bool before =
          (dep == "poss" && !origins) || (!keepers && predicate::one_of(dep, {"amod", "compound", "nmod"}));
      if (before && !is_struck_there(child, t) && visit_owners(child, 0)) found = true;
      if (dep == "compound" && depth < 3 && visit_owner(child, depth + 1)) found = true; // "RUSSIAN Su-35 jets"
      if (before && admits("maker") && visit_before(child, "making")) found = true;      // "German-made tanks"
      if (dep == "acl" && visit_launcher(child)) found = true;
      if (dep != "prep") continue;
      const bool of_whom = scene_.words[child] == "of" && // "fighters of the Wagner group"
                           scene_.frames.in_class("stand-in", predicate::lower(scene_.tree.lemma(t)));
      if ((scene_.words[child] != "from" && !of_whom) || keepers) continue; // "ammunition from Seoul and Tokyo"
      for (const auto object : scene_.tree.children(child))
        if (scene_.tree.dep(object) == "pobj" && visit_owners(object, 0)) found = true;
    }
    return found;
  }

  // "the LONDON attack", "the KABUL blast": where it was; "the RUSSIAN attack" and "the U.S. attack" are somebody's.
  bool is_struck_there(TokenIndex name, TokenIndex noun) const {
    if (scene_.tree.dep(name) == "poss" || !is_blow(predicate::lower(scene_.tree.lemma(noun)))) return false;
    const auto* mention = scene_.mention(name);
    if (!mention || mention->kind == MentionKind::demonym) return false;
    const auto& lemma = scene_.tree.lemma(name);
    return std::any_of(lemma.begin(), lemma.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }

  // "drones launched by RUSSIA"
  bool visit_launcher(TokenIndex participle) {
    const auto& tree = scene_.tree;
    if (tree.tag(participle) != "VBN" || !scene_.frames.in_class("launching", predicate::lower(tree.lemma(participle))))
      return false;
    const auto agent = tree.child(participle, "agent");
    const auto doer = agent == tree.size() ? agent : tree.child(agent, "pobj");
    return doer != tree.size() && (visit_owners(doer, 0) || visit_force(doer));
  }

  // "by Russian FORCES"
  bool visit_force(TokenIndex t) {
    if (!scene_.frames.in_class("stand-in", predicate::lower(scene_.tree.lemma(t)))) return false;
    bool found = false;
    for (const auto child : scene_.tree.children(t))
      if (predicate::one_of(scene_.tree.dep(child), {"poss", "amod", "compound", "nmod"}) && visit_owners(child, 0))
        found = true;
    return found;
  }

  // "GERMAN-led forces": who stands before a participle of the class.
  bool visit_before(TokenIndex participle, std::string_view word_class) {
    if (!scene_.frames.in_class(word_class, predicate::lower(scene_.tree.lemma(participle)))) return false;
    bool found = false;
    for (const auto child : scene_.tree.children(participle))
      if (child < participle && visit_owners(child, 0)) found = true;
    return found;
  }

  // "Syrian and Russian jets", "the RUSSIAN warship Moskva"
  bool visit_owners(TokenIndex t, int depth) {
    if (depth > 20 || is_side_taken(t)) return false;
    bool found = visit_mention(t);
    const bool described = !found && scene_.tree.pos(t) == "NOUN" && scene_.tree.dep(t) == "compound";
    for (const auto child : scene_.tree.children(t)) {
      const bool before =
          described && child < t && predicate::one_of(scene_.tree.dep(child), {"amod", "poss", "compound", "nmod"});
      if ((before || scene_.tree.dep(child) == "conj") && visit_owners(child, depth + 1)) found = true;
    }
    return found;
  }

  // "pro-PERUVIAN groups", "anti-PERUVIAN protesters": whose side they take is not whose they are.
  bool is_side_taken(TokenIndex t) const {
    return t > 1 && scene_.words[t - 1] == "-" && predicate::one_of(scene_.words[t - 2], {"pro", "anti"});
  }

  bool visit_members(TokenIndex t, int depth) {
    if (depth > 40) return false;
    bool found = visit(t, std::min(depth, 4));
    for (const auto child : scene_.tree.children(t))
      if (scene_.tree.dep(child) == "conj" && !predicate::opens_gapped_clause(scene_.tree, child) &&
          visit_members(child, depth + 1))
        found = true;
    return found;
  }

  // A country may be named inside of a longer mention: "Russian artillery".
  bool visit_mention(TokenIndex t) {
    for (const auto& mention : scene_.mentions) {
      if (mention.first > t) break;
      if (t < mention.last && add(mention.entity, t)) return true;
    }
    return scene_.referent[t] && add(*scene_.referent[t], t);
  }

  // "five died in Russian strikes": a noun for what does harm is nobody's thing that is harmed.
  bool is_blow(std::string_view lemma) const {
    const auto indices = scene_.frames.triggered_by(pack::WordKind::noun, lemma);
    return std::any_of(indices.begin(), indices.end(), [&](auto i) {
      const auto* kind = scene_.frames.find_kind(scene_.frames.all()[i].event);
      return kind && !kind->outcome.empty();
    });
  }

  // "12 tanks have come, and TWENTY are to follow": what the number counts was named with the number before.
  std::optional<TokenIndex> counted_before(TokenIndex t) const {
    const auto& tree = scene_.tree;
    if (tree.tag(t) != "CD" || !predicate::one_of(tree.dep(t), {"nsubj", "nsubjpass", "dobj"}) || is_sum_of_money(t) ||
        is_year(scene_.words[t]) || scene_.referent[t])
      return std::nullopt;
    for (const auto child : tree.children(t)) {
      if (child < t && predicate::one_of(scene_.words[child], {"the", "these", "those"}))
        return std::nullopt; // "the two"
      if (tree.dep(child) != "prep") continue;
      const auto object = tree.child(child, "pobj");
      if (object == tree.size() || !predicate::one_of(scene_.words[object], {"them", "these", "those", "which"}))
        return std::nullopt; // "two of its ships"
    }
    for (auto u = t; u > 0 && tree.sentence(u - 1) + 1 >= tree.sentence(t); --u)
      if (tree.pos(u - 1) == "NOUN" && tree.has_child(u - 1, "nummod")) return u - 1;
    return std::nullopt;
  }

  static bool is_year(std::string_view word) {
    return word.size() == 4 && (word.substr(0, 2) == "19" || word.substr(0, 2) == "20") && is_digit(word[2]);
  }

  // A number that stands as a noun: "19", "50bn", "$800m".
  bool is_figure(TokenIndex t) const {
    if (scene_.tree.pos(t) == "NUM" || is_digit(scene_.words[t].front())) return true;
    const auto& children = scene_.tree.children(t);
    return scene_.words[t].size() <= 2 && // "800 m", as the tokenizer may cut it
           std::any_of(children.begin(), children.end(), [&](auto child) {
             return scene_.tree.tag(child) == "CD" && is_digit(scene_.words[child].front());
           });
  }

  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  // "£3bn": a figure behind the sign of a currency.
  bool is_sum_of_money(TokenIndex t) const {
    if (!is_figure(t)) return false;
    for (auto u = scene_.tree.left_edge(t); u < t; ++u)
      if (predicate::one_of(scene_.words[u], {"$", "£", "€", "¥", "us$", "a$", "c$"})) return true;
    return false;
  }

  // "military aid", "troops": a word class that the role admits, kept in its words.
  void visit_class_word(TokenIndex t, int depth = 0) {
    const auto lemma = predicate::lower(scene_.tree.lemma(t));
    const bool compound = t > 0 && scene_.tree.dep(t - 1) == "compound" && scene_.tree.head(t - 1) == t;
    const auto of_two = compound ? scene_.words[t - 1] + " " + lemma : std::string(); // "a battle group"
    const bool known = std::any_of(admits_.begin(), admits_.end(), [&](const std::string& name) {
      if (name.compare(0, 5, "with ") == 0) return is_called(t, name.substr(5));
      if (scene_.frames.in_class(name, "$") && is_sum_of_money(t)) return true;
      return scene_.frames.is_class(name) && (of_two.empty() || !carries_men(scene_, t)) &&
             (scene_.frames.in_class(name, lemma) || scene_.frames.in_class(name, scene_.words[t]) ||
              (!of_two.empty() && scene_.frames.in_class(name, of_two)));
    });
    if (!known && depth == 0 && scene_.tree.pos(t) == "PROPN") // "took part in Cobra Gold, an exercise"
      for (const auto child : scene_.tree.children(t))
        if (scene_.tree.dep(child) == "appos") visit_class_word(child, 1);
    if (!known) { // "a raft of sanctions"
      const bool is_sum = is_figure(t) || scene_.frames.in_class("money", lemma);
      const bool holds = scene_.frames.in_class("container", lemma) || scene_.frames.in_class("span-word", lemma);
      if (depth < 3 && (is_sum || holds)) // "three days of talks"
        for (const auto child : scene_.tree.children(t))
          if (scene_.words[child] == "of" || (is_sum && scene_.words[child] == "in"))
            for (const auto object : scene_.tree.children(child))
              if (scene_.tree.dep(object) == "pobj") visit_class_word(object, depth + 1);
      return;
    }
    auto first = t;
    for (const auto child : scene_.tree.children(t)) {
      const auto dep = scene_.tree.dep(child);
      if (child < first && (dep == "amod" || dep == "compound" || dep == "nmod")) first = child;
    }
    out_.push_back({std::nullopt, scene_.text.source_text_of(scene_.source_span(first, t + 1)), argument_, t});
  }

  // "a terrorist state": an adjective of the class.
  bool is_called(TokenIndex t, const std::string& word_class) const {
    for (const auto child : scene_.tree.children(t)) {
      const auto dep = scene_.tree.dep(child);
      if (child < t && (dep == "amod" || dep == "compound") && scene_.frames.in_class(word_class, scene_.words[child]))
        return true;
    }
    return false;
  }

  const Scene& scene_;
  const std::vector<std::string>& admits_;
  const std::vector<std::string> place_ = {"place"};
  TokenIndex argument_ = 0;
  std::vector<Filler> out_;
};

} // namespace

std::optional<TokenIndex> thing_stood_for(const Scene& scene, TokenIndex token) {
  const auto& tree = scene.tree;
  const auto& word = scene.words[token];
  const bool one = word == "ones" || (word == "one" && tree.has_child(token, "amod"));
  const bool some = predicate::one_of(word, {"many", "some", "most", "several", "few", "all", "half", "both"}) &&
                    !predicate::one_of(tree.dep(token), {"amod", "det", "predet", "nummod", "advmod"});
  if (!one && !some) return std::nullopt;
  // "some who ask": an object of which no more is said may be anything
  bool tied = one || predicate::one_of(tree.dep(token), {"nsubj", "nsubjpass"}) || tree.has_child(token, "acl");
  for (const auto child : tree.children(token)) {
    if (tree.dep(child) != "prep") continue;
    const auto object = scene.words[child] == "of" ? tree.child(child, "pobj") : tree.size();
    if (object != tree.size() && !predicate::one_of(scene.words[object], {"them", "these", "those", "which"}))
      return std::nullopt; // "some of the money"
    tied = tied || object != tree.size();
  }
  if (!tied) return std::nullopt;
  const auto start = tree.sentence_start(token);
  for (auto t = token; t > start; --t) {
    const auto* mention = scene.mention(t - 1);
    if (mention && mention->head == t - 1 && scene.entities[mention->entity].kind == EntityKind::munition &&
        tree.tag(t - 1) == "NNS")
      return t - 1;
  }
  return std::nullopt;
}

std::vector<Filler> fillers(const Scene& scene, TokenIndex token, const std::vector<std::string>& admits) {
  return Search(scene, admits).run(token);
}

const std::vector<std::string>& any_party() {
  static const std::vector<std::string> admits = {"party"};
  return admits;
}

} // namespace stemma::extract
