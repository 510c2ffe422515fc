#include "language/model_files.hpp"

#include "model/error.hpp"

#include <cerrno>
#include <cstdint>
#include <fstream>
#include <system_error>

namespace stemma::language {

namespace {
constexpr std::uintmax_t largest_file = std::uintmax_t{4} << 30U;
const char* const directory_hint =
    "the directory must be an unchanged spaCy 3.8 English pipeline; the project's setup fetches the small one";
} // namespace

void ModelFile::fail(std::string_view field, std::string_view what) const {
  throw Error(std::string(field) + ": " + std::string(what), "the model is damaged or of another kind; fetch it again",
              Place{path, 0, 0});
}

ModelFile read_model_file(const std::filesystem::path& directory, std::string_view name) {
  const std::filesystem::path path = directory / name;
  const Place place{path.string(), 0, 0};
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (error && status.type() != std::filesystem::file_type::not_found)
    throw Error("cannot be looked at: " + error.message(), "may you read this model?", place);
  if (!std::filesystem::exists(status)) throw Error("this file of the model is missing", directory_hint, place);
  if (!std::filesystem::is_regular_file(status)) throw Error("this is not a regular file", directory_hint, place);
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  if (error) throw Error("cannot be read: " + error.message(), {}, place);
  if (size > largest_file) throw Error("too large for a file of a model", directory_hint, place);
  ModelFile file{path.string(), std::string(static_cast<std::size_t>(size), '\0')};
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error("cannot be read: " + std::generic_category().message(errno), "may you read this model?", place);
  in.read(file.bytes.data(), static_cast<std::streamsize>(file.bytes.size()));
  if (!in || static_cast<std::uintmax_t>(in.gcount()) != size) throw Error("cannot be read", {}, place);
  return file;
}

} // namespace stemma::language
