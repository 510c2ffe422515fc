#pragma once
// Imperfect input: what was wrong, with a stable code and a place; the run goes on.

#include "model/error.hpp"

#include <string>

namespace stemma {

enum class Severity { note, warning, error }; // error: this document or entry is lost; the others are not

struct Diagnostic {
  Severity severity = Severity::warning;
  std::string code; // stable and documented, for example "text.invalid-utf8"
  std::string message;
  Place place;
  std::string hint = {}; // what the user can do about it; may be empty
};

} // namespace stemma
