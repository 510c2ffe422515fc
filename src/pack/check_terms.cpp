#include "pack/findings.hpp"
#include "rdf/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace stemma::pack {
namespace {

constexpr std::array known_vocabularies = {
    rdf::sem::base,     rdf::prov::base, rdf::schema::base,
    rdf::oa::base,      rdf::skos::base, rdf::rdf::base,
    rdf::rdfs::base,    rdf::xsd::base,  rdf::owl::base,
    rdf::dcterms::base, rdf::sh::base,   std::string_view("http://www.w3.org/2003/01/geo/wgs84_pos#"),
};
constexpr std::string_view imports_property = "http://www.w3.org/2002/07/owl#imports"; // checked as such
constexpr std::string_view lexicon_base = "https://w3id.org/stemma/lexicon/";

bool is_known_vocabulary(const std::string& iri) {
  return std::any_of(known_vocabularies.begin(), known_vocabularies.end(),
                     [&](auto base) { return iri.starts_with(base); });
}

bool is_own(const std::string& iri) { return iri.starts_with(rdf::stm::base); }

std::string namespace_of(const std::string& iri) { return iri.substr(0, iri.find_last_of("#/") + 1); }

class TermCheck {
public:
  TermCheck(const CheckedPack& pack, Findings& findings) : pack_(pack), findings_(findings) {
    for (const auto& [triple, place] : pack.triples)
      if (triple.subject.kind == rdf::TermKind::iri && described_.insert(triple.subject.value).second)
        namespaces_.insert(namespace_of(triple.subject.value));
  }

  void run() {
    for (const auto& [triple, place] : pack_.triples) {
      check_property(triple, place);
      if (triple.object.kind == rdf::TermKind::iri) check_object(triple, place);
    }
    for (const std::string& iri : described_) {
      if (is_own(iri) || is_term(iri))
        check_own_term(iri);
      else if (iri.starts_with(lexicon_base) || has_described_type(iri))
        check_label(iri);
    }
  }

private:
  void check_property(const rdf::Triple& triple, const Place& place) {
    const std::string& property = triple.predicate.value;
    if (!described_.contains(property) && (is_own(property) || !is_known_vocabulary(property)))
      findings_.add("pack.term", "unknown property " + short_iri(property), place);
  }

  void check_object(const rdf::Triple& triple, const Place& place) {
    const std::string& object = triple.object.value;
    const bool type = triple.predicate.value == rdf::rdf::type;
    if (is_own(object) && !described_.contains(object))
      findings_.add("pack.term", std::string("unknown ") + (type ? "class " : "term ") + short_iri(object), place);
    else if (type && !described_.contains(object) && !is_known_vocabulary(object))
      findings_.add("pack.term", "unknown class " + object, place);
    else if (namespaces_.contains(namespace_of(object)) && !described_.contains(object) &&
             triple.predicate.value != imports_property)
      findings_.add("pack.reference", short_iri(object) + " is not described anywhere", place);
  }

  bool has_english(const std::string& iri, std::string_view property) const {
    const auto texts = pack_.store.objects(rdf::iri_view(iri), rdf::iri_view(property));
    return std::any_of(texts.begin(), texts.end(),
                       [](const rdf::Term& t) { return t.language == "en" && !t.value.empty(); });
  }

  void check_label(const std::string& iri) {
    if (!has_english(iri, rdf::skos::prefLabel) && !has_english(iri, rdf::rdfs::label))
      findings_.add("pack.label", short_iri(iri) + " has no label in English",
                    pack_.store.place_of(rdf::iri_view(iri)));
  }

  std::vector<rdf::Term> types_of(const std::string& iri) const {
    return pack_.store.objects(rdf::iri_view(iri), rdf::iri_view(rdf::rdf::type));
  }

  // Whether it is a class or property, of whatever namespace.
  bool is_term(const std::string& iri) const {
    const auto types = types_of(iri);
    return std::any_of(types.begin(), types.end(), [](const rdf::Term& t) {
      return t.value == rdf::rdfs::Class || t.value == rdf::rdf::Property || t.value == rdf::owl::Class ||
             t.value == rdf::owl::ObjectProperty || t.value == rdf::owl::DatatypeProperty;
    });
  }

  // Whether it is an instance of a class that the pack describes.
  bool has_described_type(const std::string& iri) const {
    const auto types = types_of(iri);
    return std::any_of(types.begin(), types.end(), [&](const rdf::Term& t) { return described_.contains(t.value); });
  }

  bool has(const std::string& iri, std::string_view property) const {
    return pack_.store.find_object(rdf::iri_view(iri), rdf::iri_view(property)).has_value();
  }

  void check_own_term(const std::string& iri) {
    const Place place = pack_.store.place_of(rdf::iri_view(iri));
    check_label(iri);
    if (!has_english(iri, rdf::rdfs::comment))
      findings_.add("pack.label", short_iri(iri) + " has no comment in English", place);
    const auto types = types_of(iri);
    const bool value = std::any_of(types.begin(), types.end(), [](const rdf::Term& t) { return is_own(t.value); });
    const bool tied =
        has(iri, rdf::rdfs::subClassOf) || has(iri, rdf::rdfs::subPropertyOf) || has(iri, rdf::skos::closeMatch);
    if (!value && !tied)
      findings_.add("pack.tie",
                    short_iri(iri) +
                        " is not tied to a published term (rdfs:subClassOf, rdfs:subPropertyOf or skos:closeMatch)",
                    place);
  }

  const CheckedPack& pack_;
  Findings& findings_;
  std::set<std::string> described_;  // what the pack says anything of
  std::set<std::string> namespaces_; // theirs
};

} // namespace

void check_terms(const CheckedPack& pack, Findings& findings) { TermCheck(pack, findings).run(); }

} // namespace stemma::pack
