#include "pipeline/analysts.hpp"

#include "language/analyze_lines.hpp"

#include <mutex>
#include <vector>

namespace stemma::pipeline {

namespace {

class Analysts {
public:
  explicit Analysts(std::shared_ptr<const language::Model> model) : model_(std::move(model)) {}

  language::Analysis analyse(const text::PreparedText& text) {
    language::Analyzer own = take();
    language::Analysis analysis = language::analyze_lines(own, text.clean, text.furniture);
    const std::lock_guard hold(mutex_); // one that threw is not given back: what it was doing is unknown
    idle_.push_back(std::move(own));
    return analysis;
  }

private:
  language::Analyzer take() {
    {
      const std::lock_guard hold(mutex_);
      if (!idle_.empty()) {
        language::Analyzer own = std::move(idle_.back());
        idle_.pop_back();
        return own;
      }
    }
    return language::Analyzer(model_);
  }

  std::shared_ptr<const language::Model> model_;
  std::mutex mutex_;
  std::vector<language::Analyzer> idle_;
};

} // namespace

std::function<language::Analysis(const text::PreparedText&)>
analyse_with(std::shared_ptr<const language::Model> model) {
  const auto analysts = std::make_shared<Analysts>(std::move(model));
  return [analysts](const text::PreparedText& text) { return analysts->analyse(text); };
}

} // namespace stemma::pipeline
