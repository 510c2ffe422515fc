#include "extract/quotations.hpp"

namespace stemma::extract {

namespace {

bool touches(const Scene& scene, TokenIndex left, TokenIndex right) {
  return scene.analysis.tokens[left].bytes.end == scene.analysis.tokens[right].bytes.start;
}

bool is_mark(const Scene& scene, TokenIndex t) { return scene.words[t] == "\"" || scene.words[t] == "''"; }

} // namespace

bool starts_line(const Scene& scene, TokenIndex t) {
  if (t == 0) return true;
  const ByteSpan between{scene.analysis.tokens[t - 1].bytes.end, scene.analysis.tokens[t].bytes.start};
  return scene.text.text_of(between).find('\n') != std::string_view::npos ||
         scene.text.text_of(scene.analysis.tokens[t - 1].bytes).find('\n') != std::string_view::npos;
}

std::vector<Quotation> find_quotations(const Scene& scene) {
  std::vector<Quotation> out;
  const auto size = scene.tree.size();
  auto open = size; // where the open quotation starts; `size`: none is open
  for (TokenIndex t = 0; t < size; ++t) {
    const bool line = starts_line(scene, t);
    if (line && open != size) { // nobody closed it: it ends with its line
      out.push_back({open, t, is_mark(scene, t)});
      open = size;
    }
    if (!is_mark(scene, t)) continue;
    const bool after = !line && t > 0 && touches(scene, t - 1, t), before = t + 1 < size && touches(scene, t, t + 1);
    const bool opens = line || (before && !after) || (before == after && open == size);
    if (open != size) out.push_back({open, t, false});
    open = opens ? t + 1 : size;
  }
  if (open != size) out.push_back({open, size, false});
  std::erase_if(out, [](const Quotation& q) { return q.last <= q.first; });
  return out;
}

} // namespace stemma::extract
