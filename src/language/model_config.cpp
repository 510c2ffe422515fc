#include "language/model_config.hpp"

#include "model/error.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <vector>

namespace stemma::language {

namespace {

using Json = nlohmann::json;

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\r") - first + 1));
}

[[noreturn]] void refuse(const ModelFile& file, const std::string& part, const std::string& what) {
  throw Error(part + ": " + what,
              "only English pipelines of the small and medium kind can be run; see docs/language.md",
              Place{file.path, 0, 0});
}

std::vector<std::string> parse_names(const ModelFile& file, const std::string& field, const std::string& text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_array()) file.fail(field, "should be a list of names");
  std::vector<std::string> names;
  for (const Json& name : json) {
    if (!name.is_string()) file.fail(field, "should be a list of names");
    names.push_back(name.get<std::string>());
  }
  return names;
}

bool has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

struct Requirement {
  const char* section;
  const char* key;
  const char* value;
};

const Requirement requirements[] = {
    {"components.tok2vec.model", "@architectures", "\"spacy.Tok2Vec.v2\""},
    {"components.tok2vec.model.embed", "@architectures", "\"spacy.MultiHashEmbed.v2\""},
    {"components.tok2vec.model.encode", "@architectures", "\"spacy.MaxoutWindowEncoder.v2\""},
    {"components.tagger", "factory", "\"tagger\""},
    {"components.tagger.model", "@architectures", "\"spacy.Tagger.v2\""},
    {"components.tagger.model.tok2vec", "@architectures", "\"spacy.Tok2VecListener.v1\""},
    {"components.parser", "factory", "\"parser\""},
    {"components.parser", "learn_tokens", "false"},
    {"components.parser.model", "@architectures", "\"spacy.TransitionBasedParser.v2\""},
    {"components.parser.model", "extra_state_tokens", "false"},
    {"components.parser.model", "use_upper", "true"},
    {"components.parser.model.tok2vec", "@architectures", "\"spacy.Tok2VecListener.v1\""},
    {"components.ner", "factory", "\"ner\""},
    {"components.ner.model", "@architectures", "\"spacy.TransitionBasedParser.v2\""},
    {"components.ner.model", "extra_state_tokens", "false"},
    {"components.ner.model", "use_upper", "true"},
    {"components.ner.model.tok2vec", "@architectures", "\"spacy.Tok2Vec.v2\""},
    {"components.ner.model.tok2vec.embed", "@architectures", "\"spacy.MultiHashEmbed.v2\""},
    {"components.ner.model.tok2vec.encode", "@architectures", "\"spacy.MaxoutWindowEncoder.v2\""},
    {"components.attribute_ruler", "factory", "\"attribute_ruler\""},
    {"components.lemmatizer", "factory", "\"lemmatizer\""},
    {"components.lemmatizer", "mode", "\"rule\""},
    {"components.lemmatizer", "overwrite", "false"},
};

} // namespace

ModelConfig ModelConfig::parse(const ModelFile& file) {
  ModelConfig config;
  std::map<std::string, std::string>* section = nullptr;
  const std::string_view text = file.bytes;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = trimmed(text.substr(at, end - at));
    at = end + 1;
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '[' && line.back() == ']') {
      section = &config.sections_[line.substr(1, line.size() - 2)];
      continue;
    }
    const auto equals = line.find('=');
    if (equals == std::string::npos || !section) file.fail("config", "a line is neither a section nor a value");
    (*section)[trimmed(line.substr(0, equals))] = trimmed(line.substr(equals + 1));
  }
  return config;
}

std::string ModelConfig::value(const std::string& section, const std::string& key, const std::string& otherwise) const {
  std::string from = section;
  std::string name = key;
  for (int hops = 0; hops < 8; ++hops) { // a reference may lead to a reference, and a hostile one in a circle
    const auto found = sections_.find(from);
    if (found == sections_.end()) return otherwise;
    const auto entry = found->second.find(name);
    if (entry == found->second.end()) return otherwise;
    const std::string& text = entry->second;
    const auto colon = text.rfind(':');
    if (!text.starts_with("${") || text.back() != '}' || colon == std::string::npos) return text;
    from = text.substr(2, colon - 2);
    name = text.substr(colon + 1, text.size() - colon - 2);
  }
  return otherwise;
}

void ModelConfig::require_supported(const ModelFile& file) const {
  if (value("nlp", "lang") != "\"en\"") refuse(file, "nlp.lang", "this is no English pipeline");
  const auto pipeline = parse_names(file, "nlp.pipeline", value("nlp", "pipeline", "[]"));
  const auto disabled = parse_names(file, "nlp.disabled", value("nlp", "disabled", "[]"));
  std::vector<std::string> running;
  for (const std::string& part : pipeline)
    if (!has(disabled, part)) running.push_back(part);
  const std::vector<std::string> known = {"tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"};
  for (const std::string& part : running)
    if (!has(known, part)) refuse(file, part, "this part of the pipeline is not supported");
  for (const std::string& part : known)
    if (!has(running, part)) refuse(file, part, "this part is missing from the pipeline");
  if (running != known) refuse(file, "nlp.pipeline", "the parts stand in an order that is not supported");
  for (const auto& [section, key, expected] : requirements)
    if (value(section, key) != expected)
      refuse(file, std::string(section) + "." + key, value(section, key) + " is not supported");
  const std::string tokenizer = value("nlp.tokenizer", "@tokenizers", value("nlp", "tokenizer"));
  if (tokenizer.find("\"spacy.Tokenizer.v1\"") == std::string::npos)
    refuse(file, "nlp.tokenizer", tokenizer + " is not supported");
}

} // namespace stemma::language
