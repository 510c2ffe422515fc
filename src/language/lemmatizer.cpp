#include "language/lemmatizer.hpp"

#include "language/code_points.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <map>

namespace stemma::language {

namespace {

bool is_alphabetic(std::string_view text) {
  const std::u32string decoded = decode_utf8(text);
  return std::all_of(decoded.begin(), decoded.end(), text::is_letter);
}

bool contains(const std::vector<std::string>& list, const std::string& text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

} // namespace

Lemmatizer::Lemmatizer(ModelFile file) : file_(std::move(file)) {
  MsgpackReader reader(file_);
  for (std::size_t pairs = reader.read_map("lookups"); pairs > 0; --pairs) {
    const std::string_view table = reader.read_string("lookups");
    if (table == "lemma_rules")
      read_rules(reader);
    else if (table == "lemma_exc")
      read_exceptions(reader);
    else if (table == "lemma_index")
      read_index(reader);
    else
      reader.skip(table);
  }
  reader.expect_end("lookups");
}

void Lemmatizer::read_rules(MsgpackReader& reader) {
  const std::string_view field = "lemma_rules";
  for (std::size_t pairs = reader.read_map(field); pairs > 0; --pairs) {
    auto& rules = tables_[reader.read_unsigned(field)].rules;
    for (std::size_t n = reader.read_array(field); n > 0; --n) {
      if (reader.read_array(field) != 2) reader.fail(field, "a rule is no pair");
      const std::string_view ending = reader.read_string(field);
      rules.emplace_back(ending, reader.read_string(field));
    }
  }
}

void Lemmatizer::read_exceptions(MsgpackReader& reader) {
  const std::string_view field = "lemma_exc";
  for (std::size_t pairs = reader.read_map(field); pairs > 0; --pairs) {
    auto& exceptions = tables_[reader.read_unsigned(field)].exceptions;
    std::size_t forms = reader.read_map(field);
    exceptions.reserve(forms);
    for (; forms > 0; --forms) {
      auto& lemmas = exceptions[reader.read_string(field)];
      for (std::size_t n = reader.read_array(field); n > 0; --n) lemmas.push_back(reader.read_string(field));
    }
  }
}

void Lemmatizer::read_index(MsgpackReader& reader) {
  const std::string_view field = "lemma_index";
  for (std::size_t pairs = reader.read_map(field); pairs > 0; --pairs) {
    auto& known = tables_[reader.read_unsigned(field)].known;
    std::size_t forms = reader.read_array(field);
    known.reserve(forms);
    for (; forms > 0; --forms) known.insert(reader.read_string(field));
  }
}

// spaCy's EnglishLemmatizer.is_base_form.
Lemmatizer::Morph Lemmatizer::parse_morph(std::string_view features) {
  std::map<std::string_view, std::string_view> values;
  while (!features.empty()) {
    const std::size_t bar = std::min(features.find('|'), features.size());
    const std::string_view feature = features.substr(0, bar);
    if (const auto equals = feature.find('='); equals != std::string_view::npos)
      values[feature.substr(0, equals)] = feature.substr(equals + 1);
    features.remove_prefix(std::min(bar + 1, features.size()));
  }
  const auto is = [&](std::string_view name, std::string_view value) {
    const auto found = values.find(name);
    return found != values.end() && found->second == value;
  };
  Morph morph;
  morph.base_for_noun = is("Number", "Sing");
  morph.base_for_verb = is("VerbForm", "Fin") && is("Tense", "Pres") && values.find("Number") == values.end();
  morph.base_for_any = is("VerbForm", "Inf") || is("VerbForm", "None") || is("Degree", "Pos");
  return morph;
}

void Lemmatizer::index(const NameTable& names) {
  for (std::size_t id = 0; id < names.size(); ++id) {
    const std::string_view name = names[static_cast<NameId>(id)];
    Pos pos{lower_case(name), nullptr};
    const auto found = tables_.find(string_id(pos.lower));
    if (found != tables_.end() && !found->second.empty()) pos.tables = &found->second;
    pos_.push_back(std::move(pos));
    morphs_.push_back(parse_morph(name));
  }
}

std::string Lemmatizer::lemma(const Lexeme& lexeme, NameId pos_id, NameId morph_id) const {
  const Pos& pos = pos_[pos_id];
  const Morph& morph = morphs_[morph_id];
  const std::string& lower = lexeme.attributes.lower;
  if (pos.lower.empty() || pos.lower == "eol" || pos.lower == "space") return lower;
  if (morph.base_for_any || (pos.lower == "noun" && morph.base_for_noun) ||
      (pos.lower == "verb" && morph.base_for_verb))
    return lower;
  if (!pos.tables) return pos.lower == "propn" ? lexeme.text : lower;
  return by_rules(*pos.tables, lower, lexeme.text);
}

bool Lemmatizer::is_base_form(const std::string& word, std::string_view pos) const {
  const auto tables = tables_.find(string_id(pos));
  return tables != tables_.end() && tables->second.known.contains(word);
}

std::optional<std::string> Lemmatizer::find_base_form(const std::string& word, std::string_view pos) const {
  const auto tables = tables_.find(string_id(pos));
  if (tables == tables_.end() || tables->second.known.contains(word)) return std::nullopt;
  std::string base = by_rules(tables->second, word, word);
  if (base == word || !tables->second.known.contains(base)) return std::nullopt;
  return base;
}

std::string Lemmatizer::by_rules(const Tables& tables, const std::string& lower, const std::string& text) {
  std::vector<std::string> forms;
  std::vector<std::string> unknown;
  for (const auto& [ending, replacement] : tables.rules) {
    if (!lower.ends_with(ending)) continue;
    std::string form = lower.substr(0, lower.size() - ending.size());
    form += replacement;
    if (form.empty()) continue;
    if (tables.known.contains(form))
      forms.insert(forms.begin(), std::move(form));
    else if (!is_alphabetic(form))
      forms.push_back(std::move(form));
    else
      unknown.push_back(std::move(form));
  }
  std::vector<std::string> distinct;
  for (std::string& form : forms)
    if (!contains(distinct, form)) distinct.push_back(std::move(form));
  if (const auto listed = tables.exceptions.find(lower); listed != tables.exceptions.end())
    for (const std::string_view lemma : listed->second)
      if (std::string form(lemma); !contains(distinct, form)) distinct.insert(distinct.begin(), std::move(form));
  if (!distinct.empty()) return distinct.front();
  return unknown.empty() ? text : unknown.front();
}

} // namespace stemma::language
