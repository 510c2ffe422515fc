#include "query/engine_store.hpp"
#include "query/sparql_token.hpp"
#include "query/stored_query.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace stemma::query;

namespace {

std::string sample(ParameterType type) {
  switch (type) {
  case ParameterType::iri: return "country:KP";
  case ParameterType::string: return "words";
  case ParameterType::integer: return "3";
  case ParameterType::decimal: return "0.5";
  case ParameterType::boolean: return "true";
  case ParameterType::date: return "2023-11-01";
  case ParameterType::text: return "words@en";
  }
  return {};
}

bool has_expectation(const std::filesystem::path& folder) {
  return std::filesystem::exists(folder / "expected.csv") || std::filesystem::exists(folder / "expected.ttl");
}

} // namespace

TEST_CASE("every bundled query says what it asks, is sound, and names its graphs") {
  const std::string base = "https://example.org/id/";
  const auto queries = read_stored_queries(STEMMA_SOURCE_DIR "/queries");
  CHECK(queries.size() >= 20);
  for (const StoredQuery& query : queries) {
    INFO(query.name);
    std::map<std::string, std::string> values;
    for (const Parameter& parameter : query.parameters) {
      CHECK(!parameter.description.empty());
      if (!parameter.default_value) values[parameter.name] = sample(parameter.type);
    }
    const std::string bound = bind_parameters(query, values, base);
    // On its own, against nothing but a base: any SPARQL tool can run the file.
    CHECK_NOTHROW(parse_form(bound, base));
    CHECK_NOTHROW(parse_form(query.text, base));
    std::set<std::string, std::less<>> words;
    for (const Token& token : scan_sparql(query.text))
      if (token.kind == TokenKind::word) words.emplace(token.text);
    CHECK(words.contains("GRAPH"));
    CHECK(!words.contains("FROM"));
    CHECK(!words.contains("BASE"));
    const auto tests = std::filesystem::path(STEMMA_TEST_DIR) / "query";
    CHECK((has_expectation(tests / query.name) || has_expectation(tests / "events" / query.name)));
  }
}
