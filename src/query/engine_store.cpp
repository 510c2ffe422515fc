#include "query/engine_store.hpp"

#include "model/error.hpp"
#include "rdf/syntax.hpp"
#include "rdf/vocabulary.hpp"

#include <stemma_query_engine.h>

#include <memory>

namespace stemma::query {
namespace {

stemma_engine_text view(std::string_view text) { return {text.data(), text.size()}; }

int code(Format format) {
  switch (format) {
  case Format::none: return STEMMA_ENGINE_NONE;
  case Format::json: return STEMMA_ENGINE_JSON;
  case Format::xml: return STEMMA_ENGINE_XML;
  case Format::csv: return STEMMA_ENGINE_CSV;
  case Format::tsv: return STEMMA_ENGINE_TSV;
  case Format::turtle: return STEMMA_ENGINE_TURTLE;
  case Format::ntriples: return STEMMA_ENGINE_NTRIPLES;
  }
  return STEMMA_ENGINE_NONE;
}

int code(rdf::Syntax syntax) {
  switch (syntax) {
  case rdf::Syntax::turtle: return STEMMA_ENGINE_TURTLE;
  case rdf::Syntax::trig: return STEMMA_ENGINE_TRIG;
  case rdf::Syntax::ntriples: return STEMMA_ENGINE_NTRIPLES;
  case rdf::Syntax::nquads: return STEMMA_ENGINE_NQUADS;
  }
  return STEMMA_ENGINE_NONE;
}

Form form_of(int found) {
  if (found == STEMMA_ENGINE_BOOLEAN) return Form::boolean;
  return found == STEMMA_ENGINE_GRAPH ? Form::graph : Form::solutions;
}

// `file`: to blame for faults in data; empty: the query is.
void require_done(const stemma_engine_report& report, const std::string& file = {}) {
  if (report.outcome == STEMMA_ENGINE_DONE) return;
  const std::unique_ptr<char, decltype(&stemma_engine_release)> owned(report.message, stemma_engine_release);
  const std::string message = report.message ? report.message : "the query engine failed";
  throw Error(message, {}, Place{file, report.line, report.column});
}

int pass_on(void* context, const char* bytes, std::size_t length) {
  try { // nothing may be thrown through the engine
    return (*static_cast<const Sink*>(context))({bytes, length}) ? 0 : 1;
  } catch (...) {
    return 1;
  }
}

std::string prefix_list() {
  std::string list;
  for (const rdf::Prefix& prefix : rdf::standard_prefixes)
    list.append(prefix.name).append(" ").append(prefix.iri).append("\n");
  return list;
}

} // namespace

EngineStore::EngineStore() : store_(stemma_engine_open()) {
  if (!store_) throw Error("the query engine did not start");
}

EngineStore::~EngineStore() { stemma_engine_close(store_); }

void EngineStore::read_file(const std::filesystem::path& file, const std::string& base) {
  const auto syntax = rdf::find_syntax(file.string());
  if (!syntax) throw Error("cannot tell what syntax this file has", "name it .nq, .trig, .nt or .ttl", {file.string()});
  require_done(stemma_engine_load_file(store_, view(file.native()), code(*syntax), view(base)), file.string());
}

void EngineStore::parse_trig(std::string_view trig, const std::string& base) {
  require_done(stemma_engine_load(store_, view(trig), STEMMA_ENGINE_TRIG, view(base)), "TriG");
}

std::uint64_t EngineStore::quads() const { return stemma_engine_quads(store_); }

Form EngineStore::ask(std::string_view query, const std::string& base, AnswerFormats formats, const Sink& sink) const {
  int form = 0;
  require_done(stemma_engine_query(store_, view(query), view(base), code(formats.solutions), code(formats.graph),
                                   view(prefix_list()), pass_on, const_cast<Sink*>(&sink), &form));
  return form_of(form);
}

Form convert_answer(std::string_view answer, Format from, Format to, const Sink& sink) {
  int form = 0;
  require_done(stemma_engine_convert(view(answer), code(from), code(to), view(prefix_list()), pass_on,
                                     const_cast<Sink*>(&sink), &form));
  return form_of(form);
}

Form parse_form(std::string_view query, const std::string& base) {
  int form = 0;
  require_done(stemma_engine_parse(view(query), view(base), &form));
  return form_of(form);
}

std::string parse_algebra(std::string_view query, const std::string& base) {
  return exchange_term(query, base, {}, {}).algebra;
}

Exchange exchange_term(std::string_view query, const std::string& base, std::string_view from, std::string_view to) {
  char* text = nullptr;
  std::size_t count = 0;
  require_done(stemma_engine_algebra(view(query), view(base), view(from), view(to), &text, &count));
  const std::unique_ptr<char, decltype(&stemma_engine_release)> owned(text, stemma_engine_release);
  return {text ? text : "", count};
}

} // namespace stemma::query
