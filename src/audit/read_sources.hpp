#pragma once
// The texts that a result was made of.

#include "audit/result.hpp"

#include <functional>
#include <string>
#include <vector>

namespace stemma::audit {

// A document that is nowhere below the sources with the bytes that were read.
struct MissingSource {
  std::string path;
  bool changed = false; // a text of this path is there, with another hash
};

// `text` is the decoded source, of a page the text that was taken out of it; offsets count in it.
using TakeSource = std::function<void(rdf::TermNumber document, const std::string& path, const std::string& text)>;

// Looks for each document of the result below `sources`, in files and in the archives that they name, by its path, or
// by a path that ends in it, and its hash; each one that is found is handed over once. Gives those that are not, in the
// order of the dataset. Throws Error when none of the sources exists.
std::vector<MissingSource> read_sources(const Result& result, const std::vector<std::string>& sources,
                                        const TakeSource& take);

} // namespace stemma::audit
