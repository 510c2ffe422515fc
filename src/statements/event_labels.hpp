#pragma once

#include "model/record.hpp"
#include "statements/ontology.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace stemma::statements {

// Labels of what a document says, for people: made of the labels of the ontology and of the record's entities, always
// the same for the same record.
class EventLabels {
public:
  EventLabels(const Record& record, const Ontology& ontology);

  // "arms transfer: item shell; recipient Aland; supplier Beland": what an assertion and its denial share.
  std::string matter(const Event& event) const;
  // The same with its status behind it: "… (planned)".
  std::string event(const Event& event) const;
  // The same behind who says so: "Ada Example, citing Example Wire: …".
  std::string claim(const Event& event, const std::vector<Iri>& speakers) const;

private:
  std::string named(const std::vector<std::string>& values) const;

  const Ontology& ontology_;
  std::map<std::string_view, std::string_view> entities_; // IRI → label; both of the record
};

} // namespace stemma::statements
