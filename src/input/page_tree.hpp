#pragma once
// A parsed page. Gumbo's nodes, in memory of their own that goes all at once.

#include <gumbo.h>

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace stemma::input {

class PageTree {
public:
  // `html`: UTF-8; outlives this. Throws Error for a page that makes more of itself than any written one.
  explicit PageTree(std::string_view html);
  ~PageTree();
  PageTree(const PageTree&) = delete;
  PageTree& operator=(const PageTree&) = delete;

  const GumboNode* root() const; // <html>
  std::size_t bytes() const;     // that the nodes take

private:
  class Memory;
  std::unique_ptr<Memory> memory_;
  const GumboNode* root_ = nullptr;
};

inline bool is_element(const GumboNode* node) {
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

// Of an element, in lower case ("article"); of others and of drawings' own empty.
std::string_view name_of(const GumboNode* node);
// The element's children; of other nodes none.
std::span<GumboNode* const> children_of(const GumboNode* node);
// Empty: there is none, or it is empty.
std::string_view attribute(const GumboNode* node, const char* name);
bool has_attribute(const GumboNode* node, const char* name);
// All text below, white space collapsed, scripts and styles left out.
std::string text_below(const GumboNode* node);
// Appends the text with runs of white space as one space; none at the start of a line.
void append_collapsed(std::string_view text, std::string& out);

} // namespace stemma::input
