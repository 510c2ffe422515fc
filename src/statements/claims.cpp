#include "statements/claims.hpp"

#include "rdf/vocabulary.hpp"
#include "statements/concept.hpp"
#include "statements/span.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

namespace stemma::statements {

namespace {

using rdf::iri_view;
namespace stm = rdf::stm;

std::string_view kind_iri(MentionKind kind) {
  switch (kind) {
  case MentionKind::name: return stm::byName;
  case MentionKind::demonym: return stm::byDemonym;
  case MentionKind::seat: return stm::bySeat;
  case MentionKind::acronym: return stm::byAcronym;
  case MentionKind::short_form: return stm::byShortForm;
  case MentionKind::description: return stm::byDescription;
  case MentionKind::designation: return stm::byDesignation;
  }
  return stm::byName;
}

class ClaimsGraph {
public:
  ClaimsGraph(const Record& record, const Ontology& ontology, const TripleSink& sink)
      : record_(record), ontology_(ontology), sink_(sink), mention_classes_(ontology.classes(local_name(stm::Mention))),
        sentence_classes_(ontology.classes(local_name(stm::Sentence))) {}

  void write() {
    for (const Entity& entity : record_.entities)
      if (!entity.linked) write_own_entity(entity);
    const std::vector<Place> places = places_in_order();
    for (std::size_t i = 0; i < places.size();) {
      std::size_t end = i;
      while (end < places.size() && places[end].span == places[i].span) ++end;
      write_mention(places.data() + i, places.data() + end);
      i = end;
    }
    for (const CodePointSpan& sentence : sentences_used_) write_sentence(sentence);
  }

private:
  struct Place {
    CodePointSpan span;
    const Entity* entity;
    const Mention* mention;
  };

  std::vector<Place> places_in_order() const {
    std::vector<Place> places;
    for (const Entity& entity : record_.entities)
      for (const Mention& mention : entity.mentions) places.push_back({mention.span, &entity, &mention});
    std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
      return std::tie(a.span, a.entity->id, a.mention->kind) < std::tie(b.span, b.entity->id, b.mention->kind);
    });
    return places;
  }

  Iri at(std::string_view what, CodePointSpan span) const { return place_iri(record_.document.id, what, span); }

  void write_own_entity(const Entity& entity) const {
    write_classes(entity.id, entity.type, ontology_, sink_);
    const std::string label = writable(entity.label);
    sink_(iri_view(entity.id), iri_view(rdf::skos::prefLabel), rdf::text_view(label, record_.document.language));
    sink_(iri_view(entity.id), iri_view(stm::linked), rdf::make_boolean(false));
    if (!entity.country.empty()) sink_(iri_view(entity.id), iri_view(stm::country), iri_view(entity.country));
  }

  // [first, last): readings of the same characters; nearly always one.
  void write_mention(const Place* first, const Place* last) {
    const CodePointSpan span = first->span;
    const Iri mention = at("mention", span), evidence = at("span", span);
    for (const Iri& type : mention_classes_) sink_(iri_view(mention), iri_view(rdf::rdf::type), iri_view(type));
    std::string_view referred;
    for (const Place* place = first; place != last; ++place) {
      if (place->entity->id == referred) continue;
      referred = place->entity->id;
      sink_(iri_view(mention), iri_view(stm::refersTo), iri_view(referred));
    }
    sink_(iri_view(mention), iri_view(stm::mentionKind), iri_view(kind_iri(first->mention->kind)));
    sink_(iri_view(mention), iri_view(stm::evidence), iri_view(evidence));
    if (const Sentence* sentence = sentence_of(span)) {
      sink_(iri_view(mention), iri_view(stm::inSentence), iri_view(at("sentence", sentence->span)));
      if (sentences_used_.empty() || sentences_used_.back() != sentence->span)
        sentences_used_.push_back(sentence->span);
    }
    write_span(record_.document.id, span, first->mention->text, sink_);
  }

  // The sentence that holds the start of the span; sentences stand in order and do not overlap.
  const Sentence* sentence_of(CodePointSpan span) const {
    auto after =
        std::upper_bound(record_.sentences.begin(), record_.sentences.end(), span.start,
                         [](CodePointOffset start, const Sentence& sentence) { return start < sentence.span.start; });
    if (after == record_.sentences.begin()) return nullptr;
    const Sentence& sentence = *--after;
    return span.start < sentence.span.end ? &sentence : nullptr;
  }

  // A sentence is a place only: its words stand in the document.
  void write_sentence(CodePointSpan span) const {
    const Iri sentence = at("sentence", span), selector = at("sentence-selector", span);
    for (const Iri& type : sentence_classes_) sink_(iri_view(sentence), iri_view(rdf::rdf::type), iri_view(type));
    sink_(iri_view(sentence), iri_view(rdf::oa::hasSource), iri_view(record_.document.id));
    sink_(iri_view(sentence), iri_view(rdf::oa::hasSelector), iri_view(selector));
    sink_(iri_view(selector), iri_view(rdf::rdf::type), iri_view(rdf::oa::TextPositionSelector));
    write_position(selector, span, sink_);
  }

  const Record& record_;
  const Ontology& ontology_;
  const TripleSink& sink_;
  std::vector<Iri> mention_classes_, sentence_classes_;
  std::vector<CodePointSpan> sentences_used_; // by place
};

} // namespace

void write_claims(const Record& record, const Ontology& ontology, const TripleSink& sink) {
  ClaimsGraph(record, ontology, sink).write();
}

} // namespace stemma::statements
