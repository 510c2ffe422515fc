#pragma once

#include "extract/draft.hpp"

namespace stemma::extract {

// "launched a campaign in Chile. … More than 4,000 HAVE BEEN KILLED there since": does `toll` tell what has so far come
// of `blow`, which goes on? Wants the counts laid on the drafts.
bool is_toll_of(const Scene& scene, const Draft& blow, const Draft& toll);

} // namespace stemma::extract
