#pragma once
#include "extract/scene.hpp"

#include <optional>

namespace stemma::extract {

// Whose "its" or "his" is where the words right before it settle that: "thanked Berlin for ITS help", "urged Iran to
// stop ITS attacks". Nothing: they do not.
std::optional<EntityIndex> find_owner_before(const Scene& scene, TokenIndex pronoun);

// "During HIS visit to Lima, Smith said": who is named as the subject behind what opens the sentence.
std::optional<EntityIndex> find_owner_behind(const Scene& scene, TokenIndex owner);

// "Peru, WHOSE soldiers fight there": whoever the clause describes.
std::optional<EntityIndex> find_owner_described(const Scene& scene, TokenIndex whose);

} // namespace stemma::extract
