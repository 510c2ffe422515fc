#include "pipeline/lost_document.hpp"

#include "model/utf8.hpp"

#include <exception>
#include <new>

namespace stemma::pipeline {

Diagnostic diagnose_loss(const Pending& pending) {
  const Place place{pending.path, pending.line, 0};
  try {
    throw;
  } catch (const Error& error) {
    return {Severity::error, pending.line ? "input.bad-line" : "input.unreadable", error.what(),
            error.place().file.empty() ? place : error.place(), error.hint()};
  } catch (const std::bad_alloc&) {
    return {Severity::error, "input.too-large", "too large for the memory of this machine", place};
  } catch (const std::exception& error) {
    return {Severity::error, "internal", escape_invalid_utf8(error.what()), place};
  }
}

} // namespace stemma::pipeline
