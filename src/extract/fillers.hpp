#pragma once

#include "extract/scene.hpp"

namespace stemma::extract {

// What may fill a role: an entity, or words.
struct Filler {
  std::optional<EntityIndex> entity;
  std::string words;    // verbatim, when no entity fills the role
  TokenIndex token = 0; // the argument it came from
  TokenIndex shown = 0; // the token that names it
  bool implied = false; // not named at the event: taken from elsewhere in the document, or the country of who is named
  friend bool operator==(const Filler& a, const Filler& b) { return a.entity == b.entity && a.words == b.words; }
};

// The fillers that the phrase headed by `token` offers for a role that admits `admits`; empty when there are none.
// Sees through "the government of X", "X's forces", "containers of Y", "a package including Y", pronouns resolved.
std::vector<Filler> fillers(const Scene& scene, TokenIndex token, const std::vector<std::string>& admits);

// "fired rockets, MANY of them …", "gave its old tanks and will get new ONES": the weapons named before in the
// sentence.
std::optional<TokenIndex> thing_stood_for(const Scene& scene, TokenIndex token);

// What a role admits that whoever can act may fill: a state, a body, a person.
const std::vector<std::string>& any_party();

} // namespace stemma::extract
