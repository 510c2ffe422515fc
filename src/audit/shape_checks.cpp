#include "audit/shape_checks.hpp"

#include "audit/shape_reader.hpp"
#include "rdf/serialize.hpp"
#include "rdf/vocabulary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace stemma::audit {

namespace {

using rdf::Term;

constexpr unsigned most_counted = 8; // values are told apart pair by pair

std::string string_literal(std::string_view text) { return rdf::serialize(rdf::make_literal(std::string(text))); }
std::string iri(std::string_view text) { return rdf::serialize(rdf::iri_view(text)); }

// One constraint: what has to be true of each value, or of the focus node with all its values.
struct Constraint {
  std::string component, message;
  std::string test; // a SPARQL expression that is true where the constraint holds, and never an error
  bool of_values = true;
};

class Compiler {
public:
  Compiler(const rdf::GraphStore& store, bool has_subclasses) : reader_(store), has_subclasses_(has_subclasses) {}

  std::vector<ShapeCheck> run() {
    reader_.require_understood();
    std::map<Term, std::vector<std::string>> targets; // shape → patterns that bind ?focus
    add_targets("targetClass", targets, [this](const Term& of) { return instance("?focus", of); });
    add_targets("targetNode", targets, [](const Term& of) { return "BIND(" + rdf::serialize(of) + " AS ?focus)"; });
    add_targets("targetSubjectsOf", targets, [](const Term& of) { return "?focus " + rdf::serialize(of) + " ?any"; });
    add_targets("targetObjectsOf", targets, [](const Term& of) { return "?any " + rdf::serialize(of) + " ?focus"; });
    for (const auto& [shape, patterns] : targets) {
      std::string any;
      for (const std::string& pattern : patterns) any += (any.empty() ? "{ " : " UNION { ") + pattern + " }";
      add_checks(shape, shape, "{ SELECT DISTINCT ?focus WHERE { " + any + " } }");
    }
    return std::move(checks_);
  }

private:
  template <class Pattern>
  void add_targets(std::string_view name, std::map<Term, std::vector<std::string>>& targets, Pattern pattern) const {
    reader_.store().match({}, rdf::iri_view(shacl(name)), {}, [&](const rdf::Triple& triple, const Place&) {
      targets[triple.subject].push_back(pattern(triple.object));
    });
  }

  std::string instance(const std::string& thing, const Term& type) const {
    return fmt::format("{} {}{} {}", thing, iri(rdf::rdf::type),
                       has_subclasses_ ? "/" + iri(rdf::rdfs::subClassOf) + "*" : "", rdf::serialize(type));
  }

  std::string fresh() { return fmt::format("?v{}", ++variables_); }

  bool is_off(const Term& shape) const {
    const auto off = reader_.objects(shape, "deactivated");
    return !off.empty() && off.front().value == "true";
  }

  // A shape that hangs on itself has no meaning that SHACL would define.
  struct Descent {
    Descent(Compiler& compiler, const Term& shape) : open(compiler.open_), at(open.insert(shape)) {
      if (!at.second) compiler.reader_.refuse(shape, "the shape hangs on itself");
    }
    ~Descent() { open.erase(at.first); }
    Descent(const Descent&) = delete;
    Descent& operator=(const Descent&) = delete;
    std::set<Term>& open;
    std::pair<std::set<Term>::iterator, bool> at;
  };

  // The checks of a shape and of the property shapes below it, for the nodes that `targets` binds to ?focus.
  void add_checks(const Term& root, const Term& shape, const std::string& targets) {
    if (is_off(shape)) return;
    const Descent descent(*this, shape);
    const auto paths = reader_.objects(shape, "path");
    const std::string path = paths.empty() ? "" : reader_.path(paths.front());
    const std::string values = path.empty() ? "BIND(?focus AS ?value)" : "?focus " + path + " ?value";
    for (const Constraint& constraint : constraints(shape, path, "?focus", "?value")) {
      const std::string query =
          constraint.of_values
              ? fmt::format("SELECT DISTINCT ?focus ?value WHERE {{ {} {} FILTER(!({})) }}", targets, values,
                            constraint.test)
              : fmt::format("SELECT DISTINCT ?focus WHERE {{ {} FILTER(!({})) }}", targets, constraint.test);
      checks_.push_back({root.value, path, constraint.component, constraint.message, query});
    }
    for (const Term& property : reader_.objects(shape, "property")) {
      if (!path.empty()) reader_.refuse(property, "a property shape below a property shape is not supported");
      if (reader_.objects(property, "path").empty()) reader_.refuse(property, "a property shape without sh:path");
      add_checks(root, property, targets);
    }
  }

