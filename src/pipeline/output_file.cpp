#include "pipeline/output_file.hpp"

namespace stemma::pipeline {

OutputFile::OutputFile(Disk& disk, const std::filesystem::path& folder, const std::string& name)
    : file_(disk.create(folder / name)), entry_{name, 0, {}} {}

void OutputFile::write(std::string_view bytes) {
  constexpr std::size_t buffer_size = std::size_t{1} << 18;
  buffer_ += bytes;
  if (buffer_.size() >= buffer_size) hand_over();
}

void OutputFile::hand_over() {
  file_->write(buffer_);
  digest_.add(buffer_);
  entry_.bytes += buffer_.size();
  buffer_.clear();
}

ManifestFile OutputFile::finish() {
  hand_over();
  file_->finish();
  entry_.sha256 = digest_.hex();
  return entry_;
}

} // namespace stemma::pipeline
