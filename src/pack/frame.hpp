#pragma once
// Event frames: which words speak of which kind of event, and which grammatical position fills which role; and the
// words that embed events. Both are data (ontology/frames/*.ttl); docs/frames.md describes them for their authors.

#include "model/error.hpp"
#include "model/record.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace stemma::rdf {
class GraphStore;
}

namespace stemma::pack {

// One way to fill a role: "recipient <- to, indirect : party + place".
struct Fill {
  std::string role;
  std::vector<std::string> positions; // subject object indirect possessor modifier complement self; else a preposition,
                                      // with "low-" before it where the parse hangs it on the object
  std::vector<std::string> admits;    // party state body person munition place, or the name of a word class
};

// A role that must be filled, one of several ("supplier|recipient"), or several times ("participants*2").
struct Requirement {
  std::vector<std::pair<std::string, unsigned>> any_of; // role and how many fillers it needs
};

// A sentence the frame is tested on. No facts: the frame must stay silent.
struct FrameExample {
  std::string sentence;
  std::vector<std::string> facts; // "transfer supplier=Russia recipient=Syria item=tanks status=occurred"
};

struct Frame {
  Iri iri;
  std::string label;
  std::string event;                                 // type of a record's event: "transfer"
  std::vector<std::string> verbs, nouns, adjectives; // lemmas, verbs with their particle: "hand over"
  std::vector<Fill> fills;
  std::vector<Requirement> requirements;
  std::string status; // what the word itself says of the event ("request": wanted); empty: nothing
  std::vector<std::string>
      unless;            // lemmas before or after the trigger that make it speak of something else: "price war"
  std::string yields_to; // an event that the same actor's doing elsewhere makes this one: rockets fired in a war
  std::string ends;      // the event that it puts an end to, whose two sides are its parties: "a truce" ends an attack
  std::string bars;      // the event that it forbids: who wants a sale stopped wants a sanction
  bool alone = false;    // one is enough though it takes two: who meets people that have no name
  bool abroad = false;   // only where the place is not the actor's own
  bool maker_gives = false; // whoever makes the thing is the first side, wherever he stands: "a contract with Peru"
  bool lasting = false;     // one event however often it is told: "the war"
  bool resumes = false;     // roles it leaves open are those of the event told last: "another launch"
  bool ahead_only = false;  // only what is still to come: "vowed to respond"
  bool in_conflict = false; // only between two that a known conflict sets against each other
  bool by_anybody = false;  // counts where nobody is known to have done it, too
  bool among_known = false; // only between two of whom the rest of the document tells the like
  bool mutual = false;      // both sides do it to each other: "the war between France and Spain"
  bool beside = false;      // told beside what other frames make of the same words: "signed a pact on tanks"
  std::vector<FrameExample> examples;
  Place place; // where the pack defines it
};

// What a group of words does to the events it embeds.
struct Embedding {
  Iri iri;
  std::vector<std::string> verbs, nouns, adjectives, adverbs;
  std::string status;         // of what is embedded; empty: unchanged
  std::string status_negated; // the same under negation; empty: unchanged
  std::string status_past;    // where the word stands in the past ("began to fire"); empty: as `status`
  std::string status_passive; // in the passive ("is believed to have fired"); empty: as `status`
  bool reports = false;       // its subject is a speaker
  bool cites = false;         // its object is the one relied on
  bool presupposes = false;   // what it governs is so, whatever becomes of it: "condemned the attack"
  bool voices = false;        // its subject is credited with what it asks for, promises or fears
};

// What the frames of one event type have in common.
struct EventKind {
  std::string event;         // "attack"
  std::string first, second; // the roles of its two actor sides; empty: it has no such side
  std::string pair_group; // a side left out is the one that the rest of the document pairs with the other, in any event
                          // of this group; empty: nothing is concluded
  bool opposes = false;   // … whichever of the two acts: who is attacked may attack
  bool together = false;  // the first side is several who do it together: fewer than two are nothing
  std::vector<std::string> together_in; // … but one of these classes is several by itself: "Alliance"
  bool told_aside = false; // whoever speaks is credited for what a clause on a thing tells: "the tanks they had bought"
  bool gathers = false;    // the first side takes them from all its positions: "participants"
  std::vector<std::string> counted_roles; // what a number may count: "item"; sorted
  std::vector<std::string> word_roles;    // filled by words of the text, not by entities: "kind"; sorted
  bool both_sides = false;                // one side alone is no statement
  bool speaks = false;                    // an utterance of its first side, put down to nobody else
  bool against_doer = false;              // turned against an event, it is turned against who did that: its first side
  bool acts_for_country = false;          // an office-holder or a place on a side stands for the country too
  std::vector<std::string> acting_bodies; // … and so do bodies of these types of entity: "Ministry"; sorted
  std::string takes_time_of;  // a type of event whose time it is of, where the same one does both: "visit"; or empty
  bool among_friends = false; // enemies who have no dealings do not do it with each other: arms are given
  std::string subject_words;  // class of words of which a report that tells of it has one; empty: it needs none
  std::string outcome;        // class of the words whose counts tell what came of it ("killed"); empty: there is none

