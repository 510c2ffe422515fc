#include "rdf/graph_store.hpp"

#include <catch2/catch.hpp>

using namespace stemma;
using namespace stemma::rdf;

namespace {

constexpr const char* text = R"(@prefix e: <https://example.org/> .
e:a a e:Thing ;
  e:name "A"@en , "A" , "1"^^<http://www.w3.org/2001/XMLSchema#integer> ;
  e:near e:b .
e:b a e:Thing .
e:b a e:Thing .
)";

Term e(const std::string& name) { return make_iri("https://example.org/" + name); }

GraphStore sample() {
  GraphStore store;
  store.read_text(text, Syntax::turtle, "sample.ttl");
  return store;
}

} // namespace

TEST_CASE("Questions from every side") {
  const GraphStore store = sample();
  const Term type = make_iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
  CHECK(store.size() == 6);
  CHECK(store.subjects(type, e("Thing")) == std::vector<Term>{e("a"), e("b")});
  CHECK(store.objects(e("a"), e("near")) == std::vector<Term>{e("b")});
  CHECK(store.objects(e("a"), e("name")).size() == 3);
  CHECK(store.contains(e("a"), e("name"), make_text("A", "en")));
  CHECK(store.contains(e("a"), e("name"), make_literal("A")));
  CHECK(store.contains(e("a"), e("name"), make_integer(1)));
  CHECK_FALSE(store.contains(e("a"), e("name"), make_text("A", "de")));
  CHECK(store.find_object(e("b"), type) == e("Thing"));
  CHECK_FALSE(store.find_object(e("b"), e("name")));
  CHECK_FALSE(store.find_object(make_iri("not an iri"), type));

  const auto count = [&](auto s, auto p, auto o) {
    int found = 0;
    store.match(s, p, o, [&](const Triple&, const Place&) { ++found; });
    return found;
  };
  const std::optional<TermView> any;
  const Term a = e("a"), b = e("b"), name = e("name"), near = e("near");
  const auto fixed = [](const Term& term) { return std::optional<TermView>(term); };
  CHECK(count(any, any, any) == 6);
  CHECK(count(fixed(a), any, any) == 5);
  CHECK(count(any, fixed(name), any) == 3);
  CHECK(count(any, any, fixed(b)) == 1);
  CHECK(count(fixed(a), any, fixed(b)) == 1);
  CHECK(count(any, fixed(near), fixed(b)) == 1);
  CHECK(count(fixed(b), fixed(near), any) == 0);
}

TEST_CASE("Places are kept, of repeated triples the first") {
  const GraphStore store = sample();
  const Term type = make_iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
  CHECK(store.place(e("a"), e("near"), e("b")).line == 4);
  CHECK(store.place(e("b"), type, e("Thing")).line == 5);
  CHECK(store.place_of(e("a")).line == 2);
  CHECK(store.place_of(e("a")).file == "sample.ttl");
  CHECK(store.place_of(e("c")).line == 0);
}
