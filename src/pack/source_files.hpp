#pragma once
// The files of a pack, those it imports from the program's own pack, and the hash over them.

#include "model/diagnostic.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace stemma::pack {

// A part of the program's own pack, by IRI: "https://w3id.org/stemma/pack/frames/embedding.ttl" is the file
// frames/embedding.ttl of it, and an IRI that ends in '/' every *.ttl below that folder.
struct Import {
  std::string iri;
  Place place; // where the pack asks for it
};

struct SourceFiles {
  // Every *.ttl below the folder and every one that its stemma.ttl imports (owl:imports), each once; those of the
  // folder first, by path.
  std::vector<std::filesystem::path> turtle;
  // Of these: classes and properties (at the top of a pack), frames with their words (frames/), credits.
  std::vector<std::filesystem::path> terms, frames, credits;
  std::vector<std::filesystem::path> queries; // every *.rq below the folder
  std::vector<Import> missing;                // imports that are no part of the program's own pack
};

// `installed` is the program's own pack, empty where there is none. Imports of what is imported are not followed.
// Throws Error when `directory` is none or holds no stemma.ttl; faults of syntax are left to those who read the files
// for what they say.
SourceFiles find_source_files(const std::filesystem::path& directory, const std::filesystem::path& installed = {});

// The same, but throws Error, with file and line, where an import is missing.
SourceFiles require_source_files(const std::filesystem::path& directory, const std::filesystem::path& installed = {});

// 64 hex digits over the contents of all files; their names and order do not count. Throws Error when one cannot be
// read.
std::string hash_of(const SourceFiles& files);

// Whether the file holds shapes (SHACL): a language of its own, read by validators only.
bool is_shapes(const std::filesystem::path& file);

} // namespace stemma::pack
