#include "language/attribute_ruler.hpp"

#include "language/code_points.hpp"

#include <algorithm>

namespace stemma::language {

namespace {

constexpr std::size_t most_rules = 4095;
constexpr std::size_t longest_match = 15;
constexpr std::size_t most_alternatives = 65535;

// Orders matches as spaCy does: by rule, start, end.
struct Match {
  std::uint32_t rule;
  std::uint32_t start;
  std::uint32_t end;
  friend auto operator<=>(const Match&, const Match&) = default;
};

} // namespace

AttributeRuler::AttributeRuler(const ModelFile& file, NameTable& names) {
  MsgpackReader reader(file);
  const std::size_t count = reader.read_array("patterns");
  if (count > most_rules) file.fail("patterns", "has too many rules");
  for (std::size_t i = 0; i < count; ++i) read_rule(reader, names);
  reader.expect_end("patterns");
}

void AttributeRuler::read_rule(MsgpackReader& reader, NameTable& names) {
  Rule rule;
  bool matches = false;
  for (std::size_t pairs = reader.read_map("patterns"); pairs > 0; --pairs) {
    const std::string_view key = reader.read_key("patterns");
    if (key == "patterns") {
      matches = true;
      for (std::size_t n = reader.read_array("patterns"); n > 0; --n) read_alternative(reader);
    } else if (key == "attrs") {
      read_settings(reader, names, rule);
    } else if (key == "index") {
      rule.index = static_cast<int>(std::clamp<std::int64_t>(reader.read_integer("index"), -100, 100));
    } else {
      reader.fail(key, "is not supported");
    }
  }
  if (!matches) reader.fail("patterns", "a rule has none");
  for (const Alternative& alternative : alternatives_) {
    const int size = static_cast<int>(alternative.tokens.size());
    if (alternative.rule == rules_.size() && (rule.index >= size || rule.index < -size))
      reader.fail("index", "lies outside of its pattern");
  }
  rules_.push_back(std::move(rule));
}

void AttributeRuler::read_alternative(MsgpackReader& reader) {
  Alternative alternative{static_cast<std::uint32_t>(rules_.size()), {}};
  const std::size_t tokens = reader.read_array("patterns");
  if (tokens == 0 || tokens > longest_match) reader.fail("patterns", "one is empty or too long");
  for (std::size_t i = 0; i < tokens; ++i) alternative.tokens.push_back(read_condition(reader));
  if (alternatives_.size() >= most_alternatives) reader.fail("patterns", "there are too many");
  alternatives_.push_back(std::move(alternative));
}

AttributeRuler::Condition AttributeRuler::read_condition(MsgpackReader& reader) {
  Condition condition;
  for (std::size_t pairs = reader.read_map("patterns"); pairs > 0; --pairs) {
    const std::string_view key = reader.read_key("patterns");
    if (key == "TAG")
      condition.tag = read_tests(reader, key);
    else if (key == "DEP")
      condition.dep = read_tests(reader, key);
    else if (key == "LOWER")
      condition.lower = read_tests(reader, key);
    else if (key == "IS_SPACE")
      condition.is_space = {reader.read_boolean(key)};
    else
      reader.fail(key, "this condition of a rule is not supported");
  }
  return condition;
}

std::vector<AttributeRuler::ValueTest> AttributeRuler::read_tests(MsgpackReader& reader, std::string_view attribute) {
  using Kind = ValueTest::Kind;
  if (reader.peek(attribute) == MsgpackReader::Type::string) {
    ValueTest test;
    test.values.emplace(reader.read_string(attribute));
    return {test};
  }
  std::vector<ValueTest> tests;
  for (std::size_t pairs = reader.read_map(attribute); pairs > 0; --pairs) {
    const std::string_view operation = reader.read_key(attribute);
    ValueTest test;
    if (operation == "REGEX") {
      test.kind = Kind::pattern;
      test.pattern = Pattern::forward(reader.file(), attribute, reader.read_string(attribute));
    } else if (operation == "IN" || operation == "NOT_IN") {
      test.kind = operation == "IN" ? Kind::in : Kind::not_in;
      for (std::size_t n = reader.read_array(attribute); n > 0; --n) test.values.emplace(reader.read_string(attribute));
    } else {
      reader.fail(operation, "this condition of a rule is not supported");
    }
    tests.push_back(std::move(test));
  }
  return tests;
}

void AttributeRuler::read_settings(MsgpackReader& reader, NameTable& names, Rule& rule) {
  for (std::size_t pairs = reader.read_map("attrs"); pairs > 0; --pairs) {
    const std::string_view key = reader.read_key("attrs");
    const std::string_view value = reader.read_string(key);
    if (key == "POS")
      rule.settings.push_back({&DocumentToken::pos, names.add(value)});
    else if (key == "MORPH")
      rule.settings.push_back({&DocumentToken::morph, names.add(value == "_" ? "" : value)});
    else if (key == "LEMMA")
      rule.settings.push_back({&DocumentToken::ruled_lemma, names.add(value)});
    else if (key == "TAG")
      rule.settings.push_back({&DocumentToken::tag, names.add(value)});
    else if (key == "DEP")
      rule.settings.push_back({&DocumentToken::dep, names.add(value)});
    else
      reader.fail(key, "setting this attribute is not supported");
  }
}

bool AttributeRuler::ValueTest::holds(std::string_view value) const {
  if (kind == Kind::pattern) return pattern.search(decode_utf8(value));
  return (values.find(value) != values.end()) == (kind == Kind::in);
}

void AttributeRuler::index(const NameTable& names) {
  const auto allowed = [&](const std::vector<ValueTest>& tests) {
    std::vector<bool> holds(names.size(), true);
    for (std::size_t id = 0; id < names.size(); ++id)
      for (const ValueTest& test : tests) holds[id] = holds[id] && test.holds(names[static_cast<NameId>(id)]);
    return holds;
  };
  for (Alternative& alternative : alternatives_)
    for (Condition& condition : alternative.tokens) {
      condition.tags = allowed(condition.tag);
      condition.deps = allowed(condition.dep);
    }
  by_tag_.resize(names.size());
  for (std::uint32_t i = 0; i < alternatives_.size(); ++i) {
    const Condition& first = alternatives_[i].tokens.front();
    if (first.speaks_of_form()) {
      form_alternatives_.push_back(i);
      continue;
    }
    for (std::size_t tag = 0; tag < names.size(); ++tag)
      if (first.tags[tag]) by_tag_[tag].push_back(i);
  }
}

bool AttributeRuler::holds_for_form(const Condition& condition, const LexicalAttributes& form) {
  if (!condition.is_space.empty() && condition.is_space.front() != form.is_space) return false;
  return std::all_of(condition.lower.begin(), condition.lower.end(),
                     [&](const ValueTest& test) { return test.holds(form.lower); });
}

std::vector<std::uint32_t> AttributeRuler::alternatives_for(const LexicalAttributes& form) const {
  std::vector<std::uint32_t> found;
  for (const std::uint32_t i : form_alternatives_)
    if (holds_for_form(alternatives_[i].tokens.front(), form)) found.push_back(i);
  return found;
}

bool AttributeRuler::holds(const Condition& condition, const DocumentToken& token, bool form_is_known) {
  return condition.tags[token.tag] && condition.deps[token.dep] &&
         (form_is_known || holds_for_form(condition, token.lexeme->attributes));
}

bool AttributeRuler::matches(const Alternative& alternative, const Document& document, std::size_t at) const {
  const std::size_t size = alternative.tokens.size();
  if (document.size() - at < size) return false;
  for (std::size_t i = 0; i < size; ++i)
    if (!holds(alternative.tokens[i], document[at + i], i == 0)) return false;
  return true;
}

void AttributeRuler::apply(Document& document) const {
  std::vector<Match> found;
  for (std::size_t at = 0; at < document.size(); ++at) {
    const auto try_each = [&](const std::vector<std::uint32_t>& candidates) {
      for (const std::uint32_t i : candidates) {
        const Alternative& alternative = alternatives_[i];
        if (matches(alternative, document, at))
          found.push_back({alternative.rule, static_cast<std::uint32_t>(at),
                           static_cast<std::uint32_t>(at + alternative.tokens.size())});
      }
    };
    try_each(document[at].lexeme->rules);
    try_each(by_tag_[document[at].tag]);
  }
  std::sort(found.begin(), found.end());
  for (const Match& match : found) {
    const Rule& rule = rules_[match.rule];
    const auto offset = static_cast<std::uint32_t>(rule.index < 0 ? -rule.index : rule.index);
    DocumentToken& token = document[rule.index < 0 ? match.end - offset : match.start + offset];
    for (const Setting& setting : rule.settings) token.*setting.attribute = setting.value;
  }
}

} // namespace stemma::language
