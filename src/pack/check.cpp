#include "pack/check.hpp"

#include "model/error.hpp"
#include "pack/findings.hpp"
#include "pack/source_files.hpp"
#include "rdf/reader.hpp"
#include "rdf/vocabulary.hpp"

#include <algorithm>
#include <tuple>

namespace stemma::pack {
namespace {

// Shapes are read for their syntax alone: they are a language of their own.
void read(const std::filesystem::path& file, CheckedPack& pack, Findings& findings) {
  const auto take = [&](const rdf::Quad& quad, std::uint64_t line) {
    if (is_shapes(file)) return;
    const Place place{file.string(), line};
    if (pack.store.contains(quad.subject, quad.predicate, quad.object))
      findings.add("pack.duplicate",
                   "this is said a second time of " + short_iri(quad.subject.value) + ": " +
                       short_iri(quad.predicate.value) + " \"" + quad.object.value + "\"",
                   place);
    else
      pack.triples.push_back({{quad.subject, quad.predicate, quad.object}, place});
    pack.store.add(quad.subject, quad.predicate, quad.object, place);
  };
  try {
    rdf::read_file(file, {}, take);
  } catch (const Error& error) {
    findings.add("pack.syntax", error.what(), error.place());
  }
}

bool has_syntax_fault(const std::vector<Diagnostic>& list) {
  return std::any_of(list.begin(), list.end(), [](const Diagnostic& d) { return d.code == "pack.syntax"; });
}

} // namespace

std::string short_iri(const std::string& iri) {
  constexpr std::string_view lexicon = "https://w3id.org/stemma/lexicon/";
  if (iri.starts_with(lexicon)) return iri.substr(lexicon.size());
  if (iri.starts_with(rdf::stm::base)) return "stm:" + iri.substr(rdf::stm::base.size());
  return iri;
}

std::vector<Diagnostic> check(const std::filesystem::path& directory, const std::filesystem::path& installed,
                              const WordKnowledge& words) {
  const SourceFiles files = find_source_files(directory, installed);
  Findings findings;
  for (const Import& import : files.missing)
    findings.add("pack.import", "no part of the program's own pack: " + import.iri, import.place);
  CheckedPack pack;
  for (const auto& file : files.turtle) read(file, pack, findings);
  if (has_syntax_fault(findings.list)) return findings.list; // the rest cannot be judged
  StatementReader reader;
  for (const auto& [triple, place] : pack.triples)
    if (triple.subject.kind == rdf::TermKind::iri)
      reader.take(triple.subject.value, triple.predicate.value, triple.object.value, triple.object.language);
  pack.subjects = reader.finish();
  check_terms(pack, findings);
  check_hierarchy(pack, findings);
  check_values(pack, findings);
  check_names(pack, findings);
  check_frames(pack, words, findings);
  const auto order = [](const Diagnostic& d) { return std::tie(d.place.file, d.place.line, d.code, d.message); };
  std::sort(findings.list.begin(), findings.list.end(),
            [&](const Diagnostic& a, const Diagnostic& b) { return order(a) < order(b); });
  return findings.list;
}

} // namespace stemma::pack
