// Times the writer, the reader and the store on made-up quads of the shape of a result.
//
//   write_quads COUNT write SYNTAX FILE    writes COUNT quads, prints the seconds and quads per second
//   write_quads COUNT read FILE            reads a file, checks that it has COUNT quads
//   write_quads COUNT store FILE           reads a Turtle file into the store and asks each subject for its label

#include "model/error.hpp"
#include "rdf/graph_store.hpp"
#include "rdf/reader.hpp"
#include "rdf/writer.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <string>

using namespace stemma;
using namespace stemma::rdf;

namespace {

using Clock = std::chrono::steady_clock;

// Eight quads for each subject, a new graph every hundred subjects (none in Turtle and N-Triples).
void write_quads(std::uint64_t count, Syntax syntax, const std::string& file) {
  FileSink sink(file);
  Writer writer(sink, syntax, standard_prefixes, default_base);
  const std::string base(default_base), relation(stm::base);
  std::string subject, object, graph;
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::uint64_t entry = i / 8;
    if (i % 800 == 0 && has_named_graphs(syntax))
      graph = fmt::format("{}graph/claims/{:08x}", base, entry * 2654435761U);
    if (i % 8 == 0) subject = fmt::format("{}event/{:016x}", base, entry * 0x9E3779B97F4A7C15U);
    switch (i % 8) {
    case 0:
      writer.write(iri_view(subject), iri_view(stemma::rdf::rdf::type), iri_view(stm::Claim), iri_view(graph));
      break;
    case 1:
      object = fmt::format("Made-up country {} to made-up country {}: more than {} shells, since August", entry % 97,
                           entry % 89, entry);
      writer.write(iri_view(subject), iri_view(rdfs::label), text_view(object, "en"), iri_view(graph));
      break;
    case 2:
      object = fmt::format("2023-11-{:02}", entry % 30 + 1);
      writer.write(iri_view(subject), iri_view(schema::datePublished), literal_view(object, xsd::date),
                   iri_view(graph));
      break;
    case 3:
      object = fmt::format("{}", entry);
      writer.write(iri_view(subject), iri_view(stm::originCount), literal_view(object, xsd::integer), iri_view(graph));
      break;
    case 4:
      object =
          fmt::format("He said \"{} shells\" had left\nthe port, and that more would follow within the month.", entry);
      writer.write(iri_view(subject), iri_view(oa::exact), literal_view(object), iri_view(graph));
      break;
    default:
      object = fmt::format("{}country/{}", "https://w3id.org/stemma/lexicon/", (entry * i) % 250);
      writer.write(iri_view(subject), iri_view(fmt::format("{}role{}", relation, i % 8)), iri_view(object),
                   iri_view(graph));
    }
  }
  writer.finish();
  sink.close();
}

std::uint64_t read_quads(const std::string& file) {
  std::uint64_t count = 0;
  read_file(file, {}, [&](const Quad&, std::uint64_t) { ++count; });
  return count;
}

std::uint64_t fill_store(const std::string& file) {
  GraphStore store;
  store.read(file);
  std::uint64_t labels = 0;
  for (const Term& subject : store.subjects(iri_view(stemma::rdf::rdf::type), iri_view(stm::Claim)))
    labels += store.objects(subject, iri_view(rdfs::label)).size();
  if (labels * 8 != store.size()) throw Error("the store lost something");
  return store.size();
}

} // namespace

int main(int argc, char** argv) {
  try {
    if (argc < 4) throw Error("COUNT, an action and a file are needed");
    const std::uint64_t count = std::stoull(argv[1]);
    const std::string action = argv[2], file = argv[argc - 1];
    const auto start = Clock::now();
    if (action == "write")
      write_quads(count, find_syntax(std::string(".") + argv[3]).value(), file);
    else if ((action == "read" ? read_quads(file) : fill_store(file)) != count)
      throw Error("not the number of quads that was expected");
    const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
    fmt::print("{} {:.3f} s, {:.0f} quads/s\n", action, seconds, static_cast<double>(count) / seconds);
    return 0;
  } catch (const std::exception& error) {
    fmt::print(stderr, "write_quads: error: {}\n", error.what());
    return 2;
  }
}
