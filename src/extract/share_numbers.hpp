#pragma once
// Bare numbers that tell of the same thing again.

#include "extract/dating.hpp"

#include <string>

namespace stemma::extract {

// "sold ten tanks to Peru in 2012 and SIX to Chile in 2015": one draft for the thing as it is named, and one for each
// number behind it that has a party or a time of its own; the draft alone where there is none. `thing` is the role of
// what is counted.
std::vector<Draft> share_numbers(const Scene& scene, const Dating& dating, const Draft& draft,
                                 const std::string& thing);

// Where the words end that can belong to a predication: at the next verb or participle behind `first`, a semicolon or
// the end of the sentence.
TokenIndex end_of_reach(const Scene& scene, const predicate::Predication& predication, TokenIndex first);

} // namespace stemma::extract
