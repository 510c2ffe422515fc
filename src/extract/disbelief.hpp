#pragma once

#include "extract/scene.hpp"

namespace stemma::extract {

// What the words above a clause leave of it, beside what embedding words say (embedding.ttl):
//   "denied"    "the report that Peru sold tanks is nonsense", "a myth that …", "falsely claimed that …"
//   "possible"  "did not say that Peru sold tanks", "nobody believes that …"
//   empty       they leave it as it is
std::string disbelief(const Scene& scene, const predicate::Predication& clause);

// "FALSELY CLAIMED that Peru sold tanks": who says so is not who denies it.
bool is_told_falsely(const Scene& scene, const predicate::Predication& clause);

} // namespace stemma::extract
