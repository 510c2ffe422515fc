#include "input/page_tree.hpp"

#include "input/ascii.hpp"
#include "model/error.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace stemma::input {

// Blocks that are only ever taken. Freeing a tree node by node would call itself for each level.
class PageTree::Memory {
public:
  explicit Memory(std::size_t most) : most_(most) {}

  void* take(std::size_t size) {
    size = (size + alignof(std::max_align_t) - 1) / alignof(std::max_align_t) * alignof(std::max_align_t);
    // Gumbo checks no allocation; an exception passes through it as through any C code of this platform, and what it
    // held lies here.
    if (taken_ + size > most_) throw Error("grows beyond all measure when it is parsed", "is it a page?");
    taken_ += size;
    if (size > left_) {
      const std::size_t length = std::max(size, std::min(block_, std::size_t{1} << 22));
      block_ = length * 2;
      blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(length));
      next_ = blocks_.back().get();
      left_ = length;
    }
    left_ -= size;
    return std::exchange(next_, next_ + size);
  }

  std::size_t taken() const { return taken_; }

private:
  std::size_t most_, taken_ = 0, left_ = 0, block_ = std::size_t{1} << 16;
  std::byte* next_ = nullptr;
  std::vector<std::unique_ptr<std::byte[]>> blocks_;
};

PageTree::PageTree(std::string_view html)
    : memory_(std::make_unique<Memory>((std::size_t{64} << 20) + 100 * html.size())) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = [](void* memory, std::size_t size) { return static_cast<Memory*>(memory)->take(size); };
  options.deallocator = [](void*, void*) {};
  options.userdata = memory_.get();
  options.max_errors = 0; // they would be kept
  root_ = gumbo_parse_with_options(&options, html.data(), html.size())->root;
}

PageTree::~PageTree() = default;

const GumboNode* PageTree::root() const { return root_; }

std::size_t PageTree::bytes() const { return memory_->taken(); }

std::string_view name_of(const GumboNode* node) {
  if (!is_element(node)) return {};
  return gumbo_normalized_tagname(node->v.element.tag);
}

std::span<GumboNode* const> children_of(const GumboNode* node) {
  if (!is_element(node)) return {};
  const GumboVector& children = node->v.element.children;
  return {reinterpret_cast<GumboNode* const*>(children.data), children.length};
}

bool has_attribute(const GumboNode* node, const char* name) {
  return is_element(node) && gumbo_get_attribute(&node->v.element.attributes, name);
}

std::string_view attribute(const GumboNode* node, const char* name) {
  if (!is_element(node)) return {};
  const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found ? found->value : std::string_view();
}

void append_collapsed(std::string_view text, std::string& out) {
  for (const char c : text) {
    if (!is_space(c))
      out += c;
    else if (!out.empty() && out.back() != ' ' && out.back() != '\n' && out.back() != '\t')
      out += ' ';
  }
}

namespace {

void append_text_below(const GumboNode* node, std::string& out) {
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA || node->type == GUMBO_NODE_WHITESPACE)
    append_collapsed(node->v.text.text, out);
  const std::string_view name = name_of(node);
  if (name == "script" || name == "style" || name == "template") return;
  if (name == "br") append_collapsed(" ", out);
  for (const GumboNode* child : children_of(node)) append_text_below(child, out);
}

} // namespace

std::string text_below(const GumboNode* node) {
  std::string text;
  append_text_below(node, text);
  return std::string(trimmed(text));
}

} // namespace stemma::input
