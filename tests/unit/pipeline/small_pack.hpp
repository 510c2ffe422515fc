#pragma once
// A lexicon of six things, for tests that are not about the lexicon.

#include "pack/pack.hpp"

#include <map>
#include <string>
#include <vector>

namespace stemma::pipeline {

class SmallPack : public pack::Pack {
public:
  SmallPack() {
    const std::string place = "https://example.org/lexicon/";
    const auto add = [&](const char* name, EntityKind kind, const char* type, const char* label) -> pack::Concept& {
      pack::Concept entry;
      entry.iri = place + name;
      entry.kind = kind;
      entry.type = type;
      entry.label = label;
      concepts_.push_back(entry);
      aliases_[label] = {{static_cast<pack::ConceptId>(concepts_.size() - 1), pack::AliasKind::name, false, false}};
      return concepts_.back();
    };
    add("aland", EntityKind::country, "Country", "Aland").code = "AL";
    add("beland", EntityKind::country, "Country", "Beland").code = "BE";
    add("ammunition", EntityKind::munition, "MunitionClass", "ammunition").category = "ammunition";
    auto& shell = add("shell", EntityKind::munition, "MunitionClass", "shell");
    shell.broader = {2};
    shell.same_as = {"https://example.org/other/shell"};
    shell.generic = true;
    aliases_["shells"] = aliases_["shell"];
    add("wire", EntityKind::org, "NewsAgency", "Example Wire").country = 0;
    add("unused", EntityKind::country, "Country", "Celand").code = "CE";
  }

  const std::string& hash() const override { return hash_; }
  std::span<const pack::Concept> concepts() const override { return concepts_; }
  std::optional<pack::ConceptId> find(std::string_view iri) const override {
    for (std::size_t i = 0; i < concepts_.size(); ++i)
      if (concepts_[i].iri == iri) return static_cast<pack::ConceptId>(i);
    return std::nullopt;
  }
  pack::ConceptId country_by_code(std::string_view code) const override {
    for (std::size_t i = 0; i < concepts_.size(); ++i)
      if (!code.empty() && concepts_[i].code == code) return static_cast<pack::ConceptId>(i);
    return pack::no_concept;
  }
  void match_at(const text::WordTexts& texts, std::uint32_t first, std::vector<pack::Match>& out) const override {
    std::string words;
    for (std::uint32_t i = first; i < texts.size() && i < first + 2; ++i) {
      words += (i > first ? " " : "") + std::string(texts[i]);
      if (const auto found = aliases_.find(words); found != aliases_.end())
        out.push_back({first, i + 1, found->second});
    }
  }

private:
  std::string hash_ = std::string(64, 'a');
  std::vector<pack::Concept> concepts_;
  std::map<std::string, std::vector<pack::Alias>> aliases_;
};

} // namespace stemma::pipeline
