#pragma once
// Is a pack sound? What loading takes on trust is doubted here.

#include "model/diagnostic.hpp"
#include "pack/frame.hpp"
#include "pack/word_knowledge.hpp"

#include <filesystem>
#include <vector>

namespace stemma::pack {

// Everything that is wrong, by file and line; empty: the pack is sound. Codes:
//   pack.syntax      a file cannot be read further than this
//   pack.label       a concept, class or property has no label (or comment) in English
//   pack.tie         a class or property is not tied to a published term
//   pack.term        a class, property or value that neither the ontology nor a known vocabulary has
//   pack.reference   something is named that the pack does not describe
//   pack.hierarchy   a cycle of broader concepts or classes
//   pack.value       a date, number, code or flag that cannot be
//   pack.ambiguous   a name of two concepts that is not declared ambiguous
//   pack.duplicate   a statement made twice; two concepts for one thing
//   pack.frame       a frame, or words with it, that cannot be meant: an unknown position, class, role or status
//   pack.unfired     a frame or one of its words that no sentence can set off
//   pack.shadowed    a frame whose words always go to another one that asks for no more
//   pack.import      an import that is no part of the program's own pack, `installed`
// Throws Error when the folder is no pack.
// `words` is what a language model knows; without it the forms of words are not judged.
std::vector<Diagnostic> check(const std::filesystem::path& directory, const std::filesystem::path& installed = {},
                              const WordKnowledge& words = {});

// The frames of a pack as Frames::read gives them. Refuses those that name a position, class, event or status that
// there is not: such a frame would be passed over in silence. Throws Error at the first of them, by file and line. Far
// quicker than `check`: the lexicon is not read.
Frames read_sound_frames(const std::filesystem::path& directory, const std::filesystem::path& installed = {});

} // namespace stemma::pack
