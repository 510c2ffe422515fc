// Every frame of the shipped pack, and of the example in docs/packs.md, on the sentences it carries: what it must find,
// and where it must stay silent. The sentences go through the real stages, so a language model is needed; without one
// the test is skipped (exit status 77).

#include "../model_folder.hpp"
#include "../unit/extract/table_cells.hpp"
#include "extract/extract.hpp"
#include "language/analyze_lines.hpp"
#include "link/link.hpp"
#include "model/error.hpp"
#include "pack/pack.hpp"

#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

using namespace stemma;

namespace {

const std::string shipped = STEMMA_SOURCE_DIR "/ontology";
const std::string example = STEMMA_SOURCE_DIR "/docs/examples/acquisitions";

class Stages {
public:
  explicit Stages(const std::filesystem::path& model, const std::string& pack = shipped)
      : pack_(pack::Pack::load(pack, {}, shipped)), linker_(pack_), frames_(pack::Frames::read(pack, shipped)),
        analyzer_(language::Model::load(model)) {}

  const pack::Frames& frames() const { return frames_; }

  Record read(const std::string& sentence) {
    const auto text = text::prepare(sentence, {{}, "2024-05-15", {}});
    Record record;
    record.document.id = "https://example.org/document/1";
    record.document.published = "2024-05-15";
    const auto analysis = language::analyze_lines(analyzer_, text.clean, text.furniture);
    record.entities = linker_.link(text, record.document, &analysis).entities;
    extract::extract_events(text, analysis, frames_, record);
    return record;
  }

private:
  std::shared_ptr<const pack::Pack> pack_;
  link::Linker linker_;
  pack::Frames frames_;
  language::Analyzer analyzer_;
};

bool is_named(const Record& record, const std::string& id, const std::string& name) {
  return std::any_of(record.entities.begin(), record.entities.end(), [&](const Entity& entity) {
    return entity.id == id && (entity.label == name || std::any_of(entity.mentions.begin(), entity.mentions.end(),
                                                                   [&](const Mention& m) { return m.text == name; }));
  });
}

// "transfer supplier=Russia recipient=South Korea status=occurred": values run up to the next "word=".
std::vector<std::pair<std::string, std::string>> parts_of(const std::string& fact, std::string& type) {
  std::vector<std::pair<std::string, std::string>> parts;
  std::istringstream words(fact);
  words >> type;
  for (std::string word; words >> word;) {
    if (const auto equals = word.find('='); equals != std::string::npos)
      parts.emplace_back(word.substr(0, equals), word.substr(equals + 1));
    else if (!parts.empty())
      parts.back().second += " " + word;
  }
  return parts;
}

bool states(const Record& record, const std::string& fact) {
  std::string type;
  const auto parts = parts_of(fact, type);
  return std::any_of(record.events.begin(), record.events.end(), [&](const Event& event) {
    return event.type == type && std::all_of(parts.begin(), parts.end(), [&](const auto& part) {
             if (part.first == "status") return event.status == part.second;
             const auto role = event.roles.find(part.first);
             return role != event.roles.end() &&
                    std::any_of(role->second.begin(), role->second.end(),
                                [&](const std::string& id) { return is_named(record, id, part.second); });
           });
  });
}

// Of a table's line: "¶" ends a paragraph.
std::string with_paragraphs(std::string text) {
  const std::string mark = "¶";
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark)) text.replace(at, mark.size(), "\n\n");
  return text;
}

// "X>Y|Z": two chains, the first of two hops; "-": nobody is credited.
bool credits(const Record& record, const Event& event, const std::string& chains) {
  if (chains == "-") return event.attribution.empty();
  const auto wanted = split(chains, '|');
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& chain) {
    const auto names = split(chain, '>');
    return std::any_of(event.attribution.begin(), event.attribution.end(), [&](const auto& ids) {
      return std::equal(ids.begin(), ids.end(), names.begin(), names.end(),
                        [&](const std::string& id, const std::string& name) { return is_named(record, id, name); });
    });
  });
}

// Calls `check` with the cells of each row of tests/extract/NAME; lines that begin with '#' are none.
template <class Check>
void for_each_row(const std::string& name, Check check) {
  std::ifstream file(STEMMA_SOURCE_DIR "/tests/extract/" + name);
  REQUIRE(file);
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    INFO(line);
    check(split(line, '\t'));
  }
}

} // namespace

