#include "pack/compiled.hpp"
#include "pack/pack.hpp"
#include "pack/snapshot.hpp"
#include "pack/source_files.hpp"

#include <catch2/catch.hpp>
#include <unistd.h>

#include <chrono>
#include <fstream>

namespace fs = std::filesystem;
using namespace stemma::pack;

namespace {

struct Folder {
  fs::path path = fs::temp_directory_path() / ("stemma-pack-" + std::to_string(::getpid()));
  Folder() { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
};

const std::string key(64, 'a');
const std::string pack_folder = std::string(STEMMA_TEST_DIR) + "/pack/small";

void alter(const fs::path& file, std::streamoff place) {
  std::fstream io(file, std::ios::in | std::ios::out | std::ios::binary);
  io.seekg(place);
  const char old = static_cast<char>(io.get());
  io.seekp(place);
  io.put(static_cast<char>(old ^ 0x20));
}

fs::path only_file(const fs::path& folder) {
  REQUIRE(std::distance(fs::directory_iterator(folder), {}) == 1);
  return fs::directory_iterator(folder)->path();
}

} // namespace

TEST_CASE("a snapshot comes back as it was kept, under its own key only") {
  const Folder folder;
  keep_snapshot(folder.path, key, "some bytes");
  CHECK(find_snapshot(folder.path, key) == "some bytes");
  std::string other = key;
  other.back() = 'b'; // the same file name
  CHECK_FALSE(find_snapshot(folder.path, other));
  CHECK_FALSE(find_snapshot(folder.path / "absent", key));
}

TEST_CASE("snapshots that nobody used for a month go, and of many the longest unused") {
  const Folder folder;
  const auto age = [&](const fs::path& file, std::chrono::hours hours) {
    fs::last_write_time(file, fs::file_time_type::clock::now() - hours);
  };
  const std::string old(64, 'b');
  keep_snapshot(folder.path, old, "old");
  age(snapshot_path(folder.path, old), std::chrono::hours(24 * 31));
  std::ofstream(folder.path / "letter.txt") << "mine";
  age(folder.path / "letter.txt", std::chrono::hours(24 * 99));
  keep_snapshot(folder.path, key, "new");
  CHECK_FALSE(find_snapshot(folder.path, old));
  for (char c = 'c'; c < 'w'; ++c) {
    age(snapshot_path(folder.path, key), std::chrono::hours(24 * 9));
    CHECK(find_snapshot(folder.path, key) == "new"); // used: it is young again
    keep_snapshot(folder.path, std::string(64, c), "other");
  }
  CHECK(find_snapshot(folder.path, key) == "new");
  CHECK(std::distance(fs::directory_iterator(folder.path), {}) == 17);
  CHECK(fs::exists(folder.path / "letter.txt"));
}

TEST_CASE("a snapshot with any one byte altered, or cut short, is absent") {
  const Folder folder;
  keep_snapshot(folder.path, key, "some bytes");
  const fs::path file = snapshot_path(folder.path, key);
  const auto size = static_cast<std::streamoff>(fs::file_size(file));
  for (std::streamoff place = 0; place < size; ++place) {
    alter(file, place);
    CHECK_FALSE(find_snapshot(folder.path, key));
    alter(file, place);
  }
  CHECK(find_snapshot(folder.path, key));
  fs::resize_file(file, static_cast<std::uintmax_t>(size - 1));
  CHECK_FALSE(find_snapshot(folder.path, key));
}

TEST_CASE("a pack from its snapshot is the pack from its Turtle; a broken one is made anew") {
  const Folder folder;
  const auto fresh = Pack::load(pack_folder);
  const auto kept = Pack::load(pack_folder, folder.path);
  const fs::path file = only_file(folder.path);
  const auto again = Pack::load(pack_folder, folder.path);
  CHECK(again->hash() == fresh->hash());
  REQUIRE(again->concepts().size() == fresh->concepts().size());
  for (std::size_t i = 0; i < fresh->concepts().size(); ++i)
    CHECK(again->concepts()[i].label == fresh->concepts()[i].label);

  alter(file, 200);
  CHECK(Pack::load(pack_folder, folder.path)->concepts().size() == fresh->concepts().size());
  CHECK(find_snapshot(folder.path, key) == std::nullopt);
  const auto repaired = fs::file_size(file);
  fs::resize_file(file, 10);
  CHECK(Pack::load(pack_folder, folder.path)->concepts().size() == fresh->concepts().size());
  CHECK(fs::file_size(file) == repaired);
}

TEST_CASE("a cache that cannot be written does no harm") {
  CHECK(Pack::load(pack_folder, "/dev/null/nowhere")->concepts().size() > 5);
}

TEST_CASE("compiled bytes that are cut anywhere are refused") {
  Lexicon lexicon;
  Entry entry;
  entry.meaning.iri = "https://example.org/thing";
  entry.names.push_back({"North Korea"});
  lexicon.entries.push_back(entry);
  const std::string bytes = compile(lexicon);
  REQUIRE(open_compiled(bytes, "hash"));
  for (std::size_t length = 0; length < bytes.size(); ++length)
    CHECK_FALSE(open_compiled(bytes.substr(0, length), "hash"));
}

TEST_CASE("the hash of a pack is that of its contents, whatever its files are called") {
  const Folder folder;
  fs::copy(pack_folder, folder.path, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  const std::string before = hash_of(find_source_files(pack_folder));
  CHECK(hash_of(find_source_files(folder.path)) == before);
  fs::rename(folder.path / "lexicon/things.ttl", folder.path / "a.ttl");
  CHECK(hash_of(find_source_files(folder.path)) == before);
  std::ofstream(folder.path / "a.ttl", std::ios::app) << "# more\n";
  CHECK(hash_of(find_source_files(folder.path)) != before);
}
