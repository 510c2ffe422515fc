#include "input/linked_data.hpp"

#include "input/ascii.hpp"

#include <nlohmann/json.hpp>

#include <map>

namespace stemma::input {

namespace {

using nlohmann::json;

constexpr std::size_t longest_script = std::size_t{4} << 20;

// A type may be one name or several: "NewsArticle", ["Report", "…"].
bool is_article(const json& object) {
  const auto found = object.find("@type");
  if (found == object.end()) return false;
  const auto names_one = [](const json& type) {
    if (!type.is_string()) return false;
    const auto& name = type.get_ref<const std::string&>();
    return name.ends_with("Article") || name.ends_with("BlogPosting") || name == "Report" || name == "BlogPost";
  };
  if (!found->is_array()) return names_one(*found);
  for (const json& type : *found)
    if (names_one(type)) return true;
  return false;
}

// As many pages write it: inside of <!-- … --> or of CDATA, perhaps behind the signs of a comment of JavaScript; line
// breaks and tabs in the middle of strings. None of that is JSON; between values, blanks mean the same.
std::string as_json(std::string_view script) {
  constexpr std::string_view opening = "<![CDATA[", closing = "]]>";
  if (const auto at = script.find(opening); at != script.npos && at < script.find('{')) {
    script.remove_prefix(at + opening.size());
    script = script.substr(0, script.rfind(closing));
  }
  const auto begin = script.find_first_of("{["), end = script.find_last_of("}]");
  if (begin == script.npos || end == script.npos || end < begin) return {};
  std::string text(script.substr(begin, end - begin + 1));
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  return text;
}

class Reading {
public:
  void add(std::string_view script) {
    if (script.size() > longest_script) return;
    documents_.push_back(json::parse(as_json(script), nullptr, false));
    collect(documents_.back(), 0);
  }

  LinkedData read() const {
    for (const json* object : objects_)
      if (is_article(*object)) return describe(*object);
    return {};
  }

  void reserve(std::size_t count) { documents_.reserve(count); } // objects_ points into it

private:
  // The objects of a document, however they are wrapped.
  void collect(const json& value, int depth) {
    if (depth > 4) return;
    if (value.is_array())
      for (const json& item : value) collect(item, depth + 1);
    if (!value.is_object()) return;
    objects_.push_back(&value);
    if (const auto id = value.find("@id"); id != value.end() && id->is_string() && value.size() > 1)
      by_id_.try_emplace(id->get<std::string>(), &value);
    for (const char* inside : {"@graph", "mainEntity", "mainEntityOfPage"})
      if (const auto found = value.find(inside); found != value.end()) collect(*found, depth + 1);
  }

  // Of several values the first that is a text.
  static std::string text_in(const json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end()) return {};
    if (found->is_string()) return std::string(trimmed(found->get_ref<const std::string&>()));
    if (found->is_array())
      for (const json& item : *found)
        if (item.is_string()) return std::string(trimmed(item.get_ref<const std::string&>()));
    return {};
  }

  // "Name", {"name": "Name"}, {"@id": …} of one that has a name, or a list of these.
  void add_names(const json& value, std::vector<std::string>& names, int depth = 0) const {
    if (depth > 3) return;
    if (value.is_array())
      for (const json& item : value) add_names(item, names, depth + 1);
    else if (value.is_string())
      names.emplace_back(trimmed(value.get_ref<const std::string&>()));
    else if (value.is_object() && value.contains("name"))
      add_names(value.at("name"), names, depth + 1);
    else if (value.is_object())
      if (const auto found = by_id_.find(text_in(value, "@id")); found != by_id_.end() && found->second != &value)
        add_names(*found->second, names, depth + 1);
  }

  std::vector<std::string> names_in(const json& object, const char* key) const {
    std::vector<std::string> names;
    if (const auto found = object.find(key); found != object.end()) add_names(*found, names);
    std::erase_if(names, [](const std::string& name) { return name.empty(); });
    return names;
  }

  LinkedData describe(const json& article) const {
    LinkedData out;
    out.headline = text_in(article, "headline");
    if (out.headline.empty()) out.headline = text_in(article, "name");
    out.published = text_in(article, "datePublished");
    if (out.published.empty()) out.published = text_in(article, "dateCreated");
    const std::vector<std::string> publishers = names_in(article, "publisher");
    if (!publishers.empty()) out.publisher = publishers.front();
    out.authors = names_in(article, "author");
    if (out.authors.empty()) out.authors = names_in(article, "creator");
    out.url = text_in(article, "url");
    if (out.url.empty()) out.url = text_in(article, "mainEntityOfPage");
    if (const auto page = article.find("mainEntityOfPage");
        out.url.empty() && page != article.end() && page->is_object())
      out.url = text_in(*page, "@id");
    return out;
  }

  std::vector<json> documents_;
  std::vector<const json*> objects_;
  std::map<std::string, const json*> by_id_;
};

} // namespace

LinkedData read_linked_data(const std::vector<std::string_view>& scripts) {
  Reading reading;
  reading.reserve(scripts.size());
  for (const std::string_view script : scripts) reading.add(script);
  return reading.read();
}

} // namespace stemma::input
