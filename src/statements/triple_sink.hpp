#pragma once

#include "rdf/term.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace stemma::statements {

// Takes the triples of one graph as they are made, those of one subject together: a document may have a million
// mentions, and their triples are never held in memory at once.
using TripleSink =
    std::function<void(const rdf::TermView& subject, const rdf::TermView& predicate, const rdf::TermView& object)>;

// The text as a literal may carry it: what XML cannot hold (control characters, non-characters, bad UTF-8) becomes
// U+FFFD, one for one, so that its length in code points stays.
std::string writable(std::string_view text);

// "2023-11-01" as xsd:date, "2023-11" as xsd:gYearMonth, "2023" as xsd:gYear.
rdf::Term date_term(std::string_view date);

} // namespace stemma::statements
