#include "cli/installed.hpp"
#include "model/error.hpp"
#include "scene.hpp"

#include <catch2/catch.hpp>
#include <unistd.h>

#include <fstream>

using namespace stemma;
using namespace stemma::cli;
namespace fs = std::filesystem;

namespace {

struct Folder {
  fs::path path = fs::temp_directory_path() / ("stemma-installed-" + std::to_string(getpid()));
  Folder() { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
  void file(const std::string& name) {
    fs::create_directories((path / name).parent_path());
    std::ofstream(path / name) << "\n";
  }
};

} // namespace

TEST_CASE("the pack is found by option, by variable, where installed, in the source tree") {
  Folder folder;
  Scene scene;
  folder.file("prefix/bin/stemma");
  folder.file("own/stemma.ttl");
  folder.file("named/stemma.ttl");
  scene.program = folder.path / "prefix/bin/stemma";
  CHECK_THROWS_AS(require_pack("", scene.environment()), Error);

  folder.file("prefix/CMakeLists.txt");
  folder.file("prefix/ontology/stemma.ttl");
  CHECK(require_pack("", scene.environment()) == folder.path / "prefix/ontology");
  folder.file("prefix/share/stemma/ontology/stemma.ttl");
  CHECK(require_pack("", scene.environment()) == folder.path / "prefix/share/stemma/ontology");
  scene.variables["STEMMA_PACK"] = (folder.path / "named").string();
  CHECK(require_pack("", scene.environment()) == folder.path / "named");
  CHECK(require_pack((folder.path / "own").string(), scene.environment()) == folder.path / "own");
  CHECK_THROWS_AS(require_pack((folder.path / "prefix").string(), scene.environment()), Error);
}

TEST_CASE("the cache has its place, or none") {
  Scene scene;
  CHECK(cache_folder(scene.environment()).empty());
  scene.variables["HOME"] = "/h";
  CHECK(cache_folder(scene.environment()) == "/h/.cache/stemma");
  scene.variables["XDG_CACHE_HOME"] = "/x";
  CHECK(cache_folder(scene.environment()) == "/x/stemma");
  scene.variables["STEMMA_CACHE"] = "/own";
  CHECK(cache_folder(scene.environment()) == "/own");
}
