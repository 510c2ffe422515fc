#pragma once
// An event while it is put together from one predication.

#include "extract/fillers.hpp"
#include "extract/quantity.hpp"
#include "extract/scene.hpp"
#include "extract/triggers.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stemma::extract {

struct Speaker {
  EntityIndex entity = 0;
  TokenIndex token = 0;           // where the speaker is named
  TokenIndex first = 0, last = 0; // the words that show it: [first, last)
};

struct DraftQuantity {
  Quantity quantity;
  std::optional<EntityIndex> of;
  TokenIndex first = 0, last = 0; // [first, last)
  std::string counted;            // lemma of what is counted, and of what came of it: "person wound"
  std::optional<predicate::PredicationIndex> outcome; // what tells its toll: "killed two people"
};

struct DraftTime {
  EventTime time;
  TokenIndex first = 0, last = 0;
  bool since = false;   // "since May"
  bool running = false; // up to the day of publication: "since May", "for two weeks"
  unsigned rank = 0;    // 0: said of the event itself; the higher, the further away it was found
};

// Rank of a time that stands with a noun which only takes the event up: it tells no two events apart.
constexpr unsigned said_again = 8;

struct Draft {
  std::uint32_t frame = 0; // index in Frames::all()
  predicate::PredicationIndex predication = 0;
  std::vector<predicate::PredicationIndex> told; // every predication that tells of it; `predication` comes first
  std::map<std::string, std::vector<Filler>> roles;
  std::string status;
  std::string body_status; // what the text tells of a status that only a title or a noun gave; empty: nothing else
  std::vector<std::vector<Speaker>> chains; // of those who tell it
  std::vector<std::vector<Speaker>> naming; // of those who only name it in passing
  bool own_voice = false;                   // the text tells it itself, below its lead
  std::vector<DraftQuantity> quantities;
  std::optional<DraftTime> time;
  std::optional<std::size_t> within; // the draft of the same sentence that speaks for this one too
  bool again = false;                // a noun that only takes up what another draft tells: "the strike"
  bool outcome = false;              // counts what else came of the event it is within: "and forty wounded"
  bool mutual = false;               // both sides act: "the war between A and B"
  int score = 0;
  // Where one word tells of several such events, the words that tell of this one alone: [first, last).
  std::optional<std::pair<TokenIndex, TokenIndex>> stretch;
  bool in_title = false;                                   // told in titles only
  std::vector<std::pair<TokenIndex, TokenIndex>> evidence; // [first, last)
};

// An entity fills the role, named or concluded: not words alone.
bool has_entity(const Draft& draft, const std::string& role);

// One that the text names there: not concluded from elsewhere.
bool has_named_entity(const Draft& draft, const std::string& role);

// Planned, wanted or possible.
bool lies_ahead(const Draft& draft);

// The event is said to be so, done or going on: "occurred", "ongoing".
bool is_firm(std::string_view status);

// What the words around a predication say of the event: occurred, ongoing, planned, …
std::string status_of(const Scene& scene, const Draft& draft);

// What the event's time says of its status, once it is known: over, going on since then, or still to come.
void settle_status(const Scene& scene, const Date& published, Draft& draft);

// What failed and cost lives all the same has happened.
void settle_tolls(std::vector<Draft>& drafts);

class Dating;

// Drafts of all predications that trigger a frame and fill what it requires.
std::vector<Draft> match_frames(const Scene& scene, const Dating& dating);

} // namespace stemma::extract
