#include "explorer/page_json.hpp"
#include "model/json_line.hpp"

#include <algorithm>
#include <map>
#include <span>

namespace stemma::explorer {

namespace {

class EvidenceJson {
public:
  explicit EvidenceJson(const EventGraph& graph) {
    for (std::uint32_t i = 0; i < graph.players.size(); ++i) nodes_.emplace(graph.players[i].iri, i);
    for (std::uint32_t i = 0; i < graph.documents.size(); ++i) documents_.emplace(graph.documents[i].iri, i);
  }

  // A list of these events.
  std::string part(std::span<const PlayedEvent> events) {
    text_.clear();
    JsonLine line(text_);
    json_ = &line;
    line.open('[');
    for (const PlayedEvent& event : events) add(event.explanation);
    line.close(']');
    return text_;
  }

private:
  void add(const audit::Explanation& about) {
    json_->open('{');
    json_->key("told").open('[');
    for (const audit::ExplainedOrigin& origin : about.told_by) add(origin);
    json_->close(']');
    json_->key("disagreements").open('[');
    for (const audit::ExplainedDisagreement& found : about.disagreements) {
      json_->open('{');
      json_->key("supersedes").boolean(found.supersedes);
      json_->key("on").text(found.matter);
      json_->key("earlier").text(found.earlier);
      json_->key("later").text(found.later);
      json_->close('}');
    }
    json_->close(']');
    json_->close('}');
  }

  void add(const audit::ExplainedOrigin& origin) {
    json_->open('{');
    json_->key("id").text(origin.iri);
    json_->key("label").text(origin.label);
    json_->key("denies").boolean(origin.denies);
    json_->key("first").text(origin.first);
    json_->key("last").text(origin.last);
    json_->key("why").texts(origin.reasons);
    json_->key("claims").open('[');
    for (const audit::ExplainedClaim& claim : origin.claims) add(claim);
    json_->close(']');
    json_->close('}');
  }

  void add(const audit::ExplainedClaim& claim) {
    json_->open('{');
    json_->key("id").text(claim.iri);
    json_->key("document").number(documents_.at(claim.document));
    json_->key("status").text(claim.status);
    json_->key("time").text(claim.time);
    json_->key("quantity").text(claim.quantity);
    json_->key("frame").text(claim.frame_label);
    json_->key("chain").open('[');
    for (const audit::ChainLink& link : claim.chain) {
      json_->open('{');
      named(link.speaker);
      json_->key("quotes");
      add(link.quotes);
      json_->close('}');
    }
    json_->close(']');
    json_->key("quotes");
    add(claim.quotes);
    json_->key("players").open('[');
    for (const audit::Player& player : claim.players) add(player);
    json_->close(']');
    json_->close('}');
  }

  void add(const audit::Player& player) {
    json_->open('{');
    json_->key("role").text(player.role.label);
    named(player.entity);
    if (!player.words.text.empty()) {
      json_->key("words");
      add(player.words);
      json_->key("how").text(player.how);
      json_->key("apart").boolean(player.apart);
    }
    json_->close('}');
  }

  // With the place among the nodes, where it is one.
  void named(const audit::Named& named) {
    json_->key("label").text(named.label);
    if (const auto node = nodes_.find(named.iri); node != nodes_.end()) json_->key("node").number(node->second);
  }

  void add(const std::vector<audit::Quote>& quotes) {
    json_->open('[');
    for (const audit::Quote& quote : quotes) add(quote);
    json_->close(']');
  }

  void add(const audit::Quote& quote) {
    json_->open('{');
    json_->key("start").number(quote.span.start.value);
    json_->key("end").number(quote.span.end.value);
    json_->key("text").text(quote.text);
    if (!quote.marked.empty()) {
      json_->key("marked").open('[');
      for (const CodePointSpan& mark : quote.marked) {
        json_->open('[');
        json_->number(mark.start.value);
        json_->number(mark.end.value);
        json_->close(']');
      }
      json_->close(']');
    }
    json_->close('}');
  }

  std::map<std::string_view, std::uint32_t> nodes_, documents_;
  std::string text_;
  JsonLine* json_ = nullptr;
};

} // namespace

std::vector<std::string> evidence_json(const EventGraph& graph, std::size_t events_each) {
  std::vector<std::string> parts;
  EvidenceJson json(graph);
  for (std::span<const PlayedEvent> left(graph.events); !left.empty();) {
    const std::size_t count = std::min(events_each, left.size());
    parts.push_back(json.part(left.first(count)));
    left = left.subspan(count);
  }
  return parts;
}

std::vector<std::string> passages_json(const std::vector<std::vector<Passage>>& passages, std::size_t documents_each) {
  std::vector<std::string> parts;
  for (std::size_t first = 0; first < passages.size(); first += documents_each) {
    std::string text;
    JsonLine json(text);
    json.open('[');
    for (std::size_t i = first; i < std::min(first + documents_each, passages.size()); ++i) {
      json.open('[');
      for (const Passage& passage : passages[i]) {
        json.open('[');
        json.number(passage.start);
        json.text(passage.text);
        json.close(']');
      }
      json.close(']');
    }
    json.close(']');
    parts.push_back(std::move(text));
  }
  return parts;
}

} // namespace stemma::explorer
