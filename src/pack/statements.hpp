#pragma once
// The statements of a pack that its compiled form is made of, by subject.

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace stemma::pack {

// Properties the program reads. What a pack says by others is for people and for queries.
enum class Property {
  type,
  sub_class_of,
  sub_property_of,
  label,
  pref_label,
  alt_label,
  hidden_label,
  notation,
  alpha3,
  broader,
  exact_match,
  acronym,
  adjective,
  demonym,
  capital,
  seat,
  short_form,
  plural,
  country,
  office,
  tier,
  family_name,
  category,
  sipri_category,
  unroca_category,
  guide_term,
  organisation_kind,
  body_noun,
  description,
  valid_from,
  valid_to,
  population,
  place_kind,
  latitude,
  longitude,
  exact_case,
  needs_context,
  cue_kind,
  cue_text,
};

struct Statement {
  Property property;
  std::string value;    // IRI or lexical form
  std::string language; // empty: none
};

struct Subject {
  std::vector<Statement> statements; // by property, value, language; none twice

  bool has(Property property) const;
  std::string_view first(Property property) const; // empty when there is none
  std::vector<std::string> all(Property property) const;
  // Values in the language and those without any.
  std::vector<std::string> texts(Property property, std::string_view language) const;
};

using Subjects = std::map<std::string, Subject, std::less<>>; // by IRI

// Reads the files; the result depends on what they say alone. Throws Error with file, line and column.
Subjects read_statements(const std::vector<std::filesystem::path>& turtle);

// Takes statements one by one.
class StatementReader {
public:
  StatementReader();
  ~StatementReader();
  void take(const std::string& subject, const std::string& property, const std::string& value,
            const std::string& language);
  Subjects finish();

private:
  struct State;
  std::unique_ptr<State> state_;
};

// "NewsAgency" of "https://w3id.org/stemma/ns#NewsAgency"; "KP" of ".../country/KP".
std::string_view local_name(std::string_view iri);

} // namespace stemma::pack
