#include "input/file_bytes.hpp"
#include "input/news_line.hpp"
#include "pipeline/given_ids.hpp"
#include "pipeline/input.hpp"
#include "scratch_folder.hpp"

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include <algorithm>
#include <sstream>

using namespace stemma;
using namespace stemma::pipeline;
using namespace stemma::input;
namespace fs = std::filesystem;

namespace {

struct Listing {
  std::vector<std::string> paths;
  std::vector<std::string> codes; // of the diagnostics, sorted
};

Listing listing(const std::vector<std::string>& inputs, InputFormat format = InputFormat::text,
                const std::string& standard = "") {
  std::istringstream in(standard);
  InputStream stream(inputs, format, in);
  Listing out;
  while (const auto pending = stream.next()) out.paths.push_back(pending->path);
  for (const Diagnostic& diagnostic : stream.diagnostics()) out.codes.push_back(diagnostic.code);
  std::sort(out.codes.begin(), out.codes.end());
  return out;
}

} // namespace

TEST_CASE("files of a folder come sorted by path, whatever order they were named in") {
  ScratchFolder folder;
  folder.write("b.txt", "b");
  folder.write("a/z.md", "z");
  folder.write("a/c.TXT", "c");
  folder.write("a/picture.png", "p");
  folder.write(".hidden.txt", "h");
  folder.write(".git/x.txt", "h");
  const std::string top = folder.path.string();
  CHECK(listing({top}).paths == std::vector<std::string>{"a/c.TXT", "a/z.md", "b.txt"});
  CHECK(listing({folder / "b.txt", folder / "a"}).paths == std::vector<std::string>{"b.txt", "c.TXT", "z.md"});
  CHECK(listing({folder / "a", folder / "b.txt"}).paths == listing({folder / "b.txt", folder / "a"}).paths);
  CHECK(listing({folder / "a/picture.png"}).paths == std::vector<std::string>{"picture.png"});
}

TEST_CASE("loops of links end, dangling links and pipes inside folders are diagnostics") {
  ScratchFolder folder;
  folder.write("a/x.txt", "x");
  fs::create_directory_symlink(folder.path, folder.path / "a/up");
  fs::create_symlink(folder.path / "nowhere", folder.path / "gone.txt");
  REQUIRE(mkfifo((folder / "pipe.txt").c_str(), 0600) == 0);
  const Listing found = listing({folder.path.string()});
  CHECK(found.paths == std::vector<std::string>{"a/x.txt"});
  CHECK(found.codes == std::vector<std::string>{"input.folder-again", "input.unreadable", "input.unreadable"});
}

TEST_CASE("an input that does not exist is a diagnostic; when none exists the run cannot start") {
  ScratchFolder folder;
  folder.write("x.txt", "x");
  const Listing found = listing({folder / "x.txt", folder / "y.txt"});
  CHECK(found.paths.size() == 1);
  CHECK(found.codes == std::vector<std::string>{"input.unreadable"});
  CHECK_THROWS_AS(listing({folder / "y.txt"}), Error);
  fs::create_directory(folder.path / "empty");
  CHECK(listing({folder / "empty"}).codes == std::vector<std::string>{"input.none"});
}

TEST_CASE("file names may hold any byte") {
  ScratchFolder folder;
  folder.write("caf\xC3\xA9.txt", "1");
  folder.write("caf\xE9.txt", "2");
  CHECK(listing({folder.path.string()}).paths == std::vector<std::string>{"caf%E9.txt", "caf\xC3\xA9.txt"});
}

TEST_CASE("standard input is one text, or lines") {
  std::istringstream in("hello\n");
  InputStream stream({"-"}, InputFormat::text, in);
  const auto pending = stream.next();
  REQUIRE(pending);
  CHECK(read(*pending).bytes == "hello\n");
  CHECK(read(*pending).path == "-");
  CHECK_FALSE(stream.next());

  std::istringstream lines("{\"text\":\"one\"}\n\n  \r\n{\"id\":7,\"text\":\"two\"}");
  InputStream news({"-"}, InputFormat::ndjson, lines);
  const auto first = news.next(), second = news.next();
  REQUIRE(second);
  CHECK(read(*first).bytes == "one");
  CHECK(second->line == 4);
  CHECK(read(*second).path == "-#7");
  CHECK_FALSE(news.next());
}

