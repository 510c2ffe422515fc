#pragma once
// What cutting sentences and reading headers must know of English. Language, not domain: the only place in the text
// module that holds words of a language.

#include <string_view>

namespace stemma::text::english {

enum class Abbreviation {
  none,
  title,         // "Gen.", "Mr.": a name follows, no sentence ends here
  before_number, // "No.", "Art.": joined to a number that follows
  month,         // "Nov.": the same
  inner,         // "e.g.", "vs.": never ends a sentence
  either         // "Inc.", "U.S.", "etc.": ends one only where a clear beginning follows
};

// `word` stands before a full stop, without it; case counts ("No" and "no" are kept apart where it matters).
Abbreviation abbreviation(std::string_view word);

// Capitalised words that begin a sentence rather than go on with a name: "The", "He", "But", "In".
bool begins_sentence(std::string_view word);

// 1 to 12 for "November", "Nov", "nov"; 0: no month.
int month(std::string_view word);

bool is_weekday(std::string_view word); // "Monday", "Mon"

// Words that make a capitalised row of words a body rather than a person: "News", "Agency", "Ministry".
bool names_body(std::string_view word);

// Words that stand before a colon at the start of a paragraph and are no place: "Analysis", "PHOTO". Case does not
// count.
bool labels_paragraph(std::string_view word);

} // namespace stemma::text::english
