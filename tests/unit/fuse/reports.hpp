#pragma once
// Short records for the tests of fusion, written as a reader would say them.

#include "fuse/fuse.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace stemma::fuse::testing {

inline const Iri base = "https://example.org/kb/";

struct Told {
  std::string type = "transfer";
  std::vector<std::string> first = {"KP"}, second = {"RU"}, items = {}, places = {};
  std::string status = "occurred", from = {}, to = {};
  std::optional<double> min = {}, max = {};
  bool cumulative = false;
  std::vector<std::vector<std::string>> chains = {};
  std::string about = {};
  bool headline = false;
  bool additional = false;
};

// Names of two capitals are countries, "agency-XX" an agency of the country XX, "wire NAME" a news agency, "person
// NAME" somebody and "thing NAME" something without an entry in the lexicon, "anonymous …" a speaker without a name,
// anything else a thing of the lexicon.
inline Entity entity(const std::string& document, const std::string& name) {
  Entity out;
  out.label = name;
  out.linked = true;
  out.mentions = {{{{0}, {1}}, "x", MentionKind::name}};
  out.id = "https://example.org/lexicon/" + name;
  if (name.starts_with("agency-")) {
    out.kind = EntityKind::org;
    out.type = "Agency";
    out.country = "https://example.org/lexicon/" + name.substr(7);
  } else if (name.starts_with("wire ")) {
    out.kind = EntityKind::org;
    out.type = "NewsAgency";
    out.label = name.substr(5);
  } else if (name.starts_with("person ") || name.starts_with("anonymous ")) {
    out.kind = name.starts_with("person ") ? EntityKind::person : EntityKind::anonymous;
    out.type = "Person";
    out.label = name.substr(name.find(' ') + 1);
    out.linked = false;
    out.id = base + "document/" + document + "/entity-" + name;
  } else if (name.starts_with("thing ")) {
    out.kind = EntityKind::munition;
    out.type = "Munition";
    out.label = name.substr(6);
    out.linked = false;
    out.id = base + "document/" + document + "/entity-" + name;
  } else if (name.size() == 2) {
    out.kind = EntityKind::country;
    out.type = "Country";
  } else {
    out.kind = EntityKind::munition;
    out.type = "Munition";
  }
  return out;
}

struct Page {
  std::string id, published;
  std::vector<Told> told;
  std::string wire = {}, publisher = {};
  std::vector<std::string> fingerprints = {};
};

inline Record record(const Page& page) {
  Record out;
  out.document.id = base + "document/" + page.id;
  out.document.published = page.published;
  out.document.wire = page.wire;
  out.document.title = "title";
  out.document.publisher = page.publisher;
  out.fingerprints = page.fingerprints;
  const auto iris = [&](const std::vector<std::string>& names) {
    std::vector<std::string> ids;
    for (const std::string& name : names) {
      const Entity found = entity(page.id, name);
      if (std::none_of(out.entities.begin(), out.entities.end(), [&](const Entity& e) { return e.id == found.id; }))
        out.entities.push_back(found);
      ids.push_back(found.id);
    }
    return ids;
  };
  for (const Told& told : page.told) {
    Event event;
    event.id = out.document.id + "/event-" + std::to_string(out.events.size());
    event.type = told.type;
    event.about = told.about;
    event.status = told.status;
    event.evidence = {{{{0}, {1}}, told.headline ? "title" : "text", {}, {}}};
    if (!told.first.empty()) event.roles["supplier"] = iris(told.first);
    if (!told.second.empty()) event.roles["recipient"] = iris(told.second);
    if (!told.items.empty()) event.roles["item"] = iris(told.items);
    if (!told.places.empty()) event.roles["place"] = iris(told.places);
    if (!told.from.empty() || !told.to.empty()) event.time = EventTime{told.from, told.to, "then"};
    if (told.min || told.max) {
      EventQuantity quantity;
      quantity.min = told.min;
      quantity.max = told.max;
      quantity.cumulative = told.cumulative;
      quantity.additional = told.additional;
      quantity.text = "so many";
      if (!told.items.empty()) quantity.of = entity(page.id, told.items.front()).id;
      event.quantities = {quantity};
    }
    for (const auto& chain : told.chains) event.attribution.push_back(iris(chain));
    out.events.push_back(std::move(event));
  }
  return out;
}

inline const Knowledge& knowledge() {
  static const Knowledge known{
      [](const std::string&) { return Knowledge::Sides{"supplier", "recipient"}; },
      [](const std::string& type) { return type == "Agency"; },
      [](const std::string& type) { return type == "transfer" ? std::optional(45) : std::nullopt; },
      [](const std::string& name) {
        return std::string(name == "AFP" || name == "Agence France-Presse" ? "Agence France-Presse" : "");
      },
      [](const Iri& iri) {
        return iri.ends_with("/shell") ? std::vector<Iri>{"https://example.org/lexicon/ammunition"}
                                       : std::vector<Iri>{};
      }};
  return known;
}

// "e1+e2 e3": documents of the reports that became one event; events by their first report.
inline std::string grouping(const Corpus& corpus, const Fused& fused) {
  std::string out;
  for (const FusedEvent& event : fused.events) {
    if (!out.empty()) out += ' ';
    for (const ReportNumber r : event.reports) {
      const std::string& id = corpus.documents()[corpus.reports()[r].document].id;
      out += (r == event.reports.front() ? "" : "+") + id.substr(id.rfind('/') + 1);
    }
  }
  return out;
}

struct Result {
  Corpus corpus;
  Fused fused;
  explicit Result(const std::vector<Page>& pages) : corpus(knowledge()) {
    for (const Page& page : pages) corpus.add(record(page));
    fused = fuse(corpus);
  }
  std::string groups() const { return grouping(corpus, fused); }
};

} // namespace stemma::fuse::testing