TEST_CASE("a line of NDJSON is a document") {
  const Reading reading = parse_news_line(
      R"({"id":"a1","title":"T","date":"2023-11-01T10:00:00Z","publisher":"P","text":"caf\u00e9 \ud83d\ude00","x":[1]})",
      {"n.ndjson", 3});
  CHECK(reading.path == "n.ndjson#a1");
  CHECK(reading.field == "text");
  CHECK(reading.given_id == "a1");
  CHECK(reading.bytes == "caf\xC3\xA9 \xF0\x9F\x98\x80");
  CHECK(reading.known.published == "2023-11-01");
  CHECK(reading.known.publisher == "P");
  CHECK(reading.diagnostics.empty());

  const Reading odd = parse_news_line(R"({"id":[1],"title":7,"date":"yesterday","text":""})", {"n.ndjson", 3});
  CHECK(odd.path == "n.ndjson");
  CHECK(odd.known.title.empty());
  CHECK(odd.known.published.empty());
  CHECK(odd.diagnostics.size() == 3);
  CHECK(odd.diagnostics[0].place.line == 3);
}

TEST_CASE("a number for an id keeps its digits") {
  for (const char* id : {"7", "-7", "18446744073709551615", "123456789012345678901234567890", "1.50", "2e3"}) {
    CAPTURE(id);
    CHECK(parse_news_line(std::string("{\"id\":") + id + ",\"text\":\"\"}", {"n.ndjson", 1}).given_id == id);
  }
}

TEST_CASE("what stands deeper in a line is passed over") {
  const Reading reading = parse_news_line(
      R"({"more":{"text":"no","id":5},"text":"yes","list":[{"text":"no"},[["text","no"]]],"id":null})", {"n", 1});
  CHECK(reading.bytes == "yes");
  CHECK(reading.given_id.empty());
  CHECK(reading.diagnostics.empty());
}

TEST_CASE("a line without a document is an error that names the line") {
  struct Case {
    const char *line, *message;
    std::uint64_t column;
  };
  const Case cases[] = {
      {"x", "this line is no JSON", 1},
      {"{\"text\":", "this line is no JSON", 9},
      {"[]", "this line is no JSON object", 0},
      {"5", "this line is no JSON object", 0},
      {"{}", "this line has no \"text\"", 0},
      {"{\"text\":null}", "this line has no \"text\"", 0},
      {"{\"text\":5}", "\"text\" is no string", 0},
      {"{\"text\":{\"text\":\"x\"}}", "\"text\" is no string", 0},
      {"{\"caf\xC3\xA9\":\"\xFF\"}", "this line is not UTF-8", 10},
      {"{\"text\":\"\\ud800\"}", "this line is no JSON", 16},
      {"{\"text\":\"caf\xC3\xA9\"} x", "this line is no JSON", 17},
      {"{\"id\":1e999,\"text\":\"x\"}", "a number on this line is too large", 11},
  };
  for (const Case& bad : cases) {
    CAPTURE(bad.line);
    try {
      parse_news_line(bad.line, {"n.ndjson", 9});
      FAIL("accepted");
    } catch (const Error& error) {
      CHECK(error.what() == std::string(bad.message));
      CHECK(error.place().file == "n.ndjson");
      CHECK(error.place().line == 9);
      CHECK(error.place().column == bad.column);
      CHECK(error.hint().find("{\"id\"") != std::string::npos);
    }
  }
  CHECK_THROWS_AS(parse_news_line(std::string(100000, '['), {"n.ndjson", 1}), Error);
}

TEST_CASE("an id that comes again in a file is told with both lines") {
  GivenIds ids;
  CHECK_FALSE(ids.add("a", 1, "x"));
  CHECK_FALSE(ids.add("a", 2, ""));
  CHECK_FALSE(ids.add("a", 3, ""));
  const auto again = ids.add("a", 7, "x");
  REQUIRE(again);
  CHECK(again->message == "the id \"x\" is that of line 1, too");
  CHECK(again->place.line == 7);
  CHECK(again->severity == Severity::warning);
  CHECK_FALSE(ids.add("b", 8, "x")); // another file
  CHECK_FALSE(ids.add("b", 1, "x")); // and another of the same name
}

TEST_CASE("one reason is given when nothing is read") {
  CHECK(listing({"/dev/null"}).codes == std::vector<std::string>{"input.unreadable"});
}

TEST_CASE("a file that cannot be read is an error with its name") {
  for (const char* file : {"/nonexistent/x.txt", "/proc/self/mem", "/"}) {
    CAPTURE(file);
    try {
      read_file_bytes(file, "shown.txt");
      FAIL("read");
    } catch (const Error& error) {
      CHECK(error.place().file == "shown.txt");
    }
  }
  ScratchFolder folder;
  CHECK(read_file_bytes(folder.write("x", std::string(3000000, 'x')), "x").size() == 3000000);
  CHECK(read_file_bytes(folder.write("empty", ""), "x").empty());
  CHECK_FALSE(read_file_bytes("/proc/self/status", "x").empty()); // says that its size is 0
}
