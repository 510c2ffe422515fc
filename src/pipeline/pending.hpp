#pragma once

#include "input/columns.hpp"
#include "input/input_format.hpp"
#include "input/reading.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <variant>

namespace stemma::pipeline {

using input::InputFormat;
using input::Reading;

// A document that has not been read yet; taking it is cheap, reading it is not.
struct Pending {
  std::string path; // as in Reading, without an id
  // The file to read, bytes that are in memory, or a document that its reader made whole (a row of a table).
  std::variant<std::filesystem::path, std::string, Reading> from = {};
  std::uint64_t line = 0;                    // 1-based when it is a line of NDJSON or a row of CSV, else 0
  InputFormat format = InputFormat::by_name; // of a file: text or html, else by its name and beginning
  std::string url = {}, charset = {};        // of an answer in a web archive
  Date retrieved = {};
  std::shared_ptr<const input::Columns> columns = {}; // of lines of NDJSON; nullptr: the usual ones
};

// The document itself. Throws Error when it cannot be read, or is a line that holds no document.
Reading read(const Pending& pending);

} // namespace stemma::pipeline
