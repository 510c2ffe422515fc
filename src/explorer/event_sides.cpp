#include "explorer/event_sides.hpp"

#include "pack/source_files.hpp"
#include "rdf/graph_store.hpp"
#include "rdf/vocabulary.hpp"

namespace stemma::explorer {

namespace {

namespace stm = rdf::stm;

std::string text_of(const rdf::GraphStore& store, const rdf::Term& subject, std::string_view property) {
  const auto found = store.find_object(subject, rdf::iri_view(property));
  return found ? found->value : std::string();
}

// The class or property that stands for a word of a record.
std::string term_for(const rdf::GraphStore& store, const std::string& word) {
  if (word.empty()) return {};
  const auto found = store.subjects(rdf::iri_view(stm::recordTerm), rdf::literal_view(word));
  return found.empty() ? std::string() : found.front().value;
}

} // namespace

EventSides read_event_sides(const std::filesystem::path& pack, const std::filesystem::path& installed) {
  const pack::SourceFiles files = pack::require_source_files(pack, installed);
  rdf::GraphStore store;
  for (const auto& file : files.terms)
    if (!pack::is_shapes(file)) store.read(file);
  for (const auto& file : files.frames) store.read(file);
  EventSides sides;
  for (const rdf::Term& kind : store.subjects(rdf::iri_view(rdf::rdf::type), rdf::iri_view(stm::EventKind)))
    if (const std::string type = term_for(store, text_of(store, kind, stm::event)); !type.empty())
      sides[type] = {term_for(store, text_of(store, kind, stm::firstSide)),
                     term_for(store, text_of(store, kind, stm::secondSide)),
                     text_of(store, kind, stm::registered) == "true"};
  return sides;
}

} // namespace stemma::explorer
