// Two laws. A text of any bytes is covered by its tokens, its heads make trees, and reading it again gives the same.
// Any bytes as a file of a model give a value or an error that names the file.
//
// The first character of the input says what the rest is: 't' a text, else a file of a model.

#include "../unit/language/model_writer.hpp"
#include "language/analyzer.hpp"
#include "language/attribute_ruler.hpp"
#include "language/lemmatizer.hpp"
#include "language/model_config.hpp"
#include "language/tokenizer.hpp"
#include "language/transition_model.hpp"
#include "language/write_conllu.hpp"
#include "language/write_json.hpp"
#include "model/error.hpp"

#include <cstdlib>

namespace {

using namespace stemma::language;

void require(bool law) {
  if (!law) std::abort();
}

Analyzer& analyzer() {
  static const test::TemporaryModel files;
  static Analyzer instance(Model::load(files.directory(), {.allow_untested = true}));
  return instance;
}

void read_text(std::string_view text) {
  const Analysis analysis = analyzer().analyze(text);
  std::uint32_t at = 0;
  for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
    const Token& token = analysis.tokens[i];
    const bool blank = token.bytes.start.value == at + 1 && text[at] == ' ';
    require(token.bytes.start.value == at || blank);
    require(!token.bytes.empty() && token.span.length() <= token.bytes.length());
    at = token.bytes.end.value;
    std::size_t steps = 0;
    for (std::size_t node = i; analysis.tokens[node].head != node; ++steps) {
      node = analysis.tokens[node].head;
      require(steps < analysis.tokens.size());
    }
  }
  require(at == text.size() || (at + 1 == text.size() && text[at] == ' '));
  const std::string line = write_json("x", text, analysis);
  require(line == write_json("x", text, analyzer().analyze(text)));
  write_conllu("x", text, analysis);
}

void read_file(char kind, const ModelFile& file) {
  NameTable names;
  switch (kind) {
  case 'k': {
    const Tokenizer tokenizer(file);
    tokenizer.cut("(well-known...5km's)");
    break;
  }
  case 'a': AttributeRuler(file, names).index(names); break;
  case 'l': Lemmatizer(file).index(names); break;
  case 'm': read_actions(file); break;
  case 'w': ThincModel{file}; break;
  case 'n': read_npy(file); break;
  case 'c': ModelConfig::parse(file).require_supported(file); break;
  default: Pattern::forward(file, "pattern", file.bytes).search(U"a-1.b");
  }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (data[0] == 't') {
    read_text(bytes);
    return 0;
  }
  try {
    read_file(static_cast<char>(data[0]), {"fuzzed", std::string(bytes)});
  } catch (const stemma::Error& error) {
    require(error.place().file == "fuzzed");
  }
  return 0;
}
