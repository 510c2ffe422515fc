#include "text/english.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace stemma::text::english {
namespace {

using std::string_view_literals::operator""sv;

// Each table is sorted by byte, checked below.
constexpr std::array titles{"Adm"sv,    "Amb"sv,   "Asst"sv, "Atty"sv, "Brig"sv, "Capt"sv, "Cdr"sv,  "Cmdr"sv, "Col"sv,
                            "Cols"sv,   "Comdr"sv, "Cpl"sv,  "Dep"sv,  "Det"sv,  "Dr"sv,   "Drs"sv,  "Ens"sv,  "Fr"sv,
                            "Ft"sv,     "Gen"sv,   "Gens"sv, "Gov"sv,  "Govs"sv, "Hon"sv,  "Insp"sv, "Lt"sv,   "Maj"sv,
                            "Messrs"sv, "Mme"sv,   "Mr"sv,   "Mrs"sv,  "Ms"sv,   "Msgr"sv, "Mt"sv,   "Pfc"sv,  "Pres"sv,
                            "Prof"sv,   "Pvt"sv,   "Rep"sv,  "Reps"sv, "Ret"sv,  "Rev"sv,  "Sen"sv,  "Sens"sv, "Sgt"sv,
                            "Spc"sv,    "St"sv,    "Ste"sv,  "Supt"sv};

constexpr std::array before_number{"Art"sv, "Ch"sv,  "Fig"sv,    "Figs"sv, "No"sv, "Nos"sv, "Nr"sv, "Para"sv,
                                   "Sec"sv, "Vol"sv, "approx"sv, "art"sv,  "c"sv,  "ca"sv,  "ch"sv, "cl"sv,
                                   "fig"sv, "nos"sv, "p"sv,      "para"sv, "pp"sv, "sec"sv, "vol"sv};

constexpr std::array inner{"aka"sv, "cf"sv,   "e.g"sv, "eg"sv,  "esp"sv, "i.e"sv,
                           "ie"sv,  "incl"sv, "v"sv,   "viz"sv, "vs"sv};

constexpr std::array either{"Ala"sv,  "Ariz"sv, "Assn"sv, "Ave"sv,  "Bldg"sv, "Blvd"sv, "Bn"sv,   "Bros"sv, "Calif"sv,
                            "Co"sv,   "Colo"sv, "Conn"sv, "Corp"sv, "Cos"sv,  "Dept"sv, "Dist"sv, "Div"sv,  "Esq"sv,
                            "Est"sv,  "Fla"sv,  "Ga"sv,   "Gmbh"sv, "Govt"sv, "Inc"sv,  "Jr"sv,   "Kan"sv,  "Ky"sv,
                            "La"sv,   "Ltd"sv,  "Mass"sv, "Md"sv,   "Mfg"sv,  "Mich"sv, "Minn"sv, "Miss"sv, "Mo"sv,
                            "Mont"sv, "Neb"sv,  "Nev"sv,  "Okla"sv, "Ore"sv,  "Penn"sv, "Ph.D"sv, "PhD"sv,  "Plc"sv,
                            "Rd"sv,   "Regt"sv, "Sr"sv,   "Tenn"sv, "Tex"sv,  "Univ"sv, "Va"sv,   "Vt"sv,   "Wash"sv,
                            "Wis"sv,  "Wyo"sv,  "al"sv,   "dept"sv, "est"sv,  "etc"sv,  "ft"sv,   "govt"sv, "hrs"sv,
                            "kg"sv,   "km"sv,   "lb"sv,   "lbs"sv,  "mph"sv,  "sq"sv};

constexpr std::array starters{
    "A"sv,       "About"sv,        "According"sv, "Across"sv,  "After"sv,    "Again"sv,     "All"sv,
    "Also"sv,    "Although"sv,     "Among"sv,     "An"sv,      "And"sv,      "Another"sv,   "Any"sv,
    "Are"sv,     "As"sv,           "Asked"sv,     "At"sv,      "Because"sv,  "Before"sv,    "Both"sv,
    "But"sv,     "By"sv,           "Can"sv,       "Despite"sv, "Did"sv,      "Do"sv,        "Does"sv,
    "During"sv,  "Each"sv,         "Earlier"sv,   "Even"sv,    "Every"sv,    "Few"sv,       "Following"sv,
    "For"sv,     "From"sv,         "Further"sv,   "Given"sv,   "Had"sv,      "Has"sv,       "Have"sv,
    "He"sv,      "Her"sv,          "Here"sv,      "His"sv,     "How"sv,      "However"sv,   "I"sv,
    "If"sv,      "In"sv,           "Instead"sv,   "Is"sv,      "It"sv,       "Its"sv,       "Last"sv,
    "Later"sv,   "Many"sv,         "Meanwhile"sv, "More"sv,    "Moreover"sv, "Most"sv,      "My"sv,
    "Neither"sv, "Nevertheless"sv, "No"sv,        "Nobody"sv,  "None"sv,     "Nor"sv,       "Not"sv,
    "Nothing"sv, "Now"sv,          "Of"sv,        "On"sv,      "Once"sv,     "One"sv,       "Only"sv,
    "Or"sv,      "Other"sv,        "Others"sv,    "Our"sv,     "Over"sv,     "People"sv,    "Recently"sv,
    "She"sv,     "Should"sv,       "Since"sv,     "So"sv,      "Some"sv,     "Still"sv,     "Such"sv,
    "That"sv,    "The"sv,          "Their"sv,     "Then"sv,    "There"sv,    "Therefore"sv, "These"sv,
    "They"sv,    "This"sv,         "Those"sv,     "Though"sv,  "Through"sv,  "Thus"sv,      "To"sv,
    "Today"sv,   "Two"sv,          "Under"sv,     "Unlike"sv,  "Until"sv,    "Was"sv,       "We"sv,
    "Were"sv,    "What"sv,         "When"sv,      "Where"sv,   "Whether"sv,  "Which"sv,     "While"sv,
    "Who"sv,     "Why"sv,          "Will"sv,      "With"sv,    "Without"sv,  "Yesterday"sv, "Yet"sv,
    "You"sv,     "Your"sv};

constexpr std::array bodies{
    "Administration"sv, "Agencies"sv,   "Agency"sv,   "Army"sv,      "Associated"sv, "Association"sv, "Broadcasting"sv,
    "Bureau"sv,         "Business"sv,   "Center"sv,   "Centre"sv,    "Committee"sv,  "Corps"sv,       "Council"sv,
    "Daily"sv,          "Department"sv, "Desk"sv,     "Editorial"sv, "Force"sv,      "Foundation"sv,  "Free"sv,
    "Gazette"sv,        "Group"sv,      "Guardian"sv, "Herald"sv,    "Inc"sv,        "Information"sv, "Institute"sv,
    "International"sv,  "Journal"sv,    "Limited"sv,  "Ltd"sv,       "Magazine"sv,   "Media"sv,       "Ministry"sv,
    "Monitor"sv,        "Navy"sv,       "Network"sv,  "News"sv,      "Office"sv,     "Online"sv,      "Photo"sv,
    "Post"sv,           "Press"sv,      "Radio"sv,    "Review"sv,    "Service"sv,    "Services"sv,    "Staff"sv,
    "Telegraph"sv,      "Television"sv, "Times"sv,    "Today"sv,     "Tribune"sv,    "University"sv,  "Weekly"sv,
    "Wire"sv,           "Wires"sv};

// In small letters.
constexpr std::array labels{
    "advertisement"sv, "also"sv,          "analysis"sv,  "answer"sv,    "background"sv, "breaking"sv, "caption"sv,
    "claim"sv,         "clarification"sv, "comment"sv,   "contact"sv,   "correction"sv, "credit"sv,   "disclaimer"sv,
    "editing"sv,       "editor"sv,        "editorial"sv, "exclusive"sv, "explainer"sv,  "fact"sv,     "facts"sv,
    "file"sv,          "follow"sv,        "image"sv,     "listen"sv,    "more"sv,       "note"sv,     "opinion"sv,
    "photo"sv,         "photos"sv,        "picture"sv,   "question"sv,  "read"sv,       "related"sv,  "report"sv,
    "reporting"sv,     "review"sv,        "see"sv,       "source"sv,    "sources"sv,    "summary"sv,  "text"sv,
    "update"sv,        "updated"sv,       "video"sv,     "watch"sv,     "who"sv,        "why"sv,      "words"sv};

constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                  "may",       "june",     "july",     "august",
                                                  "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> weekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                   "friday", "saturday", "sunday"};

template <std::size_t N>
constexpr bool sorted(const std::array<std::string_view, N>& table) {
  return std::is_sorted(table.begin(), table.end());
}
static_assert(sorted(titles) && sorted(before_number) && sorted(inner) && sorted(either) && sorted(starters) &&
              sorted(bodies) && sorted(labels));

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& table, std::string_view word) {
  return std::binary_search(table.begin(), table.end(), word);
}

