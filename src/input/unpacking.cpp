#include "input/unpacking.hpp"

#include "model/error.hpp"
#include "model/utf8.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <clocale>
#include <limits>
#include <utility>

namespace stemma::input {

namespace {

// libarchive turns names of members into the charset of the thread's locale: always the same one, whatever the user's.
class SameNames {
public:
  SameNames() : own_(newlocale(LC_CTYPE_MASK, "C.UTF-8", locale_t{})) {
    if (own_) before_ = uselocale(own_);
  }
  ~SameNames() {
    if (!own_) return;
    uselocale(before_);
    freelocale(own_);
  }
  SameNames(const SameNames&) = delete;
  SameNames& operator=(const SameNames&) = delete;

private:
  locale_t own_, before_{};
};

std::string plain_path(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    const std::string_view part = path.substr(0, end);
    path.remove_prefix(std::min(end + 1, path.size()));
    if (part.empty() || part == "." || part == "..") continue;
    if (!out.empty()) out += '/';
    out += part;
  }
  return escape_invalid_utf8(out);
}

} // namespace

bool is_packed(std::string_view start) {
  using namespace std::string_view_literals;
  for (const std::string_view magic : {"\x1F\x8B"sv, "\x28\xB5\x2F\xFD"sv, "PK\x03\x04"sv, "PK\x05\x06"sv})
    if (start.starts_with(magic)) return true;
  return start.size() >= 262 && start.substr(257, 5) == "ustar";
}

struct Unpacking::State {
  archive* from = archive_read_new();
  std::string shown;
  std::istream* stream = nullptr;
  std::array<char, std::size_t{1} << 16> buffer{};
  std::uint64_t packed = 0; // bytes of the file; 0: not known
  std::uint64_t unpacked = 0, of_document = 0;
  bool archived = false, at_end = false;

  explicit State(std::string name) : shown(std::move(name)) {
    if (!from) throw std::bad_alloc();
    archive_read_support_filter_gzip(from);
    archive_read_support_filter_zstd(from);
    archive_read_support_format_tar(from);
    archive_read_support_format_zip(from);
    archive_read_support_format_raw(from);
    archive_read_support_format_empty(from);
  }
  ~State() { archive_read_free(from); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  [[noreturn]] void fail() const {
    const char* why = archive_error_string(from);
    throw Error("cannot be unpacked: " + escape_invalid_utf8(why ? why : "it is damaged"),
                "is it whole, and not encrypted?", {shown, 0, 0});
  }

  // Opened by one of libarchive's functions, which gave `outcome`.
  void begin(int outcome) {
    const SameNames names;
    archive_entry* entry = nullptr;
    if (outcome != ARCHIVE_OK) fail();
    const int header = archive_read_next_header(from, &entry);
    if (header == ARCHIVE_FATAL || header == ARCHIVE_FAILED) fail();
    const int format = archive_format(from);
    archived = format != ARCHIVE_FORMAT_RAW && format != ARCHIVE_FORMAT_EMPTY;
    first = header == ARCHIVE_EOF ? nullptr : entry;
    at_end = header == ARCHIVE_EOF;
  }

  archive_entry* first = nullptr; // was read to know the format, and not given out yet

  // Null: there is no further one.
  archive_entry* next_entry() {
    if (first) return std::exchange(first, nullptr);
    archive_entry* entry = nullptr;
    const int header = at_end ? ARCHIVE_EOF : archive_read_next_header(from, &entry);
    if (header == ARCHIVE_EOF) at_end = true;
    if (header == ARCHIVE_FATAL || header == ARCHIVE_FAILED || header == ARCHIVE_RETRY) {
      at_end = true;
      fail();
    }
    return at_end ? nullptr : entry;
  }

  void count(std::size_t bytes) {
    unpacked += bytes;
    of_document += bytes;
    if (unpacked <= unpacked_unasked) return;
    const std::int64_t taken = archive_filter_bytes(from, -1);
    const std::uint64_t size = packed ? packed : taken > 0 ? static_cast<std::uint64_t>(taken) : 1;
    if (unpacked / size < most_unpacked_per_byte) return;
    at_end = true;
    throw Error("unpacks to more than a gigabyte and 200 times its size", "is it news? unpack it yourself, and look",
                {shown, 0, 0});
  }
};

Unpacking::Unpacking(std::unique_ptr<State> state) : state_(std::move(state)) {}
Unpacking::~Unpacking() = default;
Unpacking::Unpacking(Unpacking&&) noexcept = default;

Unpacking Unpacking::of_file(const std::string& file, const std::string& shown) {
  auto state = std::make_unique<State>(shown);
  struct stat status{};
  if (stat(file.c_str(), &status) == 0 && status.st_size > 0)
    state->packed = static_cast<std::uint64_t>(status.st_size);
  state->begin(archive_read_open_filename(state->from, file.c_str(), state->buffer.size()));
  return Unpacking(std::move(state));
}

Unpacking Unpacking::of_stream(std::istream& in, const std::string& shown) {
  auto state = std::make_unique<State>(shown);
  state->stream = &in;
  const auto read = [](archive*, void* client, const void** bytes) -> la_ssize_t {
    auto& self = *static_cast<State*>(client);
    self.stream->read(self.buffer.data(), static_cast<std::streamsize>(self.buffer.size()));
    *bytes = self.buffer.data();
    return self.stream->bad() ? -1 : static_cast<la_ssize_t>(self.stream->gcount());
  };
  state->begin(archive_read_open(state->from, state.get(), nullptr, read, nullptr));
  return Unpacking(std::move(state));
}

Unpacking Unpacking::of_bytes(std::string_view bytes, const std::string& shown) {
  auto state = std::make_unique<State>(shown);
  state->packed = bytes.size();
  state->begin(archive_read_open_memory(state->from, bytes.data(), bytes.size()));
  return Unpacking(std::move(state));
}

bool Unpacking::is_archive() const { return state_->archived; }

std::optional<std::string> Unpacking::next() {
  const SameNames names;
  while (archive_entry* entry = state_->next_entry()) {
    if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry)) continue;
    const char* path = archive_entry_pathname(entry);
    state_->of_document = 0;
    if (std::string plain = plain_path(path ? path : ""); !plain.empty()) return plain;
  }
  return std::nullopt;
}

std::size_t Unpacking::read(char* to, std::size_t most) {
  if (state_->at_end) return 0;
  const la_ssize_t got = archive_read_data(state_->from, to, most);
  if (got < 0) state_->fail();
  state_->count(static_cast<std::size_t>(got));
  return static_cast<std::size_t>(got);
}

std::string Unpacking::read_whole() {
  std::string bytes;
  constexpr std::size_t step = std::size_t{1} << 16;
  for (std::size_t filled = 0;;) {
    bytes.resize(std::max(filled + step, filled + filled / 2));
    const std::size_t got = read(bytes.data() + filled, bytes.size() - filled);
    filled += got;
    if (state_->of_document > longest_unpacked)
      throw Error("unpacks to more than 256 MiB", "is it one report?", {state_->shown, 0, 0});
    if (got > 0) continue;
    bytes.resize(filled);
    return bytes;
  }
}

std::string unpack(std::string_view bytes, const std::string& shown) {
  Unpacking packed = Unpacking::of_bytes(bytes, shown);
  if (packed.is_archive())
    throw Error("an archive inside of a folder, an archive or standard input is not opened", "name it as an INPUT",
                {shown, 0, 0});
  return packed.read_whole();
}

} // namespace stemma::input
