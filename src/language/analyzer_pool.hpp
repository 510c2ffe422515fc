#pragma once
// Analyzers for threads that come and go: each borrows one, and there are as many as were ever lent at once.

#include "language/analyzer.hpp"

#include <memory>
#include <mutex>
#include <vector>

namespace stemma::language {

class AnalyzerPool {
public:
  explicit AnalyzerPool(std::shared_ptr<const Model> model) : model_(std::move(model)) {}

  // Analyses with an analyzer that no other thread has meanwhile. Safe to call from all threads at once.
  Analysis analyze(std::string_view text);

  const Model& model() const { return *model_; }

private:
  std::unique_ptr<Analyzer> borrow();

  std::shared_ptr<const Model> model_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Analyzer>> idle_;
};

} // namespace stemma::language
