#include "input/page.hpp"

#include "input/nesting.hpp"
#include "input/page_charset.hpp"
#include "input/page_content.hpp"
#include "input/page_facts.hpp"
#include "input/page_tree.hpp"
#include "model/error.hpp"
#include "text/decode.hpp"

#include <algorithm>
#include <utility>

namespace stemma::input {

namespace {

constexpr std::size_t longest_page = std::size_t{64} << 20; // bytes; its tree takes thirty times as much

Diagnostic told(Severity severity, const char* code, std::string message, const std::string& path,
                std::string hint = {}) {
  return {severity, code, std::move(message), Place{path, 0, 0}, std::move(hint)};
}

void fill(Page& page, std::string html, const std::string& path) {
  std::replace(html.begin(), html.end(), '\0', ' '); // the parser gives C strings
  std::size_t removed = 0;
  html = limit_nesting(html, removed);
  if (removed > 0)
    page.diagnostics.push_back(told(Severity::warning, "html.deep",
                                    std::to_string(removed) + " tags nest too deep and are passed over", path));
  const PageTree tree(html);
  PageFacts facts = read_facts(tree);
  page.known = std::move(facts.known);
  page.url = std::move(facts.url);
  const std::string content = find_content(tree, page.known.title);
  if (content.empty())
    page.diagnostics.push_back(told(Severity::warning, "html.no-text", "this page holds no running text", path,
                                    "is it made by a script, or a list of links?"));
  page.text = page.known.title;
  if (!page.text.empty() && !content.empty()) page.text += "\n\n";
  page.text += content;
  if (!page.text.empty()) page.text += '\n';
}

} // namespace

Page read_page(std::string_view bytes, std::string_view charset, const std::string& path) {
  Page page;
  if (bytes.size() > longest_page) {
    page.diagnostics.push_back(told(Severity::error, "html.too-large", "longer than 64 MiB", path, "is it one page?"));
    return page;
  }
  text::Decoded decoded =
      text::decode_page(bytes, charset.empty() ? find_named_charset(bytes) : std::string(charset), path);
  page.diagnostics = std::move(decoded.diagnostics);
  if (std::any_of(page.diagnostics.begin(), page.diagnostics.end(),
                  [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::error; }))
    return page;
  try {
    fill(page, std::move(decoded.source), path);
  } catch (const Error& error) {
    page = {};
    page.diagnostics.push_back(told(Severity::error, "html.tangled", error.what(), path, error.hint()));
  }
  return page;
}

} // namespace stemma::input
