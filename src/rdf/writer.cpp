#include "rdf/writer.hpp"

#include "model/error.hpp"
#include "rdf/iri.hpp"
#include "rdf/iri_shortener.hpp"
#include "rdf/lexical_form.hpp"
#include "rdf/term_check.hpp"

#include <serd/serd.h>

#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <functional>
#include <optional>
#include <unordered_map>

namespace stemma::rdf {

namespace {

constexpr std::size_t hand_over_at = std::size_t{64} * 1024; // bytes collected before the sink is called

struct EnvironmentDeleter {
  void operator()(SerdEnv* environment) const { serd_env_free(environment); }
};
struct WriterDeleter {
  void operator()(SerdWriter* writer) const { serd_writer_free(writer); }
};

// A term in the form Serd takes. Serd compares datatypes with strcmp, so the bytes end in NUL; the strings keep their
// memory from term to term.
struct PreparedNode {
  std::string bytes;
  SerdType type = SERD_NOTHING;

  // No flags: Serd then writes strings in one pair of quotes with escapes, and a line break in its output is always one
  // of its own.
  SerdNode node() const {
    return {reinterpret_cast<const std::uint8_t*>(bytes.c_str()), bytes.size(), bytes.size(), 0, type};
  }
};

// A term that has passed the guard and is ready for Serd. What stands in the same place of the next quad is often the
// same IRI.
struct Remembered {
  std::string iri; // empty: a blank node, or nothing
  PreparedNode node;
  bool holds(const TermView& term) const {
    return !iri.empty() && term.kind == TermKind::iri && term.value == iri && term.datatype.empty() &&
           term.language.empty();
  }
};

struct StringHash : std::hash<std::string_view> {
  using is_transparent = void;
};

constexpr std::size_t most_predicates = 512; // kept ready; a text with more of them is hostile or at least odd

// Serd would write "1"^^xsd:boolean as a bare 1, which is an integer, unless the datatype comes with a prefix.
bool is_digit_for_truth(const TermView& literal) {
  return literal.datatype == xsd::boolean && literal.kind == TermKind::literal && literal.value.size() == 1;
}

} // namespace

class Writer::Implementation {
public:
  Implementation(ByteSink& sink, Syntax syntax, std::span<const Prefix> prefixes, std::string_view base);
  void write(const TermView& subject, const TermView& predicate, const TermView& object, const TermView& graph);
  void set_prefix(const Prefix& prefix);
  void finish();
  std::uint64_t count = 0;

private:
  void require_open() const;
  void prepare(const TermView& term, PreparedNode& node) const;
  void prepare(const TermView& term, Remembered& place) const;
  const PreparedNode* find_predicate(const TermView& term) const; // null: not among those kept ready
  const PreparedNode& prepare_predicate(std::string_view iri);
  void prepare_iri(std::string_view iri, PreparedNode& node) const;
  void prepare_datatype(const TermView& literal);
  void begin_statement(const TermView& object, const TermView& graph);
  void enter_graph(const TermView& graph);
  void end_block();
  void append(std::string_view bytes);
  void append_laid_out(std::string_view piece);
  void require(SerdStatus status);
  void hand_over();
  static std::size_t receive(const void* bytes, std::size_t size, void* self) noexcept;
  static SerdStatus keep_message(void* self, const SerdError* error) noexcept;

