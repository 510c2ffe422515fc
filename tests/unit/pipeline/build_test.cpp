#include "model/record_json.hpp"
#include "pipeline/build.hpp"
#include "pipeline/extract.hpp"
#include "pipeline/manifest.hpp"
#include "rdf/reader.hpp"
#include "scratch_folder.hpp"
#include "small_pack.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <sstream>

using namespace stemma;
using namespace stemma::pipeline;
using Catch::Matchers::Contains;

namespace {

const std::vector<std::string> result_files{"abstained.ndjson", "dataset.nq",     "dataset.trig", "graph.ttl",
                                            "manifest.json",    "records.ndjson", "report.md",    "reported.ttl"};

Resources small_resources() {
  const auto pack = std::make_shared<SmallPack>();
  Resources resources{pack,
                      std::make_shared<link::Linker>(pack),
                      statements::Ontology::read(STEMMA_SOURCE_DIR "/ontology"),
                      statements::Names("https://example.org/id/"),
                      {},
                      {}};
  resources.made = {"stemma test", pack->hash(), "", "0"};
  return resources;
}

BuildResult built(const ScratchFolder& folder, const std::string& out, std::vector<std::string> inputs,
                  unsigned jobs = 1, InputFormat format = InputFormat::text, const RunHooks& hooks = {}) {
  static const Resources resources = small_resources();
  for (std::string& input : inputs) input = folder / input;
  std::istringstream none;
  InputStream stream(inputs, format, none);
  const auto disk = real_disk();
  return build({folder.path / out, jobs}, stream, resources, *disk, hooks);
}

void write_news(const ScratchFolder& folder, int count) {
  for (int i = 0; i < count; ++i)
    folder.write(
        "news/" + std::to_string(i % 7) + "/" + std::to_string(i) + ".txt",
        "date 2023-11-" + std::to_string(10 + i % 20) + " Report " + std::to_string(i) +
            "\n\nAland sent shells to Beland. The shells came from Aland, said Example Wire.\n\nBeland was pleased " +
            std::to_string(i) + " times.\n");
}

std::vector<std::string> lines(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> out;
  for (std::string line; std::getline(stream, line);) out.push_back(line);
  return out;
}

} // namespace

TEST_CASE("a build writes its files, and they say the same") {
  ScratchFolder folder;
  write_news(folder, 9);
  const BuildResult result = built(folder, "out", {"news"});
  CHECK(result.tally.documents == 9);
  CHECK(result.tally.failed == 0);
  for (const std::string& file : result_files) CHECK(std::filesystem::exists(folder.path / "out" / file));

  auto trig = rdf::parse_quads(folder.read("out/dataset.trig"), rdf::Syntax::trig);
  auto nquads = rdf::parse_quads(folder.read("out/dataset.nq"), rdf::Syntax::nquads);
  std::sort(trig.begin(), trig.end());
  std::sort(nquads.begin(), nquads.end());
  CHECK(trig == nquads);
  CHECK(std::adjacent_find(nquads.begin(), nquads.end()) == nquads.end());

  std::set<std::string> graphs;
  std::vector<rdf::Quad> facts;
  for (const rdf::Quad& quad : nquads) {
    graphs.insert(quad.graph.value);
    if (quad.graph.value == "https://example.org/id/graph/facts")
      facts.push_back({quad.subject, quad.predicate, quad.object, {}});
    for (const rdf::Term* term : {&quad.subject, &quad.object}) CHECK(term->kind != rdf::TermKind::blank);
  }
  CHECK(graphs.size() == 2 + 9);
  auto turtle = rdf::parse_quads(folder.read("out/graph.ttl"), rdf::Syntax::turtle);
  std::sort(turtle.begin(), turtle.end());
  CHECK(turtle == facts);

  const auto records = lines(folder.read("out/records.ndjson"));
  REQUIRE(records.size() == 9);
  std::string before;
  for (const std::string& line : records) {
    const Record record = parse_record(line);
    CHECK(before < record.document.id);
    before = record.document.id;
    CHECK(record.entities.size() == 4);
    std::string again;
    append_record_json(record, again);
    CHECK(again == line);
  }
  const auto manifest = find_manifest(folder.path / "out");
  REQUIRE(manifest);
  CHECK(manifest->documents == 9);
  CHECK(manifest->files.size() == result_files.size() - 1);
  for (const ManifestFile& file : manifest->files) CHECK(file.bytes == folder.read("out/" + file.name).size());
  CHECK_THAT(folder.read("out/report.md"), Contains("| Aland | 9 |") && Contains("| documents | 9 |"));
}

TEST_CASE("the bytes hang on nothing but the documents") {
  ScratchFolder folder;
  write_news(folder, 60);
  built(folder, "one", {"news"}, 1);
  built(folder, "many", {"news"}, 5);
  built(folder, "again", {"news"}, 2);
  built(folder, "again", {"news"}, 2);
  for (const std::string& file : result_files) {
    CAPTURE(file);
    CHECK((folder.read("one/" + file) == folder.read("many/" + file)));
    CHECK((folder.read("one/" + file) == folder.read("again/" + file)));
  }
  // in another order and under other names: the same graph
  std::vector<std::string> inputs;
  for (int i = 60; i-- > 0;) {
    const std::string name = std::to_string(i % 7) + "/" + std::to_string(i) + ".txt";
    inputs.push_back("renamed/" + std::to_string(99 - i) + ".txt");
    folder.write(inputs.back(), folder.read("news/" + name));
  }
  built(folder, "renamed-out", inputs, 3);
  CHECK((folder.read("one/graph.ttl") == folder.read("renamed-out/graph.ttl")));
  const auto without_meta = [&](const std::string& out) {
    std::string kept;
    for (const std::string& line : lines(folder.read(out + "/dataset.nq")))
      if (line.find("graph/meta") == std::string::npos) kept += line + "\n";
    return kept;
  };
  CHECK((without_meta("one") == without_meta("renamed-out")));
}