  // True of a node that conforms to the shape.
  std::string conforms(const Term& shape, const std::string& node) {
    if (is_off(shape)) return "true";
    const Descent descent(*this, shape);
    const auto paths = reader_.objects(shape, "path");
    const std::string path = paths.empty() ? "" : reader_.path(paths.front());
    const std::string value = path.empty() ? node : fresh();
    std::string all = "true";
    for (const Constraint& constraint : constraints(shape, path, node, value)) {
      if (path.empty() || !constraint.of_values)
        all += " && (" + constraint.test + ")";
      else
        all += fmt::format(" && NOT EXISTS {{ {} {} {} FILTER(!({})) }}", node, path, value, constraint.test);
    }
    for (const Term& property : reader_.objects(shape, "property")) all += " && (" + conforms(property, node) + ")";
    return all;
  }

  std::vector<Constraint> constraints(const Term& shape, const std::string& path, const std::string& focus,
                                      const std::string& value) {
    std::vector<Constraint> out;
    add_value_tests(shape, value, out);
    add_comparisons(shape, focus, value, out);
    add_logic(shape, value, out);
    add_sets(shape, path, focus, out);
    if (const auto own = reader_.objects(shape, "message"); !own.empty())
      for (Constraint& constraint : out) constraint.message = own.front().value;
    return out;
  }

  template <class Test>
  void each(const Term& shape, std::string_view name, std::string_view component, std::vector<Constraint>& out,
            std::string_view message, Test test, bool of_values = true) {
    for (const Term& object : reader_.objects(shape, name))
      out.push_back(
          {std::string(component) + "ConstraintComponent",
           object.kind == rdf::TermKind::blank ? std::string(message) : fmt::format("{} {}", message, object.value),
           test(object), of_values});
  }

  void add_value_tests(const Term& shape, const std::string& value, std::vector<Constraint>& out) {
    each(shape, "class", "Class", out, "be of the class",
         [&](const Term& type) { return "EXISTS { " + instance(value, type) + " }"; });
    each(shape, "datatype", "Datatype", out, "have the datatype",
         [&](const Term& type) { return has_datatype(value, type.value); });
    each(shape, "nodeKind", "NodeKind", out, "be", [&](const Term& kind) { return is_kind(shape, value, kind.value); });
    constexpr std::array<std::array<std::string_view, 3>, 4> ranges{{{"minInclusive", "MinInclusive", ">="},
                                                                     {"maxInclusive", "MaxInclusive", "<="},
                                                                     {"minExclusive", "MinExclusive", ">"},
                                                                     {"maxExclusive", "MaxExclusive", "<"}}};
    for (const auto& [name, component, sign] : ranges)
      each(shape, name, component, out, fmt::format("be {}", sign), [&, s = sign](const Term& bound) {
        return fmt::format("COALESCE({} {} {}, false)", value, s, rdf::serialize(bound));
      });
    each(shape, "minLength", "MinLength", out, "have a length of at least", [&](const Term& length) {
      return fmt::format("!isBlank({0}) && STRLEN(STR({0})) >= {1}", value, reader_.number(shape, length, 0xffffffffU));
    });
    each(shape, "maxLength", "MaxLength", out, "have a length of at most", [&](const Term& length) {
      return fmt::format("!isBlank({0}) && STRLEN(STR({0})) <= {1}", value, reader_.number(shape, length, 0xffffffffU));
    });
    const auto flags = reader_.objects(shape, "flags");
    each(shape, "pattern", "Pattern", out, "be like", [&](const Term& pattern) {
      return fmt::format("!isBlank({0}) && REGEX(STR({0}), {1}, {2})", value, string_literal(pattern.value),
                         string_literal(flags.empty() ? "" : flags.front().value));
    });
    each(shape, "in", "In", out, "be one of those listed", [&](const Term& list) {
      return any_of(list, [&](const Term& item) { return same(value, rdf::serialize(item)); });
    });
    each(shape, "languageIn", "LanguageIn", out, "be in one of the languages listed", [&](const Term& list) {
      return any_of(list, [&](const Term& item) {
        return fmt::format("(isLiteral({0}) && LANGMATCHES(LANG({0}), {1}))", value, string_literal(item.value));
      });
    });
  }

