#pragma once
// A small graph in memory, on Sord: the domain pack. Results of a run are streamed, not kept here.
//
// Sord is given the orders SPO and OPS: with SPO alone a question for (?, p, o) would look at every triple. A question
// for
// (?, p, ?) does look at every triple, 0.1 microseconds each: POS would nearly double the time of loading.

#include "model/error.hpp"
#include "rdf/reader.hpp"
#include "rdf/term.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace stemma::rdf {

struct Triple {
  Term subject, predicate, object;
};

// Not for several threads at once, not even to ask: Sord counts references.
class GraphStore {
public:
  GraphStore();
  ~GraphStore();
  GraphStore(GraphStore&&) noexcept;
  GraphStore& operator=(GraphStore&&) noexcept;

  // Adds the triple unless it is there; of a repeated triple the first place is kept. The terms pass the same guard as
  // in the writer.
  void add(const TermView& subject, const TermView& predicate, const TermView& object, const Place& place = {});
  // Adds all triples of a Turtle or N-Triples file. Error at named graphs.
  void read(const std::filesystem::path& path, const ReadOptions& options = {});
  void read_text(std::string_view text, Syntax syntax, const std::string& name, const ReadOptions& options = {});

  std::size_t size() const; // triples
  bool contains(const TermView& subject, const TermView& predicate, const TermView& object) const;

  // All triples that fit; what is left open fits anything. The order depends on the triples alone.
  using Handler = std::function<void(const Triple& triple, const Place& place)>;
  void match(const std::optional<TermView>& subject, const std::optional<TermView>& predicate,
             const std::optional<TermView>& object, const Handler& handler) const;

  std::vector<Term> objects(const TermView& subject, const TermView& predicate) const;
  std::vector<Term> subjects(const TermView& predicate, const TermView& object) const;
  std::optional<Term> find_object(const TermView& subject, const TermView& predicate) const; // the first, if any

  // File and line on which the triple's object ends; an empty place when the triple is absent or came from no file.
  Place place(const TermView& subject, const TermView& predicate, const TermView& object) const;
  // Where the subject's first triple (in the order of reading) stands.
  Place place_of(const TermView& subject) const;

private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

} // namespace stemma::rdf
