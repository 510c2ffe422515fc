#include "language/analyzer.hpp"
#include "language/analyzer_pool.hpp"
#include "language/find_model.hpp"
#include "language/write_conllu.hpp"
#include "language/write_json.hpp"
#include "model/error.hpp"
#include "model_writer.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <thread>

using namespace stemma::language;
using stemma::language::test::TemporaryModel;

namespace {

std::shared_ptr<const Model> load(const TemporaryModel& files, InstructionSet level = InstructionSet::best) {
  return Model::load(files.directory(), {.allow_untested = true, .instructions = level});
}

std::vector<std::string> words(Analyzer& analyzer, std::string_view text) {
  const Analysis analysis = analyzer.analyze(text); // the views below point into `text`
  std::vector<std::string> found;
  for (const Token& token : analysis.tokens)
    found.emplace_back(text.substr(token.bytes.start.value, token.bytes.length()));
  return found;
}

using Words = std::vector<std::string>;

std::string json_of(Analyzer& analyzer, std::string_view text) { return write_json("x", text, analyzer.analyze(text)); }

} // namespace

TEST_CASE("texts are cut as spaCy cuts them") {
  const TemporaryModel files;
  Analyzer analyzer(load(files));
  CHECK(words(analyzer, "").empty());
  CHECK(words(analyzer, "a  b ") == Words{"a", " ", "b"});
  CHECK(words(analyzer, " a") == Words{" ", "a"});
  CHECK(words(analyzer, "a\n b") == Words{"a", "\n ", "b"});
  CHECK(words(analyzer, "a \n\nb\n") == Words{"a", "\n\n", "b", "\n"});
  CHECK(words(analyzer, "a\u00a0b") == Words{"a", "\u00a0", "b"});
  CHECK(words(analyzer, "(I don't.)") == Words{"(", "I", "do", "n't", ".", ")"});
  CHECK(words(analyzer, "don't,") == Words{"do", "n't", ","});
  CHECK(words(analyzer, "5km away") == Words{"5", "km", "away"});
  CHECK(words(analyzer, "well-known") == Words{"well", "-", "known"});
  CHECK(words(analyzer, "http://a-b.com") == Words{"http://a-b.com"});
  CHECK(words(analyzer, "(x :))") == Words{"(", "x", ":)", ")"}); // torn by the suffixes, joined again
  CHECK(words(analyzer, "The U.S. left.") == Words{"The", "U.S.", "left", "."});
}

TEST_CASE("offsets count code points and bytes") {
  const TemporaryModel files;
  Analyzer analyzer(load(files));
  const auto tokens = analyzer.analyze("Zoë 😀 sat").tokens;
  REQUIRE(tokens.size() == 3);
  CHECK(tokens[1].span == stemma::CodePointSpan{{4}, {5}});
  CHECK(tokens[1].bytes == stemma::ByteSpan{{5}, {9}});
  CHECK(tokens[2].span == stemma::CodePointSpan{{6}, {9}});
}

TEST_CASE("every text gives a tree, whatever the weights say") {
  const TemporaryModel files;
  Analyzer analyzer(load(files));
  for (const char* text :
       {"x", "one two three four five six seven eight", "a. b. c.", " \n ", "\xFF\xC3(\xE2\x82 bad bytes",
        "don't (5km) U.S. well-known http://a.bc :) ... \n\n the end"}) {
    const auto tokens = analyzer.analyze(text).tokens;
    REQUIRE(!tokens.empty());
    CHECK(tokens.front().sent_start);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      CHECK(tokens[i].head < tokens.size());
      CHECK((tokens[i].ent_iob != 'O') == !tokens[i].ent_type.empty());
      std::size_t steps = 0;
      for (std::size_t at = i; tokens[at].head != at && steps <= tokens.size(); ++steps) at = tokens[at].head;
      CHECK(steps < tokens.size());
    }
  }
}

