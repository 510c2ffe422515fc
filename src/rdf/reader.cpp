#include "rdf/reader.hpp"

#include "model/error.hpp"
#include "rdf/term_check.hpp"
#include "rdf/text_check.hpp"
#include "rdf/vocabulary.hpp"

#include <serd/serd.h>

#include <algorithm>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <exception>
#include <fstream>
#include <memory>
#include <sstream>
#include <unordered_map>

namespace stemma::rdf {

namespace {

struct EnvironmentDeleter {
  void operator()(SerdEnv* environment) const { serd_env_free(environment); }
};
struct ReaderDeleter {
  void operator()(SerdReader* reader) const { serd_reader_free(reader); }
};

std::string_view view(const SerdNode* node) {
  if (node == nullptr || node->buf == nullptr) return {};
  return {reinterpret_cast<const char*>(node->buf), node->n_bytes};
}

SerdSyntax serd_syntax(Syntax syntax) {
  switch (syntax) {
  case Syntax::turtle: return SERD_TURTLE;
  case Syntax::trig: return SERD_TRIG;
  case Syntax::ntriples: return SERD_NTRIPLES;
  case Syntax::nquads: return SERD_NQUADS;
  }
  return SERD_TURTLE;
}

class Reading {
public:
  Reading(std::string_view text, Syntax syntax, const std::string& name, const ReadOptions& options,
          const QuadHandler& handler);
  void run();

private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  static std::size_t feed(void* buffer, std::size_t, std::size_t count, void* self) noexcept;
  static int never_fails(void*) noexcept { return 0; }
  static SerdStatus take_base(void* self, const SerdNode* uri) noexcept;
  static SerdStatus take_prefix(void* self, const SerdNode* name, const SerdNode* uri) noexcept;
  static SerdStatus take_statement(void* self, SerdStatementFlags flags, const SerdNode* graph, const SerdNode* subject,
                                   const SerdNode* predicate, const SerdNode* object, const SerdNode* datatype,
                                   const SerdNode* language) noexcept;
  static SerdStatus take_error(void* self, const SerdError* error) noexcept;

  template <class Action>
  SerdStatus guarded(Action action) noexcept;
  void resolve(const SerdNode& node, std::string& out);
  void expand(std::string_view name, std::string& out) const;
  void fill(const SerdNode* node, Term& term);
  void fill_object(const SerdNode* node, const SerdNode* datatype, const SerdNode* language);
  Place place() const { return {name_, line_, column_}; }

