#pragma once
// Where written bytes go. Every failure is a stemma::Error; nothing is dropped silently.

#include <filesystem>
#include <iosfwd>
#include <string>
#include <string_view>

namespace stemma::rdf {

class ByteSink {
public:
  virtual ~ByteSink() = default;
  virtual void write(std::string_view bytes) = 0; // all of them, or an Error
  virtual void flush() = 0;                       // afterwards the bytes are with the system, or an Error
};

class StringSink final : public ByteSink {
public:
  explicit StringSink(std::string& target) : target_(target) {}
  void write(std::string_view bytes) override { target_.append(bytes); }
  void flush() override {}

private:
  std::string& target_;
};

class StreamSink final : public ByteSink {
public:
  explicit StreamSink(std::ostream& stream) : stream_(stream) {}
  void write(std::string_view bytes) override;
  void flush() override;

private:
  std::ostream& stream_;
};

// Creates or empties the file. Without buffer of its own: the writer hands over large pieces.
// Does not sync to the disk and, when an Error leaves the file half-written, does not remove it.
class FileSink final : public ByteSink {
public:
  explicit FileSink(const std::filesystem::path& path);
  ~FileSink() override;
  FileSink(const FileSink&) = delete;
  FileSink& operator=(const FileSink&) = delete;
  void write(std::string_view bytes) override;
  void flush() override {}
  void close(); // the last moment at which some file systems tell that the disk is full

private:
  [[noreturn]] void fail(int error_number) const;
  std::filesystem::path path_;
  int descriptor_ = -1;
};

} // namespace stemma::rdf
