#include "export/buffered_output.hpp"

#include "model/error.hpp"

namespace stemma::exporting {

void BufferedOutput::pass_on() {
  target_.write(text.data(), static_cast<std::streamsize>(text.size()));
  target_.flush();
  if (!target_) throw Error("the export cannot be written", "is the disk full, or was the reader closed?");
  text.clear();
}

} // namespace stemma::exporting
