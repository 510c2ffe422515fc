#include "text/credit.hpp"

#include "text/byline.hpp"
#include "text/english.hpp"
#include "text/line.hpp"
#include "text/utf8.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

namespace stemma::text {
namespace {

constexpr std::size_t longest_credit = 160; // bytes

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return lower;
}

std::string_view without(std::string_view text, std::string_view marks) {
  const std::size_t first = text.find_first_not_of(marks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(marks) - first + 1);
}

bool starts_upper(std::string_view word) { return u_isupper(static_cast<UChar32>(utf8::at(word, 0).value)); }

// One to four capitalised words, or a short acronym in small letters ("dpa").
bool is_wire_shape(std::string_view text) {
  if (text.size() < 2 || text.size() > 40) return false;
  if (text.find_first_of("0123456789.,;:?!@\"") != std::string_view::npos) return false;
  if (text.find(' ') == std::string_view::npos) return starts_upper(text) || text.size() <= 4;
  std::size_t words = 0;
  for (std::string_view rest = text; !rest.empty(); ++words) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    if (word.empty() || (!starts_upper(word) && word != "of")) return false;
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
  }
  return words <= 4;
}

// "With AFP", "Additional reporting by AFP", "(With information from ANA-MPA)".
std::string_view credited_wire(std::string_view line) {
  static constexpr std::array<std::string_view, 16> leads{"with reporting from ",
                                                          "with reporting by ",
                                                          "with information from ",
                                                          "with material from ",
                                                          "with inputs from ",
                                                          "with input from ",
                                                          "with files from ",
                                                          "with agency inputs from ",
                                                          "with contributions from ",
                                                          "with ",
                                                          "additional reporting by ",
                                                          "reporting by ",
                                                          "source: ",
                                                          "sources: ",
                                                          "agency: ",
                                                          "via "};
  const std::string_view core = without(line, " ()[]-.*");
  const std::string lower = lower_ascii(core);
  for (const std::string_view lead : leads) {
    if (!lower.starts_with(lead)) continue;
    std::string_view name = core.substr(lead.size());
    if (name.starts_with("the ")) name.remove_prefix(4);
    name = name.substr(0, std::min(name.find(','), name.find(" and ")));
    return is_wire_shape(name) && !is_person_name(name) ? name : std::string_view{};
  }
  return {};
}

// What stands in brackets at the very end: "… on Tuesday. (Reuters)".
std::string_view closing_bracket(std::string_view line) {
  if (line.empty() || line.back() != ')') return {};
  const std::size_t open = line.rfind('(');
  if (open == std::string_view::npos || (open > 0 && line[open - 1] != ' ')) return {};
  const std::string_view before = trimmed(line.substr(0, open));
  const bool after_sentence =
      before.empty() || std::string_view(".!?\"'").find(before.back()) != std::string_view::npos;
  return after_sentence ? line.substr(open + 1, line.size() - open - 2) : std::string_view{};
}

bool is_end_mark(std::string_view text) {
  return text == "END" || text == "Ends" || text == "ENDS" || text == "MORE" || text == "LEAD";
}

// Behind "© 2023" or "Copyright": the capitalised words up to a full stop.
std::string_view copyright_holder(std::string_view line) {
  std::size_t at = line.find("\u00A9");
  if (at == std::string_view::npos) at = line.find("\u24D2");
  if (at == std::string_view::npos) at = line.find("Copyright");
  if (at == std::string_view::npos) return {};
  std::string_view rest = line.substr(at);
  // "© Agency" behind a caption is the photographer's; the publisher's has a year, the word or a line of its own.
  const bool of_text = at == 0 || rest.find_first_of("0123456789") < 16 || rest.starts_with("Copyright");
  if (!of_text) return {};
  for (const std::string_view lead : {std::string_view("Copyright"), std::string_view("\u00A9"),
                                      std::string_view("\u24D2"), std::string_view("(c)")}) {
    if (rest.starts_with(lead)) rest = trimmed(rest.substr(lead.size()));
  }
  rest = trimmed(rest.substr(std::min(rest.find_first_not_of("0123456789-, "), rest.size())));
  if (rest.starts_with("by ")) rest.remove_prefix(3);
  rest = rest.substr(0, rest.find_first_of(".,;|"));
  return rest.size() >= 2 && rest.size() <= 60 && starts_upper(rest) && rest.find('/') == std::string_view::npos
             ? trimmed(rest)
             : std::string_view{};
}

