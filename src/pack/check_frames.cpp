// Frames that can never fire, and what in them cannot be meant.

#include "model/error.hpp"
#include "pack/check.hpp"
#include "pack/findings.hpp"
#include "pack/positions.hpp"
#include "pack/source_files.hpp"
#include "rdf/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace stemma::pack {
namespace {

rdf::Term stm_term(std::string_view name) {
  return {rdf::TermKind::iri, std::string(rdf::stm::base) + std::string(name), {}, {}};
}

constexpr std::array<std::pair<std::string_view, WordKind>, 4> word_properties = {{{"verb", WordKind::verb},
                                                                                   {"noun", WordKind::noun},
                                                                                   {"adjective", WordKind::adjective},
                                                                                   {"adverb", WordKind::adverb}}};

std::string_view name_of(WordKind kind) { return word_properties[static_cast<unsigned>(kind)].first; }

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> words;
  for (std::size_t start = 0; start <= text.size();) {
    const auto end = std::min(text.find(' ', start), text.size());
    words.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return words;
}

class FrameCheck {
public:
  FrameCheck(const CheckedPack& pack, const WordKnowledge& words, Findings& findings)
      : pack_(pack), words_(words), findings_(findings) {
    for (const auto& term : pack_.store.subjects(rdf::iri_view(rdf::rdf::type), stm_term("Status")))
      statuses_.insert(term.value.substr(term.value.find_last_of("#/") + 1));
    learn_classes();
  }

  void run() {
    if (!read_syntax()) return; // the frames cannot be put together
    frames_ = Frames::of(pack_.store);
    for (const Frame& frame : frames_.all()) check(frame);
    for (const Embedding& words : frames_.embeddings()) check(words);
    for (const EventKind& kind : frames_.kinds()) check(kind);
    check_shadowed(pack_, frames_, findings_);
  }

  // Only what makes a frame mean nothing: positions, classes, events and states that there are not.
  void run_terms() {
    if (!read_syntax()) return;
    frames_ = Frames::of(pack_.store);
    for (const Frame& frame : frames_.all()) {
      require_record_term(frame.event, frame.iri, "event");
      for (const Fill& fill : frame.fills) check_terms(frame, fill);
      check_status(frame.iri, "impliesStatus", frame.status);
    }
    for (const Embedding& words : frames_.embeddings()) check(words);
  }

  Frames take_frames() { return std::move(frames_); }

private:
  Place place_of(const Iri& subject, std::string_view property, const std::string& value) const {
    Place found;
    pack_.store.match(rdf::iri_view(subject), stm_term(property), std::nullopt,
                      [&](const rdf::Triple& triple, const Place& place) {
                        if (triple.object.value == value) found = place;
                      });
    return found.file.empty() ? pack_.store.place_of(rdf::iri_view(subject)) : found;
  }

  // Names by which a role may admit entities of one class: those of the pack below an actor, a thing or a place; and
  // the categories by which it may turn things away.
  void learn_classes() {
    for (const auto& term : pack_.store.subjects(rdf::iri_view(rdf::rdf::type), rdf::iri_view(rdf::rdfs::Class)))
      classes_.insert(term.value.substr(term.value.find_last_of("#/") + 1));
    for (const auto& term : pack_.store.subjects(rdf::iri_view(rdf::rdf::type), stm_term("MunitionCategory")))
      if (const auto name = pack_.store.find_object(term, rdf::iri_view(rdf::skos::notation)); name)
        categories_.insert(name->value);
  }

  template <class Parse>
  bool parses(std::string_view property, Parse parse) {
    bool sound = true;
    pack_.store.match(std::nullopt, stm_term(property), std::nullopt,
                      [&](const rdf::Triple& triple, const Place& place) {
                        try {
                          parse(triple.object.value);
                        } catch (const Error& error) {
                          findings_.add("pack.frame", error.what(), place);
                          sound = false;
                        }
                      });
    return sound;
  }

  bool read_syntax() {
    bool sound = parses("fill", parse_fill);
    sound = parses("require", parse_requirement) && sound;
    for (const auto& [type, property, side] :
         {std::tuple{"Frame", "event", "no event"}, std::tuple{"Conflict", "firstParty", "no first side"},
          std::tuple{"Conflict", "secondParty", "no second side"}})
      for (const auto& term : pack_.store.subjects(rdf::iri_view(rdf::rdf::type), stm_term(type)))
        if (!pack_.store.find_object(term, stm_term(property))) {
          findings_.add("pack.frame", short_iri(term.value) + " names " + side, pack_.store.place_of(term));
          sound = false;
        }
    return sound;
  }

