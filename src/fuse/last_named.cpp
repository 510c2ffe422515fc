#include "fuse/last_named.hpp"

namespace stemma::fuse {

EntityNumber last_named(const Corpus& corpus, const Relations& relations, const std::vector<EntityNumber>& chain) {
  EntityNumber wire = none;
  for (auto at = chain.rbegin(); at != chain.rend(); ++at) {
    const NotedEntity& speaker = corpus.entities()[*at];
    const EntityNumber named = speaker.kind == EntityKind::anonymous ? speaker.body : *at;
    if (named == none) continue;
    if (!corpus.entities()[named].is_wire) return relations.state_of(named);
    if (wire == none) wire = named;
  }
  return wire;
}

} // namespace stemma::fuse