TEST_CASE("what cannot be read is told, and the others are done") {
  ScratchFolder folder;
  write_news(folder, 3);
  folder.write("news/binary.txt", std::string("\x7f"
                                              "ELF\0\0\0\0\1\2",
                                              10));
  folder.write("news/empty.txt", "");
  folder.write("news/latin.txt", "date 2023-11-01 Caf\xE9\n\nAland sent shells.\n");
  std::filesystem::create_symlink("/proc/self/mem", folder.path / "news/unreadable.txt");
  std::filesystem::create_symlink("nowhere", folder.path / "news/dangling.txt");
  const BuildResult result = built(folder, "out", {"news"}, 2);
  CHECK(result.tally.documents == 5);
  CHECK(result.tally.failed == 3);
  const std::string report = folder.read("out/report.md");
  CHECK_THAT(report, Contains("binary.txt") && Contains("unreadable.txt") && Contains("dangling.txt"));
}

TEST_CASE("the same document twice is one record, under the smallest path") {
  ScratchFolder folder;
  write_news(folder, 1);
  folder.write("news/z.txt", folder.read("news/0/0.txt"));
  folder.write("news/00.txt", folder.read("news/0/0.txt"));
  const BuildResult result = built(folder, "out", {"news"}, 2);
  CHECK(result.tally.documents == 1);
  CHECK(result.tally.repeated == 2);
  CHECK(parse_record(lines(folder.read("out/records.ndjson")).at(0)).document.path == "0/0.txt");
  CHECK_THAT(folder.read("out/report.md"), Contains("z.txt: the same document as 0/0.txt"));
}

TEST_CASE("lines of NDJSON are documents, whatever their order") {
  ScratchFolder folder;
  const std::string a =
      R"({"id":"a","title":"One","date":"2023-11-01","publisher":"P","text":"Aland sent shells to Beland."})";
  const std::string b = R"({"id":"b","text":"Beland \ud83d\ude00 thanked Aland."})";
  folder.write("x/n.ndjson", a + "\nnot json\n" + b + "\n");
  folder.write("y/n.ndjson", b + "\nnot json\n" + a + "\n");
  CHECK(built(folder, "x-out", {"x"}, 2, InputFormat::ndjson).tally.failed == 1);
  built(folder, "y-out", {"y"}, 1, InputFormat::ndjson);
  for (const std::string& file : result_files) {
    CAPTURE(file);
    CHECK((folder.read("x-out/" + file) == folder.read("y-out/" + file)));
  }
  for (const std::string& line : lines(folder.read("x-out/records.ndjson"))) {
    const Record record = parse_record(line);
    CHECK(record.document.field == "text");
    if (record.document.path != "n.ndjson#b") continue;
    for (const Entity& entity : record.entities)
      if (entity.label == "Aland") CHECK(entity.mentions.at(0).span.start.value == 17); // the emoji is one code point
  }
  CHECK_THAT(folder.read("x-out/report.md"), Contains("n.ndjson:2"));
}

TEST_CASE("a run that is asked to stop leaves what stood there") {
  ScratchFolder folder;
  write_news(folder, 30);
  built(folder, "out", {"news/1"});
  const std::string before = folder.read("out/manifest.json");
  int asked = 0;
  CHECK_THROWS_AS(built(folder, "out", {"news"}, 2, InputFormat::text, {{}, [&] { return ++asked > 10; }}),
                  Interrupted);
  CHECK(folder.read("out/manifest.json") == before);
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path), {}) == 2); // no staging folder, no lock
}

TEST_CASE("no documents give an empty graph") {
  ScratchFolder folder;
  std::filesystem::create_directory(folder.path / "nothing");
  CHECK(built(folder, "out", {"nothing"}).tally.documents == 0);
  CHECK(folder.read("out/records.ndjson").empty());
  CHECK_THAT(folder.read("out/report.md"), Contains("no documents were found"));
}

TEST_CASE("extract prints the same records, in the order of the paths") {
  ScratchFolder folder;
  write_news(folder, 20);
  folder.write("news/again.txt", folder.read("news/0/0.txt"));
  folder.write("news/bad.txt", std::string("\x7f"
                                           "ELF\0",
                                           5));
  const Resources resources = small_resources();
  std::vector<std::string> seen;
  for (const unsigned jobs : {1U, 4U}) {
    std::istringstream none;
    std::ostringstream out;
    InputStream stream({folder / "news"}, InputFormat::text, none);
    const Tally tally = extract(stream, resources, jobs, out);
    CHECK(tally.documents == 20);
    CHECK(tally.repeated == 1);
    CHECK(tally.failed == 1);
    seen.push_back(out.str());
  }
  CHECK(seen[0] == seen[1]);
  std::string before;
  for (const std::string& line : lines(seen[0])) {
    const std::string path = nlohmann::json::parse(line)["document"]["path"];
    CHECK(before < path);
    before = path;
  }
  built(folder, "out", {"news"});
  auto extracted = lines(seen[0]), recorded = lines(folder.read("out/records.ndjson"));
  std::sort(extracted.begin(), extracted.end());
  std::sort(recorded.begin(), recorded.end());
  CHECK(extracted == recorded);
}
