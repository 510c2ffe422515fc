// The records of texts, made as the program makes them and without its shortcuts: word forms are not kept from line to
// line and, with --baseline, the arithmetic runs on the plainest instructions, many times slower. They must be the
// same, byte for byte.
//
//   same_records [--baseline] FOLDER…      folders of .txt, .md and .ndjson
//
// Exit status: 0 the same; 1 not; 77 there is no language model.

#include "../model_folder.hpp"
#include "language/analyze_lines.hpp"
#include "model/error.hpp"
#include "model/record_json.hpp"
#include "pipeline/make_record.hpp"
#include "rdf/vocabulary.hpp"

#include <cstdio>
#include <sstream>

using namespace stemma;

namespace {

using Analyse = std::function<language::Analysis(const text::PreparedText&)>;

Analyse analyse_with(const std::filesystem::path& model, language::InstructionSet instructions, language::Keep keep) {
  language::ModelOptions options;
  options.instructions = instructions;
  const auto analyzer = std::make_shared<language::Analyzer>(language::Model::load(model, options), keep);
  return [analyzer](const text::PreparedText& text) {
    return language::analyze_lines(*analyzer, text.clean, text.furniture);
  };
}

pipeline::Resources resources_with(Analyse analyse) {
  const std::string folder = STEMMA_SOURCE_DIR "/ontology";
  static const auto lexicon = pack::Pack::load(folder);
  static const auto linker = std::make_shared<link::Linker>(lexicon);
  static const auto frames = std::make_shared<pack::Frames>(pack::Frames::read(folder));
  pipeline::Resources resources{lexicon,
                                linker,
                                statements::Ontology::read(folder),
                                statements::Names(std::string(rdf::default_base)),
                                std::move(analyse),
                                {}};
  resources.frames = frames;
  return resources;
}

std::string record_of(const pipeline::Pending& pending, const pipeline::Resources& resources) {
  const auto made = pipeline::make_record(pending, resources);
  std::string line;
  if (made.record) append_record_json(*made.record, line);
  return line;
}

struct Compared {
  std::size_t texts = 0, events = 0, different = 0;
};

Compared compare(const std::vector<std::string>& folders, const std::filesystem::path& model,
                 language::InstructionSet instructions) {
  const auto fast = resources_with(analyse_with(model, language::InstructionSet::best, language::Keep::words));
  const auto plain = resources_with(analyse_with(model, instructions, language::Keep::nothing));
  Compared compared;
  for (const auto format : {pipeline::InputFormat::text, pipeline::InputFormat::ndjson}) {
    std::istringstream none;
    pipeline::InputStream input(folders, format, none);
    while (const auto pending = input.next()) {
      const auto one = record_of(*pending, fast), other = record_of(*pending, plain);
      ++compared.texts;
      for (auto at = one.find("\"attribution\":"); at != std::string::npos; at = one.find("\"attribution\":", at + 1))
        ++compared.events;
      if (one == other) continue;
      ++compared.different;
      std::printf("%s: the records differ\n", pending->path.c_str());
    }
  }
  return compared;
}

} // namespace

int main(int argc, char** argv) try {
  const auto model = testing::model_folder();
  if (!model) {
    std::puts("skipped: no language model (tools/get-model fetches one; STEMMA_MODEL names one)");
    return 77;
  }
  const bool baseline = argc > 1 && std::string_view(argv[1]) == "--baseline";
  const auto compared = compare({argv + 1 + baseline, argv + argc}, *model,
                                baseline ? language::InstructionSet::baseline : language::InstructionSet::best);
  std::printf("%zu texts, %zu events, %zu differ\n", compared.texts, compared.events, compared.different);
  return compared.different || !compared.texts || !compared.events ? 1 : 0;
} catch (const Error& error) {
  std::fprintf(stderr, "error: %s\n", error.what());
  return 2;
}
