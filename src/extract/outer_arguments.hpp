#pragma once

#include "extract/scene.hpp"

#include <string>
#include <vector>

namespace stemma::extract {

// Phrases that stand outside of a predication and yet take part in what it tells, by the name that frames give them:
//   "asker"  who asks for it: "UKRAINE asked Berlin to send tanks"
//   "bidder" who tells others to do it: "CHAD told them to leave"
//   "user"   who has or uses the thing it tells of: "UKRAINE fired missiles supplied by Paris", "KYIV's French-made
//   guns"
// The words that ask and use are classes of the pack. Empty for other names, and where nobody stands there.
std::vector<TokenIndex> outer_arguments(const Scene& scene, const predicate::Predication& predication,
                                        const std::string& position);

// "opened talks with Chile on the SALE": what a noun names is still being talked over.
bool is_bargained_over(const Scene& scene, const predicate::Predication& p);

// "urged Berlin to stop the deliveries", "urged it not to send them": who asks gets nothing.
bool is_asked_to_stop(const Scene& scene, const predicate::Predication& p);

} // namespace stemma::extract
