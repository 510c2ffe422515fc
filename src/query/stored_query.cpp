#include "query/stored_query.hpp"

#include "model/error.hpp"
#include "query/sparql_token.hpp"
#include "rdf/serialize.hpp"
#include "rdf/vocabulary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <set>

namespace stemma::query {
namespace {

constexpr std::string_view blanks = " \t\r";

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string_view take_word(std::string_view& rest) {
  rest = trim(rest);
  const auto end = std::min(rest.find_first_of(blanks), rest.size());
  const std::string_view word = rest.substr(0, end);
  rest = trim(rest.substr(end));
  return word;
}

// The text behind "=": a word, or what stands in double quotes (then there is no '"' in it).
std::string take_default(std::string_view& rest, const Place& place) {
  rest.remove_prefix(1);
  if (!rest.starts_with('"')) return std::string(take_word(rest));
  const auto end = rest.find('"', 1);
  if (end == std::string_view::npos) throw Error("the default value has no closing quote", {}, place);
  std::string value(rest.substr(1, end - 1));
  rest = trim(rest.substr(end + 1));
  return value;
}

bool is_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  }) && (name.front() < '0' || name.front() > '9');
}

Parameter parse_parameter(std::string_view rest, const Place& place) {
  Parameter parameter;
  parameter.name = take_word(rest);
  if (!is_name(parameter.name))
    throw Error(fmt::format("'{}' is no name for a parameter", parameter.name),
                "use small letters, digits and '_', with a letter first", place);
  const std::string_view type = take_word(rest);
  const auto known = find_parameter_type(type);
  if (!known)
    throw Error(fmt::format("parameter '{}' has no type '{}'", parameter.name, type),
                "the types are iri, string, integer, decimal, boolean, date and text", place);
  parameter.type = *known;
  if (rest.starts_with('=')) parameter.default_value = take_default(rest, place);
  parameter.description = rest;
  return parameter;
}

// The comments before the first line of SPARQL.
class HeaderReader {
public:
  HeaderReader(StoredQuery& query, const std::string& file) : query_(query), place_{file, 0, 0} {}

  void read() {
    std::string_view rest = query_.text;
    while (!rest.empty()) {
      const auto end = std::min(rest.find('\n'), rest.size());
      const std::string_view line = trim(rest.substr(0, end));
      ++place_.line;
      if (!line.empty() && line.front() != '#') break;
      if (!line.empty()) read_comment(line.substr(1));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }

private:
  void read_comment(std::string_view comment) {
    const auto colon = comment.find(':');
    const std::string_view key = colon == std::string_view::npos ? "" : trim(comment.substr(0, colon));
    const std::string_view value = trim(comment.substr(colon == std::string_view::npos ? 0 : colon + 1));
    if (comment.starts_with("  ") && continued_) {
      continued_->append(" ").append(trim(comment));
    } else if (key == "title") {
      query_.title = value;
      continued_ = &query_.title;
    } else if (key == "description") {
      query_.description = value;
      continued_ = &query_.description;
    } else if (key == "param") {
      add_parameter(parse_parameter(value, place_));
    } else {
      continued_ = nullptr; // an ordinary comment
    }
  }

  void add_parameter(Parameter parameter) {
    for (const Parameter& other : query_.parameters)
      if (other.name == parameter.name)
        throw Error(fmt::format("parameter '{}' is declared twice", parameter.name), {}, place_);
    continued_ = nullptr;
    query_.parameters.push_back(std::move(parameter));
  }

  StoredQuery& query_;
  Place place_;
  std::string* continued_ = nullptr;
};

std::string upper(std::string_view word) {
  std::string out(word);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return out;
}

// Where the parameters of a query stand in its text.
class ParameterPlaces {
public:
  ParameterPlaces(const StoredQuery& query, std::string file) : query_(query), file_(std::move(file)), tokens_(scan()) {
    for (std::size_t i = 0; i < tokens_.size(); ++i) look_at(i);
    for (const Parameter& parameter : query_.parameters)
      if (!used_.contains(parameter.name))
        throw Error(fmt::format("the query does not use its parameter '{}'", parameter.name),
                    fmt::format("write ${} where its value belongs", parameter.name), {file_, 1, 0});
  }

  const std::vector<Token>& places() const { return places_; }

private:
  std::vector<Token> scan() const {
    try {
      return scan_sparql(query_.text);
    } catch (const Error& error) {
      throw Error(error.what(), error.hint(), {file_, error.place().line, error.place().column});
    }
  }

