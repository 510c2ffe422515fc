#pragma once
// The source text to the clean text, with the map back.

#include "text/prepared_text.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace stemma::text {

struct Cleaned {
  std::string text; // UTF-8, NFC
  std::vector<OffsetMap::Run> runs;
  std::size_t dropped_marks = 0; // combining marks past the 30th on one letter (UAX #15, stream-safe text)
};

// "bn" of "$2bn", which the clean text writes out.
bool is_scale_letter(std::string_view letters);

// `source` is valid UTF-8 below 4 GiB. `markup` are source bytes to leave out: in order, without overlap, on code
// point boundaries.
Cleaned clean(std::string_view source, const std::vector<ByteSpan>& markup = {});

} // namespace stemma::text
