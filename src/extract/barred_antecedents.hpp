#pragma once
#include "extract/scene.hpp"

namespace stemma::extract {

// Whether grammar keeps a pronoun, or a description such as "the country", from standing for what was named before:
// "IRAN supplies them", "IRAN sent tanks to Syria to help it", "IRAN gave Syria tanks in return for the drones it
// sent", "IRAN warned Syria that it could face a strike".
bool is_barred_antecedent(const Scene& scene, TokenIndex named, TokenIndex pronoun);

// "Tuareg rebels attacked. … THE REBELS": fighters (words of the class "irregular") who were brought in without a name
// a few sentences before, and so stand for no group that has one.
bool is_nameless_band(const Scene& scene, TokenIndex fighters);

// "expelled TWO DIPLOMATS. The minister said THE TWO MEN had …": people whom nobody named, not the last two who were.
bool means_unnamed_two(const Scene& scene, TokenIndex t);

// "it is clear that …", "it was unlikely to …", "it was decided that …": a subject that stands for nothing.
bool is_empty_subject(const Scene& scene, TokenIndex pronoun);

} // namespace stemma::extract