// "Jane Doe jane@paper.example"
std::string_view name_before_mail(std::string_view line) {
  const std::size_t at = line.find('@');
  if (at == std::string_view::npos) return {};
  const std::size_t space = line.rfind(' ', at);
  if (space == std::string_view::npos || line.find(' ', at) != std::string_view::npos) return {};
  const std::string_view name = without(line.substr(0, space), " |,(");
  return is_person_name(name) ? name : std::string_view{};
}

bool says_trade(std::string_view text) {
  static constexpr std::array<std::string_view, 8> trades{"reporter",  "correspondent", "journalist", "editor",
                                                          "columnist", "writer",        "producer",   "bureau chief"};
  const std::string lower = lower_ascii(text.substr(0, 100));
  return std::any_of(trades.begin(), trades.end(),
                     [&](std::string_view trade) { return lower.find(trade) != std::string::npos; });
}

// Does a word stand in it that the verbs below start with?
bool may_describe_author(std::string_view line) {
  for (std::size_t i = 0; i + 2 < line.size(); ++i) {
    if (line[i] != ' ') continue;
    const char first = line[i + 1], second = line[i + 2];
    if ((first == 'i' && second == 's') || (first == 'c' && second == 'o') || (first == 'r' && second == 'e') ||
        (first == 'w' && second == 'r'))
      return true;
  }
  return false;
}

// "Jane Doe covers export controls.", "Jane Doe is a reporter at …", "• Jane Doe is a research associate with …"
std::string_view described_author(std::string_view line) {
  constexpr std::string_view mark = "\u2022 ";
  // Most lines have none, and a look for its first byte tells so fast.
  const std::size_t bullet = line.find(mark[0]) == std::string_view::npos ? std::string_view::npos : line.rfind(mark);
  const bool by_bullet = bullet != std::string_view::npos;
  if (by_bullet) line = line.substr(bullet + mark.size());
  if (!may_describe_author(line.substr(0, longest_credit))) return {};
  static constexpr std::array<std::string_view, 7> verbs{" covers ", " reports on ", " reports from ", " writes about ",
                                                         " is a ",   " is an ",      " is the "};
  for (const std::string_view verb : verbs) {
    const std::size_t at = line.substr(0, longest_credit).find(verb);
    if (at == std::string_view::npos || !is_person_name(line.substr(0, at))) continue;
    if (by_bullet || !verb.starts_with(" is ") || says_trade(line.substr(at))) return line.substr(0, at);
  }
  return {};
}

void read_bracket(std::string_view inside, Credit& credit) {
  if (inside.empty() || is_end_mark(inside)) return;
  if (is_person_name(inside))
    credit.authors.emplace_back(inside);
  else if (is_wire_shape(inside))
    credit.wire = inside;
}

} // namespace

std::string parse_wire_line(std::string_view line) {
  const bool capitals =
      std::all_of(line.begin(), line.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '-'; });
  return capitals && line.size() >= 2 && line.size() <= 8 && !is_end_mark(line) ? std::string(line) : std::string{};
}

Credit parse_credit(std::string_view line) {
  Credit credit;
  const bool is_short = line.size() <= longest_credit;
  const std::string_view inside = closing_bracket(line);
  read_bracket(inside, credit);
  if (const std::string_view author = described_author(line); !author.empty()) credit.authors.emplace_back(author);
  if (is_short) {
    const bool only_bracket = !inside.empty() && line.front() == '(';
    if (credit.wire.empty()) credit.wire = credited_wire(line);
    if (credit.wire.empty()) credit.wire = parse_wire_line(line);
    if (const std::string_view author = name_before_mail(line); !author.empty()) credit.authors.emplace_back(author);
    credit.publisher = copyright_holder(line);
    const bool mark = is_end_mark(without(line, "()")) || line.find_first_not_of("#*-_ ") == std::string_view::npos;
    const bool said = !credit.wire.empty() || !credit.authors.empty() || !credit.publisher.empty();
    if (mark || only_bracket || (said && inside.empty())) credit.part = line;
  }
  const bool bracket_is_credit = !credit.wire.empty() || !credit.authors.empty();
  if (credit.part.empty() && !inside.empty() && bracket_is_credit)
    credit.part = line.substr(line.size() - inside.size() - 2);
  credit.found = !credit.part.empty() || !credit.wire.empty() || !credit.authors.empty() || !credit.publisher.empty();
  return credit;
}

} // namespace stemma::text