TEST_CASE("the result does not depend on what was read before, on the batch, the thread or the instructions") {
  const TemporaryModel files;
  const auto model = load(files);
  std::vector<std::string> texts;
  for (int i = 0; i < 40; ++i) {
    std::string text;
    for (int word = 0; word < 5 + i * 37 % 700; ++word)
      text += "w" + std::to_string((word * 31 + i * 17) % 900) + (word % 11 == 10 ? ". " : " ");
    texts.push_back(text);
  }
  Words alone;
  for (const std::string& text : texts) {
    Analyzer fresh(model);
    alone.push_back(json_of(fresh, text));
  }
  SECTION("one analyzer for all") {
    Analyzer analyzer(model);
    const std::vector<std::string_view> views(texts.begin(), texts.end());
    const auto analyses = analyzer.analyze(std::span(views));
    for (std::size_t i = 0; i < texts.size(); ++i) CHECK(write_json("x", texts[i], analyses[i]) == alone[i]);
  }
  SECTION("threads") {
    AnalyzerPool pool(model);
    Words together(texts.size());
    std::vector<std::jthread> threads;
    for (std::size_t t = 0; t < 4; ++t)
      threads.emplace_back([&, t] {
        for (std::size_t i = t; i < texts.size(); i += 4)
          together[i] = write_json("x", texts[i], pool.analyze(texts[i]));
      });
    threads.clear();
    CHECK(together == alone);
  }
  SECTION("instructions") {
    for (const auto level : {InstructionSet::baseline, InstructionSet::avx2, InstructionSet::avx512}) {
      std::shared_ptr<const Model> other;
      try {
        other = load(files, level);
      } catch (const stemma::Error&) {
        continue; // this processor does not have it
      }
      Analyzer analyzer(other);
      for (std::size_t i = 0; i < 8; ++i) CHECK(json_of(analyzer, texts[i]) == alone[i]);
    }
  }
}

TEST_CASE("a model says what it is, and one that was never compared is refused") {
  const TemporaryModel files;
  const auto model = load(files);
  CHECK(model->name() == "en_small_fixture");
  CHECK(model->version() == "1.0");
  CHECK(model->licence() == "MIT");
  CHECK(model->hash().size() == 32);
  CHECK_FALSE(model->tested());
  CHECK_THROWS_AS(Model::load(files.directory()), stemma::Error);
}

TEST_CASE("what meta.json says of a model is a line of plain text") {
  const TemporaryModel files;
  const auto meta = [&](const std::string& text) { files.write("meta.json", text); };
  for (const char* bad :
       {R"({"lang":"en","name":"a\nb"})", R"({"lang":"en","name":"a","version":"\u001b[31m"})",
        R"({"lang":"en","name":"a","license":"\ufffe"})", R"({"lang":"en","name":["a"]})", R"({"lang":7})"}) {
    CAPTURE(bad);
    meta(bad);
    CHECK_THROWS_WITH(load(files), Catch::Contains("no s")); // "is no string", "is no short line of plain text"
  }
  meta(R"({"lang":"en","name":")" + std::string(201, 'x') + "\"}");
  CHECK_THROWS_WITH(load(files), Catch::Contains("name: is no short line"));
  meta(R"({"lang":"en","name":"größer 😀"})");
  CHECK(load(files)->name() == "en_größer 😀");
  CHECK(load(files)->licence().empty());
}

TEST_CASE("an unsupported part is refused by name") {
  const TemporaryModel files;
  const std::string config = files.read("config.cfg");
  const auto refused = [&](const std::string& from, const std::string& to, const std::string& named) {
    std::string changed = config;
    changed.replace(changed.find(from), from.size(), to);
    files.write("config.cfg", changed);
    try {
      load(files);
      FAIL("loaded with " + to);
    } catch (const stemma::Error& error) {
      CHECK(std::string(error.what()).find(named) != std::string::npos);
      CHECK(error.place().file.find("config.cfg") != std::string::npos);
    }
  };
  refused("\"en\"", "\"de\"", "nlp.lang");
  refused("\"ner\"]", "\"ner\",\"textcat\"]", "textcat");
  refused("[\"senter\"]", "[]", "senter");
  refused("\"tagger\",", "", "tagger");
  refused("\"rule\"", "\"lookup\"", "components.lemmatizer.mode");
  refused("spacy.MaxoutWindowEncoder.v2", "spacy.MishWindowEncoder.v2", "MishWindowEncoder");
  refused("use_upper = true", "use_upper = ${a:b}", "use_upper");
}

