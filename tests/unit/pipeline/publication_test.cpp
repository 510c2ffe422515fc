#include "model/error.hpp"
#include "pipeline/manifest.hpp"
#include "pipeline/publication.hpp"
#include "scratch_folder.hpp"

#include <catch2/catch.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>

using namespace stemma;
using namespace stemma::pipeline;
namespace fs = std::filesystem;
using Catch::Matchers::Contains;

namespace {

struct Crash {};

// The real disk until step `last`, which is left half done; after it nothing reaches the disk, as after a crash.
class FailingDisk : public Disk {
public:
  enum class End { crash, full };
  FailingDisk(int last, bool can_exchange, End end = End::crash)
      : left_(last), can_exchange_(can_exchange), end_(end) {}

  bool reached() const { return dead_; }

  std::unique_ptr<DiskFile> create(const fs::path& file) override {
    step();
    return std::make_unique<File>(*this, real_->create(file));
  }
  void make_folder(const fs::path& folder) override { step(), real_->make_folder(folder); }
  void sync_folder(const fs::path& folder) override { step(), real_->sync_folder(folder); }
  void move(const fs::path& from, const fs::path& to) override { step(), real_->move(from, to); }
  bool exchange(const fs::path& a, const fs::path& b) override {
    step();
    return can_exchange_ && real_->exchange(a, b);
  }
  void remove_file(const fs::path& file) override { step(), real_->remove_file(file); }
  void remove_folder(const fs::path& folder) override {
    if (end_ == End::full && dead_) return real_->remove_folder(folder); // a full disk still lets go
    if (left_ == 1) {                                                    // half done: one of its files is gone
      for (const auto& entry : fs::directory_iterator(folder)) {
        fs::remove_all(entry.path());
        break;
      }
    }
    step(), real_->remove_folder(folder);
  }

private:
  class File : public DiskFile {
  public:
    File(FailingDisk& disk, std::unique_ptr<DiskFile> real) : disk_(disk), real_(std::move(real)) {}
    void write(std::string_view bytes) override {
      if (disk_.left_ == 1) real_->write(bytes.substr(0, bytes.size() / 2));
      disk_.step();
      real_->write(bytes);
    }
    void finish() override { disk_.step(), real_->finish(); }

  private:
    FailingDisk& disk_;
    std::unique_ptr<DiskFile> real_;
  };

  void step() {
    if (!dead_ && --left_ > 0) return;
    dead_ = true;
    if (end_ == End::full) throw Error("cannot be written: No space left on device");
    throw Crash();
  }

  std::unique_ptr<Disk> real_ = real_disk();
  int left_;
  bool can_exchange_;
  End end_;
  bool dead_ = false;
};

// One run that writes a file with this content (and, to have both kinds, a file whose name holds it).
void build(const fs::path& out, Disk& disk, const std::string& content) {
  Publication publication(out, disk);
  for (const std::string& name : {std::string("data"), "only-" + content}) {
    const auto file = disk.create(publication.staging() / name);
    file->write(content);
    file->finish();
  }
  Manifest manifest;
  manifest.program = "stemma test";
  manifest.files = {{"data", content.size(), "00"}, {"only-" + content, content.size(), "00"}};
  publication.publish(manifest_json(manifest));
}

std::vector<std::string> names(const fs::path& folder) {
  std::vector<std::string> found;
  for (const auto& entry : fs::directory_iterator(folder)) found.push_back(entry.path().filename().string());
  std::sort(found.begin(), found.end());
  return found;
}

// "old", "new" or what else OUT holds; every result must be whole.
std::string state_of(const ScratchFolder& folder) {
  if (!fs::exists(folder.path / "out")) return "absent";
  for (const std::string content : {"old", "new"})
    if (folder.read("out/data") == content && folder.read("out/only-" + content) == content &&
        find_manifest(folder.path / "out"))
      return content;
  return "broken";
}

} // namespace

TEST_CASE("a result appears whole where nothing, an empty folder or an earlier result was") {
  const bool exchange = GENERATE(true, false);
  CAPTURE(exchange);
  ScratchFolder folder;
  FailingDisk disk(1000000, exchange);
  const int before = GENERATE(0, 1, 2);
  if (before == 1) fs::create_directory(folder.path / "out");
  if (before == 2) build(folder.path / "out", disk, "old");
  build(folder.path / "out", disk, "new");
  CHECK(state_of(folder) == "new");
  CHECK(names(folder.path / "out") == std::vector<std::string>{"data", "manifest.json", "only-new"});
  CHECK(names(folder.path) == std::vector<std::string>{"out"});
}

