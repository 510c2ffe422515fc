#include "pipeline/file_bytes.hpp"

#include "model/error.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace stemma::pipeline {

namespace {

[[noreturn]] void fail(const std::string& what, const std::string& shown) {
  throw Error(what + ": " + std::generic_category().message(errno), {}, {shown, 0, 0});
}

class OpenFile {
public:
  OpenFile(const std::filesystem::path& file, const std::string& shown) : number_(open(file.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (number_ < 0) fail("cannot be opened", shown);
  }
  ~OpenFile() { close(number_); }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  int number() const { return number_; }

private:
  int number_;
};

std::size_t expected_size(const OpenFile& file) {
  struct stat status {};
  return fstat(file.number(), &status) == 0 && status.st_size > 0 ? static_cast<std::size_t>(status.st_size) : 0;
}

bool looks_like_utf16(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < bytes.size(); ++i) zeros[i % 2] += bytes[i] == '\0';
  // Latin text in UTF-16 has a zero in nearly every pair, always on the same side.
  const std::size_t more = std::max(zeros[0], zeros[1]), fewer = std::min(zeros[0], zeros[1]);
  return more * 5 > bytes.size() && fewer * 20 < more;
}

} // namespace

std::string read_file_bytes(const std::filesystem::path& file, const std::string& shown) {
  constexpr std::size_t limit = 0xffffffffU;
  constexpr std::size_t step = std::size_t{1} << 20;
  const OpenFile open(file, shown);
  std::string bytes;
  bytes.resize(std::min(expected_size(open), limit) + 1); // one more, so that the end is seen in one read
  std::size_t filled = 0;
  for (;;) {
    const ssize_t got = ::read(open.number(), bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail("cannot be read", shown);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
    if (filled >= limit) throw Error("longer than 4 GiB", "cut it into documents", {shown, 0, 0});
    if (filled == bytes.size()) bytes.resize(std::min(limit, bytes.size() + std::max(step, bytes.size() / 2)));
  }
  bytes.resize(filled);
  return bytes;
}

std::optional<std::string> find_binary_sign(std::string_view bytes) {
  using namespace std::string_view_literals;
  static constexpr std::array<std::pair<std::string_view, const char*>, 9> signs{{{"%PDF-"sv, "a PDF file"},
                                                                                  {"PK\x03\x04"sv, "a ZIP or Office file"},
                                                                                  {"\x1f\x8b"sv, "a gzip file"},
                                                                                  {"\x89PNG"sv, "a PNG picture"},
                                                                                  {"\xff\xd8\xff"sv, "a JPEG picture"},
                                                                                  {"GIF8"sv, "a GIF picture"},
                                                                                  {"\x7f" "ELF"sv, "a program"},
                                                                                  {"\xd0\xcf\x11\xe0"sv, "an old Office file"},
                                                                                  {"\x28\xb5\x2f\xfd"sv, "a zstd file"}}};
  for (const auto& [sign, name] : signs)
    if (bytes.starts_with(sign)) return name;
  const std::string_view head = bytes.substr(0, 65536);
  if (head.find('\0') != std::string_view::npos && !looks_like_utf16(head)) return "it holds zero bytes";
  return std::nullopt;
}

} // namespace stemma::pipeline
