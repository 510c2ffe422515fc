#include "language/analyzer_pool.hpp"

namespace stemma::language {

std::unique_ptr<Analyzer> AnalyzerPool::borrow() {
  {
    const std::lock_guard hold(mutex_);
    if (!idle_.empty()) {
      auto analyzer = std::move(idle_.back());
      idle_.pop_back();
      return analyzer;
    }
  }
  return std::make_unique<Analyzer>(model_);
}

Analysis AnalyzerPool::analyze(std::string_view text) {
  auto analyzer = borrow();
  Analysis analysis = analyzer->analyze(text); // if it throws, the analyzer is gone with what it was doing
  const std::lock_guard hold(mutex_);
  idle_.push_back(std::move(analyzer));
  return analysis;
}

} // namespace stemma::language
