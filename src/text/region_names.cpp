#include "text/region_names.hpp"

#include <unicode/ulocdata.h>
#include <unicode/unistr.h>
#include <unicode/ures.h>
#include <unicode/utypes.h>
#include <unicode/uversion.h>

#include <algorithm>
#include <memory>
#include <tuple>

namespace stemma::text {
namespace {

struct Close {
  void operator()(UResourceBundle* bundle) const { ures_close(bundle); }
};
using Bundle = std::unique_ptr<UResourceBundle, Close>;

bool is_alpha2(std::string_view key) {
  return key.size() == 2 && key[0] >= 'A' && key[0] <= 'Z' && key[1] >= 'A' && key[1] <= 'Z';
}

void add_table(UResourceBundle* locale, const char* table_name, std::vector<RegionName>& names) {
  UErrorCode status = U_ZERO_ERROR;
  const Bundle table(ures_getByKey(locale, table_name, nullptr, &status));
  if (U_FAILURE(status)) return; // not every language has short names and variants
  ures_resetIterator(table.get());
  while (ures_hasNext(table.get())) {
    status = U_ZERO_ERROR;
    const char* key = nullptr;
    std::int32_t length = 0;
    const UChar* value = ures_getNextString(table.get(), &length, &key, &status);
    if (U_FAILURE(status) || key == nullptr || !is_alpha2(key)) continue;
    std::string name;
    icu::UnicodeString(false, value, length).toUTF8String(name);
    names.push_back({key, std::move(name)});
  }
}

std::string version_text(const UVersionInfo version) {
  char text[U_MAX_VERSION_STRING_LENGTH] = {};
  u_versionToString(version, text);
  return text;
}

} // namespace

std::vector<RegionName> region_names(std::string_view language) {
  std::vector<RegionName> names;
  UErrorCode status = U_ZERO_ERROR;
  const Bundle locale(ures_open(U_ICUDATA_NAME "-region", std::string(language).c_str(), &status));
  // A default or root bundle would be another language than the one that was asked for.
  if (U_FAILURE(status) || status == U_USING_DEFAULT_WARNING) return names;
  for (const char* table : {"Countries", "Countries%short", "Countries%variant"}) add_table(locale.get(), table, names);
  const auto order = [](const RegionName& r) { return std::tie(r.alpha2, r.name); };
  std::sort(names.begin(), names.end(), [&](const RegionName& a, const RegionName& b) { return order(a) < order(b); });
  names.erase(std::unique(names.begin(), names.end(),
                          [&](const RegionName& a, const RegionName& b) { return order(a) == order(b); }),
              names.end());
  return names;
}

std::string region_names_version() {
  UVersionInfo icu = {}, cldr = {};
  u_getVersion(icu);
  UErrorCode status = U_ZERO_ERROR;
  ulocdata_getCLDRVersion(cldr, &status);
  return version_text(icu) + "/" + version_text(cldr);
}

} // namespace stemma::text
