#include "extract/quantity.hpp"

#include "extract/scan_words.hpp"
#include "extract/word_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>
#include <utility>

namespace stemma::extract {

namespace {

using Named = std::pair<std::string_view, double>;

template <std::size_t N>
std::optional<double> value_in(std::string_view word, const std::array<Named, N>& list) {
  for (const auto& [name, value] : list)
    if (name == word) return value;
  return std::nullopt;
}

std::optional<double> unit_word(std::string_view word) {
  static constexpr std::array<Named, 29> list = {
      {{"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},       {"six", 6},
       {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},    {"twelve", 12},
       {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18},
       {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},     {"sixty", 60},
       {"seventy", 70},  {"eighty", 80},   {"ninety", 90},  {"half", 0.5},   {"zero", 0}}};
  return value_in(word, list);
}

std::optional<double> scale_word(std::string_view word) {
  if (word.size() > 1 && word.size() < 4 && word.back() == '.') word.remove_suffix(1); // "$500m." at the end
  static constexpr std::array<Named, 12> list = {{{"dozen", 12},
                                                  {"hundred", 100},
                                                  {"thousand", 1e3},
                                                  {"million", 1e6},
                                                  {"billion", 1e9},
                                                  {"trillion", 1e12},
                                                  {"m", 1e6},
                                                  {"mn", 1e6},
                                                  {"bn", 1e9},
                                                  {"tn", 1e12},
                                                  {"k", 1e3},
                                                  {"lakh", 1e5}}};
  return value_in(word, list);
}

// "dozens": at least two of them.
std::optional<double> vague_plural(std::string_view word) {
  static constexpr std::array<Named, 7> list = {{{"dozens", 24},
                                                 {"scores", 40},
                                                 {"hundreds", 200},
                                                 {"thousands", 2e3},
                                                 {"millions", 2e6},
                                                 {"billions", 2e9},
                                                 {"tens", 20}}};
  return value_in(word, list);
}

std::optional<std::string_view> currency(std::string_view word) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 37> list = {
      {{"$", "USD"},       {"us$", "USD"},     {"a$", "AUD"},       {"c$", "CAD"},      {"nt$", "TWD"},
       {"rs", "INR"},      {"rupee", "INR"},   {"zloty", "PLN"},    {"lira", "TRY"},    {"shekel", "ILS"},
       {"dirhams", "AED"}, {"dollar", "USD"},  {"dollars", "USD"},  {"usd", "USD"},     {"€", "EUR"},
       {"euro", "EUR"},    {"euros", "EUR"},   {"eur", "EUR"},      {"£", "GBP"},       {"pound", "GBP"},
       {"pounds", "GBP"},  {"gbp", "GBP"},     {"¥", "JPY"},        {"yen", "JPY"},     {"yuan", "CNY"},
       {"rouble", "RUB"},  {"roubles", "RUB"}, {"ruble", "RUB"},    {"rubles", "RUB"},  {"won", "KRW"},
       {"rupees", "INR"},  {"zlotys", "PLN"},  {"hryvnias", "UAH"}, {"shekels", "ILS"}, {"francs", "CHF"},
       {"kronor", "SEK"},  {"kroner", "NOK"}}};
  for (const auto& [name, code] : list)
    if (name == word) return code;
  return std::nullopt;
}

std::optional<std::string_view> measure(std::string_view word) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 22> list = {
      {{"%", "%"},           {"percent", "%"},     {"metre", "m"},      {"meter", "m"},      {"tonnes", "t"},
       {"tonne", "t"},       {"tons", "t"},        {"ton", "t"},        {"kilotons", "kt"},  {"km", "km"},
       {"kilometres", "km"}, {"kilometers", "km"}, {"kilometre", "km"}, {"kilometer", "km"}, {"miles", "mi"},
       {"mile", "mi"},       {"metres", "m"},      {"meters", "m"},     {"kilograms", "kg"}, {"kilogrammes", "kg"},
       {"kg", "kg"},         {"litres", "l"}}};
  for (const auto& [name, code] : list)
    if (name == word) return code;
  return std::nullopt;
}

struct Figure {
  double value = 0;
  std::string_view rest; // letters behind the digits: "bn" of "5.9bn"
};

std::optional<Figure> figure(std::string_view word) {
  if (word.empty() || word[0] < '0' || word[0] > '9') return std::nullopt;
  std::string digits;
  std::size_t i = 0;
  for (; i < word.size(); ++i) {
    const char c = word[i];
    if (c >= '0' && c <= '9')
      digits += c;
    else if (c == ',' && i + 3 < word.size() + 0 && word.size() - i > 3)
      continue; // thousands
    else if (c == '.' && i + 1 < word.size() && word[i + 1] >= '0' && word[i + 1] <= '9')
      digits += c;
    else
      break;
  }
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return Figure{value, word.substr(i)};
}

enum class Bound { none, more, less, about };

class Reader : private WordReader {
public:
  Reader(std::span<const std::string> words, std::uint32_t first) : WordReader(words, first) {}

