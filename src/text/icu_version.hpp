#pragma once

#include <string>

namespace stemma::text {

// Of the ICU library that is loaded, "72.1": other versions may cut words and name countries differently.
std::string icu_version();

} // namespace stemma::text
