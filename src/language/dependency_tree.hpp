#pragma once
// What spaCy derives from heads: the reach of each subtree, sentence starts, and non-projective arcs restored.

#include "language/document.hpp"

namespace stemma::language {

// The labels of the form "X||Y": the arc was lifted in training; its true head has the label Y.
struct LiftedLabel {
  NameId label;      // X||Y
  NameId plain;      // X
  NameId head_label; // Y
};

// The first and last token below each token, itself included.
struct SubtreeEdges {
  std::vector<std::uint32_t> left;
  std::vector<std::uint32_t> right;
};

// From heads (any heads within the document). Sets sent_start: the first token of each root's subtree.
void find_sentences(Document& document, SubtreeEdges& edges);

// Moves each lifted arc to the first token with the label its head should have, breadth first from the head it has
// now; then finds the sentences again.
void restore_lifted_arcs(Document& document, const std::vector<LiftedLabel>& labels, SubtreeEdges& edges);

} // namespace stemma::language