  std::optional<Quantity> read() {
    if (word() == "one" && first_ > 0 && words_[first_ - 1] == "no") return std::nullopt; // "no one"
    read_bound();
    if (word() == "a" && word(1) == "further") ++at_;
    if (accept("another") || accept("additional") || accept("further"))
      out_.additional = true;
    else if (word() == "an" && word(1) == "additional") {
      at_ += 2;
      out_.additional = true;
    }
    if (bound_ == Bound::none) read_bound(); // "another some 200"
    out_.number = at_;
    if (!read_vague() && !read_range()) return std::nullopt;
    if (word(1) != "than") accept("more") || accept("other") || accept("additional") || accept("further");
    read_unit();
    if (out_.min && *out_.min < 1 && out_.unit != "%") return std::nullopt; // "half of them": no count
    out_.first = first_;
    out_.last = at_;
    apply_bound();
    return out_;
  }

private:
  void read_bound() {
    if (accept("more", "than") || accept("at", "least") || accept("no", "fewer") || accept("no", "less") ||
        accept("well", "over") || accept("upwards", "of") || accept("in", "excess") || accept("over") ||
        accept("exceeding") || accept("greater", "than")) {
      bound_ = Bound::more;
      accept("than") || accept("of");
    } else if (accept("up", "to") || accept("at", "most") || accept("fewer", "than") || accept("less", "than") ||
               accept("as", "many") || accept("as", "much") || accept("under") || accept("no", "more") ||
               accept("below")) {
      bound_ = Bound::less;
      accept("than") || accept("as");
    } else if (accept("about") || accept("around") || accept("some") || accept("nearly") || accept("almost") ||
               accept("roughly") || accept("approximately") || accept("an", "estimated") || accept("estimated") ||
               accept("close", "to") || accept("circa") || accept("just", "under") || accept("just", "over")) {
      bound_ = Bound::about;
    }
  }

  bool read_vague() {
    const auto start = at_;
    accept("the");
    accept("many");
    if (read_vague_words()) return true;
    at_ = start;
    return false;
  }

  bool read_vague_words() {
    // "tens of thousands", "hundreds of millions"
    if (const auto first = vague_plural(word())) {
      const auto second = word(1) == "of" ? vague_plural(word(2)) : std::nullopt;
      at_ += second ? 3 : 1;
      const double second_unit = second ? *second / 2 : 1;
      set_vague(*first * second_unit);
      if (accept("of")) --at_;
      return true;
    }
    if (word() == "several" || (word() == "a" && (word(1) == "few" || word(1) == "handful")) || word() == "numerous") {
      at_ += word() == "a" ? 2 : 1;
      double unit = 1;
      if (const auto scale = scale_word(word()); scale && word().size() > 2) {
        unit = *scale;
        ++at_;
      }
      set_vague(2 * unit);
      return true;
    }
    if (accept("a", "couple") || accept("a", "pair")) {
      accept("of");
      const auto scale = scale_word(word());
      out_.min = out_.max = 2 * scale.value_or(1);
      if (scale)
        ++at_;
      else if (words_[at_ - 1] == "of")
        --at_;
      return true;
    }
    // "multi-billion dollar", "a multi-million-euro"
    if (word() == "multi" && word(1) == "-" && scale_word(word(2))) {
      set_vague(2 * *scale_word(word(2)));
      at_ += 3;
      accept("-");
      return true;
    }
    return false;
  }

  void set_vague(double least) {
    out_.min = least;
    out_.vague = true;
    out_.approximate = true;
  }

