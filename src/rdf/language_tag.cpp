#include "rdf/language_tag.hpp"

#include <algorithm>
#include <cstdint>

namespace stemma::rdf {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool all_letters(std::string_view s) { return std::all_of(s.begin(), s.end(), is_letter); }
bool all_digits(std::string_view s) { return std::all_of(s.begin(), s.end(), is_digit); }
bool all_alphanumeric(std::string_view s) {
  return std::all_of(s.begin(), s.end(), [](char c) { return is_letter(c) || is_digit(c); });
}

class Subtags {
public:
  explicit Subtags(std::string_view tag) : rest_(tag) { next(); }
  bool done() const { return done_; }
  std::string_view current() const { return current_; }
  void next() {
    if (ended_) {
      done_ = true;
      current_ = {};
      return;
    }
    const auto dash = rest_.find('-');
    current_ = rest_.substr(0, dash);
    ended_ = dash == std::string_view::npos;
    if (!ended_) rest_.remove_prefix(dash + 1);
  }
  template <class Test>
  bool take(Test test) {
    if (done_ || !test(current_)) return false;
    next();
    return true;
  }

private:
  std::string_view rest_, current_;
  bool ended_ = false, done_ = false;
};

bool is_language(std::string_view s) { return s.size() >= 2 && s.size() <= 8 && all_letters(s); }
bool is_extended(std::string_view s) { return s.size() == 3 && all_letters(s); }
bool is_script(std::string_view s) { return s.size() == 4 && all_letters(s); }
bool is_region(std::string_view s) { return (s.size() == 2 && all_letters(s)) || (s.size() == 3 && all_digits(s)); }
bool is_variant(std::string_view s) {
  const bool form = (s.size() >= 5 && s.size() <= 8) || (s.size() == 4 && is_digit(s.front()));
  return form && all_alphanumeric(s);
}
bool is_private_mark(std::string_view s) { return s == "x" || s == "X"; }
bool is_singleton(std::string_view s) { return s.size() == 1 && all_alphanumeric(s) && !is_private_mark(s); }
bool is_extension_part(std::string_view s) { return s.size() >= 2 && s.size() <= 8 && all_alphanumeric(s); }
bool is_private_part(std::string_view s) { return !s.empty() && s.size() <= 8 && all_alphanumeric(s); }

template <class Test>
bool take_some(Subtags& tags, Test test) {
  if (!tags.take(test)) return false;
  while (tags.take(test)) {
  }
  return true;
}

// A repeated singleton or variant is not well-formed for strict readers.
bool take_variants(Subtags& tags) {
  std::string_view seen[8];
  std::size_t count = 0;
  while (!tags.done() && is_variant(tags.current())) {
    if (count == std::size(seen) || std::find(seen, seen + count, tags.current()) != seen + count) return false;
    seen[count++] = tags.current();
    tags.next();
  }
  return true;
}

bool take_extensions(Subtags& tags) {
  std::uint64_t seen = 0;
  while (!tags.done() && is_singleton(tags.current())) {
    const auto bit = std::uint64_t{1} << ((static_cast<unsigned char>(tags.current().front()) | 0x20U) % 64);
    if ((seen & bit) != 0) return false;
    seen |= bit;
    tags.next();
    if (!take_some(tags, is_extension_part)) return false;
  }
  return true;
}

} // namespace

bool is_language_tag(std::string_view tag) {
  Subtags tags(tag);
  if (!is_private_mark(tags.current())) {
    const bool may_extend = tags.current().size() <= 3;
    if (!tags.take(is_language)) return false;
    for (int i = 0; may_extend && i < 3 && tags.take(is_extended); ++i) {
    }
    tags.take(is_script);
    tags.take(is_region);
    if (!take_variants(tags) || !take_extensions(tags)) return false;
  }
  if (!tags.done() && is_private_mark(tags.current())) {
    tags.next();
    if (!take_some(tags, is_private_part)) return false;
  }
  return tags.done();
}

} // namespace stemma::rdf
