#include "audit/verify_graph.hpp"

#include "audit/evidence.hpp"
#include "rdf/vocabulary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace stemma::audit {

namespace {

namespace stm = rdf::stm;
using rdf::TermNumber;

class GraphCheck {
public:
  GraphCheck(const Result& result, Verification& found) : result_(result), quads_(result.quads()), found_(found) {}

  void run() {
    for (const TermNumber event : result_.fused_events()) check_fused(event);
    for (const TermNumber graph :
         {quads_.find(result_.base() + "graph/facts"), quads_.find(result_.base() + "graph/reported")})
      check_all_fused(graph);
    for (const TermNumber report : instances(stm::ReportedEvent)) check_report(report);
    for (const TermNumber claim : instances(stm::Claim)) check_claim(claim);
  }

private:
  std::vector<TermNumber> instances(std::string_view type) const {
    return quads_.subjects(rdf::rdf::type, quads_.find(type));
  }

  bool is_a(TermNumber thing, std::string_view type) const {
    return quads_.contains(thing, rdf::rdf::type, quads_.find(type));
  }

  void fail(const std::string& code, TermNumber subject, const std::string& message) const {
    found_.failures.push_back({code, result_.short_name(subject), message});
  }

  // An event that no report tells of is in no list of fused events.
  void check_all_fused(TermNumber graph) const {
    for (const TermNumber event : instances(rdf::sem::Event))
      if (graph != rdf::no_term && quads_.graph_of(event, rdf::rdf::type, quads_.find(rdf::sem::Event)) == graph &&
          quads_.find_object(event, stm::report) == rdf::no_term)
        fail("fact", event, "no report tells of the event");
  }

  void check_fused(TermNumber event) {
    ++found_.events;
    std::set<TermNumber> documents, asserting, denying;
    std::set<std::string> values;
    bool happened = false;
    for (const TermNumber report : quads_.objects(event, stm::report)) {
      const std::string& status = result_.value_of(report, stm::status);
      happened = happened || status == stm::occurred || status == stm::ongoing;
      for (const Result::Role& role : result_.roles(report)) add_value(role.value, values);
      for (const TermNumber claim : quads_.subjects(stm::asserts, report)) {
        documents.insert(quads_.find_object(claim, rdf::prov::wasDerivedFrom));
        (status == stm::denied ? denying : asserting).insert(quads_.find_object(claim, stm::origin));
      }
    }
    if (result_.is_fact(event) && !happened) fail("fact", event, "is a fact, and no report says that it happened");
    if (!result_.is_fact(event) && happened) fail("fact", event, "is no fact, and a report says that it happened");
    for (const Result::Role& role : result_.roles(event))
      if (!values.contains(result_.value(role.value)))
        fail("fact", event,
             fmt::format("{} is {}, which no report says", result_.label(role.property), result_.label(role.value)));
    check_count(event, stm::documentCount, documents.size());
    check_count(event, stm::originCount, asserting.size());
    check_count(event, stm::denyingOriginCount, denying.size());
  }

  // A part of an exchange is a report there and the fused event here.
  void add_value(TermNumber value, std::set<std::string>& values) const {
    values.insert(result_.value(value));
    for (const TermNumber fused : quads_.subjects(stm::report, value)) values.insert(result_.value(fused));
    for (const std::string_view same : {rdf::owl::sameAs, rdf::skos::closeMatch}) {
      for (const TermNumber other : quads_.objects(value, same)) values.insert(result_.value(other));
      for (const TermNumber other : quads_.subjects(same, value)) values.insert(result_.value(other));
    }
  }

  void check_count(TermNumber event, std::string_view property, std::size_t linked) const {
    const std::uint64_t said = result_.count_of(event, property);
    if (said != linked)
      fail("count", event,
           fmt::format("{} is {}, and {} are linked", result_.label(quads_.find(property)), said, linked));
  }

  void check_report(TermNumber report) const {
    if (quads_.subjects(stm::asserts, report).empty()) fail("claim", report, "no claim asserts the event");
    if (quads_.subjects(stm::report, report).empty()) fail("fact", report, "the event belongs to no fused event");
  }

  void check_claim(TermNumber claim) {
    ++found_.claims;
    const TermNumber event = quads_.find_object(claim, stm::asserts);
    const TermNumber document = quads_.find_object(claim, rdf::prov::wasDerivedFrom);
    if (!is_a(event, stm::ReportedEvent)) fail("claim", claim, "asserts no event");
    if (result_.value_of(document, stm::sha256).empty()) fail("claim", claim, "comes from no document of the result");
    if (quads_.find_object(claim, stm::origin) == rdf::no_term) fail("claim", claim, "has no origin");
    check_evidence(claim, document);
    for (const TermNumber hop : chain_of(result_, claim)) check_evidence(hop, document);
  }

  void check_evidence(TermNumber of, TermNumber document) const {
    const std::vector<TermNumber> spans = quads_.objects(of, stm::evidence);
    if (spans.empty()) fail("claim", of, "has no evidence");
    for (const TermNumber span : spans)
      if (!find_quote(result_, span) || !quads_.contains(span, rdf::oa::hasSource, document))
        fail("claim", of, "points at evidence that is no place in its document");
  }

  const Result& result_;
  const rdf::QuadIndex& quads_;
  Verification& found_;
};

} // namespace

void verify_graph(const Result& result, Verification& found) { GraphCheck(result, found).run(); }

} // namespace stemma::audit