TEST_CASE("killed at any step, OUT is the old one or the new one, and the next run puts the rest right") {
  const bool exchange = GENERATE(true, false);
  const bool with_old = GENERATE(true, false);
  CAPTURE(exchange, with_old);
  int step = 1;
  for (;; ++step) {
    CAPTURE(step);
    ScratchFolder folder;
    const auto disk = real_disk();
    if (with_old) {
      build(folder.path / "out", *disk, "old");
      folder.write("out/notes.txt", "mine");
    }
    FailingDisk failing(step, exchange);
    try {
      build(folder.path / "out", failing, "new");
    } catch (const Crash&) {
    }
    if (!failing.reached()) break;
    const std::string after = state_of(folder);
    if (with_old && exchange) CHECK((after == "old" || after == "new"));
    if (with_old && !exchange)
      CHECK((after == "old" || after == "new" || after == "absent")); // aside; comes back below
    if (!with_old) CHECK((after == "absent" || after == "new"));
    { // what the next run finds before it publishes anything
      Publication next(folder.path / "out", *disk);
      CHECK(state_of(folder) == (after == "absent" && with_old ? "old" : after));
    }
    build(folder.path / "out", *disk, "new");
    CHECK(state_of(folder) == "new");
    CHECK(names(folder.path) == std::vector<std::string>{"out"});
    if (with_old) CHECK(folder.read("out/notes.txt") == "mine");
  }
  CHECK(step > 9); // the steps were really met
}

TEST_CASE("a full disk leaves the old result and no rubbish") {
  for (int step = 2; step < 9; ++step) {
    CAPTURE(step);
    ScratchFolder folder;
    build(folder.path / "out", *real_disk(), "old");
    FailingDisk full(step, true, FailingDisk::End::full);
    CHECK_THROWS_WITH(build(folder.path / "out", full, "new"), Contains("No space left"));
    CHECK(state_of(folder) == "old");
    CHECK(names(folder.path) == std::vector<std::string>{"out"});
  }
}

TEST_CASE("a folder that is not ours is refused and not touched") {
  ScratchFolder folder;
  const auto disk = real_disk();
  folder.write("out/letter.txt", "dear");
  CHECK_THROWS_WITH(Publication(folder.path / "out", *disk), Contains("left alone"));
  CHECK(names(folder.path / "out") == std::vector<std::string>{"letter.txt"});
  folder.write("out/manifest.json", "{\"name\":\"some other program\"}");
  CHECK_THROWS_AS(Publication(folder.path / "out", *disk), Error);
  folder.write("out/manifest.json", "{\"stemma\":1,");
  CHECK_THROWS_AS(Publication(folder.path / "out", *disk), Error);
  folder.write("file", "x");
  CHECK_THROWS_WITH(Publication(folder.path / "file", *disk), Contains("not a folder"));
  CHECK_THROWS_AS(Publication(folder.path / "file/out", *disk), Error);
  CHECK_THROWS_AS(Publication("/", *disk), Error);
  CHECK_THROWS_AS(Publication("/proc/stemma-out", *disk), Error);
  CHECK(names(folder.path) == std::vector<std::string>{"file", "out"});
}

TEST_CASE("two runs do not build the same folder") {
  ScratchFolder folder;
  const auto disk = real_disk();
  {
    Publication first(folder.path / "out", *disk);
    CHECK_THROWS_WITH(Publication(folder.path / "out", *disk), Contains("another run"));
    CHECK(fs::exists(first.staging()));
  }
  CHECK(names(folder.path).empty());
  Publication again(folder.path / "out", *disk);
}

TEST_CASE("the files of a user in an earlier result stay") {
  const bool exchange = GENERATE(true, false);
  ScratchFolder folder;
  FailingDisk disk(1000000, exchange);
  build(folder.path / "out", disk, "old");
  folder.write("out/notes.txt", "mine");
  folder.write("out/deep/er.txt", "mine too");
  build(folder.path / "out", disk, "new");
  CHECK(names(folder.path / "out") ==
        std::vector<std::string>{"data", "deep", "manifest.json", "notes.txt", "only-new"});
  CHECK(folder.read("out/deep/er.txt") == "mine too");
}

