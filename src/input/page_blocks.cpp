#include "input/page_blocks.hpp"

#include "input/ascii.hpp"

#include <algorithm>

namespace stemma::input {

namespace {

constexpr std::string_view inline_elements[] = {
    "a",     "abbr",   "acronym", "b",        "bdi", "bdo",  "big",  "cite", "code",  "data",
    "del",   "dfn",    "em",      "font",     "i",   "img",  "ins",  "kbd",  "label", "mark",
    "meter", "nobr",   "output",  "progress", "q",   "rb",   "ruby", "s",    "samp",  "small",
    "span",  "strike", "strong",  "sub",      "sup", "time", "tt",   "u",    "var",   "wbr"};
constexpr std::string_view never_text[] = {"applet",   "area",    "audio",    "button",   "canvas", "embed",   "frame",
                                           "frameset", "head",    "iframe",   "input",    "link",   "map",     "math",
                                           "meta",     "noembed", "noframes", "noscript", "object", "option",  "rp",
                                           "rt",       "script",  "select",   "style",    "svg",    "template"};
// Classes by which pages hide what is meant for machines that read aloud.
constexpr std::string_view hidden_classes[] = {"hidden", "screen-reader-text", "sr-only", "visually-hidden",
                                               "visuallyhidden"};

bool is_inline(std::string_view name) { return name.empty() || is_in(inline_elements, name); }

bool is_hidden(const GumboNode* node) {
  if (has_attribute(node, "hidden")) return true;
  std::string style;
  for (const char c : attribute(node, "style"))
    if (!is_space(c)) style += lowered(c);
  if (style.find("display:none") != std::string::npos) return true;
  std::string_view classes = attribute(node, "class");
  while (!(classes = trimmed(classes)).empty()) {
    const std::size_t end = classes.find_first_of(" \t\r\n\f");
    if (is_in(hidden_classes, classes.substr(0, end))) return true;
    classes.remove_prefix(std::min(end, classes.size()));
  }
  return false;
}

// A figure that leads to a note; else it may be part of a number.
bool leads_to_note(const GumboNode* node) {
  const auto children = children_of(node);
  return std::any_of(children.begin(), children.end(),
                     [](const GumboNode* child) { return has_attribute(child, "href"); });
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    words += !is_space(c) && !inside;
    inside = !is_space(c);
  }
  return words;
}

class Cutting {
public:
  PageBlocks run(const GumboNode* root) {
    out_.zones.emplace_back().node = root;
    visit_children(root);
    flush();
    sum_up();
    return std::move(out_);
  }

private:
  void visit_children(const GumboNode* node) {
    for (const GumboNode* child : children_of(node)) visit(child);
  }

  void visit(const GumboNode* node) {
    if (!is_element(node)) {
      if (node->type != GUMBO_NODE_COMMENT && node->type != GUMBO_NODE_DOCUMENT) add_text(node->v.text.text);
      return;
    }
    const std::string_view name = name_of(node);
    if (is_in(never_text, name) || is_hidden(node)) return;
    if (node->v.element.tag_namespace != GUMBO_NAMESPACE_HTML) return;
    if (name == "br") return break_line();
    if (name == "sup" && leads_to_note(node)) return;
    if (is_inline(name)) {
      const bool link = name == "a" && has_attribute(node, "href");
      links_ += link;
      visit_children(node);
      links_ -= link;
    } else if (name == "td" || name == "th") {
      if (!block_.text.empty()) block_.text += '\t';
      visit_zone(node);
    } else {
      flush();
      visit_block(node, name);
      flush();
    }
  }

  void visit_block(const GumboNode* node, std::string_view name) {
    const BlockKind kind = kind_;
    const int level = level_;
    if (name == "p") kind_ = BlockKind::paragraph;
    if (name == "li" || name == "dt" || name == "dd") kind_ = BlockKind::item;
    if (name == "tr") kind_ = BlockKind::row;
    if (name == "pre") kind_ = BlockKind::verbatim;
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
      kind_ = BlockKind::heading;
      level_ = name[1] - '0';
    }
    visit_zone(node);
    flush();
    kind_ = kind;
    level_ = level;
  }

  void visit_zone(const GumboNode* node) {
    const std::size_t parent = zone_;
    zone_ = out_.zones.size();
    Zone& zone = out_.zones.emplace_back();
    zone.node = node;
    zone.parent = parent;
    visit_children(node);
    if (zone_ != parent && name_of(node) != "td" && name_of(node) != "th") flush();
    zone_ = parent;
  }

  void add_text(const char* text) {
    if (block_.text.empty()) block_.zone = zone_;
    const std::size_t before = block_.text.size();
    if (kind_ == BlockKind::verbatim)
      block_.text += text;
    else
      append_collapsed(text, block_.text);
    const std::size_t words = count_words(std::string_view(block_.text).substr(before));
    block_.words += words;
    if (links_ > 0) block_.linked_words += words;
  }

  void break_line() {
    while (!block_.text.empty() && block_.text.back() == ' ') block_.text.pop_back();
    if (block_.text.empty()) return;
    if (block_.text.back() == '\n' && kind_ != BlockKind::verbatim) return flush();
    block_.text += '\n';
  }

  void flush() {
    const std::string_view text = trimmed(block_.text);
    if (!text.empty()) {
      block_.text = text;
      block_.kind = kind_;
      block_.level = level_;
      out_.blocks.push_back(std::move(block_));
    }
    block_ = {};
  }

  void sum_up() {
    for (const Block& block : out_.blocks) {
      Zone& zone = out_.zones[block.zone];
      zone.words += block.words;
      zone.linked_words += block.linked_words;
    }
    for (std::size_t i = out_.zones.size(); i-- > 1;) { // children stand behind their parents
      Zone& parent = out_.zones[out_.zones[i].parent];
      parent.words += out_.zones[i].words;
      parent.linked_words += out_.zones[i].linked_words;
    }
  }

  PageBlocks out_;
  Block block_;
  BlockKind kind_ = BlockKind::text;
  int level_ = 0, links_ = 0;
  std::size_t zone_ = 0;
};

} // namespace

bool Block::ends_as_sentence() const {
  std::string_view rest = text;
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view closing : {"\"", "'", ")", "]", "\u201d", "\u2019", "\u00bb"})
      if (rest.ends_with(closing)) {
        rest.remove_suffix(closing.size());
        more = true;
      }
  }
  for (const std::string_view end : {".", "!", "?", ":", ";", "\u2026"})
    if (rest.ends_with(end)) return true;
  return false;
}

bool Block::is_prose() const {
  if (kind == BlockKind::heading || kind == BlockKind::verbatim) return false;
  if (linked_words * 3 > words) return false;
  return words >= 12 || (words >= 4 && ends_as_sentence());
}

PageBlocks cut_into_blocks(const PageTree& tree) { return Cutting().run(tree.root()); }

} // namespace stemma::input
