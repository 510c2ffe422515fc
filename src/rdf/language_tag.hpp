#pragma once
// Is this a language tag of BCP 47 (RFC 5646, section 2.1)? Grandfathered irregular tags ("i-klingon") are not taken.

#include <string_view>

namespace stemma::rdf {

bool is_language_tag(std::string_view tag);

} // namespace stemma::rdf