  bool is_giving() const { return !pair_group.empty() && !opposes; } // one side gives, the other one gets
};

// Two sides that fight each other, as reports take it for known.
struct Conflict {
  Iri iri;
  std::vector<Iri> first, second; // lexicon IRIs; the one who began it stands first
  std::string since;              // ISO date
  std::string until;              // ISO date; empty: it goes on
  std::string outbreak;           // ISO date of the war that is meant by "since the war began"; empty: of none
  bool no_dealings = false;       // what one sends the other is no gift
  bool aggression = false;        // the first side attacks the second, whoever is named first
};

enum class WordKind : std::uint8_t { verb, noun, adjective, adverb };

// The frames of a pack, with their words at hand. Immutable once read.
class Frames {
public:
  // Reads what frames/ of the pack holds and what it imports of the program's own, `installed`; no such files, no
  // frames. Throws Error with file and line.
  static Frames read(const std::filesystem::path& pack, const std::filesystem::path& installed = {});

  // The same from statements at hand.
  static Frames of(const rdf::GraphStore& store);

  std::span<const Frame> all() const { return frames_; }
  std::span<const Embedding> embeddings() const { return embeddings_; }

  std::span<const Conflict> conflicts() const { return conflicts_; }
  std::span<const EventKind> kinds() const { return kinds_; }
  const EventKind* find_kind(std::string_view event) const; // nullptr: the pack says nothing of it
  bool counts(std::string_view event, std::string_view role) const;
  bool holds_words(std::string_view event, std::string_view role) const;

  // Frames that a word triggers, by their IRI; embeddings likewise.
  std::span<const std::uint32_t> triggered_by(WordKind kind, std::string_view lemma) const;
  std::span<const std::uint32_t> embedded_by(WordKind kind, std::string_view lemma) const;
  bool in_class(std::string_view word_class, std::string_view lemma) const;
  // Words by class.
  const std::map<std::string, std::vector<std::string>>& classes() const { return classes_; }
  bool is_class(std::string_view name) const { return classes_.find(std::string(name)) != classes_.end(); }

private:
  // Asked with views: no string is made for a question.
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  template <class Value>
  using Lookup = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

  struct Triggers {
    Lookup<std::vector<std::uint32_t>> by_word[4];
    std::span<const std::uint32_t> find(WordKind kind, std::string_view lemma) const;
    void add(WordKind kind, const std::vector<std::string>& words, std::uint32_t index);
  };
  std::vector<Frame> frames_;
  std::vector<Embedding> embeddings_;
  std::vector<EventKind> kinds_;
  std::vector<Conflict> conflicts_;
  std::map<std::string, std::vector<std::string>> classes_;                           // words sorted
  Lookup<std::unordered_set<std::string, TextHash, std::equal_to<>>> words_of_class_; // the same, to ask often
  Triggers triggers_, embedding_triggers_;
};

Fill parse_fill(std::string_view text);               // throws Error without a place
Requirement parse_requirement(std::string_view text); // "item", "supplier|recipient", "participants*2"
FrameExample parse_example(std::string_view text);    // "sentence => fact; fact"

} // namespace stemma::pack
