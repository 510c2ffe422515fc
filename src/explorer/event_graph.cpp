#include "explorer/event_graph.hpp"

#include "rdf/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace stemma::explorer {

namespace {

namespace stm = rdf::stm;
using rdf::TermNumber;

// Numbers for terms that are known beforehand, in the order of their short names.
class Terms {
public:
  Terms(const audit::Result& result, const std::set<TermNumber>& terms) {
    std::map<std::string, TermNumber> by_name;
    for (const TermNumber term : terms) by_name.emplace(result.short_name(term), term);
    for (const auto& [name, term] : by_name) {
      numbers_.emplace(term, static_cast<std::uint32_t>(list_.size()));
      list_.push_back({name, result.label(term)});
    }
  }
  std::uint32_t number(TermNumber term) const { return numbers_.at(term); }
  std::vector<Term> take() { return std::move(list_); }

private:
  std::map<TermNumber, std::uint32_t> numbers_;
  std::vector<Term> list_;
};

class Reading {
public:
  explicit Reading(const audit::Result& result)
      : result_(result), quads_(result.quads()), events_(result.fused_events()) {
    for (std::uint32_t i = 0; i < events_.size(); ++i) event_numbers_.emplace(events_[i], i);
  }

  EventGraph run() {
    collect();
    Terms types(result_, types_), statuses(result_, statuses_), roles(result_, roles_);
    for (std::uint32_t number = 0; number < events_.size(); ++number) {
      const TermNumber event = events_[number];
      PlayedEvent out;
      out.id = result_.short_name(event);
      out.type = types.number(result_.class_of(event));
      out.status = statuses.number(quads_.find_object(event, stm::status));
      out.from = result_.value_of(event, rdf::sem::hasEarliestBeginTimeStamp);
      out.to = result_.value_of(event, rdf::sem::hasLatestEndTimeStamp);
      out.explanation = audit::explain(result_, event);
      for (const audit::Result::Role& role : result_.roles(event))
        if (is_literal(role.value))
          out.words.emplace_back(roles.number(role.property), result_.value(role.value));
        else
          graph_.parts.push_back({number, node_of(role.value), roles.number(role.property)});
      graph_.events.push_back(std::move(out));
    }
    cite_documents();
    graph_.types = types.take();
    graph_.statuses = statuses.take();
    graph_.roles = roles.take();
    return std::move(graph_);
  }

private:
  bool is_literal(TermNumber term) const { return quads_.term(term).kind == rdf::TermKind::literal; }

  void collect() {
    std::map<std::string_view, TermNumber> players;
    for (const TermNumber event : events_) {
      types_.insert(result_.class_of(event));
      statuses_.insert(quads_.find_object(event, stm::status));
      for (const audit::Result::Role& role : result_.roles(event)) {
        roles_.insert(role.property);
        if (!is_literal(role.value) && !event_numbers_.contains(role.value))
          players.emplace(result_.value(role.value), role.value);
      }
    }
    for (const auto& [iri, term] : players) {
      player_numbers_.emplace(term, static_cast<std::uint32_t>(graph_.players.size()));
      graph_.players.push_back({std::string(iri), result_.short_name(term), result_.label(term), kind_of(term),
                                result_.label(result_.class_of(term))});
    }
  }

  std::string kind_of(TermNumber player) const {
    constexpr std::array<std::pair<std::string_view, const char*>, 5> kinds{{{stm::Country, "country"},
                                                                             {stm::Person, "person"},
                                                                             {stm::Organisation, "org"},
                                                                             {stm::Munition, "munition"},
                                                                             {stm::Place, "place"}}};
    for (const auto& [type, name] : kinds)
      if (quads_.contains(player, rdf::rdf::type, quads_.find(type))) return name;
    return "other";
  }

  std::uint32_t node_of(TermNumber value) const {
    if (const auto event = event_numbers_.find(value); event != event_numbers_.end())
      return static_cast<std::uint32_t>(graph_.players.size()) + event->second;
    return player_numbers_.at(value);
  }

  void cite_documents() {
    std::map<Iri, std::uint32_t> numbers;
    for (const PlayedEvent& event : graph_.events)
      for (const audit::ExplainedOrigin& origin : event.explanation.told_by)
        for (const audit::ExplainedClaim& claim : origin.claims) numbers.emplace(claim.document, 0U);
    for (auto& [iri, number] : numbers) {
      number = static_cast<std::uint32_t>(graph_.documents.size());
      graph_.documents.push_back({iri, result_.short_name(quads_.find(iri)), {}, {}, {}, {}, {}});
    }
    for (PlayedEvent& event : graph_.events) {
      std::set<std::uint32_t> cited;
      for (const audit::ExplainedOrigin& origin : event.explanation.told_by)
        for (const audit::ExplainedClaim& claim : origin.claims) {
          CitedDocument& document = graph_.documents[*cited.insert(numbers.at(claim.document)).first];
          document.path = claim.path;
          document.title = claim.title;
          document.publisher = claim.publisher;
          document.published = claim.published;
          document.wire = claim.wire;
        }
      event.documents.assign(cited.begin(), cited.end());
    }
  }

  const audit::Result& result_;
  const rdf::QuadIndex& quads_;
  std::vector<TermNumber> events_;
  std::map<TermNumber, std::uint32_t> event_numbers_, player_numbers_;
  std::set<TermNumber> types_, statuses_, roles_;
  EventGraph graph_;
};

} // namespace

EventGraph read_event_graph(const audit::Result& result) { return Reading(result).run(); }

} // namespace stemma::explorer
