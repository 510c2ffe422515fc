#include "model/error.hpp"
#include "rdf/quad_index.hpp"

#include <catch2/catch.hpp>
#include <unistd.h>

#include <fstream>

using namespace stemma;
using namespace stemma::rdf;

namespace {

class Written {
public:
  explicit Written(const char* text)
      : path_(std::filesystem::temp_directory_path() / ("stemma-quads-" + std::to_string(getpid()) + ".trig")) {
    std::ofstream(path_) << text;
  }
  ~Written() { std::filesystem::remove(path_); }
  Written(const Written&) = delete;
  Written& operator=(const Written&) = delete;
  const std::filesystem::path& path() const { return path_; }

private:
  std::filesystem::path path_;
};

constexpr const char* people = "@prefix x: <https://example.org/> .\n"
                               "x:one { x:ada x:knows x:bob, x:cem ; x:name \"Ada\", \"Ada\"@en . }\n"
                               "x:two { x:bob x:knows x:cem . x:ada x:knows x:bob . }\n";

std::string x(const char* name) { return std::string("https://example.org/") + name; }

} // namespace

TEST_CASE("an index is walked from subjects and from objects, in the order of the file") {
  const Written file(people);
  const QuadIndex index = QuadIndex::read(file.path());
  CHECK(index.size() == 6);
  const TermNumber ada = index.find(x("ada")), bob = index.find(x("bob")), cem = index.find(x("cem"));
  CHECK(index.objects(ada, x("knows")) == std::vector{bob, cem}); // said twice of bob, and he is there once
  CHECK(index.subjects(x("knows"), cem) == std::vector{ada, bob});
  CHECK(index.about(ada).size() == 5);
  CHECK(index.pointing_at(bob).size() == 2);
  CHECK(index.term(index.graph_of(ada, x("knows"), bob)).value == x("one"));
  CHECK(index.contains(bob, x("knows"), cem));
  CHECK_FALSE(index.contains(cem, x("knows"), bob));
}

TEST_CASE("literals are terms, and only IRIs are found by their text") {
  const Written file(people);
  const QuadIndex index = QuadIndex::read(file.path());
  const auto names = index.objects(index.find(x("ada")), x("name"));
  REQUIRE(names.size() == 2); // the same words with and without a language are two terms
  CHECK(index.term(names[0]) == make_literal("Ada"));
  CHECK(index.term(names[1]) == make_text("Ada", "en"));
  CHECK(index.find("Ada") == no_term);
}

TEST_CASE("what is not there has no number and no quads") {
  const Written file(people);
  const QuadIndex index = QuadIndex::read(file.path());
  CHECK(index.find(x("nobody")) == no_term);
  CHECK(index.about(no_term).empty());
  CHECK(index.objects(no_term, x("knows")).empty());
  CHECK(index.find_object(index.find(x("cem")), x("knows")) == no_term);
  CHECK_THROWS_AS(QuadIndex::read(x("absent.nq")), Error);
}
