#include "rdf/graph_store.hpp"

#include "rdf/term_check.hpp"
#include "rdf/vocabulary.hpp"

#include <sord/sord.h>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace stemma::rdf {

namespace {

struct WorldDeleter {
  void operator()(SordWorld* world) const { sord_world_free(world); }
};
struct ModelDeleter {
  void operator()(SordModel* model) const { sord_free(model); }
};
struct IterDeleter {
  void operator()(SordIter* iter) const { sord_iter_free(iter); }
};

// A counted reference to an interned node.
class Node {
public:
  Node(SordWorld* world, SordNode* node) : world_(world), node_(node) {}
  ~Node() { sord_node_free(world_, node_); } // of null too
  Node(Node&& other) noexcept : world_(other.world_), node_(std::exchange(other.node_, nullptr)) {}
  Node& operator=(Node&&) = delete;
  const SordNode* get() const { return node_; }

private:
  SordWorld* world_;
  SordNode* node_;
};

using Key = std::array<const SordNode*, 3>;

struct StoredPlace {
  std::uint32_t file = 0; // index of the name
  std::uint64_t line = 0, column = 0;
  std::uint64_t order = 0; // of arrival
};

struct PlacedKey {
  Key key;
  StoredPlace place;
};

std::string_view string_of(const SordNode* node) {
  std::size_t size = 0;
  const std::uint8_t* bytes = sord_node_get_string_counted(node, &size);
  return {reinterpret_cast<const char*>(bytes), size};
}

Term term_of(const SordNode* node) {
  Term term;
  term.value = string_of(node);
  switch (sord_node_get_type(node)) {
  case SORD_URI: break;
  case SORD_BLANK: term.kind = TermKind::blank; break;
  case SORD_LITERAL:
    term.kind = TermKind::literal;
    if (const char* language = sord_node_get_language(node)) term.language = language;
    if (const SordNode* datatype = sord_node_get_datatype(node)) term.datatype = string_of(datatype);
  }
  return term;
}

} // namespace

class GraphStore::Implementation {
public:
  Implementation() : world(sord_world_new()) {
    if (world) model.reset(sord_new(world.get(), SORD_SPO | SORD_OPS, false));
    if (!model) throw Error("out of memory");
  }

  // Interns the term, which must have passed the guard: Sord takes C strings.
  Node node(const TermView& term) const {
    const auto bytes = [](const std::string& s) { return reinterpret_cast<const std::uint8_t*>(s.c_str()); };
    SordWorld* w = world.get();
    value.assign(term.value);
    if (term.kind == TermKind::iri) return checked({w, sord_new_uri(w, bytes(value))});
    if (term.kind == TermKind::blank) return checked({w, sord_new_blank(w, bytes(value))});
    language.assign(term.language);
    if (term.datatype.empty() || !language.empty() || term.datatype == xsd::string)
      return checked({w, sord_new_literal(w, nullptr, bytes(value), language.empty() ? nullptr : language.c_str())});
    datatype.assign(term.datatype);
    const Node type(w, sord_new_uri(w, bytes(datatype)));
    return checked({w, sord_new_literal(w, const_cast<SordNode*>(type.get()), bytes(value), nullptr)});
  }

  // As node, but what came a moment ago, or comes often, is not looked up again.
  const SordNode* subject_node(const TermView& term) {
    if (!last_subject || !(TermView(last_term) == term)) {
      last_subject.reset();
      last_subject.emplace(node(term));
      last_term = to_term(term);
    }
    return last_subject->get();
  }

  const SordNode* predicate_node(const TermView& term) {
    const auto found = predicates.find(term.value);
    if (found != predicates.end()) return found->second.get();
    return predicates.emplace(std::string(term.value), node(term)).first->second.get();
  }

  // The terms must have passed the guard.
  void add(const TermView& subject, const TermView& predicate, const TermView& object, const Place& at) {
    const SordNode* s = subject_node(subject);
    const SordNode* p = predicate_node(predicate);
    const Node o = node(object);
    const SordQuad quad = {s, p, o.get(), nullptr};
    if (!sord_add(model.get(), quad)) return; // there already
    places.push_back({{s, p, o.get()}, {file_index(at.file), at.line, at.column, places.size()}});
    places_sorted = false;
  }

  void read(const Quad& quad, const Place& at) {
    if (!quad.graph.value.empty()) throw Error("a named graph, where triples alone are expected", {}, at);
    add(quad.subject, quad.predicate, quad.object, at);
  }

  // A term that no guard would let in is nowhere in the graph.
  std::optional<Node> find_node(const TermView& term) const {
    if (find_fault(term) != nullptr) return std::nullopt;
    return node(term);
  }

  static Node checked(Node node) {
    if (node.get() == nullptr) throw Error("out of memory");
    return node;
  }

  std::uint32_t file_index(const std::string& name) {
    if (files.empty() || files.back() != name) files.push_back(name);
    return static_cast<std::uint32_t>(files.size() - 1);
  }

  const StoredPlace& stored_place(const Key& key) const {
    const auto before = [](const PlacedKey& a, const PlacedKey& b) { return a.key < b.key; };
    if (!places_sorted) std::sort(places.begin(), places.end(), before);
    places_sorted = true;
    return std::lower_bound(places.begin(), places.end(), PlacedKey{key, {}}, before)->place;
  }
  Place place(const Key& key) const { return place(stored_place(key)); }
  Place place(const StoredPlace& stored) const { return {files[stored.file], stored.line, stored.column}; }