  std::string_view text_;
  Syntax syntax_;
  const std::string& name_;
  const ReadOptions& options_;
  const QuadHandler& handler_;
  std::unique_ptr<SerdEnv, EnvironmentDeleter> environment_;
  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> prefixes_;
  std::vector<std::size_t> labels_; // offsets at which a '_' is put in, see require_readable
  std::size_t at_ = 0, next_label_ = 0;
  std::uint64_t line_ = 1, column_ = 0;
  char ahead_ = 0; // the byte given last
  Quad quad_;
  std::exception_ptr failure_;
  std::string complaint_;
  Place complaint_place_;
};

Reading::Reading(std::string_view text, Syntax syntax, const std::string& name, const ReadOptions& options,
                 const QuadHandler& handler)
    : text_(text), syntax_(syntax), name_(name), options_(options), handler_(handler),
      environment_(serd_env_new(nullptr)) {
  if (!environment_) throw Error("out of memory");
  if (options.base.empty()) return;
  require_valid(iri_view(options.base), "base IRI");
  const SerdNode base = serd_node_from_string(SERD_URI, reinterpret_cast<const std::uint8_t*>(options.base.c_str()));
  serd_env_set_base_uri(environment_.get(), &base);
}

// Serd asks for one byte at a time (see run), so that the place is known when a statement comes.
std::size_t Reading::feed(void* buffer, std::size_t, std::size_t count, void* self) noexcept {
  auto& reading = *static_cast<Reading*>(self);
  if (count == 0 || reading.at_ == reading.text_.size()) return 0;
  if (reading.next_label_ < reading.labels_.size() && reading.labels_[reading.next_label_] == reading.at_) {
    ++reading.next_label_;
    *static_cast<char*>(buffer) = '_';
    return 1;
  }
  const char c = reading.text_[reading.at_++];
  *static_cast<char*>(buffer) = c;
  // The byte before this one has been taken: Serd looks one byte ahead.
  if (reading.ahead_ == '\n') {
    ++reading.line_;
    reading.column_ = 0;
  } else {
    ++reading.column_;
  }
  reading.ahead_ = c;
  return 1;
}

// Exceptions must not cross Serd: the first one is kept, and everything after it is refused.
template <class Action>
SerdStatus Reading::guarded(Action action) noexcept {
  if (failure_) return SERD_ERR_INTERNAL;
  try {
    action();
    return SERD_SUCCESS;
  } catch (...) {
    failure_ = std::current_exception();
    return SERD_ERR_INTERNAL;
  }
}

void Reading::expand(std::string_view name, std::string& out) const {
  const auto colon = name.find(':');
  const auto found = prefixes_.find(name.substr(0, colon));
  if (colon == std::string_view::npos || found == prefixes_.end())
    throw Error("unknown prefix: " + describe(literal_view(name)), "Declare it with @prefix.");
  out.assign(found->second).append(name.substr(colon + 1));
}

void Reading::resolve(const SerdNode& node, std::string& out) {
  if (serd_uri_string_has_scheme(node.buf)) {
    out.assign(view(&node));
    return;
  }
  SerdNode full = serd_env_expand_node(environment_.get(), &node);
  out.assign(view(&full));
  serd_node_free(&full);
}

void Reading::fill(const SerdNode* node, Term& term) {
  term.datatype.clear();
  term.language.clear();
  term.kind = TermKind::iri;
  switch (node->type) {
  case SERD_URI: return resolve(*node, term.value);
  case SERD_CURIE: return expand(view(node), term.value);
  case SERD_BLANK:
    term.kind = TermKind::blank;
    term.value.assign(options_.blank_prefix).append(view(node));
    return;
  case SERD_LITERAL: term.kind = TermKind::literal; break;
  case SERD_NOTHING: break;
  }
  term.value.assign(view(node));
}

void Reading::fill_object(const SerdNode* node, const SerdNode* datatype, const SerdNode* language) {
  fill(node, quad_.object);
  if (language != nullptr && language->type != SERD_NOTHING) quad_.object.language.assign(view(language));
  if (datatype == nullptr || datatype->type == SERD_NOTHING) return;
  if (datatype->type == SERD_CURIE)
    expand(view(datatype), quad_.object.datatype);
  else
    resolve(*datatype, quad_.object.datatype);
  if (quad_.object.datatype == xsd::string) quad_.object.datatype.clear();
}

SerdStatus Reading::take_base(void* self, const SerdNode* uri) noexcept {
  auto& reading = *static_cast<Reading*>(self);
  return reading.guarded([&] {
    std::string full;
    reading.resolve(*uri, full);
    require_valid(iri_view(full), "base IRI");
    if (serd_env_set_base_uri(reading.environment_.get(), uri) != SERD_SUCCESS)
      throw Error("a bad base IRI: " + describe(iri_view(full)));
  });
}

SerdStatus Reading::take_prefix(void* self, const SerdNode* name, const SerdNode* uri) noexcept {
  auto& reading = *static_cast<Reading*>(self);
  return reading.guarded([&] {
    std::string full;
    reading.resolve(*uri, full);
    require_valid(iri_view(full), "namespace of a prefix");
    if (reading.options_.on_prefix) reading.options_.on_prefix(view(name), full);
    reading.prefixes_[std::string(view(name))] = std::move(full);
  });
}

SerdStatus Reading::take_statement(void* self, SerdStatementFlags, const SerdNode* graph, const SerdNode* subject,
                                   const SerdNode* predicate, const SerdNode* object, const SerdNode* datatype,
                                   const SerdNode* language) noexcept {
  auto& reading = *static_cast<Reading*>(self);
  return reading.guarded([&] {
    Quad& quad = reading.quad_;
    reading.fill(subject, quad.subject);
    reading.fill(predicate, quad.predicate);
    reading.fill_object(object, datatype, language);
    quad.graph.value.clear();
    if (graph != nullptr && graph->type != SERD_NOTHING) reading.fill(graph, quad.graph);
    require_valid_quad(quad.subject, quad.predicate, quad.object, quad.graph);
    reading.handler_(quad, reading.line_);
  });
}

namespace {

// Serd shows what it met instead as one byte, and the end of the text as the byte 0xff.
void name_end(std::string& complaint) {
  if (const auto at = complaint.find('\xff'); at != std::string::npos) complaint.replace(at, 1, "end of text");
}

} // namespace

SerdStatus Reading::take_error(void* self, const SerdError* error) noexcept {
  auto& reading = *static_cast<Reading*>(self);
  if (!reading.complaint_.empty()) return SERD_SUCCESS; // what follows the first is mostly its echo
  char text[256];
  va_list arguments;
  va_copy(arguments, *error->args);
  const int length = std::vsnprintf(text, sizeof text, error->fmt, arguments);
  va_end(arguments);
  reading.guarded([&] {
    reading.complaint_.assign(text, std::min<std::size_t>(length < 0 ? 0 : static_cast<std::size_t>(length), 255));
    reading.complaint_.erase(reading.complaint_.find_last_not_of("\r\n") + 1);
    name_end(reading.complaint_);
    reading.complaint_place_ = {reading.name_, error->line, error->col};
  });
  return SERD_SUCCESS;
}

void Reading::run() {
  labels_ = require_readable(text_, syntax_, name_);
  const std::unique_ptr<SerdReader, ReaderDeleter> reader(
      serd_reader_new(serd_syntax(syntax_), this, nullptr, take_base, take_prefix, take_statement, nullptr));
  if (!reader) throw Error("out of memory");
  serd_reader_set_strict(reader.get(), true);
  serd_reader_set_error_sink(reader.get(), take_error, this);
  const SerdStatus status = serd_reader_read_source(reader.get(), feed, never_fails, this,
                                                    reinterpret_cast<const std::uint8_t*>(name_.c_str()), 1);
  if (failure_) {
    try {
      std::rethrow_exception(failure_);
    } catch (const Error& error) {
      if (error.place().line != 0 || !error.place().file.empty()) throw;
      throw Error(error.what(), error.hint(), place());
    }
  }
  if (status > SERD_FAILURE || !complaint_.empty())
    throw Error(complaint_.empty() ? reinterpret_cast<const char*>(serd_strerror(status)) : complaint_, {},
                complaint_place_.line != 0 ? complaint_place_ : place());
}

} // namespace

void read_text(std::string_view text, Syntax syntax, const std::string& name, const ReadOptions& options,
               const QuadHandler& handler) {
  Reading(text, syntax, name, options, handler).run();
}

void read_file(const std::filesystem::path& path, const ReadOptions& options, const QuadHandler& handler) {
  const auto syntax = find_syntax(path.string());
  if (!syntax)
    throw Error("not the name of an RDF file", "The endings .ttl, .trig, .nt and .nq are known.",
                {path.string(), 0, 0});
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  // An empty file sets the fail bit of the target: only the source tells of trouble.
  if (!file || (content << file.rdbuf(), file.bad()))
    throw Error("cannot read: " + std::string(std::strerror(errno)), {}, {path.string(), 0, 0});
  read_text(content.view(), *syntax, path.string(), options, handler);
}

std::vector<Quad> parse_quads(std::string_view text, Syntax syntax, const std::string& name,
                              const ReadOptions& options) {
  std::vector<Quad> quads;
  read_text(text, syntax, name, options, [&](const Quad& quad, std::uint64_t) { quads.push_back(quad); });
  return quads;
}

} // namespace stemma::rdf