  bool is_declared(std::string_view name) const {
    return std::any_of(query_.parameters.begin(), query_.parameters.end(),
                       [&](const Parameter& parameter) { return parameter.name == name; });
  }

  [[noreturn]] void refuse(const Token& token, const std::string& message, const std::string& hint) const {
    const auto [line, column] =
        find_place(query_.text, static_cast<std::size_t>(token.text.data() - query_.text.data()));
    throw Error(message, hint, {file_, line, column});
  }

  void look_at(std::size_t i) {
    const Token& token = tokens_[i];
    if (token.kind == TokenKind::iri) return refuse_if_hidden(token);
    if (token.kind != TokenKind::variable || !is_declared(token.text.substr(1))) return;
    const std::string name(token.text.substr(1));
    if (token.text.front() == '?')
      refuse(token, fmt::format("?{} is a parameter of this query", name),
             fmt::format("write ${} for the parameter, and give the variable another name", name));
    if (!may_stand(i))
      refuse(token, fmt::format("${} stands where no single IRI or literal may stand", name),
             "a parameter may be a subject, predicate, object, graph or a value in an expression");
    used_.emplace(name, true);
    places_.push_back(token);
  }

  // "?a<$b&&?c>?d" has an IRI in it, by the letter of the grammar.
  void refuse_if_hidden(const Token& token) const {
    for (std::size_t at = token.text.find('$'); at != std::string_view::npos; at = token.text.find('$', at + 1))
      for (const Parameter& parameter : query_.parameters)
        if (token.text.substr(at + 1).starts_with(parameter.name))
          refuse(token, fmt::format("${} stands inside an IRI", parameter.name),
                 "put blanks around '<' where it means 'less than'");
  }

  // A term may not be named by what the words around make of it: a new variable, a name for a prefix, a number of rows,
  // or a part of the literal next to it.
  bool may_stand(std::size_t i) const {
    if (i + 1 < tokens_.size()) {
      const std::string_view next = tokens_[i + 1].text;
      if (next == "^^" || next.starts_with('@')) return false;
    }
    if (i == 0) return false;
    const std::string before = upper(tokens_[i - 1].text);
    for (const std::string_view word : {"^^", "AS", "SELECT", "DISTINCT", "REDUCED", "BY", "LIMIT", "OFFSET", "BASE",
                                        "DESCRIBE", "FROM", "NAMED", "VALUES", "SERVICE", "SILENT"})
      if (before == word) return false;
    return !(tokens_[i - 1].kind == TokenKind::word && before.ends_with(':') && i >= 2 &&
             upper(tokens_[i - 2].text) == "PREFIX");
  }

  const StoredQuery& query_;
  std::string file_;
  std::vector<Token> tokens_;
  std::vector<Token> places_; // by place
  std::map<std::string, bool, std::less<>> used_;
};

const Parameter& require_parameter(const StoredQuery& query, std::string_view name) {
  for (const Parameter& parameter : query.parameters)
    if (parameter.name == name) return parameter;
  std::string known;
  for (const Parameter& parameter : query.parameters) known += (known.empty() ? "" : ", ") + parameter.name;
  throw Error(fmt::format("the query '{}' has no parameter '{}'", query.name, name),
              known.empty() ? "it has none at all" : "it has: " + known);
}

std::string value_of(const Parameter& parameter, const std::map<std::string, std::string>& values,
                     std::string_view base, const NameLookup& lookup) {
  const auto given = values.find(parameter.name);
  if (given == values.end() && !parameter.default_value)
    throw Error(fmt::format("parameter '{}' has to be set", parameter.name),
                fmt::format("--set {}=… ({}{}{})", parameter.name, name_of(parameter.type),
                            parameter.description.empty() ? "" : ": ", parameter.description));
  return rdf::serialize(
      parse_value(parameter, given == values.end() ? *parameter.default_value : given->second, base, lookup));
}

bool is_keyword(const Token& token, std::string_view keyword) { // in capitals
  return token.kind == TokenKind::word &&
         std::equal(token.text.begin(), token.text.end(), keyword.begin(), keyword.end(),
                    [](char a, char b) { return a == b || a == b - 'A' + 'a'; });
}

// "stm:", "rdfs:": the prefixes that the query declares itself.
std::set<std::string, std::less<>> declared_prefixes(std::string_view query) {
  std::set<std::string, std::less<>> declared;
  const auto tokens = scan_sparql(query);
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i)
    if (is_keyword(tokens[i], "PREFIX")) declared.emplace(tokens[i + 1].text);
  return declared;
}

} // namespace

