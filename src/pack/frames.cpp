#include "pack/frame.hpp"
#include "pack/source_files.hpp"
#include "rdf/graph_store.hpp"
#include "rdf/vocabulary.hpp"

#include <algorithm>

namespace stemma::pack {

namespace {

namespace fs = std::filesystem;

rdf::Term iri(std::string_view prefix, std::string_view name) {
  return {rdf::TermKind::iri, std::string(prefix) + std::string(name), {}, {}};
}
rdf::Term stm_term(std::string_view name) { return iri(rdf::stm::base, name); }

// Reads the values of one subject. What a property may hold is checked here, once.
class Subject {
public:
  Subject(const rdf::GraphStore& store, rdf::Term term) : store_(store), term_(std::move(term)) {}

  std::vector<std::string> strings(std::string_view property) const {
    std::vector<std::string> out;
    for (auto& object : store_.objects(term_, stm_term(property))) out.push_back(std::move(object.value));
    std::sort(out.begin(), out.end());
    return out;
  }

  std::string string(std::string_view property) const {
    const auto found = store_.find_object(term_, stm_term(property));
    return found ? found->value : std::string();
  }

  std::string label() const {
    const auto found = store_.find_object(term_, iri("http://www.w3.org/2000/01/rdf-schema#", "label"));
    return found ? found->value : std::string();
  }

  template <class Parse>
  auto parsed(std::string_view property, Parse parse) const {
    std::vector<decltype(parse(std::string_view()))> out;
    for (const auto& text : strings(property)) {
      try {
        out.push_back(parse(text));
      } catch (const Error& error) {
        throw Error(error.what(), error.hint(), store_.place_of(term_));
      }
    }
    return out;
  }

