#pragma once
// How far an act has come, as the words right around its verb or noun tell it.

#include "extract/scene.hpp"

namespace stemma::extract {

// "is going to send", "was about to send": the infinitive stands right before it comes.
bool is_imminent(const Scene& scene, const predicate::Predication& predication);

// "has long supplied", "has for years supplied": a present perfect that goes on.
bool is_lasting_perfect(const Scene& scene, const predicate::Predication& predication);

// "a campaign that continues": a clause in the present behind the noun says that it goes on.
bool is_said_to_go_on(const Scene& scene, const predicate::Predication& noun);

// "is no longer sending": it did so once.
bool is_given_up(const predicate::Predication& predication);

} // namespace stemma::extract
