#include "audit/explanation_turtle.hpp"

#include "audit/evidence.hpp"
#include "rdf/quad_order.hpp"
#include "rdf/vocabulary.hpp"
#include "rdf/writer.hpp"

#include <set>

namespace stemma::audit {

namespace {

namespace stm = rdf::stm;
using rdf::TermNumber;

class Gathering {
public:
  explicit Gathering(const Result& result) : result_(result), quads_(result.quads()) {}

  std::vector<rdf::Quad> run(const Explanation& explanation) {
    const TermNumber event = quads_.find(explanation.event);
    whole(event);
    all_of(quads_.objects(event, stm::quantity));
    for (const ExplainedOrigin& origin : explanation.told_by) {
      if (!origin.iri.empty()) whole(quads_.find(origin.iri));
      for (const ExplainedClaim& claim : origin.claims) add_claim(claim);
    }
    label_what_is_named();
    std::vector<rdf::Quad> out(triples_.begin(), triples_.end());
    rdf::sort_for_writing(out);
    return out;
  }

private:
  void add(const rdf::QuadIndex::Row& row) {
    rdf::Quad quad = quads_.quad(row);
    quad.graph = {};
    triples_.insert(std::move(quad));
    if (quads_.term(row.object).kind == rdf::TermKind::iri) named_.insert(row.object);
    named_.insert(row.predicate);
  }

  void whole(TermNumber subject) {
    if (subject == rdf::no_term || !written_.insert(subject).second) return;
    for (const rdf::QuadIndex::Row& row : quads_.about(subject)) add(row);
  }

  void all_of(const std::vector<TermNumber>& subjects) {
    for (const TermNumber subject : subjects) whole(subject);
  }

  void add_evidence(TermNumber of) {
    for (const TermNumber span : quads_.objects(of, stm::evidence)) {
      whole(span);
      all_of(quads_.objects(span, rdf::oa::hasSelector));
    }
  }

  void add_claim(const ExplainedClaim& explained) {
    const TermNumber claim = quads_.find(explained.iri), report = quads_.find(explained.report);
    whole(claim);
    add_evidence(claim);
    for (const TermNumber hop : chain_of(result_, claim)) {
      whole(hop);
      add_evidence(hop);
    }
    whole(report);
    all_of(quads_.objects(report, stm::quantity));
    whole(quads_.find(explained.document));
    all_of(quads_.subjects(stm::laterClaim, claim));
    for (const Player& player : explained.players) add_mentions(quads_.find(player.entity.iri), explained.document);
  }

  void add_mentions(TermNumber entity, const Iri& document) {
    const TermNumber source = quads_.find(document);
    for (const TermNumber mention : quads_.subjects(stm::refersTo, entity)) {
      const TermNumber span = quads_.find_object(mention, stm::evidence);
      if (!quads_.contains(span, rdf::oa::hasSource, source)) continue;
      whole(mention);
      add_evidence(mention);
    }
  }

  void label_what_is_named() {
    const std::set<TermNumber> named = named_;
    for (const TermNumber thing : named)
      for (const std::string_view property : {rdf::skos::prefLabel, rdf::rdfs::label})
        for (const rdf::QuadIndex::Row& row : quads_.about(thing))
          if (result_.value(row.predicate) == property) add(row);
  }

  const Result& result_;
  const rdf::QuadIndex& quads_;
  std::set<TermNumber> written_, named_;
  std::set<rdf::Quad> triples_;
};

} // namespace

void write_explanation_turtle(const Explanation& explanation, const Result& result, rdf::ByteSink& sink) {
  rdf::Writer writer(sink, rdf::Syntax::turtle, rdf::standard_prefixes, result.base());
  for (const rdf::Quad& triple : Gathering(result).run(explanation)) writer.write(triple);
  writer.finish();
}

} // namespace stemma::audit