std::string lower_case(std::string_view word) {
  std::string lower(word);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return lower;
}

// "U", "S", "a.m", "U.S", "D.P.R.K": single letters with points between.
bool is_initials(std::string_view word) {
  if (word.size() % 2 == 0) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (i % 2 == 0 ? !letter : c != '.') return false;
  }
  return word.size() > 1 || (word[0] >= 'A' && word[0] <= 'Z');
}

} // namespace

Abbreviation abbreviation(std::string_view word) {
  if (word.empty()) return Abbreviation::none;
  if (holds(titles, word)) return Abbreviation::title;
  if (holds(before_number, word)) return Abbreviation::before_number;
  if (holds(inner, word)) return Abbreviation::inner;
  const bool whole_month = word == "May" || word == "may" || word == "June" || word == "July";
  if (word.size() < 5 && !whole_month && month(word) != 0) return Abbreviation::month;
  if (word != "I" && word != "X" && (holds(either, word) || is_initials(word))) return Abbreviation::either;
  return Abbreviation::none;
}

bool begins_sentence(std::string_view word) { return holds(starters, word); }

int month(std::string_view word) {
  if (word.size() < 3 || word.size() > 9) return 0;
  const std::string lower = lower_case(word);
  for (std::size_t i = 0; i < months.size(); ++i)
    if (lower == months[i] || lower == months[i].substr(0, 3)) return static_cast<int>(i) + 1;
  return lower == "sept" ? 9 : 0;
}

bool is_weekday(std::string_view word) {
  if (word.size() < 3 || word.size() > 9) return false;
  const std::string lower = lower_case(word);
  return std::any_of(weekdays.begin(), weekdays.end(), [&](std::string_view day) {
    return lower == day || lower == day.substr(0, 3) || (lower.size() == 4 && lower == day.substr(0, 4));
  });
}

bool names_body(std::string_view word) { return holds(bodies, word); }

bool labels_paragraph(std::string_view word) { return holds(labels, lower_case(word)); }

} // namespace stemma::text::english