  void add_comparisons(const Term& shape, const std::string& focus, const std::string& value,
                       std::vector<Constraint>& out) {
    const auto no_other = [&](const Term& property, const std::string& sign) {
      const std::string other = fresh();
      return fmt::format("NOT EXISTS {{ {} {} {} FILTER(!COALESCE({} {} {}, false)) }}", focus,
                         rdf::serialize(property), other, value, sign, other);
    };
    each(shape, "lessThan", "LessThan", out, "be less than the value of",
         [&](const Term& property) { return no_other(property, "<"); });
    each(shape, "lessThanOrEquals", "LessThanOrEquals", out, "be no more than the value of",
         [&](const Term& property) { return no_other(property, "<="); });
    each(shape, "disjoint", "Disjoint", out, "be no value of", [&](const Term& property) {
      return fmt::format("NOT EXISTS {{ {} {} {} }}", focus, rdf::serialize(property), value);
    });
  }

  void add_logic(const Term& shape, const std::string& value, std::vector<Constraint>& out) {
    each(shape, "node", "Node", out, "conform to the shape", [&](const Term& other) { return conforms(other, value); });
    each(shape, "not", "Not", out, "not conform to the shape",
         [&](const Term& other) { return "!(" + conforms(other, value) + ")"; });
    each(shape, "or", "Or", out, "conform to one of the shapes", [&](const Term& list) {
      return any_of(list, [&](const Term& other) { return "(" + conforms(other, value) + ")"; });
    });
    each(shape, "and", "And", out, "conform to each of the shapes", [&](const Term& list) {
      std::string all = "true";
      for (const Term& other : reader_.list(list)) all += " && (" + conforms(other, value) + ")";
      return all;
    });
    each(shape, "xone", "Xone", out, "conform to exactly one of the shapes", [&](const Term& list) {
      std::string sum = "0";
      for (const Term& other : reader_.list(list)) sum += " + IF(" + conforms(other, value) + ", 1, 0)";
      return "(" + sum + ") = 1";
    });
  }

  // What is true or not of the focus node and all its values together.
  void add_sets(const Term& shape, const std::string& path, const std::string& focus, std::vector<Constraint>& out) {
    const std::string step = path.empty() ? "" : focus + " " + path + " ";
    each(
        shape, "hasValue", "HasValue", out, "have the value",
        [&](const Term& wanted) {
          return path.empty() ? same(focus, rdf::serialize(wanted))
                              : "EXISTS { " + step + rdf::serialize(wanted) + " }";
        },
        path.empty());
    if (path.empty()) return;
    each(
        shape, "minCount", "MinCount", out, "have at least",
        [&](const Term& least) { return at_least(reader_.number(shape, least, most_counted), step, {}); }, false);
    each(
        shape, "maxCount", "MaxCount", out, "have at most",
        [&](const Term& most) {
          return "!(" + at_least(reader_.number(shape, most, most_counted) + 1, step, {}) + ")";
        },
        false);
    each(
        shape, "uniqueLang", "UniqueLang", out, "have one value for each language:",
        [&](const Term& flag) {
          const std::string a = fresh(), b = fresh();
          if (flag.value != "true") return std::string("true");
          return fmt::format("NOT EXISTS {{ {0}{1} . {0}{2} FILTER(!sameTerm({1}, {2}) && isLiteral({1}) && "
                             "isLiteral({2}) && LANG({1}) != \"\" && LCASE(LANG({1})) = LCASE(LANG({2}))) }}",
                             step, a, b);
        },
        false);
    add_qualified(shape, step, out);
  }

