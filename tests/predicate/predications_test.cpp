// What the grammar makes of a sentence: rows of a sentence, a predicate in it, and the arguments and features that it
// must have. The sentences are parsed by the real model; without one the test is skipped (exit status 77).

#include "../model_folder.hpp"
#include "language/analyzer.hpp"
#include "model/error.hpp"
#include "predicate/predication.hpp"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

using namespace stemma;

namespace {

std::string position_name(const predicate::Argument& a) {
  switch (a.position) {
  case predicate::Position::subject: return "subject";
  case predicate::Position::object: return "object";
  case predicate::Position::indirect_object: return "indirect";
  case predicate::Position::oblique: return (a.carried == 2 ? "low-" : "") + a.preposition;
  case predicate::Position::possessor: return "possessor";
  case predicate::Position::modifier: return "modifier";
  case predicate::Position::complement: return "complement";
  case predicate::Position::time: return "time";
  }
  return {};
}

std::string word_of(const std::string& sentence, const language::Token& token) {
  return sentence.substr(token.bytes.start.value, token.bytes.end.value - token.bytes.start.value);
}

// "subject=France", "passive", "modal=may": all that can be said of a predication.
std::set<std::string> described(const std::string& sentence, const language::Analysis& analysis,
                                const predicate::Predication& p) {
  std::set<std::string> out;
  for (const auto& a : p.arguments) out.insert(position_name(a) + "=" + word_of(sentence, analysis.tokens[a.token]));
  if (p.passive) out.insert("passive");
  if (p.negated) out.insert("negated");
  if (p.infinitive) out.insert("infinitive");
  if (p.perfect) out.insert("perfect");
  if (p.progressive) out.insert("progressive");
  if (p.tense == predicate::Tense::future) out.insert("future");
  if (!p.modal.empty()) out.insert("modal=" + p.modal);
  return out;
}

// What a row asks for and the sentence does not give; empty when all is there.
std::string missing(const std::set<std::string>& found, const std::string& wanted) {
  std::istringstream words(wanted);
  std::string out;
  for (std::string word; words >> word;) {
    const bool absent = word.rfind("no-", 0) == 0;
    if (found.count(absent ? word.substr(3) : word) == (absent ? 1u : 0u)) out += " " + word;
  }
  return out;
}

struct Row {
  std::string sentence, predicate, wanted;
};

std::vector<Row> read_rows(const char* path) {
  std::ifstream in(path);
  if (!in) throw Error(std::string(path) + " cannot be read");
  std::vector<Row> rows;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream cells(line);
    Row row;
    std::getline(cells, row.sentence, '\t');
    std::getline(cells, row.predicate, '\t');
    std::getline(cells, row.wanted, '\t');
    if (row.wanted.empty()) throw Error(std::string(path) + ": a row has fewer than three cells: " + line);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string wrong_of(language::Analyzer& analyzer, const Row& row) {
  const auto analysis = analyzer.analyze(row.sentence);
  const auto all = predicate::predications(analysis);
  std::string wrong = " no such predicate";
  for (const auto& p : all.items) {
    if (p.lemma != row.predicate) continue;
    wrong = missing(described(row.sentence, analysis, p), row.wanted);
    if (wrong.empty()) break;
  }
  return wrong;
}

} // namespace

int main() try {
  const auto model = testing::model_folder();
  if (!model) {
    std::puts("skipped: no language model (tools/get-model fetches one; STEMMA_MODEL names one)");
    return 77;
  }
  language::Analyzer analyzer(language::Model::load(*model));
  const auto rows = read_rows(STEMMA_SOURCE_DIR "/tests/predicate/predications.tsv");
  int failed = 0;
  for (const auto& row : rows)
    if (const auto wrong = wrong_of(analyzer, row); !wrong.empty()) {
      std::printf("%s: %s:%s\n", row.sentence.c_str(), row.predicate.c_str(), wrong.c_str());
      ++failed;
    }
  std::printf("%zu rows, %d wrong\n", rows.size(), failed);
  return rows.empty() || failed != 0 ? 1 : 0;
} catch (const Error& error) {
  std::fprintf(stderr, "error: %s\n", error.what());
  return 2;
}