  template <class Action>
  void search(const SordNode* s, const SordNode* p, const SordNode* o, Action action) const {
    std::unique_ptr<SordIter, IterDeleter> iter(sord_search(model.get(), s, p, o, nullptr));
    for (bool end = !iter || sord_iter_end(iter.get()); !end; end = sord_iter_next(iter.get())) {
      SordQuad quad;
      sord_iter_get(iter.get(), quad);
      action(Key{quad[SORD_SUBJECT], quad[SORD_PREDICATE], quad[SORD_OBJECT]});
    }
  }

  std::unique_ptr<SordWorld, WorldDeleter> world; // outlives the model
  std::unique_ptr<SordModel, ModelDeleter> model;
  std::vector<std::string> files;
  mutable std::vector<PlacedKey> places; // sorted when the first question for a place comes
  mutable bool places_sorted = true;
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, Node, Hash, std::equal_to<>> predicates; // interned for good
  std::optional<Node> last_subject;
  Term last_term;                                // of last_subject
  mutable std::string value, datatype, language; // kept for their memory
};

GraphStore::GraphStore() : implementation_(std::make_unique<Implementation>()) {}
GraphStore::~GraphStore() = default;
GraphStore::GraphStore(GraphStore&&) noexcept = default;
GraphStore& GraphStore::operator=(GraphStore&&) noexcept = default;

void GraphStore::add(const TermView& subject, const TermView& predicate, const TermView& object, const Place& place) {
  require_valid_quad(subject, predicate, object, {});
  implementation_->add(subject, predicate, object, place);
}

void GraphStore::read(const std::filesystem::path& path, const ReadOptions& options) {
  Place place{path.string(), 0, 0};
  read_file(path, options, [&](const Quad& quad, std::uint64_t line) {
    place.line = line;
    implementation_->read(quad, place);
  });
}

void GraphStore::read_text(std::string_view text, Syntax syntax, const std::string& name, const ReadOptions& options) {
  Place place{name, 0, 0};
  stemma::rdf::read_text(text, syntax, name, options, [&](const Quad& quad, std::uint64_t line) {
    place.line = line;
    implementation_->read(quad, place);
  });
}

std::size_t GraphStore::size() const { return sord_num_quads(implementation_->model.get()); }

void GraphStore::match(const std::optional<TermView>& subject, const std::optional<TermView>& predicate,
                       const std::optional<TermView>& object, const Handler& handler) const {
  const auto& impl = *implementation_;
  std::array<std::optional<Node>, 3> nodes;
  const std::array<const std::optional<TermView>*, 3> terms{&subject, &predicate, &object};
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (!*terms[i]) continue;
    if (auto node = impl.find_node(**terms[i])) nodes[i].emplace(std::move(*node));
    if (!nodes[i]) return;
  }
  const auto pointer = [&](std::size_t i) { return nodes[i] ? nodes[i]->get() : nullptr; };
  impl.search(pointer(0), pointer(1), pointer(2),
              [&](const Key& key) { handler({term_of(key[0]), term_of(key[1]), term_of(key[2])}, impl.place(key)); });
}

std::vector<Term> GraphStore::objects(const TermView& subject, const TermView& predicate) const {
  std::vector<Term> found;
  const auto s = implementation_->find_node(subject), p = implementation_->find_node(predicate);
  if (s && p)
    implementation_->search(s->get(), p->get(), nullptr, [&](const Key& key) { found.push_back(term_of(key[2])); });
  return found;
}

std::vector<Term> GraphStore::subjects(const TermView& predicate, const TermView& object) const {
  std::vector<Term> found;
  const auto p = implementation_->find_node(predicate), o = implementation_->find_node(object);
  if (p && o)
    implementation_->search(nullptr, p->get(), o->get(), [&](const Key& key) { found.push_back(term_of(key[0])); });
  return found;
}

std::optional<Term> GraphStore::find_object(const TermView& subject, const TermView& predicate) const {
  auto found = objects(subject, predicate);
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

bool GraphStore::contains(const TermView& subject, const TermView& predicate, const TermView& object) const {
  const auto& impl = *implementation_;
  const auto s = impl.find_node(subject), p = impl.find_node(predicate), o = impl.find_node(object);
  if (!s || !p || !o) return false;
  const SordQuad quad = {s->get(), p->get(), o->get(), nullptr};
  return sord_contains(impl.model.get(), quad);
}

Place GraphStore::place(const TermView& subject, const TermView& predicate, const TermView& object) const {
  if (!contains(subject, predicate, object)) return {};
  const auto& impl = *implementation_;
  return impl.place(Key{impl.node(subject).get(), impl.node(predicate).get(), impl.node(object).get()});
}

Place GraphStore::place_of(const TermView& subject) const {
  const auto& impl = *implementation_;
  const auto s = impl.find_node(subject);
  const StoredPlace* first = nullptr;
  if (s)
    impl.search(s->get(), nullptr, nullptr, [&](const Key& key) {
      const StoredPlace& here = impl.stored_place(key);
      if (first == nullptr || here.order < first->order) first = &here;
    });
  return first != nullptr ? impl.place(*first) : Place{};
}

} // namespace stemma::rdf