  void check(const Frame& frame) {
    require_record_term(frame.event, frame.iri, "event");
    for (const auto& [property, kind] : word_properties) check_triggers(frame, kind);
    if (frame.verbs.empty() && frame.nouns.empty() && frame.adjectives.empty())
      unfired(short_iri(frame.iri) + " has no word that triggers it", frame.place);
    for (const Fill& fill : frame.fills) check(frame, fill);
    for (const Requirement& requirement : frame.requirements) check(frame, requirement);
    check_status(frame.iri, "impliesStatus", frame.status);
    if (!frame.yields_to.empty() && !is_told(frame.yields_to))
      wrong("no frame tells of a \"" + frame.yields_to + "\"", place_of(frame.iri, "yieldsTo", frame.yields_to));
    check_examples(frame);
  }

  void check_examples(const Frame& frame) {
    if (frame.event == "exchange") return; // two events and a word between them: no sentence of one frame shows it
    const auto fires = [](const FrameExample& example) { return !example.facts.empty(); };
    if (std::none_of(frame.examples.begin(), frame.examples.end(), fires))
      wrong(short_iri(frame.iri) + " carries no sentence on which it fires", frame.place);
    if (std::all_of(frame.examples.begin(), frame.examples.end(), fires))
      wrong(short_iri(frame.iri) + " carries no sentence on which it is silent", frame.place);
  }

  // --- words

  void check_triggers(const Frame& frame, WordKind kind) {
    const auto property = name_of(kind);
    for (const auto& term : pack_.store.objects(rdf::iri_view(frame.iri), stm_term(property))) {
      const auto why = kind == WordKind::adverb ? "adverbs trigger no frame" : why_never(term.value, kind);
      if (!why.empty())
        unfired("the " + std::string(property) + " \"" + term.value + "\" triggers nothing: " + why,
                place_of(frame.iri, property, term.value));
    }
  }

