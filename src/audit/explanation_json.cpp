#include "audit/explanation_json.hpp"

#include <nlohmann/json.hpp>

namespace stemma::audit {

namespace {

using nlohmann::ordered_json;

ordered_json text_or_null(const std::string& text) { return text.empty() ? ordered_json() : ordered_json(text); }

ordered_json json_of(const Named& named) { return {{"id", named.iri}, {"label", named.label}}; }

ordered_json json_of(CodePointSpan span) { return {{"start", span.start.value}, {"end", span.end.value}}; }

ordered_json json_of(const Quote& quote) {
  ordered_json object = json_of(quote.span);
  object["text"] = quote.text;
  object["marked"] = ordered_json::array();
  for (const CodePointSpan mark : quote.marked) object["marked"].push_back(json_of(mark));
  return object;
}

ordered_json json_of(const Player& player);
ordered_json json_of(const ChainLink& link);
ordered_json json_of(const ExplainedClaim& claim);
ordered_json json_of(const ExplainedOrigin& origin);
ordered_json json_of(const ExplainedDisagreement& found);
ordered_json json_of(const std::pair<Named, Named>& role);

template <class Item>
ordered_json json_of(const std::vector<Item>& items) {
  ordered_json list = ordered_json::array();
  for (const Item& item : items) list.push_back(json_of(item));
  return list;
}

ordered_json json_of(const Player& player) {
  ordered_json object{{"role", json_of(player.role)}, {"entity", json_of(player.entity)}};
  if (player.words.text.empty()) return object;
  object["words"] = json_of(player.words.span);
  object["words"]["text"] = player.words.text;
  object["how"] = player.how;
  object["outsideEvidence"] = player.apart;
  return object;
}

ordered_json json_of(const ChainLink& link) {
  return {{"speaker", json_of(link.speaker)}, {"evidence", json_of(link.quotes)}};
}

ordered_json json_of(const ExplainedClaim& claim) {
  return {{"id", claim.iri},
          {"report", claim.report},
          {"document", claim.document},
          {"path", text_or_null(claim.path)},
          {"title", text_or_null(claim.title)},
          {"publisher", text_or_null(claim.publisher)},
          {"published", text_or_null(claim.published)},
          {"wire", text_or_null(claim.wire)},
          {"status", claim.status},
          {"time", text_or_null(claim.time)},
          {"quantity", text_or_null(claim.quantity)},
          {"frame", json_of(Named{claim.frame, claim.frame_label})},
          {"chain", json_of(claim.chain)},
          {"evidence", json_of(claim.quotes)},
          {"roles", json_of(claim.players)}};
}

ordered_json json_of(const ExplainedOrigin& origin) {
  return {{"id", text_or_null(origin.iri)},    {"label", origin.label},
          {"denies", origin.denies},           {"first", text_or_null(origin.first)},
          {"last", text_or_null(origin.last)}, {"why", origin.reasons},
          {"claims", json_of(origin.claims)}};
}

ordered_json json_of(const ExplainedDisagreement& found) {
  return {{"kind", found.supersedes ? "supersedes" : "contradicts"},
          {"on", found.matter},
          {"later", found.later},
          {"earlier", found.earlier}};
}

ordered_json json_of(const std::pair<Named, Named>& role) {
  return {{"role", json_of(role.first)}, {"value", json_of(role.second)}};
}

} // namespace

std::string explanation_json(const Explanation& e) {
  const ordered_json object{{"event", e.event},
                            {"label", e.label},
                            {"type", e.type},
                            {"status", e.status},
                            {"fact", e.fact},
                            {"disputed", e.disputed},
                            {"time", text_or_null(e.time)},
                            {"roles", json_of(e.roles)},
                            {"quantities", e.quantities},
                            {"documents", e.documents},
                            {"wires", e.wires},
                            {"speakers", e.speakers},
                            {"origins", e.origins},
                            {"denyingOrigins", e.denying_origins},
                            {"toldBy", json_of(e.told_by)},
                            {"disagreements", json_of(e.disagreements)}};
  return object.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

} // namespace stemma::audit
