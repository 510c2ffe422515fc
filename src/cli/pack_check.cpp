#include "cli/command.hpp"
#include "cli/counted.hpp"
#include "cli/installed.hpp"
#include "cli/printable.hpp"
#include "language/find_model.hpp"
#include "language/word_forms.hpp"
#include "model/diagnostic.hpp"
#include "pack/check.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

namespace stemma::cli {
namespace {

void print(const Diagnostic& found, std::ostream& out) {
  out << printable(found.place.file);
  if (found.place.line) out << ":" << found.place.line;
  out << ": " << printable(found.message) << " [" << found.code << "]\n";
}

std::string_view part_of_speech(pack::WordKind kind) {
  switch (kind) {
  case pack::WordKind::verb: return "verb";
  case pack::WordKind::noun: return "noun";
  case pack::WordKind::adjective: return "adj";
  case pack::WordKind::adverb: return "adv";
  }
  return "verb";
}

// Nothing where there is no model.
pack::WordKnowledge word_knowledge(const Environment& environment) {
  const auto folder = language::find_model({{}, environment.program, environment.variable});
  if (!folder) return {};
  const auto model = language::Model::load(*folder);
  return {[model](const std::string& word) { return language::count_tokens(*model, word); },
          [model](const std::string& word, pack::WordKind kind) {
            return language::find_base_form(*model, word, part_of_speech(kind));
          },
          [model](const std::string& word, pack::WordKind kind) {
            return language::is_base_form(*model, word, part_of_speech(kind));
          }};
}

int check_pack(const std::filesystem::path& directory, const Environment& environment) {
  const auto words = word_knowledge(environment);
  const auto found = pack::check(directory, find_installed("ontology", environment).value_or(""), words);
  for (const Diagnostic& diagnostic : found) print(diagnostic, environment.out);
  if (!words.tokens)
    environment.err << "note: no language model was found: whether the words of frames are base forms is not checked\n";
  environment.out << printable(directory.string()) << ": "
                  << (found.empty() ? "the pack is sound" : counted(found.size(), "fault")) << '\n';
  return found.empty() ? exit_done : exit_no;
}

} // namespace

Command pack_check_command() {
  return {"pack check", "Is a domain pack sound",
          "  stemma pack check             the pack the program is installed with\n"
          "  stemma pack check my-pack     every fault on a line: file:line: what is wrong [code];\n                   "
          "             their number on the last line\n"
          "\n"
          "Exit status: 0 sound; 1 something is wrong; 2 there is no pack.\n",
          [](CLI::App& app) -> Run {
            auto directory = std::make_shared<std::string>();
            app.add_option("DIR", *directory, "folder of the pack, with stemma.ttl and lexicon/");
            return [directory](const Environment& environment) {
              return check_pack(require_pack(*directory, environment), environment);
            };
          }};
}

} // namespace stemma::cli
