#pragma once
// What the user named on the command line, as a stream of documents to read.

#include "input/input_format.hpp"
#include "input/reading.hpp"
#include "model/diagnostic.hpp"

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace stemma::pipeline {

using input::InputFormat;
using input::Reading;

// A document that has not been read yet; taking it is cheap, reading it is not.
struct Pending {
  std::string path;                                      // as in Reading, without an id
  std::variant<std::filesystem::path, std::string> from; // the file to read, or text that is already in memory
  std::uint64_t line = 0;                                // 1-based when the text is a line of NDJSON, else 0
  InputFormat format = InputFormat::by_name;             // of a file: text or html, else by its name and beginning
};

// All documents of the inputs. Files come sorted by path; lines of NDJSON in their order, read as they are asked for.
// Hidden files and folders are passed over, links are followed, a folder is entered once. What cannot be opened
// becomes a diagnostic. A format beside by_name holds for every file, whatever its name. Throws Error when none of the
// inputs exists.
class InputStream {
public:
  InputStream(const std::vector<std::string>& inputs, InputFormat format, std::istream& standard_input);
  ~InputStream();
  InputStream(const InputStream&) = delete;
  InputStream& operator=(const InputStream&) = delete;

  std::optional<Pending> next();               // not thread-safe; what goes wrong is in diagnostics()
  std::vector<Diagnostic> diagnostics() const; // so far
  // Number of documents where it is known beforehand (texts and pages), else 0.
  std::size_t size() const;

private:
  struct State;
  std::unique_ptr<State> state_;
};

// The document itself. Throws Error when it cannot be read, or is a line that holds no document.
Reading read(const Pending& pending);

} // namespace stemma::pipeline
