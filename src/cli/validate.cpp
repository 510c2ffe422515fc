#include "audit/validate.hpp"

#include "audit/violation_report.hpp"
#include "cli/choice.hpp"
#include "cli/command.hpp"
#include "cli/counted.hpp"
#include "cli/installed.hpp"
#include "cli/printable.hpp"
#include "model/error.hpp"
#include "pipeline/manifest.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <ostream>

namespace stemma::cli {

namespace {

namespace fs = std::filesystem;

struct Options {
  std::string out, pack, format = "text";
  std::vector<std::string> shapes;
  bool quiet = false;
};

// Those of the pack, and the program's own, which hold for every result.
std::vector<fs::path> shape_files(const Options& options, const Environment& environment) {
  if (!options.shapes.empty()) return {options.shapes.begin(), options.shapes.end()};
  std::vector<fs::path> files;
  const fs::path pack = require_pack(options.pack, environment);
  for (const auto& entry : fs::directory_iterator(pack))
    if (entry.path().filename().string().ends_with("shapes.ttl")) files.push_back(entry.path());
  const auto own = find_installed("ontology", environment);
  if (std::error_code ignored; own && !fs::equivalent(*own, pack, ignored)) files.push_back(*own / "shapes.ttl");
  std::ranges::sort(files);
  if (files.empty()) throw Error("the pack has no shapes", "they stand in files whose names end in shapes.ttl");
  return files;
}

// A file that lost its triples violates nothing.
void require_whole(const fs::path& data, const pipeline::Manifest& manifest) {
  const auto entry = std::ranges::find(manifest.files, data.filename().string(), &pipeline::ManifestFile::name);
  std::error_code failed;
  const std::uintmax_t bytes = fs::file_size(data, failed);
  if (entry == manifest.files.end() || failed || bytes == entry->bytes)
    return; // what is not there cannot be read below
  throw Error("has " + counted(bytes, "byte") + ", and the build wrote " + counted(entry->bytes, "byte"),
              "the result was changed: 'stemma verify' says where, and the build can be made again",
              {data.string(), 0, 0});
}

fs::path data_file(const std::string& out) {
  std::error_code ignored;
  if (fs::is_regular_file(out, ignored)) return out;
  const fs::path data = fs::path(out) / "dataset.nq";
  require_whole(data, pipeline::require_manifest(out));
  return data;
}

void print(const audit::Validation& found, const Environment& environment) {
  for (const audit::Violation& violation : found.violations)
    environment.out << "<" << printable(violation.focus)
                    << ">: " << (violation.path.empty() ? "the node" : printable(violation.path)) << " must "
                    << printable(violation.message)
                    << (violation.value.empty() ? "" : ", not " + printable(violation.value)) << "\n";
}

int run_validate(const Options& options, const Environment& environment) {
  const audit::Validation found = audit::validate(data_file(options.out), shape_files(options, environment));
  if (options.format == "json")
    environment.out << audit::violations_json(found);
  else
    print(found, environment);
  if (!options.quiet)
    environment.err << counted(found.triples, "triple") << " held against " << counted(found.checks, "constraint")
                    << ": "
                    << (found.triples == 0         ? "there was nothing to check"
                        : found.violations.empty() ? "all conform"
                                                   : counted(found.violations.size(), "violation"))
                    << "\n";
  return found.violations.empty() ? exit_done : exit_no;
}

} // namespace

Command validate_command() {
  return {"validate", "Hold a result against the SHACL shapes of the pack",
          "  stemma validate out                          exit code 1, with a list, when anything violates a shape\n"
          "  stemma validate data.ttl --shapes shapes.ttl --format json\n",
          [](CLI::App& app) -> Run {
            const auto options = std::make_shared<Options>();
            app.add_option("OUT", options->out, "the folder of a build, or an RDF file")->required();
            app.add_option("--pack", options->pack,
                           "folder of the domain pack (else $STEMMA_PACK, else the installed one)")
                ->option_text("DIR");
            app.add_option("--shapes", options->shapes, "shapes in Turtle, instead of those of the pack")
                ->option_text("FILE ...");
            only_these(app.add_option("--format", options->format, "text or json"), {"text", "json"})
                ->option_text("text|json");
            app.add_flag("-q,--quiet", options->quiet, "print violations only");
            return [options](const Environment& environment) { return run_validate(*options, environment); };
          }};
}

} // namespace stemma::cli
