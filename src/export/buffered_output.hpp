#pragma once

#include <ostream>
#include <string>

namespace stemma::exporting {

// Collects text and passes it on in large pieces.
class BufferedOutput {
public:
  explicit BufferedOutput(std::ostream& target) : target_(target) { text.reserve(piece + piece / 4); }
  ~BufferedOutput() = default;
  BufferedOutput(const BufferedOutput&) = delete;
  BufferedOutput& operator=(const BufferedOutput&) = delete;

  std::string text; // append here

  // To be called between lines.
  void pass_on_if_large() {
    if (text.size() >= piece) pass_on();
  }
  // Throws Error when the target takes no more.
  void pass_on();

private:
  static constexpr std::size_t piece = 1 << 16;
  std::ostream& target_;
};

} // namespace stemma::exporting