  // "two", "5.9bn", "$2 billion", "10 to 15", "between 200 and 300", "300-400".
  bool read_range() {
    const bool between = accept("between") || (word() == "from" && accept("from"));
    if (between) out_.number = at_;
    if (bound_ == Bound::none) read_bound();
    const auto low = read_number();
    if (!low) return false;
    out_.min = out_.max = low;
    if ((word() == "-" && (is_of_kind(word(1)) || is_size(word(1)))) || is_calibre(word()) || is_hour(word()) || is_comparison())
      return false;
    const auto here = at_;
    if (accept("out", "of")) { // "30 out of 350": thirty
      accept("the");
      const auto scale = last_scale_;
      out_.whole = read_number();
      if (!out_.whole) at_ = here;
      last_scale_ = scale;
      return true;
    }
    const bool joined = (between && accept("and")) || accept("to") || accept("-") || accept("--");
    if (joined) {
      const auto scale_before = last_scale_;
      if (const auto high = read_number(); high && *high > 0) {
        // "two to three million": the scale counts for both.
        const double low_scaled =
            scale_before == 1 && last_scale_ > 1 && *low * last_scale_ < *high ? *low * last_scale_ : *low;
        if (low_scaled < *high) {
          out_.min = low_scaled;
          out_.max = high;
          return true;
        }
      }
      at_ = here;
    }
    return true;
  }

  // "ten TIMES AS many rifles as in May": ten of nothing.
  bool is_comparison() const {
    return word() == "times" && (word(1) == "as" || word(1) == "more" || word(1) == "the" || word(1) == "what");
  }

  // "one-way", "two-sided": says of what kind a thing is, not how many.
  static bool is_of_kind(std::string_view word) {
    return word == "way" || word == "sided" || word == "time" || word == "off" || word == "party" || word == "state" ||
           word == "star" || word == "fold" || word == "man" || word == "seat" || word == "seater" || word == "term";
  }

  // "a 2,000-pound bomb", "a ten-year plan": how big, how long.
  static bool is_size(std::string_view word) {
    static constexpr std::array<std::string_view, 27> list = {
        "pound",     "lb",        "kilo", "kg",   "kilogram", "ton",    "tonne", "kiloton",    "megaton",
        "kilometre", "kilometer", "km",   "mile", "metre",    "meter",  "foot",  "inch",       "centimetre",
        "year",      "month",     "week", "day",  "hour",     "minute", "gram",  "horsepower", "litre"};
    return std::find(list.begin(), list.end(), word) != list.end() || is_calibre(word);
  }

  static bool is_hour(std::string_view word) { // "3 p.m."
    return word == "p.m." || word == "p.m" || word == "pm" || word == "a.m." || word == "a.m" || word == "gmt" ||
           word == "o'clock";
  }

  static bool is_calibre(std::string_view word) {
    return word == "mm" || word == "cm" || word == "millimetre" || word == "millimeter" || word == "caliber" ||
           word == "calibre";
  }

