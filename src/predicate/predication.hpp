#pragma once
// "Who does what": the parse turned into predicates with their arguments by position. This layer knows English
// grammar and no domain: passives, relative clauses, control, coordination, light verbs and nominal events are
// undone here, once for all frames.

#include "language/analysis.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stemma::predicate {

using TokenIndex = std::uint32_t;
using PredicationIndex = std::uint32_t;

// Where an argument stands when the sentence is put into its plainest active form.
enum class Position {
  subject,         // the doer: "by"-agent of a passive, possessor-like doer of a nominal comes as possessor
  object,          // what is done to
  indirect_object, // "gave RUSSIA shells"
  oblique,         // after a preposition: "to Russia"
  possessor,       // "RUSSIA's invasion", "the invasion of RUSSIA" is oblique "of"
  modifier,        // adjective or noun before a noun: "RUSSIAN invasion", "ARMS shipment"
  complement,      // "is a MEMBER", "called it a MISTAKE"
  time             // bare noun phrase of time: "sent them LAST MONTH"
};

struct Argument {
  Position position = Position::subject;
  std::string preposition; // obliques: lower case, "to", "out of"; else empty
  TokenIndex token = 0;    // head of the phrase; phrases joined by "and" come one by one
  TokenIndex phrase = 0;   // head of the whole coordination; equals `token` for its first member
  // How far the argument was carried: 0 stands at the predicate itself; 1 shared with it by control, coordination or a
  // relative clause; 2 attached to its object in the parse ("shells [to Russia]").
  std::uint8_t carried = 0;
};

enum class Kind {
  verb,
  noun,
  participle, // before or after a noun: "the shells SENT by …", "Iran-BACKED"
  adjective   // after a copula: "is READY to send"
};

enum class Tense { none, past, present, future };

// How a predication hangs on the one above it.
enum class Relation {
  root,
  clause,      // "said that …", "wants to …", "accused of …"
  relative,    // "the shells, which were sent …"
  adverbial,   // "after sending …", "if it sends …"
  adnominal,   // "the plan to send …", "the claim that …"
  coordinated, // "sent shells and trained crews"
  argument     // nominal predicate as an argument: "denied the DELIVERY"
};

struct Predication {
  TokenIndex token = 0;
  Kind kind = Kind::verb;
  std::string lemma; // with its particle: "hand over"
  std::vector<Argument> arguments;

  Tense tense = Tense::none;
  bool progressive = false;
  bool perfect = false;
  bool passive = false;
  bool infinitive = false;
  bool negated = false;
  bool question = false;
  bool imperative = false;          // "SEND us tanks": what somebody is told to do
  std::string modal;                // lemma of the modal: "may"; empty: none
  std::vector<std::string> adverbs; // lower case: "reportedly", "already"
  std::string mark;                 // "if", "that", "after"; the preposition for "of supplying"; empty: none

  std::optional<PredicationIndex> above; // what it is embedded in
  Relation relation = Relation::root;
  std::uint32_t sentence = 0;           // index of the sentence in the analysis
  std::optional<TokenIndex> light_verb; // "conducted a LAUNCH": the verb that only carries the noun
};

struct Predications {
  std::vector<Predication> items; // by token
  // Index of the predication whose predicate is this token, if any.
  std::optional<PredicationIndex> find_at(TokenIndex token) const;
  // Those of one sentence, by token; empty: it has none.
  std::span<const Predication> in_sentence(std::uint32_t sentence) const;
};

// A pure function of the analysis. Every verb that is not an auxiliary, every noun, and every participle that modifies
// a noun becomes one predication, but for sentences of more than 2000 tokens, which nobody wrote to be read.
Predications predications(const language::Analysis& analysis);

} // namespace stemma::predicate
