#include "pack/pack.hpp"

#include "model/digest.hpp"
#include "model/error.hpp"
#include "pack/compiled.hpp"
#include "pack/lexicon_reader.hpp"
#include "pack/snapshot.hpp"
#include "pack/source_files.hpp"
#include "text/region_names.hpp"

namespace stemma::pack {
namespace {

constexpr std::string_view document_language = "en";

// The compiled form depends on the pack and on what ICU calls the countries.
std::string snapshot_key(const std::string& hash) {
  Sha256 key;
  key.add(hash);
  key.add(text::region_names_version());
  key.add(document_language);
  return key.hex();
}

} // namespace

std::shared_ptr<const Pack> Pack::load(const std::filesystem::path& directory, const std::filesystem::path& cache,
                                       const std::filesystem::path& installed) {
  const SourceFiles files = require_source_files(directory, installed);
  const std::string hash = hash_of(files);
  const std::string key = snapshot_key(hash);
  if (!cache.empty())
    if (auto bytes = find_snapshot(cache, key))
      if (auto pack = open_compiled(std::move(*bytes), hash)) return pack;
  const Lexicon lexicon =
      read_lexicon(read_statements(files.turtle), document_language, text::region_names(document_language));
  std::string bytes = compile(lexicon);
  if (!cache.empty()) keep_snapshot(cache, key, bytes);
  auto pack = open_compiled(std::move(bytes), hash);
  if (!pack)
    throw Error("the domain pack cannot be compiled", "this is a fault of the program; please report it",
                {directory.string()});
  return pack;
}

} // namespace stemma::pack
