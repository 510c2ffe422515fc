// Frames that another one hides: it has the same word, fills whatever they fill, asks for no more, and is taken first.

#include "pack/findings.hpp"

#include <algorithm>

namespace stemma::pack {
namespace {

bool same(const Fill& a, const Fill& b) {
  return a.role == b.role && a.positions == b.positions && a.admits == b.admits;
}

bool has(const Frame& frame, const Fill& fill) {
  return std::any_of(frame.fills.begin(), frame.fills.end(), [&](const Fill& other) { return same(fill, other); });
}

bool uses_position(const Frame& frame, const std::string& position) {
  return std::any_of(frame.fills.begin(), frame.fills.end(), [&](const Fill& fill) {
    return std::find(fill.positions.begin(), fill.positions.end(), position) != fill.positions.end();
  });
}

// Whether it fills what the other one fills, in the same way; what it fills beside that takes nobody away from it.
bool fills_as_much(const Frame& frame, const Frame& other) {
  if (!std::all_of(other.fills.begin(), other.fills.end(), [&](const Fill& fill) { return has(frame, fill); }))
    return false;
  return std::all_of(frame.fills.begin(), frame.fills.end(), [&](const Fill& fill) {
    return has(other, fill) || std::none_of(fill.positions.begin(), fill.positions.end(),
                                            [&](const auto& position) { return uses_position(other, position); });
  });
}

// Whether the one is met wherever the other is: "supplier|recipient" wherever "supplier" is.
bool follows(const Requirement& one, const Requirement& other) {
  return std::all_of(other.any_of.begin(), other.any_of.end(), [&](const auto& wanted) {
    return std::any_of(one.any_of.begin(), one.any_of.end(), [&](const auto& enough) {
      return enough.first == wanted.first && enough.second <= wanted.second;
    });
  });
}

bool asks_no_more(const Frame& frame, const Frame& other) {
  return std::all_of(frame.requirements.begin(), frame.requirements.end(), [&](const Requirement& one) {
    return std::any_of(other.requirements.begin(), other.requirements.end(),
                       [&](const Requirement& wanted) { return follows(one, wanted); });
  });
}

// Of two that fit equally well the first by IRI is taken.
bool hides(const Frame& frame, const Frame& other) {
  return frame.iri < other.iri && frame.event == other.event && fills_as_much(frame, other) &&
         asks_no_more(frame, other) &&
         std::includes(other.unless.begin(), other.unless.end(), frame.unless.begin(), frame.unless.end());
}

Place place_of(const CheckedPack& pack, const Frame& frame, const char* property, const std::string& word) {
  Place found = frame.place;
  pack.store.match(rdf::iri_view(frame.iri), std::nullopt, std::nullopt,
                   [&](const rdf::Triple& triple, const Place& place) {
                     if (triple.object.value == word && local_name(triple.predicate.value) == property) found = place;
                   });
  return found;
}

} // namespace

void check_shadowed(const CheckedPack& pack, const Frames& frames, Findings& findings) {
  for (const Frame& frame : frames.all())
    for (const auto& [kind, property, words] :
         {std::tuple{WordKind::verb, "verb", &frame.verbs}, std::tuple{WordKind::noun, "noun", &frame.nouns},
          std::tuple{WordKind::adjective, "adjective", &frame.adjectives}})
      for (const std::string& word : *words)
        for (const auto index : frames.triggered_by(kind, word))
          if (const Frame& other = frames.all()[index]; hides(other, frame)) {
            findings.add("pack.shadowed",
                         "the " + std::string(property) + " \"" + word + "\" never gets here: it goes to " +
                             short_iri(other.iri) + ", which fills the same and asks for no more",
                         place_of(pack, frame, property, word));
            break;
          }
}

} // namespace stemma::pack
