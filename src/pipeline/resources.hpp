#pragma once

#include "language/analysis.hpp"
#include "link/link.hpp"
#include "model/record.hpp"
#include "pack/frame.hpp"
#include "pack/pack.hpp"
#include "statements/names.hpp"
#include "statements/ontology.hpp"
#include "text/prepared_text.hpp"

#include <functional>
#include <memory>
#include <string>

namespace stemma::pipeline {

// What every document is read with; shared by all threads, changed by none.
struct Resources {
  std::shared_ptr<const pack::Pack> pack;
  std::shared_ptr<const link::Linker> linker; // of the pack
  statements::Ontology ontology;
  statements::Names names;
  // The language model over a text's `clean`; empty: there is no model.
  std::function<language::Analysis(const text::PreparedText&)> analyse;
  Made made;
  std::shared_ptr<const pack::Frames> frames = nullptr; // of the pack; nullptr: no events are looked for
};

} // namespace stemma::pipeline
