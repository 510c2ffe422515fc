#include "cli/progress_bar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace stemma::cli {

void ProgressBar::show(std::uint64_t done, std::uint64_t of) {
  if (!on_) return;
  const auto now = environment_.now();
  if (now - drawn_ < std::chrono::milliseconds(100)) return;
  drawn_ = now;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  const double rate = static_cast<double>(done) / std::max(seconds, 0.001);
  std::string line = fmt::format("\r\x1b[K{} documents, {:.0f}/s", done, rate);
  if (of > 0) {
    constexpr std::uint64_t width = 30;
    const std::uint64_t full = std::min(width, width * done / of);
    line = fmt::format("\r\x1b[K[{}{}] {}/{} documents, {:.0f}/s", std::string(full, '#'),
                       std::string(width - full, '.'), done, of, rate);
  }
  environment_.err << line << std::flush;
  visible_ = true;
}

void ProgressBar::clear() {
  if (visible_) environment_.err << "\r\x1b[K" << std::flush;
  visible_ = false;
}

} // namespace stemma::cli
