#pragma once
// The models that tests/parity compares with spaCy.

#include <filesystem>
#include <string_view>

namespace stemma::language {

// `hash`: of Model::hash().
bool is_tested(std::string_view hash);

// For a model that is none of the tested ones. Throws Error, naming the first file that differs, where most of its
// weights are those of a tested one: then it is not another model, but a damaged copy of that.
void require_undamaged(const std::filesystem::path& directory);

} // namespace stemma::language
