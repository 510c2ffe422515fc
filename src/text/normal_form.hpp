#pragma once
// Forms of a name under which two spellings count as the same. Keys for comparing, never for showing.

#include <string>
#include <string_view>

namespace stemma::text {

// Unicode's full case folding (no locale: "I" becomes "i"), NFC. "STRASSE" and "Straße" give "strasse".
std::string case_fold(std::string_view text);

// Without combining marks and with the letters that do not decompose written plain: "Löw" gives "Low", "Đoàn" gives
// "Doan", "Łódź" gives "Lodz", "Ærø" gives "AEro", "ı" gives "i". Marks of scripts other than Latin, Greek and Cyrillic
// are letters there and stay; "й" and "ё" become "и" and "е".
std::string strip_diacritics(std::string_view text);

// The key that the pack and linking compare names by: strip_diacritics, then case_fold, so "GÜVENLİK" and "Guvenlik"
// meet. Spaces and punctuation stay as they are: names are compared word by word. `text` is clean text.
// fold(fold(x)) == fold(x).
std::string fold(std::string_view text);

} // namespace stemma::text
