#include "pack/statements.hpp"

#include "rdf/reader.hpp"
#include "rdf/vocabulary.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace stemma::pack {
namespace {

using PropertyTable = std::unordered_map<std::string, Property>;

PropertyTable make_property_table() {
  PropertyTable table = {
      {std::string(rdf::rdf::type), Property::type},
      {std::string(rdf::rdfs::subClassOf), Property::sub_class_of},
      {std::string(rdf::rdfs::subPropertyOf), Property::sub_property_of},
      {std::string(rdf::rdfs::label), Property::label},
      {std::string(rdf::skos::prefLabel), Property::pref_label},
      {std::string(rdf::skos::altLabel), Property::alt_label},
      {std::string(rdf::skos::hiddenLabel), Property::hidden_label},
      {std::string(rdf::skos::notation), Property::notation},
      {std::string(rdf::skos::broader), Property::broader},
      {std::string(rdf::skos::exactMatch), Property::exact_match},
      {"http://www.w3.org/2003/01/geo/wgs84_pos#lat", Property::latitude},
      {"http://www.w3.org/2003/01/geo/wgs84_pos#long", Property::longitude},
  };
  const std::pair<std::string_view, Property> own[] = {
      {"acronym", Property::acronym},
      {"adjective", Property::adjective},
      {"demonym", Property::demonym},
      {"capital", Property::capital},
      {"seat", Property::seat},
      {"shortForm", Property::short_form},
      {"plural", Property::plural},
      {"country", Property::country},
      {"office", Property::office},
      {"alpha3", Property::alpha3},
      {"tier", Property::tier},
      {"familyName", Property::family_name},
      {"category", Property::category},
      {"sipriCategory", Property::sipri_category},
      {"unrocaCategory", Property::unroca_category},
      {"guideTerm", Property::guide_term},
      {"organisationKind", Property::organisation_kind},
      {"bodyNoun", Property::body_noun},
      {"description", Property::description},
      {"validFrom", Property::valid_from},
      {"validTo", Property::valid_to},
      {"population", Property::population},
      {"placeKind", Property::place_kind},
      {"exactCase", Property::exact_case},
      {"needsContext", Property::needs_context},
      {"cueKind", Property::cue_kind},
      {"cueText", Property::cue_text},
  };
  for (const auto& [name, property] : own) table.emplace(std::string(rdf::stm::base) + std::string(name), property);
  return table;
}

auto order(const Statement& s) { return std::tie(s.property, s.value, s.language); }

void settle(Subject& subject) {
  auto& list = subject.statements;
  std::sort(list.begin(), list.end(), [](const Statement& a, const Statement& b) { return order(a) < order(b); });
  list.erase(std::unique(list.begin(), list.end(),
                         [](const Statement& a, const Statement& b) { return order(a) == order(b); }),
             list.end());
}

} // namespace

bool Subject::has(Property property) const { return !first(property).empty(); }

std::string_view Subject::first(Property property) const {
  for (const Statement& s : statements)
    if (s.property == property) return s.value;
  return {};
}

std::vector<std::string> Subject::all(Property property) const {
  std::vector<std::string> out;
  for (const Statement& s : statements)
    if (s.property == property) out.push_back(s.value);
  return out;
}

std::vector<std::string> Subject::texts(Property property, std::string_view language) const {
  std::vector<std::string> out;
  for (const Statement& s : statements)
    if (s.property == property && (s.language.empty() || s.language == language)) out.push_back(s.value);
  return out;
}

struct StatementReader::State {
  const PropertyTable properties = make_property_table();
  Subjects subjects;
  Subject* subject = nullptr;
  std::string subject_iri;
};

StatementReader::StatementReader() : state_(std::make_unique<State>()) {}
StatementReader::~StatementReader() = default;

void StatementReader::take(const std::string& subject, const std::string& property, const std::string& value,
                           const std::string& language) {
  const auto known = state_->properties.find(property);
  if (known == state_->properties.end()) return;
  if (!state_->subject || state_->subject_iri != subject) { // a file has the statements of a subject in a row
    state_->subject_iri = subject;
    state_->subject = &state_->subjects[subject];
  }
  state_->subject->statements.push_back({known->second, value, language});
}

Subjects StatementReader::finish() {
  for (auto& [iri, found] : state_->subjects) settle(found);
  return std::move(state_->subjects);
}

Subjects read_statements(const std::vector<std::filesystem::path>& turtle) {
  StatementReader reader;
  for (const auto& file : turtle)
    rdf::read_file(file, {}, [&](const rdf::Quad& quad, std::uint64_t) {
      if (quad.subject.kind == rdf::TermKind::iri)
        reader.take(quad.subject.value, quad.predicate.value, quad.object.value, quad.object.language);
    });
  return reader.finish();
}

std::string_view local_name(std::string_view iri) {
  const auto end = iri.find_last_of("#/");
  return end == std::string_view::npos ? iri : iri.substr(end + 1);
}

} // namespace stemma::pack
