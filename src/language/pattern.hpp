#pragma once
// Regular expressions over code points, run with Python's meaning: backtracking, the first alternative wins. A state
// is never entered twice, so the time is bounded by the length of the pattern times that of the text.

#include "language/pattern_syntax.hpp"

#include <array>
#include <cstdint>
#include <optional>

namespace stemma::language {

class Pattern {
public:
  Pattern() = default;

  // A pattern for find_at.
  static Pattern forward(const ModelFile& file, std::string_view field, std::string_view text);
  // A pattern for find_suffix: every alternative must end in $.
  static Pattern backward(const ModelFile& file, std::string_view field, std::string_view text);

  // The length of the match that starts at `at`.
  std::optional<std::size_t> find_at(std::u32string_view text, std::size_t at) const;
  // The length of the longest match that ends where the text ends.
  std::size_t find_suffix(std::u32string_view text) const;
  // Whether something in the text matches (re.search).
  bool search(std::u32string_view text) const;

  // False if a text of ASCII letters alone surely has no match.
  bool matches_letters() const { return matches_letters_; }

  // Whether every alternative starts with ^.
  bool anchored() const { return anchored_; }

private:
  enum class Op : std::uint8_t { set, split, jump, begin, end, look, accept };
  struct Instruction {
    Op op;
    std::uint32_t first = 0;  // set: which; split, jump: where to go; look: which
    std::uint32_t second = 0; // split: where to go when the first way has failed
  };
  using Program = std::vector<Instruction>;
  struct Look {
    bool behind = false;
    bool negative = false;
    std::vector<std::uint32_t> sets; // its characters one after another, if it is as plain as that
    Program program;                 // otherwise
  };
  struct Alternative {
    Program program;
    EdgeSet edge;
  };
  enum class Prefer { first, longest };

  static Pattern compile(const ModelFile& file, std::string_view field, std::string_view text, bool backward);
  void emit(const PatternNode& node, bool backward, Program& program);
  void emit_repeat(const PatternNode& node, bool backward, Program& program);
  std::uint32_t add_look(const PatternNode& node);
  void index_alternatives();
  bool holds(const Look& look, std::u32string_view text, std::size_t at) const;
  std::optional<std::size_t> run(const Program& program, std::u32string_view text, std::size_t at, bool backward,
                                 Prefer prefer) const;
  const std::vector<std::uint32_t>& candidates(char32_t c) const { return c < 128 ? by_ascii_[c] : others_; }
  bool may_start_with(const Alternative& alternative, char32_t c) const;

  std::vector<Alternative> alternatives_;
  std::vector<std::shared_ptr<const CharSet>> sets_;
  std::vector<Look> looks_;
  std::array<std::vector<std::uint32_t>, 128> by_ascii_; // alternatives that may start (end) with the character
  std::vector<std::uint32_t> others_;                    // all of them
  bool matches_letters_ = true;
  bool anchored_ = true;
  std::size_t size_ = 0;
  const ModelFile* file_ = nullptr; // while compiling
  std::string_view field_;
};

} // namespace stemma::language
