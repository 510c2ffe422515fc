#include "input/page_content.hpp"

#include "input/ascii.hpp"
#include "input/furniture.hpp"
#include "input/page_blocks.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <vector>

namespace stemma::input {

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

bool at_least(std::size_t part, double share, std::size_t whole) {
  return static_cast<double>(part) >= share * static_cast<double>(whole);
}

class Content {
public:
  Content(const PageTree& tree, const std::string& title) : page_(cut_into_blocks(tree)), title_(lowered(title)) {}

  std::string text() {
    dropped_.assign(page_.zones.size(), false);
    measure_prose();
    drop_furniture();
    measure_prose();
    const std::size_t root = find_root();
    drop_link_lists();
    const std::vector<const Block*> kept = keep_blocks(root);
    std::string text;
    std::set<std::string_view> seen; // what a page shows twice, for narrow and wide screens
    for (const Block* block : kept) {
      if (block->words >= 6 && !seen.insert(block->text).second) continue;
      if (!text.empty()) text += "\n\n";
      text += block->text;
    }
    return text;
  }

private:
  const Zone& zone(std::size_t index) const { return page_.zones[index]; }

  bool is_dropped(const Block& block) const { return dropped_[block.zone]; }

  void measure_prose() {
    for (Zone& each : page_.zones) each.prose = 0;
    for (const Block& block : page_.blocks)
      if (!is_dropped(block) && block.is_prose()) page_.zones[block.zone].prose += block.words;
    for (std::size_t i = page_.zones.size(); i-- > 1;) page_.zones[zone(i).parent].prose += zone(i).prose;
  }

  // Marks the zone and what stands below it; zones come in the order of the page.
  void drop_all_below() {
    for (std::size_t i = 1; i < page_.zones.size(); ++i)
      if (dropped_[zone(i).parent]) dropped_[i] = true;
  }

  // A name is not believed where half of the page's prose would go: themes name what they wrap.
  void drop_furniture() {
    const std::size_t all = page_.zones.front().prose;
    for (std::size_t i = 1; i < page_.zones.size(); ++i) {
      if (dropped_[zone(i).parent]) {
        dropped_[i] = true;
        continue;
      }
      const Furniture kind = is_page_header(i) ? Furniture::by_tag : furniture_of(zone(i).node);
      if (kind == Furniture::none) continue;
      const double share = kind == Furniture::comments ? 0.9 : 0.5;
      dropped_[i] = all == 0 || !at_least(zone(i).prose, share, all);
    }
  }

  // A header that is no article's.
  bool is_page_header(std::size_t index) const {
    if (name_of(zone(index).node) != "header") return false;
    for (std::size_t at = zone(index).parent; at != 0; at = zone(at).parent)
      if (name_of(zone(at).node) == "article" || name_of(zone(at).node) == "main") return false;
    return true;
  }

  // The smallest zone with nearly all of the prose that the fullest one of its kind has; none: there is no such kind.
  std::size_t find_fullest(const std::function<bool(const GumboNode*)>& is_kind) const {
    std::size_t most = 0, found = none;
    for (std::size_t i = 1; i < page_.zones.size(); ++i)
      if (!dropped_[i] && is_kind(zone(i).node)) most = std::max(most, zone(i).prose);
    for (std::size_t i = 1; i < page_.zones.size(); ++i)
      if (most > 0 && !dropped_[i] && is_kind(zone(i).node) && at_least(zone(i).prose, 0.9, most)) found = i;
    return found;
  }

