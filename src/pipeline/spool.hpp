#pragma once
// Where finished pieces wait on disk until all of them are known: memory holds their places only.

#include "model/error.hpp"
#include "rdf/byte_sink.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace stemma::pipeline {

struct Segment {
  std::uint32_t spool = 0;
  std::uint64_t offset = 0;
  std::uint64_t length = 0;
};

// The disk refused: no fault of the document that was being written.
class SpoolError : public Error {
public:
  using Error::Error;
};

// A temporary file without a name: it goes when the program does, however it ends.
class Spool {
public:
  Spool(const std::filesystem::path& folder, std::uint32_t number);
  ~Spool();
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  void append(std::string_view bytes); // throws SpoolError
  void flush();
  Segment since(std::uint64_t start) const { return {number_, start, size_ - start}; }
  std::uint64_t size() const { return size_; }
  // Gives the bytes of a flushed segment in pieces.
  void read(Segment segment, const std::function<void(std::string_view)>& take) const;

private:
  std::filesystem::path folder_;
  std::uint32_t number_;
  int file_ = -1;
  std::uint64_t size_ = 0; // with what is in the buffer
  std::string buffer_;
};

// One spool for each thread that writes at the moment.
class Spools {
public:
  explicit Spools(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // The caller's alone until `give_back`.
  Spool& take();
  void give_back(Spool& spool);
  void flush();
  void read(Segment segment, const std::function<void(std::string_view)>& take) const;

private:
  std::filesystem::path folder_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Spool>> all_;
  std::vector<Spool*> free_;
};

// Appends to a spool all but the first `skip` bytes.
class SpoolSink final : public rdf::ByteSink {
public:
  SpoolSink(Spool& spool, std::size_t skip) : spool_(spool), skip_(skip) {}
  void write(std::string_view bytes) override;
  void flush() override {}

private:
  Spool& spool_;
  std::size_t skip_;
};

} // namespace stemma::pipeline