  const rdf::Term& term() const { return term_; }
  Place place() const { return store_.place_of(term_); }

private:
  const rdf::GraphStore& store_;
  rdf::Term term_;
};

Frame frame_of(const Subject& s) {
  Frame frame;
  frame.iri = s.term().value;
  frame.label = s.label();
  frame.event = s.string("event");
  frame.verbs = s.strings("verb");
  frame.nouns = s.strings("noun");
  frame.adjectives = s.strings("adjective");
  frame.fills = s.parsed("fill", parse_fill);
  // Whom a "from" or an "in" further off names comes after who stands nearer: "will send tanks after talks with men
  // from Spain", "Peru expelled the envoy over a riot in Chile".
  std::stable_partition(frame.fills.begin(), frame.fills.end(), [](const Fill& fill) {
    const auto stands_at = [&](std::string_view position) {
      return std::find(fill.positions.begin(), fill.positions.end(), position) != fill.positions.end();
    };
    return (!stands_at("low-from") && !stands_at("low-in")) || stands_at("subject");
  });
  // The owner of a thing fills a role only where nobody stands in a position of his own.
  std::stable_partition(frame.fills.begin(), frame.fills.end(), [](const Fill& fill) {
    return std::find(fill.admits.begin(), fill.admits.end(), "owner") == fill.admits.end();
  });
  frame.requirements = s.parsed("require", parse_requirement);
  frame.status = s.string("impliesStatus");
  frame.unless = s.strings("unlessWith");
  frame.yields_to = s.string("yieldsTo");
  frame.ends = s.string("ends");
  frame.bars = s.string("bars");
  frame.abroad = s.string("abroad") == "true";
  frame.alone = s.string("alone") == "true";
  frame.maker_gives = s.string("makerGives") == "true";
  frame.lasting = s.string("lasting") == "true";
  frame.mutual = s.string("mutual") == "true";
  frame.beside = s.string("beside") == "true";
  frame.resumes = s.string("resumes") == "true";
  frame.among_known = s.string("amongKnown") == "true";
  frame.ahead_only = s.string("aheadOnly") == "true";
  frame.in_conflict = s.string("inConflict") == "true";
  frame.by_anybody = s.string("byAnybody") == "true";
  frame.examples = s.parsed("fires", parse_example);
  for (auto& silent : s.parsed("silent", parse_example)) frame.examples.push_back(std::move(silent));
  frame.place = s.place();
  if (frame.event.empty()) throw Error("the frame names no event", "add stm:event \"transfer\"", frame.place);
  return frame;
}

Embedding embedding_of(const Subject& s) {
  Embedding out;
  out.iri = s.term().value;
  out.verbs = s.strings("verb");
  out.nouns = s.strings("noun");
  out.adjectives = s.strings("adjective");
  out.adverbs = s.strings("adverb");
  out.status = s.string("givesStatus");
  out.status_negated = s.string("givesStatusNegated");
  out.status_past = s.string("givesStatusPast");
  out.status_passive = s.string("givesStatusPassive");
  out.reports = s.string("reports") == "true";
  out.cites = s.string("cites") == "true";
  out.voices = s.string("voices") == "true";
  out.presupposes = s.string("presupposes") == "true";
  return out;
}

EventKind kind_of(const Subject& s) {
  EventKind out;
  out.event = s.string("event");
  out.first = s.string("firstSide");
  out.second = s.string("secondSide");
  out.pair_group = s.string("pairGroup");
  out.opposes = s.string("opposesSides") == "true";
  out.among_friends = s.string("amongFriends") == "true";
  out.subject_words = s.string("subjectWords");
  out.outcome = s.string("outcome");
  out.together = s.string("together") == "true";
  out.both_sides = s.string("bothSides") == "true";
  out.together_in = s.strings("togetherIn");
  out.gathers = s.string("gathers") == "true";
  out.told_aside = s.string("toldAside") == "true";
  out.counted_roles = s.strings("countedRole");
  out.word_roles = s.strings("wordRole");
  out.against_doer = s.string("againstDoer") == "true";
  out.acts_for_country = s.string("actsForCountry") == "true";
  out.acting_bodies = s.strings("actingBody");
  out.speaks = s.string("speaks") == "true";
  out.takes_time_of = s.string("takesTimeOf");
  return out;
}

Conflict conflict_of(const Subject& s) {
  Conflict out;
  out.iri = s.term().value;
  out.first = s.strings("firstParty");
  out.second = s.strings("secondParty");
  out.since = s.string("since");
  out.until = s.string("until");
  out.outbreak = s.string("outbreak");
  out.no_dealings = s.string("noDealings") == "true";
  out.aggression = s.string("aggression") == "true";
  if (out.first.empty() || out.second.empty())
    throw Error("the conflict has only one side", "add stm:firstParty and stm:secondParty", s.place());
  return out;
}

} // namespace

void Frames::Triggers::add(WordKind kind, const std::vector<std::string>& words, std::uint32_t index) {
  for (const auto& word : words) by_word[static_cast<unsigned>(kind)][word].push_back(index);
}

std::span<const std::uint32_t> Frames::Triggers::find(WordKind kind, std::string_view lemma) const {
  const auto& map = by_word[static_cast<unsigned>(kind)];
  const auto found = map.find(lemma);
  if (found == map.end()) return {};
  return found->second;
}

Frames Frames::read(const fs::path& pack, const fs::path& installed) {
  rdf::GraphStore store;
  for (const auto& file : require_source_files(pack, installed).frames) store.read(file);
  return of(store);
}

Frames Frames::of(const rdf::GraphStore& store) {
  const auto type = iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "type");
  const auto of_class = [&](std::string_view name) {
    auto found = store.subjects(type, stm_term(name));
    std::sort(found.begin(), found.end());
    return found;
  };
  Frames out;
  for (auto& term : of_class("Frame")) out.frames_.push_back(frame_of(Subject(store, std::move(term))));
  for (auto& term : of_class("EmbeddingWords"))
    out.embeddings_.push_back(embedding_of(Subject(store, std::move(term))));
  for (auto& term : of_class("EventKind")) out.kinds_.push_back(kind_of(Subject(store, std::move(term))));
  for (auto& term : of_class("Conflict")) out.conflicts_.push_back(conflict_of(Subject(store, std::move(term))));
  for (auto& term : of_class("WordClass")) {
    const auto name = term.value.substr(term.value.find_last_of("/#") + 1);
    const Subject words(store, std::move(term));
    auto& members = out.classes_[name];
    for (const auto* kind : {"noun", "verb", "adjective", "adverb"})
      for (auto& word : words.strings(kind)) members.push_back(std::move(word));
    std::sort(members.begin(), members.end());
    out.words_of_class_[name].insert(members.begin(), members.end());
  }
  for (std::uint32_t i = 0; i < out.frames_.size(); ++i) {
    out.triggers_.add(WordKind::verb, out.frames_[i].verbs, i);
    out.triggers_.add(WordKind::noun, out.frames_[i].nouns, i);
    out.triggers_.add(WordKind::adjective, out.frames_[i].adjectives, i);
  }
  for (std::uint32_t i = 0; i < out.embeddings_.size(); ++i) {
    out.embedding_triggers_.add(WordKind::verb, out.embeddings_[i].verbs, i);
    out.embedding_triggers_.add(WordKind::noun, out.embeddings_[i].nouns, i);
    out.embedding_triggers_.add(WordKind::adjective, out.embeddings_[i].adjectives, i);
    out.embedding_triggers_.add(WordKind::adverb, out.embeddings_[i].adverbs, i);
  }
  return out;
}

std::span<const std::uint32_t> Frames::triggered_by(WordKind kind, std::string_view lemma) const {
  return triggers_.find(kind, lemma);
}
std::span<const std::uint32_t> Frames::embedded_by(WordKind kind, std::string_view lemma) const {
  return embedding_triggers_.find(kind, lemma);
}

const EventKind* Frames::find_kind(std::string_view event) const {
  const auto found =
      std::find_if(kinds_.begin(), kinds_.end(), [&](const EventKind& kind) { return kind.event == event; });
  return found == kinds_.end() ? nullptr : &*found;
}

bool Frames::counts(std::string_view event, std::string_view role) const {
  const auto* kind = find_kind(event);
  return kind && std::binary_search(kind->counted_roles.begin(), kind->counted_roles.end(), role);
}

bool Frames::holds_words(std::string_view event, std::string_view role) const {
  const auto* kind = find_kind(event);
  return kind && std::binary_search(kind->word_roles.begin(), kind->word_roles.end(), role);
}

bool Frames::in_class(std::string_view word_class, std::string_view lemma) const {
  const auto found = words_of_class_.find(word_class);
  return found != words_of_class_.end() && found->second.find(lemma) != found->second.end();
}

} // namespace stemma::pack
