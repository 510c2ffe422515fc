#pragma once
// spaCy's arc-eager dependency parser: non-monotonic, with sentence starts.

#include "language/dependency_tree.hpp"
#include "language/transition_model.hpp"

namespace stemma::language {

class Parser {
public:
  Parser(const ThincModel& model, const ModelFile& moves, NameTable& names, const Kernels& kernels);

  const TransitionModel& model() const { return model_; }

  // Sets head, dep and sent_start from the tokens' vectors, token_width floats each.
  void parse(Document& document, const float* token_rows, LowerRows& lower) const;

private:
  enum Kind : unsigned { shift, reduce, left, right, split, kinds };
  struct Range { // classes [first, last)
    std::size_t first = 0;
    std::size_t last = 0;
  };
  class State;

  std::size_t choose(const State& state, LowerRows& lower, float* hidden, float* scores) const;
  void apply(State& state, std::size_t action) const;

  std::vector<Action> actions_;
  std::array<Range, kinds> ranges_{};
  std::vector<NameId> labels_; // by class
  NameId root_label_ = 0;
  std::vector<LiftedLabel> lifted_;
  TransitionModel model_;
};

} // namespace stemma::language
