#pragma once
// spaCy's rule lemmatizer for English.

#include "language/document.hpp"
#include "language/msgpack_reader.hpp"
#include "language/tokenizer.hpp"

#include <optional>
#include <unordered_set>

namespace stemma::language {

class Lemmatizer {
public:
  // lemmatizer/lookups/lookups.bin; the bytes are kept.
  explicit Lemmatizer(ModelFile file);
  // Once all names of the model are in the table.
  void index(const NameTable& names);

  // Of a form as that part of speech with those features.
  std::string lemma(const Lexeme& lexeme, NameId pos, NameId morph) const;

  // What the tables know of a word that stands alone, in small letters; `pos` as spaCy writes it, "verb".
  bool is_base_form(const std::string& word, std::string_view pos) const;
  // The base form whose inflection it is ("sent": "send"); absent where it is a base form itself, or not known.
  std::optional<std::string> find_base_form(const std::string& word, std::string_view pos) const;

private:
  struct Tables {                                                     // of one part of speech; views into the file
    std::vector<std::pair<std::string_view, std::string_view>> rules; // an ending and what takes its place
    std::unordered_map<std::string_view, std::vector<std::string_view>> exceptions;
    std::unordered_set<std::string_view> known;
    bool empty() const { return rules.empty() && exceptions.empty() && known.empty(); }
  };
  struct Pos {
    std::string lower;
    const Tables* tables = nullptr; // null: there are none
  };
  struct Morph { // what the choice of a lemma reads of the features
    bool base_for_any = false;
    bool base_for_noun = false;
    bool base_for_verb = false;
  };

  void read_rules(MsgpackReader& reader);
  void read_exceptions(MsgpackReader& reader);
  void read_index(MsgpackReader& reader);
  static Morph parse_morph(std::string_view features);
  static std::string by_rules(const Tables& tables, const std::string& lower, const std::string& text);

  ModelFile file_;
  std::unordered_map<StringId, Tables> tables_;
  std::vector<Pos> pos_;      // by name
  std::vector<Morph> morphs_; // by name
};

} // namespace stemma::language
