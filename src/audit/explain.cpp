#include "audit/evidence.hpp"
#include "audit/explanation.hpp"
#include "audit/origin_reasons.hpp"
#include "rdf/vocabulary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace stemma::audit {

namespace {

namespace stm = rdf::stm;
using rdf::TermNumber;

std::string period(const std::string& from, const std::string& to) {
  if (from.empty()) return to.empty() ? "" : "until " + to;
  if (to.empty()) return "since " + from;
  return from == to ? from : from + " to " + to;
}

class Explaining {
public:
  Explaining(const Result& result, TermNumber event) : result_(result), quads_(result.quads()), event_(event) {}

  Explanation run() {
    Explanation out;
    describe(out);
    std::map<TermNumber, std::vector<TermNumber>> claims_by_origin;
    for (const TermNumber report : quads_.objects(event_, stm::report))
      for (const TermNumber claim : quads_.subjects(stm::asserts, report))
        claims_by_origin[quads_.find_object(claim, stm::origin)].push_back(claim);
    for (const auto& [origin, claims] : claims_by_origin) out.told_by.push_back(explain_origin(origin, claims));
    std::ranges::sort(out.told_by, {}, [](const ExplainedOrigin& origin) {
      const ExplainedClaim& first = origin.claims.front();
      return std::tie(origin.denies, first.published, first.document, origin.iri);
    });
    for (const auto& [origin, claims] : claims_by_origin)
      for (const TermNumber claim : claims) note_disagreements(claim, out);
    std::ranges::sort(out.disagreements, {}, [](const ExplainedDisagreement& found) {
      return std::tie(found.later, found.earlier, found.matter);
    });
    return out;
  }

private:
  Named named(TermNumber term) const { return {result_.value(term), result_.label(term)}; }

  void describe(Explanation& out) const {
    out.event = result_.value(event_);
    out.label = result_.label(event_);
    out.type = result_.label(result_.class_of(event_));
    out.status = result_.label(quads_.find_object(event_, stm::status));
    out.time = period(result_.value_of(event_, rdf::sem::hasEarliestBeginTimeStamp),
                      result_.value_of(event_, rdf::sem::hasLatestEndTimeStamp));
    out.fact = result_.is_fact(event_);
    out.disputed = result_.value_of(event_, stm::disputed) == "true";
    out.documents = result_.count_of(event_, stm::documentCount);
    out.wires = result_.count_of(event_, stm::wireCount);
    out.speakers = result_.count_of(event_, stm::speakerCount);
    out.origins = result_.count_of(event_, stm::originCount);
    out.denying_origins = result_.count_of(event_, stm::denyingOriginCount);
    for (const Result::Role& role : result_.roles(event_))
      out.roles.emplace_back(named(role.property), named(role.value));
    for (const TermNumber quantity : quads_.objects(event_, stm::quantity))
      out.quantities.push_back(result_.value_of(quantity, stm::asStated));
  }

  ExplainedOrigin explain_origin(TermNumber origin, const std::vector<TermNumber>& claims) const {
    ExplainedOrigin out;
    out.iri = result_.value(origin);
    out.label = result_.label(origin);
    if (origin != rdf::no_term) {
      out.first = result_.value_of(origin, rdf::sem::hasEarliestBeginTimeStamp);
      out.last = result_.value_of(origin, rdf::sem::hasLatestEndTimeStamp);
    }
    for (const TermNumber claim : claims) out.claims.push_back(explain_claim(claim));
    std::ranges::sort(out.claims, {},
                      [](const ExplainedClaim& claim) { return std::tie(claim.published, claim.document, claim.iri); });
    out.denies = std::ranges::all_of(claims, [&](TermNumber claim) {
      return result_.value_of(quads_.find_object(claim, stm::asserts), stm::status) == stm::denied;
    });
    out.reasons = origin_reasons(result_, origin, claims);
    return out;
  }

  ExplainedClaim explain_claim(TermNumber claim) const {
    ExplainedClaim out;
    const TermNumber report = quads_.find_object(claim, stm::asserts);
    const TermNumber document = quads_.find_object(claim, rdf::prov::wasDerivedFrom);
    const TermNumber frame = quads_.find_object(claim, stm::frame);
    out.iri = result_.value(claim);
    out.report = result_.value(report);
    out.document = result_.value(document);
    out.title = result_.value_of(document, rdf::schema::headline);
    out.path = result_.value_of(document, stm::sourcePath);
    out.publisher = label_of(document, rdf::schema::publisher);
    out.wire = label_of(document, stm::wire);
    out.published = result_.value_of(claim, rdf::schema::datePublished);
    out.status = label_of(report, stm::status);
    out.time = result_.value_of(report, stm::timeAsStated);
    out.quantity = result_.value_of(quads_.find_object(report, stm::quantity), stm::asStated);
    out.frame = result_.value(frame);
    out.frame_label = result_.label(frame);
    out.players = find_players(result_, claim);
    out.quotes = read_quotes(result_, claim, out.players);
    for (const TermNumber hop : chain_of(result_, claim))
      out.chain.push_back({named(quads_.find_object(hop, rdf::prov::wasAttributedTo)), read_quotes(result_, hop, {})});
    return out;
  }

  std::string label_of(TermNumber subject, std::string_view property) const {
    return result_.label(quads_.find_object(subject, property));
  }

  void note_disagreements(TermNumber claim, Explanation& out) const {
    for (const TermNumber found : quads_.subjects(stm::laterClaim, claim)) {
      const TermNumber earlier = quads_.find_object(found, stm::earlierClaim);
      out.disagreements.push_back({quads_.contains(claim, stm::supersedes, earlier), label_of(found, stm::disagreesOn),
                                   result_.value(earlier), result_.value(claim)});
    }
  }

  const Result& result_;
  const rdf::QuadIndex& quads_;
  TermNumber event_;
};

} // namespace

Explanation explain(const Result& result, TermNumber event) { return Explaining(result, event).run(); }

} // namespace stemma::audit
