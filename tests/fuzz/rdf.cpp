// The law of the RDF reader and writer: what reads, writes and reads back the same, in every syntax.

#include "model/error.hpp"
#include "rdf/reader.hpp"
#include "rdf/writer.hpp"

#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <vector>

using namespace stemma;
using namespace stemma::rdf;

namespace {

constexpr Syntax every_syntax[] = {Syntax::turtle, Syntax::trig, Syntax::ntriples, Syntax::nquads};

// Blank nodes by the order in which they come: their labels mean nothing.
std::vector<Quad> relabelled(std::vector<Quad> quads) {
  std::map<std::string, std::string> labels;
  for (Quad& quad : quads)
    for (Term* term : {&quad.subject, &quad.object, &quad.graph})
      if (term->kind == TermKind::blank)
        term->value = labels.emplace(term->value, "b" + std::to_string(labels.size())).first->second;
  return quads;
}

void require_round_trip(std::vector<Quad> quads, Syntax syntax) {
  if (!has_named_graphs(syntax))
    for (Quad& quad : quads) quad.graph = {};
  std::string out;
  StringSink sink(out);
  Writer writer(sink, syntax, standard_prefixes, default_base);
  for (const Quad& quad : quads) writer.write(quad);
  writer.finish();
  if (relabelled(parse_quads(out, syntax)) != relabelled(quads)) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const Syntax syntax : every_syntax) {
    std::vector<Quad> quads;
    try {
      quads = parse_quads(text, syntax);
    } catch (const Error&) {
      continue;
    }
    for (const Syntax target : every_syntax) require_round_trip(quads, target); // an Error here breaks the law, too
  }
  return 0;
}
