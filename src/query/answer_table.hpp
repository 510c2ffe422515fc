#pragma once
// An answer as a table for people: aligned columns, short names, one line a row.

#include <cstddef>
#include <string>
#include <string_view>

namespace stemma::query {

struct TableStyle {
  bool colour = false;        // the head in bold
  std::size_t cell_width = 0; // longer cells are cut; 0: none is
  std::string base;           // IRIs below it are shown without it
};

// `tsv` is an answer in SPARQL 1.1 TSV. IRIs are shown with the standard prefixes or relative to the base, literals by
// their words; numbers stand to the right. The last line counts the rows.
std::string table_of_solutions(std::string_view tsv, const TableStyle& style);

} // namespace stemma::query
