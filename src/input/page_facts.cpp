#include "input/page_facts.hpp"

#include "input/ascii.hpp"
#include "input/date_in.hpp"
#include "input/linked_data.hpp"
#include "input/web_address.hpp"
#include "text/byline.hpp"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <vector>

namespace stemma::input {

namespace {

// What of a page is needed for its facts, collected in one walk.
class Facts {
public:
  explicit Facts(const PageTree& tree) {
    visit(tree.root());
    data_ = read_linked_data(scripts_);
  }

  PageFacts read() const {
    PageFacts facts;
    facts.known.publisher = first(
        {data_.publisher, meta({"og:site_name", "publisher", "dc.publisher", "citation_publisher", "application-name"}),
         item("publisher")});
    facts.known.title = title(facts.known.publisher);
    facts.known.published = published();
    facts.known.authors = authors(facts.known.publisher);
    for (const std::string& url : {canonical_, meta({"og:url"}), data_.url})
      if (facts.url.empty() && is_web_address(url)) facts.url = url;
    return facts;
  }

private:
  void visit(const GumboNode* node) {
    const std::string_view name = name_of(node);
    if (name == "meta") take_meta(node);
    if (name == "link" && lowered(attribute(node, "rel")) == "canonical" && canonical_.empty())
      canonical_ = trimmed(attribute(node, "href"));
    if (name == "script" && lowered(trimmed(attribute(node, "type"))) == "application/ld+json")
      for (const GumboNode* child : children_of(node))
        if (!is_element(child)) scripts_.emplace_back(child->v.text.text);
    if (name == "title" && title_.empty() && node->v.element.tag_namespace == GUMBO_NAMESPACE_HTML)
      title_ = text_below(node);
    if (name == "h1") headlines_.push_back(text_below(node));
    if (name == "time") take_time(node);
    if (is_element(node)) take_marked(node);
    for (const GumboNode* child : children_of(node)) visit(child);
  }

  void take_meta(const GumboNode* node) {
    const std::string content(trimmed(attribute(node, "content")));
    if (content.empty()) return;
    for (const char* key : {"property", "name", "itemprop"})
      if (const std::string name = lowered(trimmed(attribute(node, key))); !name.empty())
        meta_[name].push_back(content);
  }

  void take_time(const GumboNode* node) {
    std::string date = date_in(attribute(node, "datetime"));
    if (date.empty()) date = date_in(text_below(node));
    if (date.empty()) return;
    const bool said = has_attribute(node, "pubdate") || attribute(node, "itemprop") == "datePublished";
    (said ? said_time_ : any_time_).push_back(std::move(date));
  }

  // Microdata, rel=author, and what a class calls a byline.
  void take_marked(const GumboNode* node) {
    const std::string_view item = attribute(node, "itemprop"), rel = attribute(node, "rel");
    if (name_of(node) == "meta") return;
    if (item == "author" || item == "publisher" || item == "headline" || item == "datePublished") {
      const std::string_view content = attribute(node, "content");
      items_[std::string(item)].push_back(content.empty() ? text_below(node) : std::string(content));
    }
    if (lowered(rel) == "author" && name_of(node) == "a") items_["author"].push_back(text_below(node));
    const std::string classes = lowered(attribute(node, "class"));
    if (classes.find("byline") != std::string::npos || classes.find("author") != std::string::npos) {
      const std::string line = text_below(node);
      if (line.size() < 200) bylines_.push_back(line);
    }
  }

  static std::string first(std::initializer_list<std::string> values) {
    for (const std::string& value : values)
      if (!value.empty()) return value;
    return {};
  }

  std::string meta(std::initializer_list<const char*> names) const {
    for (const char* name : names)
      if (const auto found = meta_.find(name); found != meta_.end()) return found->second.front();
    return {};
  }

  std::string item(const char* name) const {
    const auto found = items_.find(name);
    return found == items_.end() ? std::string() : found->second.front();
  }

  // The headline that the reader sees, if the head names it or there is no other; else what the head says, without the
  // name of the site behind it.
  std::string title(const std::string& publisher) const {
    const std::string told =
        first({data_.headline, meta({"og:title", "twitter:title", "dc.title", "citation_title"}), item("headline")});
    std::string best = told.empty() ? title_ : told;
    for (const std::string& headline : headlines_)
      if (!headline.empty() && (lowered(best).starts_with(lowered(headline)) || lowered(headline) == lowered(title_)))
        return headline;
    best = without_site(best, publisher);
    if (told.empty() && headlines_.size() == 1 && !headlines_.front().empty()) return headlines_.front();
    return std::string(trimmed(best));
  }

  static std::string without_site(const std::string& title, const std::string& publisher) {
    for (const std::string_view bar : {" | ", " - ", " \u2013 ", " \u2014 ", " :: ", " \u00b7 "}) {
      const std::size_t at = title.rfind(bar);
      if (at == std::string::npos || at == 0) continue;
      const std::string site = lowered(std::string_view(title).substr(at + bar.size()));
      if (bar == " | " || (!publisher.empty() && site == lowered(publisher))) return title.substr(0, at);
    }
    return title;
  }

  Date published() const {
    for (const std::string& text :
         {data_.published,
          meta({"article:published_time", "og:article:published_time", "datepublished", "date", "pubdate",
                "publishdate", "publish-date", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dc.date",
                "dcterms.created", "dcterms.date", "citation_date", "citation_publication_date"}),
          item("datePublished")})
      if (const Date date = date_in(text); !date.empty()) return date;
    if (!said_time_.empty()) return said_time_.front();
    return any_time_.empty() ? Date() : any_time_.front();
  }

  std::vector<std::string> authors(const std::string& publisher) const {
    std::vector<std::string> found = data_.authors;
    for (const char* name : {"author", "article:author", "dc.creator", "citation_author", "parsely-author"})
      if (const auto said = meta_.find(name); found.empty() && said != meta_.end()) found = said->second;
    if (const auto said = items_.find("author"); found.empty() && said != items_.end()) found = said->second;
    std::vector<std::string> authors = names_among(found, publisher);
    for (const std::string& line : bylines_) {
      if (!authors.empty()) break;
      authors = text::parse_byline(line).authors;
    }
    return authors;
  }

  // Each once, in their order; "By Jane Doe and John Roe" is two; links and the site itself are none.
  static std::vector<std::string> names_among(const std::vector<std::string>& found, const std::string& publisher) {
    std::vector<std::string> names;
    for (const std::string& text : found) {
      if (is_web_address(text) || lowered(text) == lowered(publisher) || text.starts_with('@')) continue;
      std::vector<std::string> parts = text::parse_byline(text).authors;
      if (parts.empty()) parts = text::parse_authors(text);
      if (parts.empty()) parts.push_back(text); // a team, a name of one word
      for (std::string& part : parts)
        if (std::find(names.begin(), names.end(), part) == names.end()) names.push_back(std::move(part));
    }
    return names;
  }

  std::map<std::string, std::vector<std::string>> meta_, items_;
  std::vector<std::string_view> scripts_;
  std::vector<std::string> headlines_, bylines_;
  std::vector<Date> said_time_, any_time_;
  std::string title_, canonical_;
  LinkedData data_;
};

} // namespace

PageFacts read_facts(const PageTree& tree) { return Facts(tree).read(); }

} // namespace stemma::input
