#pragma once
// A query in a file, with a header of comments that says what it asks and what it wants to know:
//
//   # title: Who is named with whom
//   # description: Pairs of parties that stand in one sentence.
//   #   A further line of the description is indented.
//   # param: party iri  The party to look at
//   # param: least integer =2  At how many sentences a pair counts
//
// A parameter is a name, a type and, where it need not be given, "=" and its default (in double quotes when there are
// blanks in it); then follows what it means. In the query the parameter is written `$party`, wherever one IRI or one
// literal may stand.

#include "query/parameter.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stemma::query {

struct StoredQuery {
  std::string name;        // of the file, without ".rq"
  std::string title;       // empty: the file has none
  std::string description; // one paragraph
  std::vector<Parameter> parameters;
  std::string text; // the whole file
};

// Throws Error with its place where the text holds no query, or one that would change the data (an update).
void require_question(std::string_view text, const std::string& file);

// Throws Error with file and line: a header that cannot be read, a parameter that the query does not use or uses where
// no single term may stand.
StoredQuery parse_stored_query(std::string text, const std::string& name, const std::string& file);
StoredQuery read_stored_query(const std::filesystem::path& file);

// Every .rq of the folder, by name. Throws Error as above, and for a query without title or description.
std::vector<StoredQuery> read_stored_queries(const std::filesystem::path& folder);

// The query with each parameter replaced by its value; the parsed result is that of the query with one ground term
// exchanged for each. `values` are as the user wrote them; `lookup` is asked for names that stand for an IRI. Throws
// Error: a value that is missing and has no default, that is not of the parameter's type, or is set and not declared.
std::string bind_parameters(const StoredQuery& query, const std::map<std::string, std::string>& values,
                            std::string_view base, const NameLookup& lookup = {});

// The query behind a first line that sets the base and those standard prefixes that it does not declare itself. Errors
// in the result are one line further down than in the query. Throws Error where a string of the query does not end.
std::string with_prologue(std::string_view query, std::string_view base);

// Whether the answer is a graph (CONSTRUCT, DESCRIBE), not a table or a yes (SELECT, ASK). Throws Error as above.
bool asks_for_graph(std::string_view query);

} // namespace stemma::query