TEST_CASE("a damaged model gives an error that names a file, or a model that runs") {
  const TemporaryModel files;
  std::uint64_t state = 1;
  const auto random = [&](std::size_t below) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>(state >> 33U) % below;
  };
  const auto attempt = [&] {
    try {
      Analyzer analyzer(load(files));
      analyzer.analyze("The well-known (U.S.) ship didn't go 5km.\n\nWhy :) ?");
    } catch (const stemma::Error& error) {
      CHECK_FALSE(error.place().file.empty());
      CHECK(std::string(error.what()).size() > 3);
    }
  };
  for (const std::string& name : files.files()) {
    INFO(name);
    const std::string whole = files.read(name);
    for (int round = 0; round < 12; ++round) {
      files.write(name, whole.substr(0, whole.empty() ? 0 : random(whole.size())));
      attempt();
      std::string flipped = whole;
      // Mostly in the first kilobyte, where counts, names and shapes are; the rest is weights.
      const std::size_t range = round % 3 == 0 ? whole.size() : std::min<std::size_t>(whole.size(), 1000);
      for (int bit = 0; bit < 3 && range > 0; ++bit) flipped[random(range)] ^= static_cast<char>(1U << random(8));
      files.write(name, flipped);
      attempt();
    }
    files.write(name, "");
    attempt();
    files.write(name, whole);
  }
  attempt();
}

TEST_CASE("what is no regular file is not read") {
  const TemporaryModel files;
  std::filesystem::remove(files.directory() / "tokenizer");
  CHECK_THROWS_WITH(load(files), Catch::Contains("missing"));
  std::filesystem::create_directory(files.directory() / "tokenizer");
  CHECK_THROWS_WITH(load(files), Catch::Contains("not a regular file"));
  std::filesystem::remove(files.directory() / "tokenizer");
  std::filesystem::create_symlink("/dev/zero", files.directory() / "tokenizer");
  CHECK_THROWS_WITH(load(files), Catch::Contains("not a regular file"));
  CHECK_THROWS_AS(Model::load(files.directory() / "nowhere"), stemma::Error);
}

TEST_CASE("where a model is looked for") {
  const TemporaryModel files;
  const auto root = files.directory() / "elsewhere";
  const auto put = [&](const std::filesystem::path& path) {
    std::filesystem::create_directories(root / path / "vocab");
    std::ofstream(root / path / "config.cfg") << "[nlp]\n";
    return root / path;
  };
  const auto find = [&](ModelSearch search) { return find_model(search); };
  const ModelSearch program{{}, root / "build/release/stemma", {}, {}};
  CHECK_FALSE(find(program));
  CHECK_THROWS_AS(require_model(program), stemma::Error);
  const auto python = put("venv/lib/python3.11/site-packages/en_core_web_sm/en_core_web_sm-3.8.0");
  const auto environment = [&](const std::string& name) -> std::optional<std::string> {
    if (name == "VIRTUAL_ENV") return (root / "venv").string();
    return std::nullopt;
  };
  CHECK(find({{}, program.program, environment, {}}) == python);
  const auto medium = put("build/models/en_core_web_md-3.8.0");
  CHECK(find({{}, program.program, environment, {}}) == medium);
  const auto small = put("build/models/en_core_web_sm-3.8.0");
  CHECK(find(program) == small);
  const auto installed = put("build/share/stemma/models/en_core_web_lg");
  CHECK(find(program) == installed);
  const auto runnable = put("build/share/stemma/models/en_core_web_md");
  CHECK(find(program) == runnable);
  CHECK(find({{}, {}, [&](const std::string&) {
                return (root / "venv/lib/python3.11/site-packages/en_core_web_sm").string();
              }}) == python);
  CHECK(find({medium, {}, {}}) == medium);
  CHECK_THROWS_AS(find({root, {}, {}}), stemma::Error);
}

