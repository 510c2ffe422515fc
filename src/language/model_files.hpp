#pragma once
// The files of a model directory. Only fixed names below the directory are read; nothing a file says is used as a path.

#include <filesystem>
#include <string>
#include <string_view>

namespace stemma::language {

// What one file of the model holds, and the name by which errors speak of it.
struct ModelFile {
  std::string path;
  std::string bytes;

  // Throws stemma::Error: "<path>: error: <field>: <what>", with a hint that the model is damaged.
  [[noreturn]] void fail(std::string_view field, std::string_view what) const;
};

// `name` is relative to the directory, "parser/model". Throws stemma::Error if it is absent, no regular file (a
// device or pipe would never end), or larger than any model's.
ModelFile read_model_file(const std::filesystem::path& directory, std::string_view name);

} // namespace stemma::language