TEST_CASE("events have the status and the speakers their table says") {
  Stages stages(testing::model_folder().value());
  for_each_row("attribution.tsv", [&](const std::vector<std::string>& cells) {
    REQUIRE(cells.size() == 4);
    const auto record = stages.read(with_paragraphs(cells[0]));
    CHECK(std::any_of(record.events.begin(), record.events.end(), [&](const Event& event) {
      return event.type == cells[1] && event.status == cells[3] && credits(record, event, cells[2]);
    }));
  });
}

TEST_CASE("who speaks for a state is known by his office") {
  Stages stages(testing::model_folder().value());
  for_each_row("speakers_states.tsv", [&](const std::vector<std::string>& cells) {
    REQUIRE(cells.size() == 3);
    const auto record = stages.read(cells[0]);
    const auto speaker = std::find_if(record.entities.begin(), record.entities.end(),
                                      [&](const Entity& entity) { return entity.label == cells[1]; });
    REQUIRE(speaker != record.entities.end());
    CHECK(speaker->country.substr(speaker->country.rfind('/') + 1) == (cells[2] == "-" ? "" : cells[2]));
  });
}

TEST_CASE("events have the days their table says") {
  Stages stages(testing::model_folder().value());
  for_each_row("dated_events.tsv", [&](const std::vector<std::string>& cells) {
    REQUIRE(cells.size() == 4);
    const auto day = [](const std::string& cell) { return cell == "-" ? std::string() : cell; };
    const auto record = stages.read(cells[0]);
    CHECK(std::any_of(record.events.begin(), record.events.end(), [&](const Event& event) {
      return event.type == cells[1] && event.time.value_or(EventTime{}).start == day(cells[2]) &&
             event.time.value_or(EventTime{}).end == day(cells[3]);
    }));
  });
}

TEST_CASE("events have the quantities their table says") {
  Stages stages(testing::model_folder().value());
  for_each_row("counted_events.tsv", [&](std::vector<std::string> cells) {
    cells.resize(5);
    const auto bound = [](const std::string& cell) {
      return cell == "-" ? std::nullopt : std::optional(std::stod(cell));
    };
    const auto is_wanted = [&](const Event& event) {
      if (cells[2] == "NONE") return event.quantities.empty();
      return std::any_of(event.quantities.begin(), event.quantities.end(), [&](const EventQuantity& quantity) {
        return quantity.min == bound(cells[2]) && quantity.max == bound(cells[3]) &&
               quantity.cumulative == (cells[4] == "sum");
      });
    };
    const auto record = stages.read(cells[0]);
    CHECK(std::any_of(record.events.begin(), record.events.end(),
                      [&](const Event& event) { return event.type == cells[1] && is_wanted(event); }));
  });
}

TEST_CASE("tellings of one event are one, and those of two are not") {
  Stages stages(testing::model_folder().value());
  for_each_row("numbers_of_events.tsv", [&](const std::vector<std::string>& cells) {
    REQUIRE(cells.size() == 3);
    const auto record = stages.read(with_paragraphs(cells[0]));
    CHECK(std::to_string(std::count_if(record.events.begin(), record.events.end(),
                                       [&](const Event& event) { return event.type == cells[1]; })) == cells[2]);
  });
}

TEST_CASE("frames fire and stay silent on the sentences they carry") {
  Stages stages(testing::model_folder().value(), GENERATE(shipped, example));
  CHECK(stages.frames().all().size() >= 4);
  for (const auto& frame : stages.frames().all()) {
    bool fires = false, silent = false;
    for (const auto& own : frame.examples) {
      INFO(frame.iri << ": " << own.sentence);
      const auto record = stages.read(own.sentence);
      for (const auto& fact : own.facts) {
        INFO(fact);
        CHECK(states(record, fact));
      }
      (own.facts.empty() ? silent : fires) = true;
      if (own.facts.empty())
        CHECK(std::none_of(record.events.begin(), record.events.end(),
                           [&](const Event& event) { return event.frame == frame.iri; }));
    }
    INFO(frame.iri);
    CHECK(fires);
    CHECK(silent);
  }
}

int main(int argc, char** argv) try {
  if (!testing::model_folder()) {
    std::puts("skipped: no language model (tools/get-model fetches one; STEMMA_MODEL names one)");
    return 77;
  }
  return Catch::Session().run(argc, argv);
} catch (const std::exception& error) {
  std::fprintf(stderr, "error: %s\n", error.what());
  return 2;
} catch (...) {
  return 2;
}