  ByteSink& sink_;
  Syntax syntax_;
  IriShortener shortener_;
  std::string buffer_;
  std::string message_; // what Serd last complained of
  bool line_start_ = true;
  bool broken_ = false, finished_ = false;
  bool block_open_ = false;
  enum class Last { nothing, header, statement } last_ = Last::nothing;
  std::string block_; // graph of the open block
  Remembered subject_, graph_;
  std::unordered_map<std::string, PreparedNode, StringHash, std::equal_to<>> predicates_;
  PreparedNode object_, datatype_, language_;
  // Freed first: a writer that is not finished hands over what it still holds.
  std::unique_ptr<SerdEnv, EnvironmentDeleter> environment_;
  std::unique_ptr<SerdWriter, WriterDeleter> serd_;
};

Writer::Implementation::Implementation(ByteSink& sink, Syntax syntax, std::span<const Prefix> prefixes,
                                       std::string_view base)
    : sink_(sink), syntax_(syntax), environment_(serd_env_new(nullptr)) {
  // TriG goes through Serd's Turtle writer: the braces are ours, because Serd indents only the first subject of a
  // block.
  const bool turtle = has_prefixes(syntax);
  const SerdSyntax serd_syntax = turtle ? SERD_TURTLE : syntax == Syntax::nquads ? SERD_NQUADS : SERD_NTRIPLES;
  const SerdStyle style = turtle ? SERD_STYLE_ABBREVIATED : SerdStyle{};
  serd_.reset(serd_writer_new(serd_syntax, style, environment_.get(), nullptr, receive, this));
  if (!environment_ || !serd_) throw Error("out of memory");
  serd_writer_set_error_sink(serd_.get(), keep_message, this);
  buffer_.reserve(hand_over_at + 4096);
  if (!turtle) return;
  if (!base.empty()) {
    const char* fault = find_iri_fault(base);
    if (fault == nullptr && base.back() != '/') fault = "does not end in '/'";
    // A reader resolves dot segments of the base away, so nothing could be written relative to it.
    if (fault == nullptr && base.find("/.") != std::string_view::npos) fault = "has dot segments";
    if (fault != nullptr) throw Error("not a base IRI: " + std::string(fault) + ": " + describe(iri_view(base)));
    append("@base <" + std::string(base) + "> .\n");
    last_ = Last::header;
    shortener_.set_base(base);
  }
  for (const Prefix& prefix : prefixes) set_prefix(prefix);
}

void Writer::Implementation::require_open() const {
  if (finished_) throw Error("nothing can be written after the end of the output");
  if (broken_) throw Error("nothing can be written after the output failed");
}

void Writer::Implementation::prepare_iri(std::string_view iri, PreparedNode& node) const {
  node.type = SERD_URI;
  if (!has_prefixes(syntax_)) {
    node.bytes.assign(iri);
    return;
  }
  switch (shortener_.shorten(iri, node.bytes)) {
  case IriShortener::Form::qualified: node.type = SERD_CURIE; break; // written as it stands
  case IriShortener::Form::relative: break;
  case IriShortener::Form::full: node.bytes.assign(iri); break;
  }
}

void Writer::Implementation::prepare(const TermView& term, PreparedNode& node) const {
  if (term.kind == TermKind::iri) return prepare_iri(term.value, node);
  node.type = term.kind == TermKind::blank ? SERD_BLANK : SERD_LITERAL;
  node.bytes.assign(term.value);
}

void Writer::Implementation::prepare(const TermView& term, Remembered& place) const {
  if (place.holds(term)) return;
  prepare(term, place.node);
  place.iri.assign(term.kind == TermKind::iri ? term.value : std::string_view());
}

const PreparedNode* Writer::Implementation::find_predicate(const TermView& term) const {
  if (term != iri_view(term.value)) return nullptr;
  const auto known = predicates_.find(term.value);
  return known == predicates_.end() ? nullptr : &known->second;
}

const PreparedNode& Writer::Implementation::prepare_predicate(std::string_view iri) {
  if (predicates_.size() == most_predicates) predicates_.clear();
  PreparedNode& node = predicates_[std::string(iri)];
  if (iri == rdf::type) // Serd writes `a` when it sees the full IRI
    node = {std::string(iri), SERD_URI};
  else
    prepare_iri(iri, node);
  return node;
}

void Writer::Implementation::prepare_datatype(const TermView& literal) {
  datatype_.type = language_.type = SERD_NOTHING;
  if (literal.kind != TermKind::literal) return;
  if (!literal.language.empty()) {
    language_.type = SERD_LITERAL;
    language_.bytes.assign(literal.language);
    return;
  }
  if (literal.datatype.empty() || literal.datatype == xsd::string) return;
  if (!has_prefixes(syntax_)) {
    datatype_.type = SERD_URI;
    datatype_.bytes.assign(literal.datatype);
    return;
  }
  // Serd writes numbers and truth values bare when it sees the full IRI of the datatype.
  const bool may_be_bare = literal.datatype == xsd::integer || literal.datatype == xsd::decimal ||
                           (literal.datatype == xsd::boolean && !is_digit_for_truth(literal));
  if (may_be_bare) {
    datatype_.type = SERD_URI;
    datatype_.bytes.assign(literal.datatype);
  } else {
    prepare_iri(literal.datatype, datatype_);
  }
}

void Writer::Implementation::write(const TermView& subject, const TermView& predicate, const TermView& object,
                                   const TermView& graph) {
  require_open();
  if (!has_named_graphs(syntax_) && !graph.value.empty())
    throw Error("this syntax has no named graphs: " + describe(graph), "Write TriG or N-Quads.");
  if (!subject_.holds(subject)) require_subject(subject);
  const PreparedNode* known_predicate = find_predicate(predicate);
  if (known_predicate == nullptr) require_predicate(predicate);
  require_valid(object, "object");
  if (!graph_.holds(graph)) require_graph(graph);

  if (has_prefixes(syntax_)) begin_statement(object, graph);
  prepare(subject, subject_);
  prepare(object, object_);
  prepare_datatype(object);
  // A prefix declared by begin_statement has emptied the table.
  if (known_predicate == nullptr || predicates_.empty()) known_predicate = &prepare_predicate(predicate.value);
  const SerdNode s = subject_.node.node(), p = known_predicate->node(), o = object_.node();
  const SerdNode d = datatype_.node(), l = language_.node();
  std::optional<SerdNode> g;
  if (syntax_ == Syntax::nquads && !graph.value.empty()) {
    prepare(graph, graph_);
    g = graph_.node.node();
  }
  require(serd_writer_write_statement(serd_.get(), 0, g ? &*g : nullptr, &s, &p, &o,
                                      datatype_.type != SERD_NOTHING ? &d : nullptr,
                                      language_.type != SERD_NOTHING ? &l : nullptr));
  ++count;
  if (buffer_.size() >= hand_over_at) hand_over();
}

// What Turtle and TriG need before the first triple of a block.
void Writer::Implementation::begin_statement(const TermView& object, const TermView& graph) {
  if (is_digit_for_truth(object) && !shortener_.has_namespace(xsd::base)) set_prefix({"xsd", xsd::base});
  if (last_ == Last::header) append("\n");
  if (syntax_ == Syntax::trig && (last_ != Last::statement || block_ != graph.value)) enter_graph(graph);
  last_ = Last::statement;
}

void Writer::Implementation::enter_graph(const TermView& graph) {
  if (last_ == Last::statement) {
    end_block();
    append("\n");
  }
  block_.assign(graph.value);
  if (graph.value.empty()) return;
  prepare(graph, graph_);
  const std::string& name = graph_.node.bytes;
  append(graph_.node.type == SERD_CURIE ? name + " {\n" : "<" + name + "> {\n");
  block_open_ = true;
}

void Writer::Implementation::end_block() {
  require(serd_writer_finish(serd_.get()));
  // Serd ends the last paragraph with an empty line, which is still in the buffer.
  if (buffer_.ends_with("\n\n")) buffer_.pop_back();
  if (block_open_) append("}\n");
  block_open_ = false;
}

void Writer::Implementation::set_prefix(const Prefix& prefix) {
  require_open();
  if (!has_prefixes(syntax_)) return;
  shortener_.set_prefix(prefix);
  subject_ = graph_ = {};
  predicates_.clear();
  if (last_ == Last::statement) {
    end_block();
    append("\n");
  }
  last_ = Last::header;
  append("@prefix " + std::string(prefix.name) + ": <" + std::string(prefix.iri) + "> .\n");
}

void Writer::Implementation::finish() {
  require_open();
  end_block();
  hand_over();
  finished_ = true;
  sink_.flush();
}

void Writer::Implementation::append(std::string_view bytes) { buffer_.append(bytes); }

void Writer::Implementation::require(SerdStatus status) {
  if (status == SERD_SUCCESS) return;
  broken_ = true;
  const auto* text = reinterpret_cast<const char*>(serd_strerror(status));
  throw Error("cannot write RDF: " + (message_.empty() ? std::string(text) : message_));
}

void Writer::Implementation::hand_over() {
  broken_ = true; // unless the sink comes back
  sink_.write(buffer_);
  broken_ = false;
  buffer_.clear();
}

// Serd's output arrives in small pieces. A line break, a tab and a space at the start of a line are never part of a
// term (see PreparedNode::node) and come in short pieces, so they can be exchanged for the indentation of the block.
void Writer::Implementation::append_laid_out(std::string_view piece) {
  constexpr std::size_t longest_layout = 8;
  for (std::size_t at = 0; at < piece.size() && piece.size() <= longest_layout; ++at) {
    const char c = piece[at];
    if (line_start_ && c == ' ') continue;
    if (line_start_ && block_open_ && c != '\n') buffer_ += "  ";
    line_start_ = c == '\n';
    if (c == '\t')
      buffer_ += "  ";
    else
      buffer_ += c;
  }
  if (piece.size() <= longest_layout) return;
  if (line_start_ && block_open_) buffer_ += "  ";
  line_start_ = false;
  buffer_.append(piece);
}

std::size_t Writer::Implementation::receive(const void* bytes, std::size_t size, void* self) noexcept {
  auto& writer = *static_cast<Implementation*>(self);
  const std::string_view piece(static_cast<const char*>(bytes), size);
  try {
    if (has_prefixes(writer.syntax_))
      writer.append_laid_out(piece);
    else
      writer.append(piece);
    return size;
  } catch (...) {
    writer.broken_ = true; // no memory; exceptions must not cross Serd
    return 0;
  }
}

SerdStatus Writer::Implementation::keep_message(void* self, const SerdError* error) noexcept {
  auto& writer = *static_cast<Implementation*>(self);
  char text[256];
  va_list arguments;
  va_copy(arguments, *error->args);
  const int length = std::vsnprintf(text, sizeof text, error->fmt, arguments);
  va_end(arguments);
  try {
    writer.message_.assign(text,
                           length < 0 ? 0 : std::min<std::size_t>(static_cast<std::size_t>(length), sizeof text - 1));
    while (!writer.message_.empty() && writer.message_.back() == '\n') writer.message_.pop_back();
  } catch (...) {
    writer.broken_ = true;
  }
  return SERD_SUCCESS;
}

Writer::Writer(ByteSink& sink, Syntax syntax, std::span<const Prefix> prefixes, std::string_view base)
    : implementation_(std::make_unique<Implementation>(sink, syntax, prefixes, base)) {}

Writer::~Writer() = default;

void Writer::write(const TermView& subject, const TermView& predicate, const TermView& object, const TermView& graph) {
  implementation_->write(subject, predicate, object, graph);
}

void Writer::set_prefix(const Prefix& prefix) { implementation_->set_prefix(prefix); }
void Writer::finish() { implementation_->finish(); }
std::uint64_t Writer::count() const { return implementation_->count; }

} // namespace stemma::rdf
