#pragma once
// Writes a small model directory of the same kind as spaCy's small English one: six features, four layers, a few
// tags, labels and rules, and weights that are random but always the same.

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace stemma::language::test {

// MessagePack, appended piece by piece.
class Packer {
public:
  std::string bytes;
  Packer& map(std::size_t pairs);
  Packer& list(std::size_t elements);
  Packer& text(std::string_view value);
  Packer& binary(std::string_view value);
  Packer& number(std::uint64_t value);
  Packer& yes() { return raw("\xC3"); }
  Packer& nil() { return raw("\xC0"); }
  Packer& raw(std::string_view value);
};

// Removed again with what is in it.
class TemporaryModel {
public:
  TemporaryModel();
  ~TemporaryModel();
  TemporaryModel(const TemporaryModel&) = delete;
  TemporaryModel& operator=(const TemporaryModel&) = delete;

  const std::filesystem::path& directory() const { return directory_; }
  std::string read(const std::string& name) const;
  void write(const std::string& name, const std::string& bytes) const;
  std::vector<std::string> files() const; // by name

private:
  std::filesystem::path directory_;
};

} // namespace stemma::language::test
