#include "language/model.hpp"

#include "language/code_points.hpp"
#include "language/model_config.hpp"
#include "language/pipeline.hpp"
#include "language/tested_models.hpp"
#include "model/digest.hpp"
#include "model/error.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace stemma::language {

namespace {

// Reads files and remembers them for the model's hash.
class Loader {
public:
  explicit Loader(const std::filesystem::path& directory) : directory_(directory) {}

  ModelFile read(std::string_view name) {
    ModelFile file = read_model_file(directory_, name);
    hash_.add(name).add(file.bytes);
    return file;
  }
  // For files of settings that are checked and then have no influence.
  ModelFile read_settings(std::string_view name) const { return read_model_file(directory_, name); }
  std::string hash() { return hash_.id(); }

private:
  const std::filesystem::path& directory_;
  ContentHash hash_;
};

NormTable read_norms(const ModelFile& file) {
  NormTable norms;
  MsgpackReader reader(file);
  for (std::size_t tables = reader.read_map("lookups"); tables > 0; --tables) {
    const std::string_view table = reader.read_string("lookups");
    if (table != "lexeme_norm") {
      reader.skip(table);
      continue;
    }
    for (std::size_t pairs = reader.read_map(table); pairs > 0; --pairs) {
      const StringId form = reader.read_unsigned(table);
      norms[form] = string_id(reader.read_string(table));
    }
  }
  reader.expect_end("lookups");
  return norms;
}

void require_plain_vectors(const ModelFile& file) {
  const auto json = nlohmann::json::parse(file.bytes, nullptr, false);
  if (!json.is_object() || !json.contains("mode") || json["mode"] != "default")
    file.fail("mode", "only plain vectors (\"default\") are supported");
}

void require_greedy(const ModelFile& file) {
  const auto json = nlohmann::json::parse(file.bytes, nullptr, false);
  if (!json.is_object() || json.value("beam_width", nlohmann::json(1)) != nlohmann::json(1))
    file.fail("beam_width", "only greedy search (1) is supported");
}

void read_parts(Pipeline& pipeline, Loader& files) {
  const Kernels& kernels = pipeline.kernels;
  pipeline.tokenizer = std::make_unique<Tokenizer>(files.read("tokenizer"));
  pipeline.norms = read_norms(files.read("vocab/lookups.bin"));
  require_plain_vectors(files.read_settings("vocab/vectors.cfg"));
  pipeline.vectors = WordVectors(files.read("vocab/vectors"), files.read("vocab/key2row"));
  const auto tok2vec = files.read("tok2vec/model");
  pipeline.tok2vec = std::make_unique<Tok2Vec>(ThincModel(tok2vec), pipeline.vectors, kernels);
  const auto tagger = files.read("tagger/model");
  pipeline.tagger = std::make_unique<Tagger>(ThincModel(tagger), files.read("tagger/cfg"), pipeline.names, kernels);
  require_greedy(files.read_settings("parser/cfg"));
  const auto parser = files.read("parser/model");
  pipeline.parser = std::make_unique<Parser>(ThincModel(parser), files.read("parser/moves"), pipeline.names, kernels);
  pipeline.ruler = std::make_unique<AttributeRuler>(files.read("attribute_ruler/patterns"), pipeline.names);
  pipeline.lemmatizer = std::make_unique<Lemmatizer>(files.read("lemmatizer/lookups/lookups.bin"));
  require_greedy(files.read_settings("ner/cfg"));
  const auto ner = files.read("ner/model");
  const ThincModel entity_model(ner);
  pipeline.entity_tok2vec = std::make_unique<Tok2Vec>(entity_model, pipeline.vectors, kernels);
  pipeline.entities =
      std::make_unique<EntityRecogniser>(entity_model, files.read("ner/moves"), pipeline.names, kernels);
  pipeline.ruler->index(pipeline.names);
  pipeline.lemmatizer->index(pipeline.names);
}

bool is_plain(char32_t c) {
  const bool noncharacter = (c & 0xFFFEU) == 0xFFFEU || (c >= 0xFDD0 && c <= 0xFDEF);
  return !noncharacter && !is_control(c) && c != 0x2028 && c != 0x2029;
}

// What results say of the model: one line of plain text. Empty where meta.json has no such key.
std::string label_of(const ModelFile& meta, const nlohmann::json& json, const char* key) {
  constexpr std::size_t longest = 200;
  const auto found = json.find(key);
  if (found == json.end() || found->is_null()) return {};
  if (!found->is_string()) meta.fail(key, "is no string");
  const auto label = found->get<std::string>();
  const std::u32string characters = decode_utf8(label);
  if (characters.size() > longest || !std::all_of(characters.begin(), characters.end(), is_plain))
    meta.fail(key, "is no short line of plain text");
  return label;
}

} // namespace

Model::Model() = default;
Model::~Model() = default;

std::string Model::instructions() const { return pipeline_->kernels.name; }

std::shared_ptr<const Model> Model::load(const std::filesystem::path& directory, ModelOptions options) {
  if (std::error_code ignored; !std::filesystem::is_directory(directory, ignored))
    throw Error("no language model is here", "name the directory that holds config.cfg",
                Place{directory.string(), 0, 0});
  const ModelFile config = read_model_file(directory, "config.cfg");
  ModelConfig::parse(config).require_supported(config);
  const ModelFile meta = read_model_file(directory, "meta.json");
  const auto json = nlohmann::json::parse(meta.bytes, nullptr, false);
  if (!json.is_object()) meta.fail("meta.json", "is no JSON object");

  std::shared_ptr<Model> model(new Model);
  model->directory_ = directory;
  model->name_ = label_of(meta, json, "lang") + "_" + label_of(meta, json, "name");
  model->version_ = label_of(meta, json, "version");
  model->licence_ = label_of(meta, json, "license");

  auto pipeline = std::make_unique<Pipeline>(require_kernels(options.instructions));
  Loader files(directory);
  read_parts(*pipeline, files);
  model->hash_ = files.hash();
  model->tested_ = is_tested(model->hash_);
  if (!model->tested_ && !options.allow_untested) {
    require_undamaged(directory);
    throw Error("this model was never compared with spaCy: " + model->name_ + " " + model->version_,
                "--untested-model runs it nevertheless", Place{directory.string(), 0, 0});
  }
  model->pipeline_ = std::move(pipeline);
  return model;
}

} // namespace stemma::language
