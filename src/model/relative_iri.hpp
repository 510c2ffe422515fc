#pragma once

#include <string_view>

namespace stemma {

// What follows the base of a document's IRI, or of one below it; any other IRI as it is. Ids are hashes of this: they
// hang on content alone, wherever a result is put.
inline std::string_view below_base(std::string_view iri) {
  const std::size_t at = iri.rfind("/document/");
  return at == std::string_view::npos ? iri : iri.substr(at + 1);
}

} // namespace stemma
