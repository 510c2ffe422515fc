#include "language/name_table.hpp"

#include "model/error.hpp"

#include <limits>

namespace stemma::language {

NameId NameTable::add(std::string_view name) {
  const auto found = ids_.find(name);
  if (found != ids_.end()) return found->second;
  if (names_.size() > std::numeric_limits<NameId>::max())
    throw Error("the language model has more labels than any real one", "fetch the model again");
  names_.emplace_back(name);
  const auto id = static_cast<NameId>(names_.size() - 1);
  ids_.emplace(names_.back(), id);
  return id;
}

} // namespace stemma::language
