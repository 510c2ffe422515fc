#include "cli/reading_options.hpp"

#include "cli/choice.hpp"
#include "cli/installed.hpp"
#include "language/find_model.hpp"
#include "model/error.hpp"
#include "pack/check.hpp"
#include "pipeline/analysts.hpp"
#include "rdf/vocabulary.hpp"
#include "text/icu_version.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <ostream>
#include <thread>

namespace stemma::cli {

void ReadingOptions::declare(CLI::App& app) {
  base = rdf::default_base;
  app.add_option("INPUT", inputs,
                 "files, archives (.zip, .tar) or folders of .txt, .md, .html and .htm, compressed (.gz, .zst) or\n"
                 "not; '-' is standard input")
      ->required();
  only_these(app.add_option("--format", format,
                            "text, html: a document a file; ndjson: a document a line,\n"
                            "{\"id\",\"title\",\"date\",\"publisher\",\"text\"}; csv: the same as rows of a table;\n"
                            "warc: an archive of the web (default: by the name of each file)"),
             {"text", "html", "ndjson", "csv", "warc"})
      ->option_text("text|html|ndjson|csv|warc");
  app.add_option("--columns", columns, "what the fields of ndjson or csv are called: text=body,date=published")
      ->option_text("FIELD=NAME,...");
  app.add_option("--pack", pack, "folder of the domain pack (else $STEMMA_PACK, else the installed one)")
      ->option_text("DIR");
  app.add_option("--model", model,
                 "folder of the language model, or none (default: the installed one, if there is one)")
      ->option_text("DIR|none");
  app.add_flag("--untested-model", untested_model, "run a model that was never compared with spaCy");
  app.add_option("--base", base, "IRI that ends in '/', below which all ids are made")
      ->option_text("IRI (" + base + ")");
  app.add_option("-j,--jobs", jobs, "threads (default: one for each core)")
      ->check(CLI::Range(1U, 1024U))
      ->option_text("N");
}

std::unique_ptr<pipeline::InputStream> ReadingOptions::open(const Environment& environment) const {
  return std::make_unique<pipeline::InputStream>(inputs, input::parse_format(format), environment.in,
                                                 input::parse_columns(columns));
}

unsigned ReadingOptions::threads() const { return jobs ? jobs : std::max(1U, std::thread::hardware_concurrency()); }

std::optional<std::filesystem::path> ReadingOptions::find_language_model(const Environment& environment) const {
  if (model == "none") return std::nullopt;
  return language::find_model({model, environment.program, environment.variable});
}

std::shared_ptr<const language::Model> ReadingOptions::load_model(const std::filesystem::path& folder) const {
  try {
    language::ModelOptions options;
    options.allow_untested = untested_model;
    return language::Model::load(folder, options);
  } catch (const Error& error) {
    if (!model.empty()) throw;
    throw Error(error.what(),
                error.hint() + (error.hint().empty() ? "" : "; ") +
                    "it was found, not asked for: --model names another, --model none goes without",
                error.place());
  }
}

// What a run without a model cannot do is said even where only errors are asked for: its result looks complete.
void ReadingOptions::warn_without_model(const Environment& environment) const {
  if (model == "none") return;
  environment.err << "warning: no language model was found: no events are read, and names only as the lexicon has them "
                     "[model.none]\n"
                     "hint: tools/setup or tools/get-model fetches one; --model DIR or STEMMA_MODEL names one; --model "
                     "none goes without\n";
}

pipeline::Resources ReadingOptions::resources(const Environment& environment) const {
  statements::Names names(base); // first: it is refused in no time
  const std::filesystem::path folder = require_pack(pack, environment);
  const std::filesystem::path own = find_installed("ontology", environment).value_or("");
  const auto lexicon = pack::Pack::load(folder, cache_folder(environment), own);
  pipeline::Resources resources{
      lexicon, std::make_shared<link::Linker>(lexicon), statements::Ontology::read(folder, own), std::move(names), {},
      {}};
  resources.made = {"stemma " + std::string(version()), resources.pack->hash(), "", text::icu_version()};
  if (const auto found = find_language_model(environment)) {
    const auto loaded = load_model(*found);
    resources.made.model = loaded->name() + " " + loaded->version();
    resources.made.model_hash = loaded->hash();
    resources.made.model_licence = loaded->licence();
    resources.analyse = pipeline::analyse_with(loaded);
    resources.frames = std::make_shared<pack::Frames>( // the program's own are checked when it is built
        folder == own ? pack::Frames::read(folder, own) : pack::read_sound_frames(folder, own));
  } else {
    warn_without_model(environment);
  }
  return resources;
}

} // namespace stemma::cli
