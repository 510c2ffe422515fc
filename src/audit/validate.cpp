#include "audit/validate.hpp"

#include "audit/shape_checks.hpp"
#include "query/engine_store.hpp"
#include "rdf/byte_sink.hpp"
#include "rdf/reader.hpp"
#include "rdf/serialize.hpp"
#include "rdf/vocabulary.hpp"
#include "rdf/writer.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace stemma::audit {

namespace {

using nlohmann::json;

// The union of all graphs as the engine's default graph: a path may lead from one into another.
class UnionOfGraphs {
public:
  explicit UnionOfGraphs(const std::filesystem::path& data) {
    rdf::read_file(data, {}, [this](const rdf::Quad& quad, std::uint64_t) { add(quad); });
    load();
  }

  std::size_t triples() const { return store_.quads(); }

  json ask(const std::string& query) const {
    std::string answer;
    store_.ask(query, {}, {query::Format::json, query::Format::none}, [&](std::string_view bytes) {
      answer.append(bytes);
      return true;
    });
    return json::parse(answer);
  }

private:
  static constexpr std::size_t piece = std::size_t{1} << 24;

  void add(const rdf::Quad& quad) {
    for (const rdf::Term* term : {&quad.subject, &quad.predicate, &quad.object})
      triples_ += (term->kind == rdf::TermKind::blank ? "_:" + term->value : rdf::serialize(*term)) + " ";
    triples_ += ".\n";
    if (triples_.size() > piece) load();
  }

  // N-Triples is TriG too.
  void load() {
    store_.parse_trig(triples_, {});
    triples_.clear();
  }

  query::EngineStore store_;
  std::string triples_;
};

std::string text_of(const json& term) {
  const std::string value = term.at("value").get<std::string>();
  if (term.at("type") == "uri") return rdf::serialize(rdf::make_iri(value));
  if (term.at("type") == "bnode") return "_:" + value;
  if (term.contains("xml:lang")) return rdf::serialize(rdf::make_text(value, term["xml:lang"].get<std::string>()));
  if (term.contains("datatype")) return rdf::serialize(rdf::make_typed(value, term["datatype"].get<std::string>()));
  return rdf::serialize(rdf::make_literal(value));
}

} // namespace

Validation validate(const std::filesystem::path& data, const std::vector<std::filesystem::path>& shapes) {
  rdf::GraphStore store;
  for (std::size_t i = 0; i < shapes.size(); ++i)
    store.read(shapes[i], {.base = {}, .blank_prefix = fmt::format("f{}", i), .on_prefix = {}});
  const UnionOfGraphs graphs(data);
  const json subclasses = graphs.ask(fmt::format("ASK {{ ?a <{}> ?b }}", rdf::rdfs::subClassOf));
  const std::vector<ShapeCheck> checks = compile_shapes(store, subclasses.at("boolean").get<bool>());
  Validation found;
  found.checks = checks.size();
  found.triples = graphs.triples();
  for (const ShapeCheck& check : checks) {
    const json answer = graphs.ask(check.query);
    for (const json& row : answer.at("results").at("bindings"))
      found.violations.push_back({row.at("focus").at("value").get<std::string>(), check.path,
                                  row.contains("value") ? text_of(row["value"]) : "", check.component, check.shape,
                                  check.message});
  }
  std::ranges::sort(found.violations);
  return found;
}

} // namespace stemma::audit
