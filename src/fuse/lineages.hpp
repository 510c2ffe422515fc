#pragma once

#include "fuse/corpus.hpp"

namespace stemma::fuse {

// Documents that copy one another, or one common text, are one lineage: however many outlets carry it, it was written
// once. Two documents belong together when the smaller one shares at least `copied_share` of its fingerprints (and no
// fewer than `least_shared`) with the other; what belongs to one of them belongs to all.
inline constexpr double copied_share = 0.25;
inline constexpr std::size_t least_shared = 3;

// A month later an outlet still writes in its own turns of phrase: then it takes this share to make a copy.
inline constexpr Day days_of_copying = 30;
inline constexpr double copied_share_later = 0.6;

// A passage that stands in more documents than this is boilerplate and shows nothing.
inline constexpr std::size_t boilerplate_documents = 500;

// For each document, the earliest one of its lineage (documents are sorted by publication).
std::vector<DocumentNumber> lineages(const std::vector<NotedDocument>& documents);

} // namespace stemma::fuse
