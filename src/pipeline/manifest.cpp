#include "pipeline/manifest.hpp"

#include "model/error.hpp"
#include "pipeline/publication.hpp"

#include <nlohmann/json.hpp>

#include <cerrno>
#include <fstream>
#include <system_error>

namespace stemma::pipeline {

using nlohmann::json;
using nlohmann::ordered_json;

std::string manifest_json(const Manifest& manifest) {
  ordered_json files = ordered_json::object();
  for (const ManifestFile& file : manifest.files) files[file.name] = {{"bytes", file.bytes}, {"sha256", file.sha256}};
  const ordered_json object{
      {"stemma", 1}, // version of this format
      {"program", manifest.program},
      {"build", manifest.build.empty() ? ordered_json() : ordered_json(manifest.build)},
      {"base", manifest.base},
      {"pack", manifest.pack},
      {"model", manifest.model.empty() ? ordered_json() : ordered_json(manifest.model)},
      {"modelHash", manifest.model_hash.empty() ? ordered_json() : ordered_json(manifest.model_hash)},
      {"icu", manifest.icu},
      {"documents", manifest.documents},
      {"failed", manifest.failed},
      {"files", std::move(files)}};
  return object.dump(2) + "\n";
}

std::optional<Manifest> find_manifest(const std::filesystem::path& folder) {
  std::ifstream file(folder / manifest_name, std::ios::binary);
  if (!file) return std::nullopt;
  const json object = json::parse(file, nullptr, false);
  try {
    if (!object.is_object() || !object.at("stemma").is_number()) return std::nullopt;
    Manifest manifest;
    manifest.program = object.at("program").get<std::string>();
    if (const auto build = object.find("build"); build != object.end() && build->is_string())
      manifest.build = build->get<std::string>();
    manifest.base = object.at("base").get<std::string>();
    manifest.pack = object.at("pack").get<std::string>();
    manifest.model = object.at("model").is_null() ? "" : object.at("model").get<std::string>();
    if (const auto hash = object.find("modelHash"); hash != object.end() && hash->is_string())
      manifest.model_hash = hash->get<std::string>();
    manifest.icu = object.at("icu").get<std::string>();
    manifest.documents = object.at("documents").get<std::uint64_t>();
    manifest.failed = object.at("failed").get<std::uint64_t>();
    for (const auto& [name, entry] : object.at("files").items())
      manifest.files.push_back({name, entry.at("bytes").get<std::uint64_t>(), entry.at("sha256").get<std::string>()});
    return manifest;
  } catch (const json::exception&) {
    return std::nullopt;
  }
}

Manifest require_manifest(const std::filesystem::path& folder) {
  if (auto manifest = find_manifest(folder)) return std::move(*manifest);
  const Place place{folder.string(), 0, 0};
  std::error_code failed;
  const auto there = std::filesystem::status(folder, failed);
  if (there.type() == std::filesystem::file_type::not_found)
    throw Error("there is no such folder", "write it with 'stemma build'", place);
  if (!failed) {
    const std::ifstream file(folder / manifest_name);
    const int error = file ? 0 : errno;
    if (error != ENOENT && error != ENOTDIR) failed.assign(error, std::generic_category());
  }
  if (failed) throw Error("cannot be read: " + failed.message(), "is it yours?", place);
  throw Error("this folder holds no result of 'stemma build'", "give the folder named with -o there", place);
}

} // namespace stemma::pipeline
