#include "input/file_bytes.hpp"

#include "model/error.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <system_error>

namespace stemma::input {

namespace {

[[noreturn]] void fail(const std::string& what, const std::string& shown) {
  throw Error(what + ": " + std::generic_category().message(errno), {}, {shown, 0, 0});
}

class OpenFile {
public:
  OpenFile(const std::filesystem::path& file, const std::string& shown)
      : number_(open(file.c_str(), O_RDONLY | O_CLOEXEC)) {
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
  struct stat status{};
  return fstat(file.number(), &status) == 0 && status.st_size > 0 ? static_cast<std::size_t>(status.st_size) : 0;
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

} // namespace stemma::input
