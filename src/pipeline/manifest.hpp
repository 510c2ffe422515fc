#pragma once
// manifest.json: by which the program knows a folder as its own, and which of its files it wrote.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace stemma::pipeline {

struct ManifestFile {
  std::string name;
  std::uint64_t bytes = 0;
  std::string sha256;
};

struct Manifest {
  std::string program; // "stemma 0.1.0"
  std::string base;    // IRI that the graphs' names are relative to
  std::string pack;    // hash
  std::string model;   // empty: none
  std::string icu;
  std::uint64_t documents = 0;
  std::uint64_t failed = 0;        // documents that could not be read
  std::vector<ManifestFile> files; // by name
  std::string model_hash = {};     // empty: no model, or a result of an earlier program
  std::string build = {};          // of the program that made the records; empty: not known, they were only fused here
};

// Where the texts of pages lie in a result.
inline constexpr const char* texts_folder = "texts";
inline std::string text_name(const std::string& sha256) { return std::string(texts_folder) + "/" + sha256 + ".txt"; }

// Stable text, ends with a line break.
std::string manifest_json(const Manifest& manifest);

// The manifest of a folder; absent when there is none or when it is not whole.
std::optional<Manifest> find_manifest(const std::filesystem::path& folder);

// The same of a folder that the user named as a result. Throws Error that tells absence, a folder of something else and
// one that may not be looked into apart.
Manifest require_manifest(const std::filesystem::path& folder);

} // namespace stemma::pipeline
