#pragma once
// spaCy's named entity recogniser: one action (Begin, In, Last, Unit, Out) for each token.

#include "language/document.hpp"
#include "language/transition_model.hpp"

namespace stemma::language {

class EntityRecogniser {
public:
  EntityRecogniser(const ThincModel& model, const ModelFile& moves, NameTable& names, const Kernels& kernels);

  const TransitionModel& model() const { return model_; }

  // Sets ent_iob and ent_type; reads sent_start.
  void recognise(Document& document, const float* token_rows, LowerRows& lower) const;

private:
  enum Kind : unsigned { missing, begin, in, last, unit, out, kinds };

  std::size_t choose(const std::vector<std::size_t>& valid, const LowerRows::Tokens& tokens, LowerRows& lower,
                     float* hidden, float* scores) const;

  std::vector<Action> actions_;
  std::vector<NameId> labels_;
  std::vector<std::size_t> closed_;                       // valid outside of an entity: Begin, Unit, Out
  std::vector<std::size_t> closed_before_end_;            // where none may begin: Unit, Out
  std::vector<std::size_t> closed_in_space_;              // Out
  std::vector<std::vector<std::size_t>> open_;            // by label: In, Last
  std::vector<std::vector<std::size_t>> open_before_end_; // by label: Last
  TransitionModel model_;
};

} // namespace stemma::language
