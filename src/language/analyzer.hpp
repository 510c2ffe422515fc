#pragma once
// Runs a Model over texts. Light, one for each thread: about 20 MB of memory for what it keeps between texts.

#include "language/analysis.hpp"
#include "language/model.hpp"

#include <span>

namespace stemma::language {

// What is kept from one text for the next: word forms with their first vectors and lemmas, which spares most of the
// work on them. It changes no result; only tests go without.
enum class Keep { words, nothing };

class Analyzer {
public:
  explicit Analyzer(std::shared_ptr<const Model> model, Keep keep = Keep::words);
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  // The tokens of a UTF-8 text, which is read as it is. Depends on the text and the model alone, never on what was
  // analysed before. Bytes that are no UTF-8 stand for U+FFFD each.
  Analysis analyze(std::string_view text);

  // One analysis for each text, the same as one by one.
  std::vector<Analysis> analyze(std::span<const std::string_view> texts);

  const Model& model() const;

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace stemma::language
