#include "input/furniture.hpp"

#include "input/ascii.hpp"

#include <string>

namespace stemma::input {

namespace {

constexpr std::string_view tags[] = {"address", "aside", "figcaption", "figure", "footer", "menu", "nav"};
constexpr std::string_view roles[] = {"alert",   "alertdialog", "banner",  "complementary", "contentinfo",
                                      "dialog",  "menu",        "menubar", "navigation",    "search",
                                      "tablist", "toolbar",     "tooltip"};
// Words of classes and ids that name what stands around a text on any site.
constexpr std::string_view names[] = {
    "ad",         "ads",           "advert",          "advertisement", "advertising", "adverts",    "banner",
    "breadcrumb", "breadcrumbs",   "byline",          "caption",       "captions",    "consent",    "cookie",
    "cookies",    "credit",        "credits",         "crumbs",        "donate",      "footer",     "footnav",
    "gallery",    "gdpr",          "headerlink",      "login",         "masthead",    "menu",       "meta",
    "metadata",   "modal",         "mostread",        "nav",           "navbar",      "navigation", "newsletter",
    "outbrain",   "overlay",       "pagination",      "paywall",       "popular",     "popup",      "promo",
    "rail",       "recirculation", "recommendations", "recommended",   "related",     "share",      "sharing",
    "sidebar",    "signup",        "social",          "sponsor",       "sponsored",   "subscribe",  "subscription",
    "tags",       "teaser",        "teasers",         "trending"};
// The same of single paragraphs, whose classes mostly say how they look.
constexpr std::string_view paragraph_names[] = {"caption", "captions", "credit", "credits"};
constexpr std::string_view comment_names[] = {"comment", "comments", "disqus", "respond"};

struct Found {
  bool furniture = false, comments = false;
};

// "articleComments js-share_bar" → article, comments, js, share, bar.
void look_at_words(std::string_view value, bool of_paragraph, Found& found) {
  std::string word;
  const auto take = [&] {
    found.furniture = found.furniture || (of_paragraph ? is_in(paragraph_names, word) : is_in(names, word));
    found.comments = found.comments || is_in(comment_names, word);
    word.clear();
  };
  char before = ' ';
  for (const char c : value) {
    const bool capital = c >= 'A' && c <= 'Z', after_small = before >= 'a' && before <= 'z';
    if (!is_ascii_letter(c) || (capital && after_small)) take();
    if (is_ascii_letter(c)) word += lowered(c);
    before = c;
  }
  take();
}

} // namespace

Furniture furniture_of(const GumboNode* node) {
  const std::string_view tag = name_of(node);
  if (is_in(tags, tag) || is_in(roles, attribute(node, "role"))) return Furniture::by_tag;
  if (tag == "html" || tag == "body" || tag == "main") return Furniture::none;
  Found found;
  look_at_words(attribute(node, "class"), tag == "p", found);
  look_at_words(attribute(node, "id"), tag == "p", found);
  if (found.comments) return Furniture::comments;
  // The classes of an article tell of its subject as often as of its place.
  return found.furniture && tag != "article" ? Furniture::by_name : Furniture::none;
}

} // namespace stemma::input
