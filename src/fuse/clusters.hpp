#pragma once

#include "fuse/compatible.hpp"

namespace stemma::fuse {

// The reports of one event, in the order of publication.
using Cluster = std::vector<ReportNumber>;

// Puts reports that speak of one event together. They are taken in the order of publication, and each joins the first
// cluster all of whose members it is compatible with, or founds its own. A function of the set of reports. Candidates
// share the type and an actor of one side (who has no actor on either side: a thing or a place) and are found by index,
// so that the cost of a report does not grow with all the clusters there are.
std::vector<Cluster> clusters(const Corpus& corpus, const Relations& relations,
                              const std::vector<DocumentNumber>& lineages);

} // namespace stemma::fuse
