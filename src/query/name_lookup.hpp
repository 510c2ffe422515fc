#pragma once
// Things of a result by what people call them: "Russia", "RUS", "Kh-47M2".

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace stemma::query {

// The IRI of what goes by this name. Throws Error when nothing does, or more than one thing.
using NameLookup = std::function<std::string(std::string_view name)>;

// The question that finds everything whose label, title or code is `name` in any case of letters, and things with
// a preferred label that has it in it. Ends in no syntax error whatever `name` holds, as long as it is sound UTF-8
// (else Error).
std::string name_question(std::string_view name);

struct NamedThing {
  std::string iri, label;
};

// The question for all preferred labels and codes.
std::string all_names_question();

// What `answer`, to all_names_question() in JSON, lists. Throws Error when it is no table.
std::vector<std::string> read_names(std::string_view answer);

// `answer`: to name_question(name), in JSON. Where the lexicon knows one of the things, those that only one document
// names do not count; a name in exactly these letters goes before others. Throws Error when nothing is left, or more
// than one thing, with what comes into question in the hint; `suggest` gives the beginning of the hint where nothing
// has the name in it, and is not called else.
NamedThing choose_named(std::string_view name, std::string_view answer,
                        const std::function<std::string()>& suggest = {});

} // namespace stemma::query
