#pragma once
// spaCy's attribute ruler: rules over one token or a few in a row that set its attributes.

#include "language/document.hpp"
#include "language/msgpack_reader.hpp"
#include "language/pattern.hpp"

#include <set>

namespace stemma::language {

class AttributeRuler {
public:
  // Refuses conditions and attributes other than those of the English pipelines.
  AttributeRuler(const ModelFile& file, NameTable& names);
  // Once all names of the model are in the table.
  void index(const NameTable& names);

  // The alternatives whose first condition speaks of the form and holds for it: what Lexeme::rules is filled with.
  std::vector<std::uint32_t> alternatives_for(const LexicalAttributes& form) const;

  // All matches on the document as it is, then what they set, later rules over earlier ones.
  void apply(Document& document) const;

private:
  // Strings that are (or are not) in a list, or that a pattern finds something in.
  struct ValueTest {
    enum class Kind { in, not_in, pattern };
    Kind kind = Kind::in;
    std::set<std::string, std::less<>> values;
    Pattern pattern;
    bool holds(std::string_view value) const;
  };
  struct Condition { // on one token; what is not said holds for all
    std::vector<ValueTest> tag, dep, lower;
    std::vector<bool> is_space;   // empty or one
    std::vector<bool> tags, deps; // by name; filled by `index`
    bool speaks_of_form() const { return !lower.empty() || !is_space.empty(); }
  };
  struct Alternative {
    std::uint32_t rule = 0;
    std::vector<Condition> tokens;
  };
  struct Setting {
    NameId DocumentToken::* attribute;
    NameId value;
  };
  struct Rule {
    int index = 0; // which token of a match; negative: from its end
    std::vector<Setting> settings;
  };

  void read_rule(MsgpackReader& reader, NameTable& names);
  void read_alternative(MsgpackReader& reader);
  Condition read_condition(MsgpackReader& reader);
  std::vector<ValueTest> read_tests(MsgpackReader& reader, std::string_view attribute);
  void read_settings(MsgpackReader& reader, NameTable& names, Rule& rule);
  static bool holds_for_form(const Condition& condition, const LexicalAttributes& form);
  static bool holds(const Condition& condition, const DocumentToken& token, bool form_is_known);
  bool matches(const Alternative& alternative, const Document& document, std::size_t at) const;

  std::vector<Rule> rules_;
  std::vector<Alternative> alternatives_;
  std::vector<std::uint32_t> form_alternatives_;
  std::vector<std::vector<std::uint32_t>> by_tag_; // those that say nothing of the form
};

} // namespace stemma::language