  void add_qualified(const Term& shape, const std::string& step, std::vector<Constraint>& out) {
    for (const Term& wanted : reader_.objects(shape, "qualifiedValueShape")) {
      each(
          shape, "qualifiedMinCount", "QualifiedMinCount", out, "have, of values that conform, at least",
          [&](const Term& least) { return at_least(reader_.number(shape, least, most_counted), step, wanted); }, false);
      each(
          shape, "qualifiedMaxCount", "QualifiedMaxCount", out, "have, of values that conform, at most",
          [&](const Term& most) {
            return "!(" + at_least(reader_.number(shape, most, most_counted) + 1, step, wanted) + ")";
          },
          false);
    }
  }

  // `number` different values, each conforming to `shape` where one is given.
  std::string at_least(unsigned number, const std::string& step, const std::optional<Term>& shape) {
    if (number == 0) return "true";
    std::vector<std::string> values;
    std::string pattern;
    for (unsigned i = 0; i < number; ++i) {
      values.push_back(fresh());
      pattern += step + values.back() + " . ";
    }
    for (std::size_t a = 0; a < values.size(); ++a)
      for (std::size_t b = a + 1; b < values.size(); ++b)
        pattern += fmt::format("FILTER(!sameTerm({}, {})) ", values[a], values[b]);
    if (shape)
      for (const std::string& value : values) pattern += "FILTER(" + conforms(*shape, value) + ") ";
    return "EXISTS { " + pattern + "}";
  }

  template <class Test>
  std::string any_of(const Term& list, Test test) {
    std::string any = "false";
    for (const Term& item : reader_.list(list)) any += " || " + test(item);
    return any;
  }

  static std::string same(const std::string& a, const std::string& b) { return fmt::format("sameTerm({}, {})", a, b); }

  // The lexical form counts too: "soon"^^xsd:date has no such value. SPARQL casts tell, as far as they reach.
  static std::string has_datatype(const std::string& value, const std::string& type) {
    std::string test = fmt::format("isLiteral({0}) && DATATYPE({0}) = {1}", value, iri(type));
    constexpr std::array castable{rdf::xsd::integer, rdf::xsd::decimal,   rdf::xsd::double_,  rdf::xsd::float_,
                                  rdf::xsd::boolean, rdf::xsd::date,      rdf::xsd::dateTime, rdf::xsd::time,
                                  rdf::xsd::gYear,   rdf::xsd::gYearMonth};
    if (std::ranges::find(castable, type) != castable.end())
      test += fmt::format(" && COALESCE(isLiteral({}(STR({}))), false)", iri(type), value);
    return test;
  }

  std::string is_kind(const Term& shape, const std::string& value, std::string_view kind) const {
    if (kind == shacl("IRI")) return "isIRI(" + value + ")";
    if (kind == shacl("Literal")) return "isLiteral(" + value + ")";
    if (kind == shacl("BlankNode")) return "isBlank(" + value + ")";
    if (kind == shacl("BlankNodeOrIRI")) return "!isLiteral(" + value + ")";
    if (kind == shacl("IRIOrLiteral")) return "!isBlank(" + value + ")";
    if (kind == shacl("BlankNodeOrLiteral")) return "!isIRI(" + value + ")";
    reader_.refuse(shape, "'" + std::string(kind) + "' is no kind of node");
  }

  ShapeReader reader_;
  bool has_subclasses_;
  unsigned variables_ = 0;
  std::set<Term> open_;
  std::vector<ShapeCheck> checks_;
};

} // namespace

std::vector<ShapeCheck> compile_shapes(const rdf::GraphStore& shapes, bool has_subclasses) {
  return Compiler(shapes, has_subclasses).run();
}

} // namespace stemma::audit
