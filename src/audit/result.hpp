#pragma once
// A folder that `stemma build` wrote, read back from its dataset.nq alone: what the other files of this module look at.

#include "model/record.hpp"
#include "pipeline/manifest.hpp"
#include "rdf/iri_shortener.hpp"
#include "rdf/quad_index.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace stemma::audit {

class Result {
public:
  // Throws Error when the folder holds no result, or one that cannot be read.
  explicit Result(const std::filesystem::path& folder);

  const std::filesystem::path& folder() const { return folder_; }
  const pipeline::Manifest& manifest() const { return manifest_; }
  const std::string& base() const { return manifest_.base; }
  const rdf::QuadIndex& quads() const { return quads_; }

  // The text of a term; empty for `no_term`.
  const std::string& value(rdf::TermNumber term) const;
  const std::string& value_of(rdf::TermNumber subject, std::string_view predicate) const;
  // A whole number; 0 where there is none.
  std::uint64_t count_of(rdf::TermNumber subject, std::string_view predicate) const;
  // The preferred label, label or headline; without one the short name.
  std::string label(rdf::TermNumber term) const;
  // "country:XX", "event/5d20…", or the whole IRI.
  std::string short_name(rdf::TermNumber iri) const;

  // Events told by the documents together, in the order of their IRIs.
  std::vector<rdf::TermNumber> fused_events() const;
  // Whether the event stands in the graph of the facts.
  bool is_fact(rdf::TermNumber fused_event) const;
  // The nearest class of an event.
  rdf::TermNumber class_of(rdf::TermNumber event) const;

  struct Role {
    rdf::TermNumber property, value;
  };
  // Who and what plays in an event, fused or reported: everything said of it that is not its own description.
  std::vector<Role> roles(rdf::TermNumber event) const;

private:
  std::filesystem::path folder_;
  pipeline::Manifest manifest_;
  rdf::QuadIndex quads_;
  rdf::IriShortener shortener_;
};

} // namespace stemma::audit
