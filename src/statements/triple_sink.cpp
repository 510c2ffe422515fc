#include "statements/triple_sink.hpp"

#include "rdf/utf8.hpp"
#include "rdf/vocabulary.hpp"

#include <algorithm>

namespace stemma::statements {

std::string writable(std::string_view text) {
  std::string out;
  for (std::size_t bad = rdf::find_unwritable(text); bad != std::string_view::npos; bad = rdf::find_unwritable(text)) {
    out += text.substr(0, bad);
    out += "\xEF\xBF\xBD";
    text.remove_prefix(bad + std::max<std::size_t>(1, rdf::decode_point(text, bad).length));
  }
  out += text;
  return out;
}

rdf::Term date_term(std::string_view date) {
  const std::string_view type = date.size() == 10  ? rdf::xsd::date
                                : date.size() == 7 ? rdf::xsd::gYearMonth
                                                   : rdf::xsd::gYear;
  return rdf::make_typed(std::string(date), type);
}

} // namespace stemma::statements
