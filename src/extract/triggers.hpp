#pragma once
// Which frames the words of a predication trigger, alone and together.

#include "extract/scene.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace stemma::extract {

pack::WordKind word_kind(predicate::Kind kind);

// What the predicate's word does to the events that it governs, by the words' index in Frames::embeddings(): that of
// the verb and its object where the two say one thing ("give the green light").
std::span<const std::uint32_t> embeddings_of(const Scene& scene, const predicate::Predication& predication);

// Whether the verb and its object do so.
bool is_idiom(const Scene& scene, const predicate::Predication& predication);

// "12 armoured PERSONNEL CARRIERS": neither personnel nor a ship.
bool carries_men(const Scene& scene, TokenIndex thing);

// "put it ON HOLD"
bool is_put_on_hold(const Scene& scene, const predicate::Predication& predication);

// The frames that the predicate's word triggers.
std::span<const std::uint32_t> frames_of(const Scene& scene, const predicate::Predication& predication);

// Whether the noun triggers a frame of this type of event.
bool names_event(const Scene& scene, TokenIndex noun, std::string_view event);

// "take delivery": a verb and its bare object that say one thing. The object's token, if a frame is triggered.
std::optional<TokenIndex> idiom(const Scene& scene, const predicate::Predication& p,
                                std::span<const std::uint32_t>& frames);

// "hit back", "strike a deal": the words mean something else together. Absent: they do not. What they say together is
// told by frames of their own, if by any.
std::optional<std::span<const std::uint32_t>> figure_of_speech(const Scene& scene, const predicate::Predication& p);

} // namespace stemma::extract
