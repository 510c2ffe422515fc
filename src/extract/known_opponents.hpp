#pragma once

#include "extract/draft.hpp"

namespace stemma::extract {

// "Peru gives Chile tanks for its war with Cuba": a pronoun on one side of an event whose other side has a known
// opponent, named before it in the sentence, stands for that one.
void correct_known_opponents(const Scene& scene, const std::string& published, std::vector<Draft>& drafts);

// "Since Russia's invasion": the side that a text takes as known is filled from the pack's conflicts, if the document
// names it somewhere and it was a party by the day of publication (ISO date; empty: not known, any conflict counts).
// Of several opponents the one that the document names most often is taken.
void fill_known_opponents(const Scene& scene, const std::string& published, std::vector<Draft>& drafts);

// Empties the roles of drafts whose frame asks for a known conflict, where none sets their two sides against each
// other.
void empty_unknown_conflicts(const Scene& scene, const std::string& published, std::vector<Draft>& drafts);

// "The war in X": one that was over by the day of publication goes on no longer.
void settle_past_conflicts(const Scene& scene, const std::string& published, std::vector<Draft>& drafts);

// "Ukraine's war with Russia": of two parties of a known conflict the one who began it acts.
// "The war between A and B": otherwise whoever is on one side of a mutual event is on the other too. "A and B traded
// blame" is two events, one of each.
void level_mutual_sides(const Scene& scene, std::vector<Draft>& drafts);

// A launch whose actor is not named is that of the only actor of launches in the document.
void fill_sole_actors(const Scene& scene, std::vector<Draft>& drafts);

// A launch without a target by one who attacks elsewhere in the document is no test: it is dropped. Fills sole actors
// first, since wars have been levelled in between.
void settle_launches(const Scene& scene, std::vector<Draft>& drafts);

// "Sent 40 drones at dawn" by one side of a war to the other: no gift. Empties what friends alone do, where enemies who
// have no dealings would do it.
void empty_gifts_to_enemies(const Scene& scene, const std::string& published, std::vector<Draft>& drafts);

// "The firm offered support": in a report without any word of the subject of its kind, an event is none. A line or two
// may leave that to its reader.
void empty_off_subject(const Scene& scene, std::vector<Draft>& drafts);

} // namespace stemma::extract
