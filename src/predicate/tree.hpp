#pragma once
// The dependency tree of an analysis, mended where parsers often go wrong, with children at hand.

#include "language/analysis.hpp"
#include "predicate/mending.hpp"

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace stemma::predicate {

class Tree {
public:
  explicit Tree(const language::Analysis& analysis);

  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens_->size()); }
  const language::Token& token(std::uint32_t i) const { return (*tokens_)[i]; } // words and entities, not its arc
  std::string_view dep(std::uint32_t i) const { return arcs_.deps[i]; }
  std::string_view tag(std::uint32_t i) const { return arcs_.tags[i]; }
  std::string_view pos(std::uint32_t i) const { return arcs_.poses[i]; }
  std::string_view lemma(std::uint32_t i) const { return token(i).lemma; }
  std::uint32_t head(std::uint32_t i) const { return arcs_.heads[i]; }
  bool is_root(std::uint32_t i) const { return head(i) == i; }

  // Children of a token, left to right.
  const std::uint32_t* begin_children(std::uint32_t i) const { return children_.data() + first_[i]; }
  const std::uint32_t* end_children(std::uint32_t i) const { return children_.data() + first_[i + 1]; }
  struct Range {
    const std::uint32_t *first, *last;
    const std::uint32_t* begin() const { return first; }
    const std::uint32_t* end() const { return last; }
  };
  Range children(std::uint32_t i) const { return {begin_children(i), end_children(i)}; }

  // The first child with this relation, or size() if there is none.
  std::uint32_t child(std::uint32_t i, std::string_view dep) const;
  bool has_child(std::uint32_t i, std::string_view dep) const { return child(i, dep) != size(); }

  std::uint32_t sentence(std::uint32_t i) const { return sentence_[i]; }
  std::uint32_t sentence_start(std::uint32_t i) const { // the first token of the sentence
    while (i > 0 && sentence_[i - 1] == sentence_[i]) --i;
    return i;
  }
  std::uint32_t left_edge(std::uint32_t i) const { return edge_[i].first; }   // first token of the subtree
  std::uint32_t right_edge(std::uint32_t i) const { return edge_[i].second; } // last token of the subtree
  bool spans(std::uint32_t top, std::uint32_t i) const { return left_edge(top) <= i && i <= right_edge(top); }

private:
  const std::vector<language::Token>* tokens_;
  Arcs arcs_; // in place of the tokens' own
  std::vector<std::uint32_t> first_, children_, sentence_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edge_;
};

} // namespace stemma::predicate
