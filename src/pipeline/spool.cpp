#include "pipeline/spool.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace stemma::pipeline {

namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 20;

[[noreturn]] void fail(const char* what, const std::filesystem::path& folder, int error) {
  throw SpoolError(
      std::string(what) + " temporary file: " + std::generic_category().message(error),
      error == ENOSPC || error == EDQUOT ? "the disk is full; nothing of what stood there before was changed" : "",
      {folder.string(), 0, 0});
}

} // namespace

Spool::Spool(const std::filesystem::path& folder, std::uint32_t number) : folder_(folder), number_(number) {
  std::string name = (folder / ".spool-XXXXXX").string();
  file_ = mkostemp(name.data(), O_CLOEXEC);
  if (file_ < 0) fail("cannot create a", folder_, errno);
  unlink(name.c_str());
}

Spool::~Spool() { close(file_); }

void Spool::append(std::string_view bytes) {
  buffer_ += bytes;
  size_ += bytes.size();
  if (buffer_.size() >= buffer_size) flush();
}

void Spool::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty()) {
    const ssize_t done = write(file_, rest.data(), rest.size());
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) fail("cannot write a", folder_, errno);
    rest.remove_prefix(static_cast<std::size_t>(done));
  }
  buffer_.clear();
}

void Spool::read(Segment segment, const std::function<void(std::string_view)>& take) const {
  std::string piece(std::min<std::uint64_t>(segment.length, buffer_size), '\0');
  while (segment.length > 0) {
    const ssize_t got = pread(file_, piece.data(), std::min<std::uint64_t>(segment.length, piece.size()),
                              static_cast<off_t>(segment.offset));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) fail("cannot read a", folder_, got == 0 ? EIO : errno);
    take(std::string_view(piece.data(), static_cast<std::size_t>(got)));
    segment.offset += static_cast<std::uint64_t>(got);
    segment.length -= static_cast<std::uint64_t>(got);
  }
}

Spool& Spools::take() {
  const std::lock_guard hold(mutex_);
  if (free_.empty()) {
    all_.push_back(std::make_unique<Spool>(folder_, static_cast<std::uint32_t>(all_.size())));
    return *all_.back();
  }
  Spool& spool = *free_.back();
  free_.pop_back();
  return spool;
}

void Spools::give_back(Spool& spool) {
  const std::lock_guard hold(mutex_);
  free_.push_back(&spool);
}

void Spools::flush() {
  for (const auto& spool : all_) spool->flush();
}

void Spools::read(Segment segment, const std::function<void(std::string_view)>& take) const {
  all_.at(segment.spool)->read(segment, take);
}

void SpoolSink::write(std::string_view bytes) {
  const std::size_t skipped = std::min(skip_, bytes.size());
  skip_ -= skipped;
  spool_.append(bytes.substr(skipped));
}

} // namespace stemma::pipeline
