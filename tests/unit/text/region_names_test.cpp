#include "text/region_names.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace stemma::text;

namespace {

bool has(const std::vector<RegionName>& names, const std::string& alpha2, const std::string& name) {
  return std::any_of(names.begin(), names.end(),
                     [&](const RegionName& r) { return r.alpha2 == alpha2 && r.name == name; });
}

} // namespace

TEST_CASE("what English calls the countries: full names, short ones, variants") {
  const auto names = region_names("en");
  CHECK(has(names, "KP", "North Korea"));
  CHECK(has(names, "GB", "United Kingdom"));
  CHECK(has(names, "GB", "UK"));
  CHECK(has(names, "CD", "Congo (DRC)"));
}

TEST_CASE("another language has other names") {
  const auto names = region_names("de");
  CHECK(has(names, "KP", "Nordkorea"));
  CHECK_FALSE(has(names, "KP", "North Korea"));
}

TEST_CASE("a language that ICU does not have has no names") { CHECK(region_names("xx-none").empty()); }
