#pragma once
// What the user named on the command line, as a stream of documents to read.

#include "model/diagnostic.hpp"
#include "pipeline/pending.hpp"

#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace stemma::pipeline {

// All documents of the inputs. Files come sorted by path; what one of them holds in its order, read as it is asked for.
// Hidden files and folders are passed over, links are followed, a folder is entered once. Archives that are named
// themselves are opened as folders are. What cannot be opened becomes a diagnostic. A format beside by_name holds for
// every file, whatever its name. Throws Error when none of the inputs exists.
class InputStream {
public:
  InputStream(const std::vector<std::string>& inputs, InputFormat format, std::istream& standard_input,
              const input::Columns& columns = {});
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

} // namespace stemma::pipeline
