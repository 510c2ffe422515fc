#include "audit/difference_text.hpp"

#include "query/display_width.hpp"

#include <fmt/format.h>

namespace stemma::audit {

namespace {

using query::printable;

class Telling {
public:
  Telling(const Result& before, const Result& after) : before_(before), after_(after) {}

  std::string run(const Difference& difference) {
    tell_details("made otherwise", difference.made);
    tell_paths("documents added", '+', difference.documents_added);
    tell_paths("documents removed", '-', difference.documents_removed);
    tell_events("became known", '+', difference.known);
    tell_events("changed", '~', difference.changed);
    tell_events("withdrawn", '-', difference.withdrawn);
    tell_disagreements(difference.contradicted);
    return std::move(out_);
  }

private:
  void head(std::string_view title, std::size_t number) {
    if (number > 0) out_ += fmt::format("{}{} ({})\n", out_.empty() ? "" : "\n", title, number);
  }

  void tell_details(std::string_view title, const std::vector<Detail>& details) {
    head(title, details.size());
    for (const Detail& detail : details) out_ += "  " + line_of(detail);
  }

  void tell_paths(std::string_view title, char sign, const std::vector<std::string>& paths) {
    head(title, paths.size());
    for (const std::string& path : paths) out_ += fmt::format("  {} {}\n", sign, printable(path));
  }

  void tell_events(std::string_view title, char sign, const std::vector<EventChange>& changes) {
    head(title, changes.size());
    for (const EventChange& change : changes) {
      out_ += fmt::format("  {} {}  {}\n", sign, printable(change.label), short_name(change));
      for (const std::string& note : change.notes) out_ += fmt::format("      {}\n", printable(note));
      if (change.before.empty()) continue; // all of it is new
      for (const Detail& detail : change.details) out_ += "      " + line_of(detail);
    }
  }

  static std::string line_of(const Detail& detail) {
    if (detail.after.empty() && !detail.before.empty())
      return fmt::format("{}: {} → nothing\n", detail.what, printable(detail.before));
    return fmt::format("{}: {} → {}\n", detail.what, detail.before.empty() ? "nothing" : printable(detail.before),
                       printable(detail.after));
  }

  void tell_disagreements(const std::vector<NewDisagreement>& found) {
    head("contradicted", found.size());
    for (const NewDisagreement& one : found)
      out_ += fmt::format("  ! {}  {}\n      on {}: {}\n      {}: {}\n", printable(one.label),
                          after_.short_name(after_.quads().find(one.event)), one.matter, printable(one.later_label),
                          one.supersedes ? "supersedes" : "contradicts", printable(one.earlier_label));
  }

  std::string short_name(const EventChange& change) const {
    return change.after.empty() ? before_.short_name(before_.quads().find(change.before))
                                : after_.short_name(after_.quads().find(change.after));
  }

  const Result &before_, &after_;
  std::string out_;
};

} // namespace

std::string difference_text(const Difference& difference, const Result& before, const Result& after) {
  return Telling(before, after).run(difference);
}

} // namespace stemma::audit