TEST_CASE("a file of a user with the name of a new one stops the run, and nothing is lost") {
  const bool exchange = GENERATE(true, false);
  ScratchFolder folder;
  FailingDisk disk(1000000, exchange);
  build(folder.path / "out", disk, "old");
  folder.write("out/only-new", "mine");
  const auto before = names(folder.path / "out");
  CHECK_THROWS_WITH(build(folder.path / "out", disk, "new"), Contains("in the way"));
  CHECK(names(folder.path / "out") == before);
  CHECK(folder.read("out/only-new") == "mine");
  CHECK(folder.read("out/data") == "old");
  CHECK(names(folder.path) == std::vector<std::string>{"out"});
}

TEST_CASE("a folder of a user with the name of a result file stops the run") {
  const bool exchange = GENERATE(true, false);
  ScratchFolder folder;
  FailingDisk disk(1000000, exchange);
  build(folder.path / "out", disk, "old");
  fs::remove(folder.path / "out/data");
  folder.write("out/data/letter.txt", "mine");
  CHECK_THROWS_WITH(build(folder.path / "out", disk, "new"), Contains("in the way"));
  CHECK(folder.read("out/data/letter.txt") == "mine");
  CHECK(names(folder.path) == std::vector<std::string>{"out"});
}

TEST_CASE("killed before the user's files were given back, and OUT removed: they come into the next result") {
  ScratchFolder folder;
  const auto disk = real_disk();
  build(folder.path / "out", *disk, "old");
  folder.write("out/notes.txt", "mine");
  folder.write("out/only-new", "mine too");
  fs::rename(folder.path / "out", folder.path / ".out.stemma-new"); // as an exchange leaves it
  for (const char* content : {"new", "new"}) build(folder.path / "out", *disk, content);
  CHECK(state_of(folder) == "new");
  CHECK(folder.read("out/notes.txt") == "mine");
  CHECK(folder.read("out/only-new.kept-2") == "mine too");
  CHECK(names(folder.path) == std::vector<std::string>{"out"});
}

TEST_CASE("what cannot be removed is told, and later runs go on beside it") {
  class KeepingDisk : public FailingDisk {
  public:
    KeepingDisk() : FailingDisk(1000000, true) {}
    bool keeps = true;
    void remove_folder(const fs::path& folder) override {
      if (keeps && fs::exists(folder / manifest_name))
        throw Error("cannot be removed: Permission denied", {}, {folder.string(), 0, 0});
      FailingDisk::remove_folder(folder);
    }
  } disk;
  ScratchFolder folder;
  build(folder.path / "out", disk, "old");
  std::vector<std::size_t> told;
  for (int run = 0; run < 3; ++run) {
    Publication publication(folder.path / "out", disk);
    disk.create(publication.staging() / "data")->finish();
    publication.publish(manifest_json({"stemma test", "", "", "", "", 0, 0, {{"data", 0, "00"}}}));
    told.push_back(publication.left().size());
    CHECK(publication.left()[0].code == "output.left-over");
    CHECK(publication.left()[0].place.file == folder / ".out.stemma-new");
  }
  CHECK(told == std::vector<std::size_t>{1, 2, 3});
  CHECK(names(folder.path) ==
        std::vector<std::string>{".out.stemma-new", ".out.stemma-new-2", ".out.stemma-new-3", "out"});
  disk.keeps = false;
  build(folder.path / "out", disk, "new");
  CHECK(state_of(folder) == "new");
  CHECK(names(folder.path) == std::vector<std::string>{"out"});
}

TEST_CASE("OUT may be a link to a folder, and may lie in a folder yet to be made") {
  ScratchFolder folder;
  const auto disk = real_disk();
  fs::create_directories(folder.path / "real");
  fs::create_directory_symlink("real", folder.path / "link");
  build(folder.path / "link", *disk, "new");
  CHECK(fs::is_symlink(folder.path / "link"));
  CHECK(folder.read("real/data") == "new");
  build(folder.path / "a/b/out/", *disk, "new");
  CHECK(folder.read("a/b/out/data") == "new");
}

TEST_CASE("the manifest survives the way to JSON and back") {
  ScratchFolder folder;
  Manifest manifest{"stemma 1", "https://example.org/", "ab", "", "72.1", 3, 1, {{"a\"b", 5, "00"}, {"c", 6, "11"}}};
  folder.write("manifest.json", manifest_json(manifest));
  const auto back = find_manifest(folder.path);
  REQUIRE(back);
  CHECK(manifest_json(*back) == manifest_json(manifest));
  CHECK_FALSE(find_manifest(folder.path / "nowhere"));
}
