#include "audit/difference_turtle.hpp"

#include "model/digest.hpp"
#include "rdf/vocabulary.hpp"
#include "rdf/writer.hpp"
#include "statements/triple_sink.hpp"

#include <fmt/format.h>

namespace stemma::audit {

namespace {

namespace stm = rdf::stm;
using rdf::iri_view;

class ChangeWriter {
public:
  ChangeWriter(const std::string& base, rdf::Writer& writer) : base_(base), writer_(writer) {}

  void write(const EventChange& change, std::string_view kind) {
    const Iri subject = begin(kind, change.before, change.after, change.label);
    if (!change.before.empty()) link(subject, stm::eventBefore, change.before);
    if (!change.after.empty()) link(subject, stm::eventAfter, change.after);
    for (const std::string& note : change.notes) text(subject, rdf::skos::note, note);
    for (std::size_t i = 0; i < change.details.size(); ++i)
      link(subject, stm::detail, fmt::format("{}/detail-{}", subject, i));
    for (std::size_t i = 0; i < change.details.size(); ++i)
      write(fmt::format("{}/detail-{}", subject, i), change.details[i]);
  }

  void write(const NewDisagreement& found) {
    const Iri subject = begin(stm::contradicted, found.earlier + " " + found.matter, found.later, found.label);
    link(subject, stm::eventAfter, found.event);
    text(subject, rdf::skos::note, fmt::format("on {}", found.matter));
    link(found.later, found.supersedes ? stm::supersedes : stm::contradicts, found.earlier);
  }

private:
  Iri begin(std::string_view kind, const std::string& before, const std::string& after, const std::string& label) {
    const Iri subject = base_ + "change/" + ContentHash().add(kind).add(before).add(after).add(label).id();
    link(subject, rdf::rdf::type, stm::Change);
    text(subject, rdf::rdfs::label, label);
    link(subject, stm::changeKind, kind);
    return subject;
  }

  void write(const Iri& subject, const Detail& detail) {
    link(subject, rdf::rdf::type, rdf::schema::PropertyValue);
    text(subject, rdf::schema::name, detail.what);
    if (!detail.before.empty()) text(subject, stm::valueBefore, detail.before);
    if (!detail.after.empty()) text(subject, stm::valueAfter, detail.after);
  }

  void link(const Iri& subject, std::string_view property, std::string_view object) {
    writer_.write(iri_view(subject), iri_view(property), iri_view(object));
  }

  void text(const Iri& subject, std::string_view property, const std::string& words) {
    const std::string safe = statements::writable(words);
    writer_.write(iri_view(subject), iri_view(property), rdf::text_view(safe, "en"));
  }

  const std::string& base_;
  rdf::Writer& writer_;
};

} // namespace

void write_difference_turtle(const Difference& difference, const Result& after, rdf::ByteSink& sink) {
  rdf::Writer writer(sink, rdf::Syntax::turtle, rdf::standard_prefixes, after.base());
  ChangeWriter changes(after.base(), writer);
  for (const EventChange& change : difference.known) changes.write(change, stm::becameKnown);
  for (const EventChange& change : difference.changed) changes.write(change, stm::changed);
  for (const EventChange& change : difference.withdrawn) changes.write(change, stm::withdrawn);
  for (const NewDisagreement& found : difference.contradicted) changes.write(found);
  writer.finish();
}

} // namespace stemma::audit
