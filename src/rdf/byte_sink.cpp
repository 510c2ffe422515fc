#include "rdf/byte_sink.hpp"

#include "model/error.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <ostream>
#include <system_error>
#include <utility>

namespace stemma::rdf {

void StreamSink::write(std::string_view bytes) {
  stream_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!stream_) throw Error("cannot write the output: the stream refused the bytes", "Is the disk full?");
}

void StreamSink::flush() {
  stream_.flush();
  if (!stream_) throw Error("cannot write the output: the stream refused the bytes", "Is the disk full?");
}

FileSink::FileSink(const std::filesystem::path& path) : path_(path) {
  descriptor_ = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor_ < 0) fail(errno);
}

FileSink::~FileSink() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void FileSink::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void FileSink::close() {
  const int descriptor = std::exchange(descriptor_, -1);
  if (descriptor >= 0 && ::close(descriptor) != 0) fail(errno);
}

void FileSink::fail(int error_number) const {
  throw Error("cannot write: " + std::generic_category().message(error_number), {}, {path_.string(), 0, 0});
}

} // namespace stemma::rdf