StoredQuery parse_stored_query(std::string text, const std::string& name, const std::string& file) {
  StoredQuery query;
  query.name = name;
  query.text = std::move(text);
  HeaderReader(query, file).read();
  const ParameterPlaces checked(query, file);
  require_question(query.text, file);
  return query;
}

void require_question(std::string_view text, const std::string& file) {
  static constexpr std::array<std::string_view, 10> updates = {"INSERT", "DELETE", "WITH", "LOAD", "CLEAR",
                                                               "DROP",   "CREATE", "ADD",  "MOVE", "COPY"};
  std::vector<Token> tokens;
  try {
    tokens = scan_sparql(text);
  } catch (const Error& error) {
    throw Error(error.what(), error.hint(), {file, error.place().line, error.place().column});
  }
  auto at = tokens.begin();
  while (at != tokens.end() && at->kind == TokenKind::word &&
         (upper(at->text) == "BASE" || upper(at->text) == "PREFIX")) {
    at = std::find_if(at, tokens.end(), [](const Token& token) { return token.kind == TokenKind::iri; });
    if (at != tokens.end()) ++at;
  }
  if (at == tokens.end())
    throw Error("the query is empty", "SELECT, ASK, CONSTRUCT or DESCRIBE is to be asked", {file, 0, 0});
  if (at->kind != TokenKind::word || std::find(updates.begin(), updates.end(), upper(at->text)) == updates.end())
    return;
  const auto [line, column] = find_place(text, static_cast<std::size_t>(at->text.data() - text.data()));
  throw Error("updates are not allowed: " + upper(at->text),
              "a query asks and changes nothing: SELECT, ASK, CONSTRUCT or DESCRIBE", {file, line, column});
}

StoredQuery read_stored_query(const std::filesystem::path& file) {
  std::error_code failed;
  if (const auto there = std::filesystem::status(file, failed);
      std::filesystem::exists(there) && !std::filesystem::is_regular_file(there))
    throw Error("is no regular file", "name a file that ends in .rq", {file.string()});
  std::ifstream in(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in) throw Error("the query file cannot be read", "is the name right, and may you read it?", {file.string()});
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  return parse_stored_query(std::move(text), file.stem().string(), file.string());
}

std::vector<StoredQuery> read_stored_queries(const std::filesystem::path& folder) {
  std::vector<StoredQuery> queries;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    if (file.path().extension() != ".rq") continue;
    queries.push_back(read_stored_query(file.path()));
    if (queries.back().title.empty() || queries.back().description.empty())
      throw Error("a bundled query has a title and a description",
                  "begin the file with '# title: …' and '# description: …'", {file.path().string(), 1, 0});
  }
  std::sort(queries.begin(), queries.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return queries;
}

std::string bind_parameters(const StoredQuery& query, const std::map<std::string, std::string>& values,
                            std::string_view base, const NameLookup& lookup) {
  for (const auto& [name, value] : values) require_parameter(query, name);
  std::map<std::string, std::string, std::less<>> terms;
  for (const Parameter& parameter : query.parameters)
    terms.emplace(parameter.name, value_of(parameter, values, base, lookup));
  const ParameterPlaces found(query, query.name);
  std::string bound;
  std::size_t done = 0;
  for (const Token& token : found.places()) {
    const auto at = static_cast<std::size_t>(token.text.data() - query.text.data());
    bound.append(query.text, done, at - done);
    bound.append(" ").append(terms.find(token.text.substr(1))->second).append(" ");
    done = at + token.text.size();
  }
  return bound.append(query.text, done);
}

std::string with_prologue(std::string_view query, std::string_view base) {
  const auto own = declared_prefixes(query);
  std::string text = "BASE " + rdf::serialize(rdf::iri_view(base));
  for (const rdf::Prefix& prefix : rdf::standard_prefixes) {
    if (own.contains(std::string(prefix.name) + ":")) continue; // some stores refuse a second declaration
    text.append(" PREFIX ").append(prefix.name).append(": ").append(rdf::serialize(rdf::iri_view(prefix.iri)));
  }
  return text.append("\n").append(query);
}

bool asks_for_graph(std::string_view query) {
  for (const Token& token : scan_sparql(query)) {
    if (is_keyword(token, "CONSTRUCT") || is_keyword(token, "DESCRIBE")) return true;
    if (is_keyword(token, "SELECT") || is_keyword(token, "ASK")) return false;
  }
  return false;
}

} // namespace stemma::query