TEST_CASE("a model that is installed for any Python is found") {
  const TemporaryModel files;
  const auto root = files.directory() / "pythons";
  struct Case {
    std::string package; // where the model lies
    std::string variable, value;
  };
  const Case cases[] = {
      {"venv/lib/python3.12/site-packages/en_core_web_sm", "VIRTUAL_ENV", "venv"},
      {"conda/lib/python3.9/site-packages/en_core_web_md", "CONDA_PREFIX", "conda"},
      {"packages/en_core_web_sm", "PYTHONPATH", "packages"},
      {"base/lib/python3.11/site-packages/en_core_web_sm", "PYTHONUSERBASE", "base"},
      {"home/.local/lib/python3.11/site-packages/en_core_web_sm", "HOME", "home"},
      {"local/lib/python3.11/dist-packages/en_core_web_sm", "PATH", "local/bin"},
      {"usr/lib/python3/dist-packages/en_core_web_sm_published_anew", "", ""},
      {"usr/lib/python3.11/site-packages/publisher_spacy_en_md", "", ""},
  };
  for (const Case& place : cases) {
    CAPTURE(place.package);
    std::filesystem::remove_all(root);
    const auto model = root / place.package / "en_core_web-3.8.0";
    std::filesystem::create_directories(model / "vocab");
    std::ofstream(model / "config.cfg") << "[nlp]\n";
    std::filesystem::create_directories(root / "local/bin");
    std::ofstream(root / "local/bin/python3") << "";
    const auto variable = [&](const std::string& name) -> std::optional<std::string> {
      if (place.variable.empty() || name != place.variable) return std::nullopt;
      const std::string value = (root / place.value).string();
      return name.starts_with("P") && name.ends_with("PATH") ? "/nowhere:" + value + "::" : value;
    };
    CHECK(find_model({{}, {}, variable, {root / "usr"}}) == model);
    CHECK_FALSE(find_model({{}, {}, {}, {root / "elsewhere"}}));
  }
}

TEST_CASE("JSON and CoNLL-U") {
  const TemporaryModel files;
  Analyzer analyzer(load(files));
  const std::string text = "Say \"a\tb\" now.\n\nGo 5km.";
  const Analysis analysis = analyzer.analyze(text);
  const std::string line = write_json("a \"b\".txt", text, analysis);
  CHECK(std::count(line.begin(), line.end(), '\n') == 1);
  const auto json = nlohmann::json::parse(line);
  CHECK(json["path"] == "a \"b\".txt");
  REQUIRE(json["tokens"].size() == analysis.tokens.size());
  for (const char* key :
       {"text", "start", "end", "tag", "pos", "morph", "lemma", "head", "dep", "sent_start", "ent_iob", "ent_type"})
    CHECK(json["tokens"][0].contains(key));

  const std::string conllu = write_conllu("a", text, analysis);
  CHECK(conllu.rfind("# newdoc id = a\n# text = Say", 0) == 0);
  std::size_t words = 0;
  std::istringstream lines(conllu);
  for (std::string row; std::getline(lines, row);) {
    if (row.empty() || row[0] == '#') continue;
    ++words;
    CHECK(std::count(row.begin(), row.end(), '\t') == 9);
  }
  std::size_t expected = 0;
  for (const Token& token : analysis.tokens)
    expected += text.find_first_not_of(" \t\n", token.bytes.start.value) < token.bytes.end.value;
  CHECK(words == expected);
}

TEST_CASE("every column of CoNLL-U has a value that ends in its line") {
  const TemporaryModel files;
  Analyzer analyzer(load(files));
  for (const std::string& text : {std::string("a \x01 b\x02 \x7f c.\0 d \x1b[31m", 19), std::string("\x1b"),
                                  std::string("x \u0085y \u009f z"), std::string("bad \xff \xc3( byte")}) {
    std::istringstream lines(write_conllu("a", text, analyzer.analyze(text)));
    std::string forms, line_of_text;
    for (std::string row; std::getline(lines, row);) {
      CHECK(std::none_of(row.begin(), row.end(), [](char c) { return c != '\t' && c >= 0 && c < 0x20; }));
      if (row.rfind("# text = ", 0) == 0) line_of_text = row.substr(9);
      if (row.empty() || row[0] == '#') continue;
      std::vector<std::string> columns;
      std::istringstream cells(row);
      for (std::string cell; std::getline(cells, cell, '\t');) columns.push_back(cell);
      REQUIRE(columns.size() == 10);
      for (const std::string& column : columns) CHECK_FALSE(column.empty());
      CHECK(line_of_text.find(columns[1]) != std::string::npos);
    }
  }
}
