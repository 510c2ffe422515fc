#pragma once
// config.cfg of a spaCy pipeline: what it is made of, so that a part we do not run is refused by name.

#include "language/model_files.hpp"

#include <map>
#include <string>

namespace stemma::language {

// Values are JSON texts; `${section:key}` references are resolved.
class ModelConfig {
public:
  static ModelConfig parse(const ModelFile& file);

  // The JSON text, or `otherwise` if the section has no such key.
  std::string value(const std::string& section, const std::string& key, const std::string& otherwise = "null") const;

  // Throws stemma::Error naming the part unless this is an English CPU pipeline of the shape this runtime runs:
  // tok2vec, tagger, parser, attribute_ruler, lemmatizer (rules), ner; senter only if disabled.
  void require_supported(const ModelFile& file) const;

private:
  std::map<std::string, std::map<std::string, std::string>> sections_;
};

} // namespace stemma::language
