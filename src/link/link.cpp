#include "link/link.hpp"

#include "link/scene.hpp"

namespace stemma::link {

Linker::Linker(std::shared_ptr<const pack::Pack> pack)
    : pack_(std::move(pack)), vocabulary_(std::make_unique<const Vocabulary>(*pack_)) {}

Linker::~Linker() = default;

Linked Linker::link(const text::PreparedText& text, const Document& document,
                    const language::Analysis* analysis) const {
  Scene scene(text, document, *pack_, *vocabulary_, analysis);
  find_candidates(scene);
  settle_states(scene);
  find_names(scene);
  settle_overlaps(scene);
  link_persons(scene);
  link_candidates(scene);
  link_bodies(scene);
  link_last_names(scene);
  link_names(scene);
  link_munitions(scene);
  link_areas(scene);
  link_short_forms(scene);
  return scene.draft.finish(text, document);
}

Linked link(const text::PreparedText& text, const Document& document, const pack::Pack& pack,
            const language::Analysis* analysis) {
  // The pack outlives this call: the pointer owns nothing.
  return Linker(std::shared_ptr<const pack::Pack>(std::shared_ptr<const pack::Pack>(), &pack))
      .link(text, document, analysis);
}

} // namespace stemma::link
