#pragma once
// Events and who says so: from the parse of one document to reported events. A pure function of its arguments.

#include "language/analysis.hpp"
#include "model/record.hpp"
#include "pack/frame.hpp"
#include "text/prepared_text.hpp"

namespace stemma::extract {

// Sets `record.events` and adds speakers without a name to `record.entities`. `record.document` and `record.entities`
// must be those of this text; `analysis` is of `text.clean`.
void extract_events(const text::PreparedText& text, const language::Analysis& analysis, const pack::Frames& frames,
                    Record& record);

} // namespace stemma::extract
