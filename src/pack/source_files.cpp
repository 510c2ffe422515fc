#include "pack/source_files.hpp"

#include "model/digest.hpp"
#include "model/error.hpp"
#include "rdf/reader.hpp"
#include "rdf/vocabulary.hpp"

#include <algorithm>
#include <fstream>

namespace stemma::pack {
namespace {

namespace fs = std::filesystem;

std::string digest_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes;
  if (in) {
    std::error_code none;
    const auto size = fs::file_size(file, none);
    if (!none) bytes.resize(size);
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
  if (!in) throw Error("cannot read this file of the domain pack", "check its permissions", {file.string()});
  return sha256_hex(bytes);
}

// By path.
std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code failed;
  for (const auto& found : fs::recursive_directory_iterator(folder, failed)) {
    std::error_code ignored;
    const auto extension = found.path().extension();
    if (found.is_regular_file(ignored))
      files.push_back(found.path());
    else if ((extension == ".ttl" || extension == ".rq") && found.exists(ignored) && !found.is_directory(ignored))
      throw Error("is no regular file", "a pack is made of files; move this to another place", {found.path().string()});
  }
  if (failed) throw Error("cannot read this folder: " + failed.message(), {}, {folder.string()});
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<Import> imports_in(const fs::path& file) {
  std::vector<Import> imports;
  const std::string imports_property = std::string(rdf::owl::base) + "imports";
  try {
    rdf::read_file(file, {}, [&](const rdf::Quad& quad, std::uint64_t line) {
      if (quad.predicate.value == imports_property) imports.push_back({quad.object.value, {file.string(), line}});
    });
  } catch (const Error&) {
    // told by whoever reads the file for its statements
  }
  return imports;
}

class Gathering {
public:
  Gathering(const fs::path& directory, const fs::path& installed) : directory_(directory), installed_(installed) {}

  SourceFiles run() {
    for (const auto& file : files_below(directory_)) {
      if (file.extension() == ".rq") out_.queries.push_back(file);
      if (file.extension() == ".ttl") add(file, directory_);
    }
    for (const Import& import : imports_in(directory_ / "stemma.ttl"))
      if (!add_import(import)) out_.missing.push_back(import);
    return std::move(out_);
  }

private:
  void add(const fs::path& file, const fs::path& pack) {
    std::error_code ignored;
    const fs::path real = fs::weakly_canonical(file, ignored);
    if (std::find(known_.begin(), known_.end(), real) != known_.end()) return;
    known_.push_back(real);
    out_.turtle.push_back(file);
    const fs::path within = file.lexically_relative(pack);
    if (*within.begin() == "frames")
      out_.frames.push_back(file);
    else if (file.filename() == "credits.ttl")
      out_.credits.push_back(file);
    else if (!within.has_parent_path() && !is_shapes(file))
      out_.terms.push_back(file);
  }

  bool add_import(const Import& import) {
    if (installed_.empty() || !import.iri.starts_with(rdf::pack_base)) return false;
    const fs::path asked(import.iri.substr(rdf::pack_base.size()));
    for (const auto& step : asked)
      if (step == "..") return false;
    const fs::path found = installed_ / asked;
    std::error_code ignored;
    if (import.iri.ends_with('/') && fs::is_directory(found, ignored)) {
      for (const auto& file : files_below(found))
        if (file.extension() == ".ttl") add(file, installed_);
      return true;
    }
    if (found.extension() != ".ttl" || !fs::is_regular_file(found, ignored)) return false;
    add(found, installed_);
    return true;
  }

  const fs::path& directory_;
  const fs::path& installed_;
  SourceFiles out_;
  std::vector<fs::path> known_;
};

} // namespace

std::string hash_of(const SourceFiles& files) {
  std::vector<std::string> digests;
  for (const auto* list : {&files.turtle, &files.queries})
    for (const auto& file : *list) digests.push_back(digest_of(file));
  std::sort(digests.begin(), digests.end());
  Sha256 all;
  for (const std::string& digest : digests) all.add(digest);
  return all.hex();
}

bool is_shapes(const fs::path& file) { return file.filename().string().ends_with("shapes.ttl"); }

SourceFiles find_source_files(const fs::path& directory, const fs::path& installed) {
  std::error_code failed;
  if (!fs::is_regular_file(directory / "stemma.ttl", failed))
    throw Error("no domain pack here: there is no stemma.ttl", "name the folder that holds stemma.ttl and lexicon/",
                {directory.string()});
  return Gathering(directory, installed).run();
}

SourceFiles require_source_files(const fs::path& directory, const fs::path& installed) {
  SourceFiles files = find_source_files(directory, installed);
  if (!files.missing.empty())
    throw Error("the pack imports " + files.missing.front().iri + ", which is no part of the program's own pack",
                "parts are named " + std::string(rdf::pack_base) + "…, as the files of the program's ontology folder",
                files.missing.front().place);
  return files;
}

} // namespace stemma::pack
