#include "audit/difference_text.hpp"

#include <nlohmann/json.hpp>

namespace stemma::audit {

namespace {

using nlohmann::ordered_json;

ordered_json text_or_null(const std::string& text) { return text.empty() ? ordered_json() : ordered_json(text); }

ordered_json list_of(const std::vector<Detail>& details) {
  ordered_json list = ordered_json::array();
  for (const Detail& detail : details)
    list.push_back(
        {{"what", detail.what}, {"before", text_or_null(detail.before)}, {"after", text_or_null(detail.after)}});
  return list;
}

ordered_json list_of(const std::vector<EventChange>& changes) {
  ordered_json list = ordered_json::array();
  for (const EventChange& change : changes)
    list.push_back({{"label", change.label},
                    {"before", text_or_null(change.before)},
                    {"after", text_or_null(change.after)},
                    {"notes", change.notes},
                    {"details", list_of(change.details)}});
  return list;
}

ordered_json list_of(const std::vector<NewDisagreement>& found) {
  ordered_json list = ordered_json::array();
  for (const NewDisagreement& one : found)
    list.push_back({{"event", one.event},
                    {"label", one.label},
                    {"on", one.matter},
                    {"kind", one.supersedes ? "supersedes" : "contradicts"},
                    {"later", {{"id", one.later}, {"label", one.later_label}}},
                    {"earlier", {{"id", one.earlier}, {"label", one.earlier_label}}}});
  return list;
}

} // namespace

std::string difference_json(const Difference& difference) {
  const ordered_json object{{"same", difference.empty()},
                            {"made", list_of(difference.made)},
                            {"documentsAdded", difference.documents_added},
                            {"documentsRemoved", difference.documents_removed},
                            {"becameKnown", list_of(difference.known)},
                            {"changed", list_of(difference.changed)},
                            {"withdrawn", list_of(difference.withdrawn)},
                            {"contradicted", list_of(difference.contradicted)}};
  return object.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

} // namespace stemma::audit
