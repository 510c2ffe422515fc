#pragma once
// What two builds say differently.

#include "audit/result.hpp"

#include <string>
#include <vector>

namespace stemma::audit {

// "status": "planned" → "occurred". One side is empty where there is nothing.
struct Detail {
  std::string what, before, after;
};

struct EventChange {
  Iri before, after; // the event in the old and in the new result; empty: it is not there
  std::string label; // of the new one, where there is one
  std::vector<Detail> details;
  std::vector<std::string> notes; // why it was withdrawn; which other event it was joined with or split from
};

// A claim of the new result that disagrees with another, where the old one had no such disagreement.
struct NewDisagreement {
  Iri event, later, earlier;
  std::string label, later_label, earlier_label, matter;
  bool supersedes = false; // else it contradicts
};

struct Difference {
  std::vector<Detail> made;                                    // program, pack, model, ICU
  std::vector<std::string> documents_added, documents_removed; // paths, sorted
  std::vector<EventChange> known, changed, withdrawn;          // by label
  std::vector<NewDisagreement> contradicted;
  bool empty() const {
    return made.empty() && documents_added.empty() && documents_removed.empty() && known.empty() && changed.empty() &&
           withdrawn.empty() && contradicted.empty();
  }
};

// Events of the two are the same when they share reports; where reports have other ids (another program or pack read
// them), when they are of one type, with the same players, from a common document. IRIs are compared below the base.
Difference compare(const Result& before, const Result& after);

} // namespace stemma::audit
