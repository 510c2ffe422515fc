#include "audit/origin_reasons.hpp"

#include "audit/evidence.hpp"
#include "rdf/vocabulary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace stemma::audit {

namespace {

namespace stm = rdf::stm;
using rdf::TermNumber;

class Reasons {
public:
  Reasons(const Result& result, TermNumber origin, const std::vector<TermNumber>& claims)
      : result_(result), quads_(result.quads()), origin_(origin), claims_(claims) {
    if (origin != rdf::no_term) body_ = quads_.find_object(origin, rdf::prov::wasAttributedTo);
  }

  std::vector<std::string> run() {
    if (origin_ == rdf::no_term) return {};
    for (const TermNumber claim : claims_) documents_.insert(quads_.find_object(claim, rdf::prov::wasDerivedFrom));
    if (body_ != rdf::no_term)
      chains();
    else
      carriers();
    copies();
    if (claims_.size() > 1) occasion();
    return {reasons_.begin(), reasons_.end()};
  }

private:
  std::string name(TermNumber document) const {
    const std::string& path = result_.value_of(document, stm::sourcePath);
    return path.empty() ? result_.short_name(document) : path;
  }

  void add(const std::string& reason) {
    if (std::ranges::find(reasons_, reason) == reasons_.end()) reasons_.push_back(reason);
  }

  // Fusion takes the last one of a chain who has a name; an unnamed one behind it says nothing about where it is from.
  void chains() {
    for (const TermNumber claim : claims_) {
      TermNumber last = rdf::no_term;
      for (const TermNumber hop : chain_of(result_, claim)) {
        const TermNumber speaker = quads_.find_object(hop, rdf::prov::wasAttributedTo);
        if (speaker == body_ || last == rdf::no_term || speaks_for_body(speaker)) last = speaker;
      }
      if (last == rdf::no_term) continue;
      // One person whom two documents name is two entities, of which the origin has one.
      if (last == body_ || result_.label(last) == result_.label(body_))
        add(fmt::format("the last one named is {}", result_.label(body_)));
      else
        add(fmt::format("the last one named is {}, who stands for {}", result_.label(last), result_.label(body_)));
    }
  }

  bool speaks_for_body(TermNumber speaker) const { return quads_.contains(speaker, stm::country, body_); }

  // Nobody is named: what counts is the agency that is credited, else the text itself.
  void carriers() {
    bool credited = false;
    for (const TermNumber document : documents_)
      if (const TermNumber wire = quads_.find_object(document, stm::wire); wire != rdf::no_term) {
        add(fmt::format("nobody is named; {} credits {}", name(document), result_.label(wire)));
        credited = true;
      }
    if (!credited) add("nobody is named and no news agency is credited: the text stands for itself");
    if (!credited && documents_.size() > 1 && same_publisher()) add("one publisher is no second witness of its own");
  }

  bool same_publisher() const {
    std::set<TermNumber> publishers;
    for (const TermNumber document : documents_)
      publishers.insert(quads_.find_object(document, rdf::schema::publisher));
    return publishers.size() == 1 && *publishers.begin() != rdf::no_term;
  }

  void copies() {
    for (const TermNumber document : documents_)
      if (const TermNumber first = quads_.find_object(document, stm::copyOf); first != rdf::no_term)
        add(fmt::format("{} shares its wording with {}", name(document), name(first)));
  }

  void occasion() {
    const std::string& first = result_.value_of(origin_, rdf::sem::hasEarliestBeginTimeStamp);
    const std::string& last = result_.value_of(origin_, rdf::sem::hasLatestEndTimeStamp);
    if (body_ == rdf::no_term) return;
    if (first.empty())
      add("the day is not known: one occasion");
    else
      add(first == last ? fmt::format("said on {}: one occasion", first)
                        : fmt::format("said from {} to {}, no more than three days apart: one occasion", first, last));
  }

  const Result& result_;
  const rdf::QuadIndex& quads_;
  TermNumber origin_, body_ = rdf::no_term;
  const std::vector<TermNumber>& claims_;
  std::set<TermNumber> documents_;
  std::vector<std::string> reasons_;
};

} // namespace

std::vector<std::string> origin_reasons(const Result& result, TermNumber origin,
                                        const std::vector<TermNumber>& claims) {
  return Reasons(result, origin, claims).run();
}

} // namespace stemma::audit
