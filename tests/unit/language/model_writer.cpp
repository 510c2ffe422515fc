#include "model_writer.hpp"

#include "language/string_id.hpp"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <fstream>
#include <sstream>

namespace stemma::language::test {

namespace {

std::string big_endian(std::uint64_t value, unsigned width) {
  std::string bytes;
  for (unsigned i = width; i-- > 0;) bytes.push_back(static_cast<char>(value >> (8 * i)));
  return bytes;
}

// Numbers that look random and are the same everywhere.
class Noise {
public:
  float next() {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return (static_cast<float>(state_ >> 40U) / 16777216.0F - 0.5F) * 0.5F;
  }

private:
  std::uint64_t state_ = 42;
};

using Shape = std::vector<std::size_t>;

std::string array(Noise& noise, const Shape& shape, float offset = 0.0F) {
  std::size_t count = 1;
  for (const std::size_t dimension : shape) count *= dimension;
  std::string data(count * sizeof(float), '\0');
  for (std::size_t i = 0; i < count; ++i) {
    const float value = noise.next() + offset;
    std::memcpy(data.data() + i * sizeof(float), &value, sizeof(float));
  }
  Packer packer;
  packer.map(5).binary("nd").yes().binary("type").text("<f4").binary("kind").binary("").binary("shape");
  packer.list(shape.size());
  for (const std::size_t dimension : shape) packer.number(dimension);
  return packer.binary("data").binary(data).bytes;
}

struct Node {
  std::string name;
  std::vector<std::pair<std::string, std::size_t>> refs;
  std::vector<std::pair<std::string, std::string>> settings; // name, MessagePack
  std::vector<std::pair<std::string, std::string>> arrays;
};

std::string weights_file(const std::vector<Node>& nodes) {
  Packer packer;
  packer.map(4).text("nodes").list(nodes.size());
  std::size_t index = 0;
  for (const Node& node : nodes) {
    packer.map(4).text("index").number(index++).text("name").text(node.name).text("dims").map(0).text("refs");
    packer.map(node.refs.size());
    for (const auto& [name, ref] : node.refs) packer.text(name).number(ref);
  }
  packer.text("attrs").list(nodes.size());
  for (const Node& node : nodes) {
    packer.map(node.settings.size());
    for (const auto& [name, value] : node.settings) packer.text(name).binary(value);
  }
  packer.text("params").list(nodes.size());
  for (const Node& node : nodes) {
    packer.map(node.arrays.size());
    for (const auto& [name, value] : node.arrays) packer.text(name).raw(value);
  }
  packer.text("shims").list(nodes.size());
  for (std::size_t i = 0; i < nodes.size(); ++i) packer.list(0);
  return packer.bytes;
}

std::vector<Node> tok2vec_nodes(Noise& noise, const std::vector<std::string>& columns) {
  Packer names;
  names.list(columns.size());
  for (const std::string& column : columns) names.text(column);
  std::vector<Node> nodes = {{"extract_features", {}, {{"columns", names.bytes}}, {}},
                             {"with_array(residual(expand_window))", {}, {{"pad", Packer().number(2).bytes}}, {}}};
  for (std::size_t i = 0; i < columns.size(); ++i)
    nodes.push_back({"hashembed",
                     {},
                     {{"column", Packer().number(i).bytes}, {"seed", Packer().number(8 + i).bytes}},
                     {{"E", array(noise, {20 + i, 96})}}});
  for (std::size_t layer = 0; layer < 3; ++layer) {
    const std::size_t inputs = layer == 0 ? columns.size() * 96 : 288;
    nodes.push_back({"maxout", {}, {}, {{"W", array(noise, {96, 3, inputs})}, {"b", array(noise, {96, 3})}}});
    nodes.push_back({"layernorm", {}, {}, {{"G", array(noise, {96}, 1.0F)}, {"b", array(noise, {96})}}});
  }
  nodes.push_back({"expand_window", {}, {{"window_size", Packer().number(1).bytes}}, {}});
  return nodes;
}

std::vector<Node> transition_nodes(Noise& noise, std::size_t features, std::size_t actions) {
  return {{"parser_model", {{"tok2vec", 3}, {"lower", 1}, {"upper", 2}}, {}, {}},
          {"precomputable_affine",
           {},
           {},
           {{"W", array(noise, {features, 64, 2, 64})},
            {"b", array(noise, {64, 2})},
            {"pad", array(noise, {1, features, 64, 2})}}},
          {"linear", {}, {}, {{"W", array(noise, {actions, 64})}, {"b", array(noise, {actions})}}},
          {"linear", {}, {}, {{"W", array(noise, {64, 96})}, {"b", array(noise, {64})}}}};
}

std::string moves_file(const std::string& json) {
  return Packer().map(2).text("moves").text(json).text("cfg").map(1).text("neg_key").nil().bytes;
}

std::string tokenizer_file() {
  Packer packer;
  packer.map(7).text("prefix_search").text(R"(^\(|^"|^\$|^\.\.+)").text("suffix_search");
  packer.text(R"(\)$|"$|,$|(?<=[a-z])\.$|(?<=[0-9])(?:km|m)$|'s$)").text("infix_finditer");
  packer.text(R"((?<=[a-z])-(?=[a-z])|\.\.+)").text("url_match").text(R"(^https?://\S+\.[a-z]{2,6}$)");
  packer.text("token_match").nil().text("faster_heuristics").yes().text("exceptions").map(3);
  packer.text("don't").list(2).map(1).number(65).text("do").map(2).number(65).text("n't").number(67).text("not");
  packer.text(":)").list(1).map(1).number(65).text(":)");
  packer.text("U.S.").list(1).map(1).number(65).text("U.S.");
  return packer.bytes;
}

std::string ruler_file() {
  Packer packer;
  packer.list(3);
  const auto rule = [&](std::size_t pairs) -> Packer& {
    return packer.map(3).text("patterns").list(1).list(1).map(pairs);
  };
  rule(1).text("TAG").text("NN").text("attrs").map(2).text("POS").text("NOUN").text("MORPH").text("Number=Plur");
  packer.text("index").number(0);
  rule(1).text("IS_SPACE").yes().text("attrs").map(2).text("TAG").text("_SP").text("POS").text("SPACE");
  packer.text("index").number(0);
  rule(1).text("LOWER").map(1).text("IN").list(1).text("n't").text("attrs").map(1).text("LEMMA").text("not");
  packer.text("index").number(0);
  return packer.bytes;
}

const char* const config = R"([nlp]
lang = "en"
pipeline = ["tok2vec","tagger","parser","senter","attribute_ruler","lemmatizer","ner"]
disabled = ["senter"]
tokenizer = {"@tokenizers":"spacy.Tokenizer.v1"}
[components.tok2vec.model]
@architectures = "spacy.Tok2Vec.v2"
[components.tok2vec.model.embed]
@architectures = "spacy.MultiHashEmbed.v2"
[components.tok2vec.model.encode]
@architectures = "spacy.MaxoutWindowEncoder.v2"
[components.tagger]
factory = "tagger"
[components.tagger.model]
@architectures = "spacy.Tagger.v2"
[components.tagger.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
[components.parser]
factory = "parser"
learn_tokens = false
[components.parser.model]
@architectures = "spacy.TransitionBasedParser.v2"
extra_state_tokens = false
use_upper = true
[components.parser.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
[components.ner]
factory = "ner"
[components.ner.model]
@architectures = "spacy.TransitionBasedParser.v2"
extra_state_tokens = false
use_upper = true
[components.ner.model.tok2vec]
@architectures = "spacy.Tok2Vec.v2"
[components.ner.model.tok2vec.embed]
@architectures = "spacy.MultiHashEmbed.v2"
[components.ner.model.tok2vec.encode]
@architectures = "spacy.MaxoutWindowEncoder.v2"
[components.attribute_ruler]
factory = "attribute_ruler"
[components.lemmatizer]
factory = "lemmatizer"
mode = "rule"
overwrite = false
)";

} // namespace

Packer& Packer::raw(std::string_view value) {
  bytes += value;
  return *this;
}
Packer& Packer::map(std::size_t pairs) { return raw("\xDF").raw(big_endian(pairs, 4)); }
Packer& Packer::list(std::size_t elements) { return raw("\xDD").raw(big_endian(elements, 4)); }
Packer& Packer::text(std::string_view value) { return raw("\xDB").raw(big_endian(value.size(), 4)).raw(value); }
Packer& Packer::binary(std::string_view value) { return raw("\xC6").raw(big_endian(value.size(), 4)).raw(value); }
Packer& Packer::number(std::uint64_t value) { return raw("\xCF").raw(big_endian(value, 8)); }

TemporaryModel::TemporaryModel() {
  static std::atomic<unsigned> count{0};
  directory_ = std::filesystem::temp_directory_path() /
               ("stemma-model-" + std::to_string(::getpid()) + "-" + std::to_string(count++));
  Noise noise;
  write("config.cfg", config);
  write("meta.json", R"({"lang":"en","name":"small_fixture","version":"1.0","license":"MIT"})");
  write("tokenizer", tokenizer_file());
  write("vocab/lookups.bin", Packer().map(1).text("lexeme_norm").map(1).number(77).text("seventy").bytes);
  write("vocab/vectors.cfg", R"({"mode":"default"})");
  std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (0, 0), }";
  header.resize(117, ' ');
  write("vocab/vectors", std::string("\x93NUMPY\x01\x00\x76\x00", 10) + header + "\n");
  write("vocab/key2row", Packer().map(0).bytes);
  write("tok2vec/model",
        weights_file(tok2vec_nodes(noise, {"NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"})));
  write("tagger/model", weights_file({{"softmax", {}, {}, {{"W", array(noise, {5, 96})}, {"b", array(noise, {5})}}}}));
  write("tagger/cfg", R"({"labels":["DT","NN","NNP","VB","_SP"]})");
  write("parser/cfg", R"({"beam_width":1})");
  write("parser/model", weights_file(transition_nodes(noise, 8, 8)));
  write("parser/moves", moves_file(R"({"0":{"":9},"1":{"":9},"2":{"det":5,"nsubj":4},"3":{"dobj":7,"conj||dobj":3,)"
                                   R"("prep":2},"4":{"ROOT":9}})"));
  write("attribute_ruler/patterns", ruler_file());
  write("lemmatizer/lookups/lookups.bin",
        Packer().map(1).text("lemma_rules").map(1).number(string_id("noun")).list(1).list(2).text("s").text("").bytes);
  write("ner/cfg", R"({"beam_width":1})");
  auto nodes = transition_nodes(noise, 3, 7);
  for (Node& node : tok2vec_nodes(noise, {"NORM", "PREFIX", "SUFFIX", "SHAPE"})) nodes.push_back(std::move(node));
  write("ner/model", weights_file(nodes));
  write("ner/moves",
        moves_file(R"({"1":{"ORG":3},"2":{"ORG":3},"3":{"ORG":3},"4":{"ORG":3,"GPE":2,"":1},"5":{"":9}})"));
}

TemporaryModel::~TemporaryModel() {
  std::error_code ignored;
  std::filesystem::remove_all(directory_, ignored);
}

std::string TemporaryModel::read(const std::string& name) const {
  std::ifstream in(directory_ / name, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

void TemporaryModel::write(const std::string& name, const std::string& bytes) const {
  const auto path = directory_ / name;
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

std::vector<std::string> TemporaryModel::files() const {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(directory_))
    if (entry.is_regular_file()) names.push_back(entry.path().lexically_relative(directory_).generic_string());
  std::sort(names.begin(), names.end());
  return names;
}

} // namespace stemma::language::test
