// Writes quads of any bytes; the test hostile_terms.py says which and reads what comes out.
//
//   write_hostile OUTPUT < quads > verdicts
//
// The ending of OUTPUT (ttl, trig, nt, nq) says in which syntax. A quad on standard input is four terms (subject,
// predicate, object, graph); a term is one byte of kind (i, l, b) and three strings (value, datatype, language), each
// behind its length in four bytes, lowest first. The verdict on a quad is one byte: 1 written, 0 refused. Exit status 0
// when all went through and our own reader finds in OUTPUT exactly the quads that were written.

#include "model/error.hpp"
#include "rdf/reader.hpp"
#include "rdf/writer.hpp"

#include <cstdio>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

using namespace stemma;
using namespace stemma::rdf;

namespace {

class Input {
public:
  explicit Input(std::string bytes) : bytes_(std::move(bytes)) {}
  bool at_end() const { return at_ == bytes_.size(); }
  Quad take_quad() {
    Quad quad;
    for (Term* term : {&quad.subject, &quad.predicate, &quad.object, &quad.graph}) *term = take_term();
    return quad;
  }

private:
  Term take_term() {
    const char kind = take(1).front();
    Term term;
    term.kind = kind == 'i' ? TermKind::iri : kind == 'l' ? TermKind::literal : TermKind::blank;
    for (std::string* text : {&term.value, &term.datatype, &term.language}) *text = take_string();
    return term;
  }
  std::string take_string() {
    std::size_t size = 0, shift = 0;
    for (const char c : take(4)) {
      size |= std::size_t{static_cast<unsigned char>(c)} << shift;
      shift += 8;
    }
    return std::string(take(size));
  }
  std::string_view take(std::size_t size) {
    if (bytes_.size() - at_ < size) throw Error("the input ends inside a quad");
    at_ += size;
    return std::string_view(bytes_).substr(at_ - size, size);
  }

  std::string bytes_;
  std::size_t at_ = 0;
};

// What the reader makes of terms that mean the same.
Quad normal(Quad quad) {
  Term& object = quad.object;
  if (!object.language.empty() || object.datatype == xsd::string) object.datatype.clear();
  return quad;
}

bool is_same(Quad a, Quad b) {
  for (Quad* quad : {&a, &b}) // the reader makes labels of its own
    for (Term* term : {&quad->subject, &quad->object})
      if (term->kind == TermKind::blank) term->value.clear();
  return a == b;
}

std::vector<Quad> write_all(Input input, Syntax syntax, const std::string& output) {
  std::vector<Quad> written;
  FileSink sink(output);
  Writer writer(sink, syntax, standard_prefixes, default_base);
  while (!input.at_end()) {
    const Quad quad = input.take_quad();
    bool accepted = true;
    try {
      writer.write(quad);
      written.push_back(normal(quad));
    } catch (const Error&) {
      accepted = false;
    }
    std::cout.put(accepted ? '1' : '0');
  }
  writer.finish();
  sink.close();
  return written;
}

} // namespace

int main(int argc, char** argv) {
  try {
    if (argc != 2) throw Error("an output file is needed");
    const auto syntax = find_syntax(argv[1]);
    if (!syntax) throw Error("not a syntax");
    Input input({std::istreambuf_iterator<char>(std::cin), {}});
    const std::vector<Quad> written = write_all(std::move(input), *syntax, argv[1]);
    std::size_t at = 0;
    read_file(argv[1], {}, [&](const Quad& quad, std::uint64_t line) {
      if (at == written.size() || !is_same(quad, written[at]))
        throw Error("reads back as another quad", {}, {argv[1], line, 0});
      ++at;
    });
    if (at != written.size()) throw Error("fewer quads come back than were written");
    return 0;
  } catch (const Error& error) {
    std::fprintf(stderr, "%s:%llu: error: %s\n", error.place().file.c_str(),
                 static_cast<unsigned long long>(error.place().line), error.what());
    return 2;
  }
}
