#pragma once
#include "extract/scene.hpp"

#include <optional>

namespace stemma::extract {

// Whose "its" or "his" is where the words right before it settle that: "thanked Berlin for ITS help", "urged Iran to
// stop ITS attacks". Nothing: they do not.
std::optional<EntityIndex> find_owner_before(const Scene& scene, TokenIndex pronoun);

} // namespace stemma::extract
