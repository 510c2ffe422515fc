#pragma once

#include "model/digest.hpp"
#include "pipeline/disk.hpp"
#include "pipeline/manifest.hpp"
#include "rdf/byte_sink.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace stemma::pipeline {

// A file of the result while it is written; knows afterwards what the manifest says of it.
class OutputFile final : public rdf::ByteSink {
public:
  OutputFile(Disk& disk, const std::filesystem::path& folder, const std::string& name);
  void write(std::string_view bytes) override;
  void flush() override {} // finish() is the promise
  // The bytes are on the disk; the file's name, size and digest.
  ManifestFile finish();

private:
  void hand_over();
  std::unique_ptr<DiskFile> file_;
  ManifestFile entry_;
  Sha256 digest_;
  std::string buffer_;
};

} // namespace stemma::pipeline
