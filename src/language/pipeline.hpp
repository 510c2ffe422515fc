#pragma once
// The parts of a pipeline, in the order in which they are made; they run in the order of Analyzer::analyze.

#include "language/entity_recogniser.hpp"
#include "language/lemmatizer.hpp"
#include "language/parser.hpp"
#include "language/tagger.hpp"
#include "language/tok2vec.hpp"
#include "language/vocabulary.hpp"

namespace stemma::language {

struct Pipeline {
  const Kernels& kernels;
  NameTable names;
  NormTable norms;
  WordVectors vectors;
  std::unique_ptr<const Tokenizer> tokenizer;
  std::unique_ptr<const Tok2Vec> tok2vec; // read by the tagger and the parser
  std::unique_ptr<const Tagger> tagger;
  std::unique_ptr<const Parser> parser;
  std::unique_ptr<AttributeRuler> ruler;
  std::unique_ptr<Lemmatizer> lemmatizer;
  std::unique_ptr<const Tok2Vec> entity_tok2vec;
  std::unique_ptr<const EntityRecogniser> entities;

  explicit Pipeline(const Kernels& chosen) : kernels(chosen) {}
};

} // namespace stemma::language
