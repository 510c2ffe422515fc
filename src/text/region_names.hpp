#pragma once
// What a language calls the countries: the data of CLDR that comes with ICU.

#include <string>
#include <string_view>
#include <vector>

namespace stemma::text {

struct RegionName {
  std::string alpha2; // ISO 3166-1 alpha-2, "KP"
  std::string name;   // full, short ("UK") or variant ("Congo (DRC)"), NFC
};

// All names of all regions in the language ("en"), by alpha-2 and name; empty for a language that ICU does not have.
std::vector<RegionName> region_names(std::string_view language);

// Version of ICU and of its CLDR data, "72.1/42.0": what region_names depends on.
std::string region_names_version();

} // namespace stemma::text