  // "1 000 000", "12 500": groups of three digits set apart, but not "20 155 mm shells".
  void read_groups(double& number) {
    const auto is_digits = [](std::string_view w) {
      return std::all_of(w.begin(), w.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    const auto& first = words_[at_ - 1];
    if (first.size() > 3 || first.front() == '0' || !is_digits(first)) return;
    std::uint32_t groups = 0;
    double value = number;
    for (; word(groups).size() == 3 && is_digits(word(groups)); ++groups)
      value = value * 1000 + figure(word(groups))->value;
    if (groups == 0 || (groups == 1 && !word().ends_with("00"))) return;
    if (word(groups) == "-" || is_size(word(groups)) || is_calibre(word(groups))) return;
    at_ += groups;
    number = value;
  }

  std::optional<double> read_number() {
    if (const auto code = currency(word()); code && figure(word(1))) {
      out_.unit = *code;
      ++at_;
    }
    last_scale_ = 1;
    double total = 0, group = 0;
    bool any = false;
    if (word() == "half" && word(1) == "a" && scale_word(word(2))) {
      at_ += 2;
      group = 0.5;
      any = true;
    } else if (word() == "a" && scale_word(word(1)) && word(1).size() > 2) {
      ++at_;
      group = 1;
      any = true;
    } else if (word() == "dozen" && at_ == first_) {
      group = 1;
      any = true;
    }
    while (at_ < words_.size()) {
      if (const auto f = figure(word()); f && !any) {
        group = f->value;
        if (f->rest == "sq") { // "1,150sq km"
          any = true;
          break;
        }
        if (!f->rest.empty()) {
          const auto scale = scale_word(f->rest);
          if (!scale) return std::nullopt; // "155mm", "2nd": no count
          group *= *scale;
          last_scale_ = *scale;
        }
        any = true;
        ++at_;
        read_groups(group);
      } else if (const auto unit = unit_word(word()); unit && !(any && figure(words_[at_ - 1]))) {
        group += *unit;
        any = true;
        ++at_;
      } else if (const auto large = scale_word(word(1)); any && word() == "-" && large && *large >= 1000) {
        ++at_; // "a $2.5-billion package"
      } else if (const auto scale = scale_word(word()); scale && any) {
        last_scale_ = *scale;
        if (*scale >= 1000) {
          total += (group == 0 ? 1 : group) * *scale;
          group = 0;
        } else
          group = (group == 0 ? 1 : group) * *scale;
        ++at_;
      } else if (any && (word() == "-" || word() == "and") && unit_word(word(1)) && at_ > first_ &&
                 (unit_word(words_[at_ - 1]) || scale_word(words_[at_ - 1]))) {
        if (word() == "and" && !scale_word(words_[at_ - 1])) break; // "two and three": two quantities
        ++at_;
      } else if (any && word() == "and" && word(1) == "a" && word(2) == "half") { // "two and a half million"
        at_ += 3;
        group += 0.5;
      } else {
        break;
      }
    }
    if (!any) return std::nullopt;
    // 8.3 thousand million is a trifle more in binary.
    const double sum = total + group, whole = std::round(sum);
    return sum >= 1000 && std::abs(sum - whole) < 1e-3 ? whole : sum;
  }

  void read_unit() {
    const bool per = accept("per", "cent");
    if (per) {
      out_.unit = "%";
      return;
    }
    if (word() == "sq" || word() == "square" ||
        (at_ < words_.size() && figure(word()) && figure(word())->rest == "sq")) {
      if (const auto code = measure(word(1))) {
        out_.unit = std::string(*code) + "2";
        at_ += 2;
        return;
      }
    }
    if (word() == "-" && (currency(word(1)) || measure(word(1)))) ++at_; // "multi-billion-dollar", "300-km"
    if (const auto code = currency(word())) {
      out_.unit = *code;
      ++at_;
      return;
    }
    if (word(1) == "dollars" || word(1) == "pounds") { // "US dollars"
      out_.unit = *currency(word(1));
      at_ += 2;
      return;
    }
    if (const auto code = measure(word()); code && !out_.vague) {
      out_.unit = *code;
      ++at_;
    }
  }

  void apply_bound() {
    if (out_.vague) return;
    if (bound_ == Bound::more && out_.min == out_.max) out_.max.reset();
    if (bound_ == Bound::less && out_.min == out_.max) out_.min.reset();
    if (bound_ == Bound::about) out_.approximate = true;
  }

  Bound bound_ = Bound::none;
  double last_scale_ = 1;
  Quantity out_;
};

} // namespace

namespace {

bool is_money(const Quantity& q) { return q.unit.size() == 3; }

// "more than €4bn ($4.4bn; £3.4bn)": the same sum in other money, with the same bound.
void share_bounds(std::span<const std::string> words, std::vector<Quantity>& found) {
  bool converted = false; // the one before stands for another sum
  for (std::size_t i = 1; i < found.size(); ++i) {
    const auto& sum = found[i - 1];
    auto& other = found[i];
    const auto& between = words[other.first - 1];
    const bool opens = between == "(" && sum.last + 1 == other.first;
    const bool goes_on =
        converted && (between == "," || between == ";" || between == "/") && sum.last + 1 == other.first;
    converted = is_money(sum) && is_money(other) && sum.unit != other.unit && (opens || goes_on);
    if (!converted || other.min != other.max) continue;
    if (!sum.max) other.max.reset();
    if (!sum.min) other.min.reset();
    other.approximate = other.approximate || sum.approximate;
  }
}

} // namespace

std::vector<Quantity> find_quantities(std::span<const std::string> words) {
  auto found = scan_words<Quantity>(words, [&](std::uint32_t first) { return Reader(words, first).read(); });
  share_bounds(words, found);
  return found;
}

} // namespace stemma::extract
