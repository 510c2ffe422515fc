#include "audit/result.hpp"

#include "model/error.hpp"
#include "rdf/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace stemma::audit {

namespace {

namespace stm = rdf::stm;
using rdf::TermNumber;

constexpr std::array describing = {
    rdf::rdf::type,
    rdf::rdfs::label,
    stm::status,
    stm::isAbout,
    stm::quantity,
    stm::report,
    stm::disputed,
    stm::timeAsStated,
    stm::documentCount,
    stm::wireCount,
    stm::originCount,
    stm::denyingOriginCount,
    stm::speakerCount,
    rdf::sem::hasEarliestBeginTimeStamp,
    rdf::sem::hasLatestEndTimeStamp,
};

} // namespace

Result::Result(const std::filesystem::path& folder)
    : folder_(folder), manifest_(pipeline::require_manifest(folder)),
      quads_(rdf::QuadIndex::read(folder / "dataset.nq")) {
  shortener_.set_base(manifest_.base);
  for (const rdf::Prefix& prefix : rdf::standard_prefixes) shortener_.set_prefix(prefix);
}

const std::string& Result::value(TermNumber term) const {
  static const std::string nothing;
  return term == rdf::no_term ? nothing : quads_.term(term).value;
}

const std::string& Result::value_of(TermNumber subject, std::string_view predicate) const {
  return value(quads_.find_object(subject, predicate));
}

std::uint64_t Result::count_of(TermNumber subject, std::string_view predicate) const {
  const std::string& digits = value_of(subject, predicate);
  std::uint64_t count = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), count);
  return count;
}

std::string Result::label(TermNumber term) const {
  if (term == rdf::no_term) return {};
  if (quads_.term(term).kind == rdf::TermKind::literal) return value(term);
  for (const std::string_view property : {rdf::skos::prefLabel, rdf::rdfs::label, rdf::schema::headline})
    if (const std::string& label = value_of(term, property); !label.empty()) return label;
  return short_name(term);
}

std::string Result::short_name(TermNumber iri) const {
  std::string name;
  if (shortener_.shorten(value(iri), name) == rdf::IriShortener::Form::full) return value(iri);
  return name;
}

std::vector<TermNumber> Result::fused_events() const {
  std::vector<TermNumber> events;
  const TermNumber report = quads_.find(stm::report);
  for (const rdf::QuadIndex::Row& row : quads_.rows())
    if (row.predicate == report && (events.empty() || events.back() != row.subject)) events.push_back(row.subject);
  std::ranges::sort(events, {}, [this](TermNumber event) -> const std::string& { return value(event); });
  return events;
}

bool Result::is_fact(TermNumber fused_event) const {
  const TermNumber facts = quads_.find(base() + "graph/facts");
  return std::ranges::any_of(quads_.about(fused_event), [&](const auto& row) { return row.graph == facts; });
}

TermNumber Result::class_of(TermNumber event) const {
  for (const TermNumber type : quads_.objects(event, rdf::rdf::type))
    if (value(type) != stm::ReportedEvent) return type;
  return rdf::no_term;
}

std::vector<Result::Role> Result::roles(TermNumber event) const {
  std::vector<Role> roles;
  for (const rdf::QuadIndex::Row& row : quads_.about(event))
    if (std::ranges::find(describing, value(row.predicate)) == describing.end())
      roles.push_back({row.predicate, row.object});
  return roles;
}

} // namespace stemma::audit