  // Why no sentence has this as the base form of a word of that kind; empty: one may.
  std::string why_never(const std::string& text, WordKind kind) const {
    if (std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
      return "words are compared in small letters";
    const auto words = split(text);
    if (std::find(words.begin(), words.end(), "") != words.end()) return "there is a blank too many";
    if (kind != WordKind::verb && words.size() > 1) return "it is more than one word";
    if (words.size() > 3) return "a verb has a particle and an object beside it at most";
    for (const auto& word : words)
      if (words_.tokens && words_.tokens(word) > 1) return "\"" + word + "\" is cut into several tokens";
    if (auto base = inflection_of(words.front(), kind)) return "the base form is \"" + *base + "\"";
    return kind == WordKind::verb && words.size() > 1 ? why_no_company(words) : std::string();
  }

  // What follows a verb is its particle, its bare object, or one after the other.
  std::string why_no_company(const std::vector<std::string>& words) const {
    for (std::size_t i = 1; i < words.size(); ++i) {
      const auto& word = words[i];
      if (i == 1 && is_particle(word)) continue;
      if (i + 1 < words.size()) return "\"" + word + "\" is no particle";
      if (is_particle(word)) return "a verb has one particle";
      if (auto base = inflection_of(word, WordKind::noun)) return "the base form is \"" + *base + "\"";
      if (is_other_than_noun(word)) return "\"" + word + "\" is neither a particle nor a noun";
    }
    return {};
  }

  std::optional<std::string> inflection_of(const std::string& word, WordKind kind) const {
    return words_.inflection_of ? words_.inflection_of(word, kind) : std::nullopt;
  }

  bool is_other_than_noun(const std::string& word) const {
    if (!words_.is_base_form || words_.is_base_form(word, WordKind::noun)) return false;
    return words_.is_base_form(word, WordKind::adjective) || words_.is_base_form(word, WordKind::adverb) ||
           words_.is_base_form(word, WordKind::verb);
  }

  // --- roles

  static std::string text_of(const Fill& fill) {
    std::string text = fill.role + " <- ";
    for (const auto& position : fill.positions) text += (position == fill.positions.front() ? "" : ", ") + position;
    return text;
  }

  Place place_of(const Frame& frame, const Fill& fill) const {
    Place found = frame.place;
    pack_.store.match(rdf::iri_view(frame.iri), stm_term("fill"), std::nullopt,
                      [&](const rdf::Triple& triple, const Place& place) {
                        const Fill other = parse_fill(triple.object.value);
                        if (other.role == fill.role && other.positions == fill.positions && other.admits == fill.admits)
                          found = place;
                      });
    return found;
  }

  void check(const Frame& frame, const Fill& fill) {
    for (const auto& position : fill.positions)
      if (knows_position(position) && !is_reached(frame, position))
        unfired("nothing ever stands at \"" + position + "\" of \"" + text_of(fill) + "\" beside " + triggers(frame),
                place_of(frame, fill));
    check_terms(frame, fill);
  }

  void check_terms(const Frame& frame, const Fill& fill) {
    const Place place = place_of(frame, fill);
    for (const auto& position : fill.positions)
      if (!knows_position(position)) wrong("\"" + position + "\" is no position of \"" + text_of(fill) + "\"", place);
    for (const auto& name : fill.admits)
      if (!is_admissible(name))
        wrong("\"" + name + "\" is no class of things or words that could fill " + fill.role, place);
    if (admits_entities(fill)) require_record_term(fill.role, frame.iri, "fill", place);
  }

  // "aim-helping": what somebody does it for, told by a word of the class.
  bool knows_position(const std::string& position) const {
    return is_position(position) || (position.starts_with("aim-") && frames_.is_class(position.substr(4)));
  }

  static bool is_reached(const Frame& frame, std::string_view position) {
    const bool verb = !frame.verbs.empty() || !frame.adjectives.empty();
    return (verb && stands_beside_verb(position)) || (!frame.nouns.empty() && stands_beside_noun(position)) ||
           (!verb && frame.nouns.empty()); // without a word, that is the fault
  }

  static std::string triggers(const Frame& frame) { return frame.nouns.empty() ? "a verb" : "a noun"; }

  static bool is_entity_class(std::string_view name) {
    constexpr std::array<std::string_view, 16> names = {"region", "party",  "state",    "body",   "person", "place",
                                                        "land",   "water",  "munition", "force",  "owned",  "owner",
                                                        "maker",  "keeper", "origin",   "unnamed"};
    return std::find(names.begin(), names.end(), name) != names.end();
  }

  bool is_admissible(const std::string& name) const {
    if (name.starts_with("not ")) {
      // Categories are terms of the lexicon, which is not read where only frames are: what it holds is then not known.
      return categories_.empty() || classes_.contains(name.substr(4)) || categories_.contains(name.substr(4));
    }
    if (name.starts_with("with ")) return frames_.is_class(name.substr(5));
    return is_entity_class(name) || frames_.is_class(name) || classes_.contains(name);
  }

  bool admits_entities(const Fill& fill) const {
    return std::any_of(fill.admits.begin(), fill.admits.end(),
                       [&](const auto& name) { return is_entity_class(name) || classes_.contains(name); });
  }

  bool admits_anything(const Fill& fill) const {
    return std::any_of(fill.admits.begin(), fill.admits.end(), [&](const auto& name) {
      const auto words = frames_.classes().find(name);
      return is_entity_class(name) || classes_.contains(name) ||
             (words != frames_.classes().end() && !words->second.empty());
    });
  }

  bool is_fillable(const Frame& frame, const std::string& role) const {
    return std::any_of(frame.fills.begin(), frame.fills.end(), [&](const Fill& fill) {
      return fill.role == role && admits_anything(fill) &&
             std::any_of(fill.positions.begin(), fill.positions.end(),
                         [&](const auto& position) { return knows_position(position) && is_reached(frame, position); });
    });
  }

  Place place_of(const Frame& frame, const Requirement& requirement) const {
    Place found = frame.place;
    pack_.store.match(rdf::iri_view(frame.iri), stm_term("require"), std::nullopt,
                      [&](const rdf::Triple& triple, const Place& place) {
                        if (parse_requirement(triple.object.value).any_of == requirement.any_of) found = place;
                      });
    return found;
  }

  void check(const Frame& frame, const Requirement& requirement) {
    const Place place = place_of(frame, requirement);
    std::string roles;
    for (const auto& [role, count] : requirement.any_of) {
      if (role.front() == '!' || role.front() == '@') {
        if (!is_position(role.substr(1))) wrong("\"" + role.substr(1) + "\" is no position", place);
        return;
      }
      if (is_fillable(frame, role)) return;
      roles += (roles.empty() ? "" : " or ") + role;
    }
    unfired(short_iri(frame.iri) + " requires " + roles + ", which nothing can fill", place);
  }

  // --- the rest

  void check(const Embedding& words) {
    for (const auto& [property, status] : {std::pair<const char*, const std::string&>{"givesStatus", words.status},
                                           {"givesStatusNegated", words.status_negated},
                                           {"givesStatusPast", words.status_past},
                                           {"givesStatusPassive", words.status_passive}})
      check_status(words.iri, property, status);
  }

  void check(const EventKind& kind) {
    if (kind.event == "exchange") return;
    Place place;
    for (const auto& term : pack_.store.subjects(rdf::iri_view(rdf::rdf::type), stm_term("EventKind")))
      if (const auto event = pack_.store.find_object(term, stm_term("event")); event && event->value == kind.event)
        place = pack_.store.place_of(term);
    if (!is_told(kind.event)) return wrong("no frame tells of a \"" + kind.event + "\"", place);
    if (!kind.takes_time_of.empty() && !is_told(kind.takes_time_of))
      wrong("no frame tells of a \"" + kind.takes_time_of + "\"", place);
    for (const auto& side : {kind.first, kind.second})
      if (!side.empty() && !is_filled_by_some(kind.event, side))
        wrong("no frame of \"" + kind.event + "\" fills its side " + side, place);
  }

  bool is_told(const std::string& event) const {
    return std::any_of(frames_.all().begin(), frames_.all().end(), [&](const Frame& f) { return f.event == event; });
  }

  bool is_filled_by_some(const std::string& event, const std::string& role) const {
    return std::any_of(frames_.all().begin(), frames_.all().end(), [&](const Frame& frame) {
      return frame.event == event &&
             std::any_of(frame.fills.begin(), frame.fills.end(), [&](const Fill& fill) { return fill.role == role; });
    });
  }

  void check_status(const Iri& subject, std::string_view property, const std::string& status) {
    if (!status.empty() && !statuses_.contains(status))
      wrong("\"" + status + "\" is no status", place_of(subject, property, status));
  }

  void require_record_term(const std::string& word, const Iri& subject, std::string_view property, Place place = {}) {
    if (!pack_.store.subjects(stm_term("recordTerm"), rdf::literal_view(word)).empty()) return;
    if (place.file.empty()) place = place_of(subject, property, word);
    wrong("no class or property has the stm:recordTerm \"" + word + "\"", place);
  }

  void wrong(std::string message, const Place& place) { findings_.add("pack.frame", std::move(message), place); }
  void unfired(std::string message, const Place& place) { findings_.add("pack.unfired", std::move(message), place); }

  const CheckedPack& pack_;
  const WordKnowledge& words_;
  Findings& findings_;
  Frames frames_;
  std::set<std::string> statuses_, classes_, categories_;
};

} // namespace

void check_frames(const CheckedPack& pack, const WordKnowledge& words, Findings& findings) {
  FrameCheck(pack, words, findings).run();
}

Frames read_sound_frames(const std::filesystem::path& directory, const std::filesystem::path& installed) {
  const SourceFiles files = require_source_files(directory, installed);
  CheckedPack pack;
  for (const auto* group : {&files.terms, &files.frames})
    for (const auto& file : *group)
      if (!is_shapes(file)) pack.store.read(file);
  Findings findings;
  const WordKnowledge no_words;
  FrameCheck check(pack, no_words, findings);
  check.run_terms();
  if (findings.list.empty()) return check.take_frames();
  const auto& first = *std::min_element(findings.list.begin(), findings.list.end(), [](const auto& a, const auto& b) {
    return std::tie(a.place.file, a.place.line) < std::tie(b.place.file, b.place.line);
  });
  const auto others = findings.list.size() - 1;
  throw Error(first.message,
              "'stemma pack check " + directory.string() + "' lists every fault" +
                  (others ? "; there are " + std::to_string(others) + " more of this kind" : ""),
              first.place);
}

} // namespace stemma::pack
