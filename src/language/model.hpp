#pragma once
// A spaCy pipeline in memory: an unchanged model directory, ready to be run without Python.

#include "language/kernels.hpp"

#include <filesystem>
#include <memory>
#include <string>

namespace stemma::language {

struct Pipeline; // the parts; language/pipeline.hpp

struct ModelOptions {
  // Models whose weights are not those of a tested one (docs/language.md lists them) are refused unless this is set.
  bool allow_untested = false;
  // Results are the same for every level; only tests and benchmarks choose one.
  InstructionSet instructions = InstructionSet::best;
};

// Immutable; shared by all threads, each with its own Analyzer.
class Model {
public:
  // Reads a model directory (the one with config.cfg). Throws stemma::Error naming the file and field, or the part of
  // the pipeline that is not supported.
  static std::shared_ptr<const Model> load(const std::filesystem::path& directory, ModelOptions options = {});

  ~Model();
  Model(const Model&) = delete;
  Model& operator=(const Model&) = delete;

  const std::string& name() const { return name_; }       // "en_core_web_sm", as the model calls itself
  const std::string& version() const { return version_; } // "3.8.0"
  const std::string& licence() const { return licence_; } // "MIT"; empty: the model does not say
  // Of everything that has an influence on results: 32 hexadecimal digits.
  const std::string& hash() const { return hash_; }
  bool tested() const { return tested_; }
  const std::filesystem::path& directory() const { return directory_; }
  // The instructions that the arithmetic runs on: "baseline", "avx2", "avx512".
  std::string instructions() const;

  const Pipeline& pipeline() const { return *pipeline_; }

private:
  Model();

  std::filesystem::path directory_;
  std::string name_;
  std::string version_;
  std::string licence_;
  std::string hash_;
  bool tested_ = false;
  std::unique_ptr<const Pipeline> pipeline_;
};

} // namespace stemma::language