  std::size_t find_root() {
    const std::size_t all = page_.zones.front().prose;
    const auto is_body = [](const GumboNode* node) { return attribute(node, "itemprop") == "articleBody"; };
    const auto is_article = [](const GumboNode* node) { return name_of(node) == "article"; };
    const auto is_main = [](const GumboNode* node) {
      return name_of(node) == "main" || attribute(node, "role") == "main";
    };
    if (const std::size_t body = find_fullest(is_body); body != none && at_least(zone(body).prose, 0.5, all))
      return body;
    if (const std::size_t article = find_fullest(is_article);
        article != none && at_least(zone(article).prose, 0.5, all)) {
      for (std::size_t i = article + 1; i < page_.zones.size(); ++i) // articles in an article are what was said to it
        if (is_article(zone(i).node) && !at_least(zone(i).prose, 0.5, zone(article).prose)) dropped_[i] = true;
      drop_all_below();
      return article;
    }
    if (const std::size_t main = find_fullest(is_main); main != none && at_least(zone(main).prose, 0.5, all))
      return main;
    return descend();
  }

  // From the body to the smallest zone that still holds nearly all of the prose.
  std::size_t descend() const {
    std::size_t root = 0;
    for (std::size_t i = 1; i < page_.zones.size(); ++i)
      if (zone(i).parent == root && !dropped_[i] && zone(root).prose > 0 &&
          at_least(zone(i).prose, 0.8, zone(root).prose))
        root = i;
    return root;
  }

  void drop_link_lists() {
    for (std::size_t i = 1; i < page_.zones.size(); ++i) {
      const std::string_view name = name_of(zone(i).node);
      if ((name == "ul" || name == "ol" || name == "dl" || name == "table") &&
          zone(i).linked_words * 2 > zone(i).words && zone(i).prose * 2 < zone(i).words)
        dropped_[i] = true;
    }
    drop_all_below();
  }

  bool lies_in(std::size_t at, std::size_t root) const {
    while (at > root) at = zone(at).parent;
    return at == root;
  }

  bool is_title(const Block& block) const { return lowered(block.text) == title_; }

  static bool may_be_standfirst(const Block& block) {
    if (block.kind == BlockKind::heading) return block.words >= 6 && block.ends_as_sentence();
    return block.kind == BlockKind::paragraph && block.is_prose();
  }

  bool is_kept(const Block& block) const {
    if (block.linked_words * 2 > block.words || is_title(block)) return false;
    switch (block.kind) {
    case BlockKind::paragraph: return block.words >= 8 || (block.words >= 2 && block.ends_as_sentence());
    case BlockKind::text: return block.is_prose();
    case BlockKind::item: return block.words >= 2;
    case BlockKind::row: return block.words >= 2;
    case BlockKind::heading: return true; // until it is known what follows
    case BlockKind::verbatim: return true;
    }
    return false;
  }

  // Headings that stand over nothing, and what comes before the first prose, are of the page, not of its text.
  std::vector<const Block*> keep_blocks(std::size_t root) const {
    std::vector<const Block*> kept;
    bool begun = false;
    bool under_title = false; // behind the headline, and the root has not come yet: the standfirst
    for (const Block& block : page_.blocks) {
      if (is_dropped(block)) continue;
      const bool inside = lies_in(block.zone, root);
      if (is_title(block)) under_title = true;
      if (!inside && !(under_title && !begun && may_be_standfirst(block))) continue;
      if (!is_kept(block)) continue;
      if (block.kind == BlockKind::heading) {
        drop_empty_headings(kept, block.level);
      } else if (!begun) {
        if (!block.is_prose() && block.kind != BlockKind::verbatim) continue;
        begun = true;
      }
      kept.push_back(&block);
    }
    drop_empty_headings(kept, 1);
    return kept;
  }

  // Of those at the end that are at least as low as one that follows.
  static void drop_empty_headings(std::vector<const Block*>& kept, int level) {
    while (!kept.empty() && kept.back()->kind == BlockKind::heading && kept.back()->level >= level) kept.pop_back();
  }

  PageBlocks page_;
  std::string title_;
  std::vector<bool> dropped_; // by zone
};

} // namespace

std::string find_content(const PageTree& tree, const std::string& title) { return Content(tree, title).text(); }

} // namespace stemma::input
