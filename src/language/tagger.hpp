#pragma once
// The fine-grained part of speech: the best of one score for each tag.

#include "language/document.hpp"
#include "language/packed_matrix.hpp"
#include "language/thinc_model.hpp"

namespace stemma::language {

class Tagger {
public:
  // `config` is tagger/cfg: JSON with the tags in the order of the scores.
  Tagger(const ThincModel& model, const ModelFile& config, NameTable& names, const Kernels& kernels);

  // Sets tag from the tokens' vectors, token_width floats each; the first of equal scores wins.
  void tag(Document& document, const float* token_rows) const;

private:
  const Kernels& kernels_;
  std::vector<NameId> tags_;
  PackedMatrix matrix_;
};

} // namespace stemma::language
