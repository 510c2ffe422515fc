#include "audit/explanation_text.hpp"

#include "query/display_width.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace stemma::audit {

namespace {

using query::printable;

struct Branch {
  std::string line;
  std::vector<Branch> below;
};

void draw(const std::vector<Branch>& branches, const std::string& indent, std::string& out) {
  for (const Branch& branch : branches) {
    const bool last = &branch == &branches.back();
    out += fmt::format("{}{} {}\n", indent, last ? "└─" : "├─", branch.line);
    draw(branch.below, indent + (last ? "   " : "│  "), out);
  }
}

std::string counted(std::uint64_t number, std::string_view one) {
  return fmt::format("{} {}{}", number, one, number == 1 ? "" : "s");
}

// The byte at which each code point begins, and the end.
std::vector<std::size_t> starts(std::string_view text) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) out.push_back(i);
  out.push_back(text.size());
  return out;
}

std::string marked(const Quote& quote) {
  const std::vector<std::size_t> at = starts(quote.text);
  std::string out;
  std::size_t done = 0;
  for (const CodePointSpan mark : quote.marked) {
    const std::size_t from = mark.start.value - quote.span.start.value, to = mark.end.value - quote.span.start.value;
    if (from < done || to >= at.size()) continue;
    out += quote.text.substr(at[done], at[from] - at[done]);
    out += "[" + quote.text.substr(at[from], at[to] - at[from]) + "]";
    done = to;
  }
  return printable(out + quote.text.substr(std::min(at[std::min(done, at.size() - 1)], quote.text.size())));
}

std::string place(const Quote& quote) { return fmt::format("{}–{}", quote.span.start.value, quote.span.end.value); }

// "2023-11-01 01-wire.txt (Example Wire)"
std::string heading(const ExplainedClaim& claim) {
  std::string carriers = claim.publisher;
  if (!claim.wire.empty() && claim.wire != claim.publisher)
    carriers += (carriers.empty() ? "" : ", carrying ") + claim.wire;
  return printable(fmt::format("{}{}{}{}", claim.published, claim.published.empty() ? "" : "  ",
                               claim.path.empty() ? claim.document : claim.path,
                               carriers.empty() ? "" : "  (" + carriers + ")"));
}

class Drawing {
public:
  Drawing(const Explanation& explanation, const Result& result) : explanation_(explanation), result_(result) {
    std::size_t number = 0;
    for (const ExplainedOrigin& origin : explanation.told_by)
      for (const ExplainedClaim& claim : origin.claims) numbers_[claim.iri] = ++number;
  }

  std::string run() {
    head();
    for (const ExplainedOrigin& origin : explanation_.told_by) draw_origin(origin);
    disagreements();
    return std::move(out_);
  }

private:
  std::string short_name(const Iri& iri) const { return result_.short_name(result_.quads().find(iri)); }

  void head() {
    const Explanation& e = explanation_;
    out_ += printable(e.label) + "\n";
    const std::string denied = e.denying_origins ? fmt::format("denied by {}", counted(e.denying_origins, "origin"))
                                                 : std::string("nobody denies it");
    out_ += fmt::format("{}, {}; {}, {}, {}, {}\n{}\n\n", e.type, e.status, counted(e.documents, "report"),
                        counted(e.wires, "wire"), counted(e.origins, "origin"), denied, short_name(e.event));
    for (const auto& [role, value] : e.roles) width_ = std::max(width_, role.label.size());
    for (const auto& [role, value] : e.roles)
      field(role.label, value.iri == value.label
                            ? printable(value.label)
                            : fmt::format("{} ({})", printable(value.label), short_name(value.iri)));
    for (const std::string& quantity : e.quantities) field("quantity", printable(quantity));
    if (!e.time.empty()) field("time", e.time);
  }

  void field(const std::string& name, const std::string& value) {
    out_ += fmt::format("{:<{}}  {}\n", name, width_, value);
  }

  void draw_origin(const ExplainedOrigin& origin) {
    const std::string when = origin.first.empty()          ? ""
                             : origin.first == origin.last ? ", " + origin.first
                                                           : fmt::format(", {} to {}", origin.first, origin.last);
    out_ += fmt::format("\n{}: {}{}\n", origin.denies ? "denied by" : "origin", printable(origin.label), when);
    std::vector<Branch> branches;
    for (const std::string& reason : origin.reasons) branches.push_back({"why: " + printable(reason), {}});
    for (const ExplainedClaim& claim : origin.claims) branches.push_back(draw_claim(claim));
    draw(branches, "", out_);
  }

  Branch draw_claim(const ExplainedClaim& claim) {
    Branch branch{fmt::format("claim {}: {}", numbers_.at(claim.iri), heading(claim)), {}};
    for (const ChainLink& link : claim.chain) {
      const bool first = &link == &claim.chain.front();
      std::string line = fmt::format("{} {}", first ? "says" : "citing", printable(link.speaker.label));
      for (const Quote& quote : link.quotes) line += fmt::format("  “{}” {}", marked(quote), place(quote));
      branch.below.push_back({line, {}});
    }
    const auto [shown, fresh] = shown_.emplace(claim.report, numbers_.at(claim.iri));
    if (!fresh) {
      branch.below.push_back({fmt::format("the same words as claim {}", shown->second), {}});
      return branch;
    }
    for (const Quote& quote : claim.quotes)
      branch.below.push_back({fmt::format("“{}” {}", marked(quote), place(quote)), {}});
    for (const Player& player : claim.players) branch.below.push_back({line_of(player), {}});
    branch.below.push_back({fmt::format("read as {} by frame {} ({})", claim.status,
                                        claim.frame.substr(claim.frame.rfind('/') + 1), printable(claim.frame_label)),
                            {}});
    return branch;
  }

  std::string line_of(const Player& player) const {
    std::string who =
        fmt::format("{}: {} ({})", player.role.label, printable(player.entity.label), short_name(player.entity.iri));
    if (player.words.text.empty()) return who;
    return fmt::format("{}, {} “{}” {}{}", who, player.how, printable(player.words.text), place(player.words),
                       player.apart ? ", outside the evidence" : "");
  }

  void disagreements() {
    if (explanation_.disagreements.empty()) return;
    out_ += "\nwhat does not agree\n";
    std::vector<Branch> branches;
    for (const ExplainedDisagreement& found : explanation_.disagreements)
      branches.push_back(
          {fmt::format("claim {} {} claim {} on {}", number_of(found.later),
                       found.supersedes ? "supersedes" : "contradicts", number_of(found.earlier), found.matter),
           {}});
    draw(branches, "", out_);
  }

  std::string number_of(const Iri& claim) const {
    const auto found = numbers_.find(claim);
    return found == numbers_.end() ? short_name(claim) : std::to_string(found->second);
  }

  const Explanation& explanation_;
  const Result& result_;
  std::map<Iri, std::size_t> numbers_;                      // of the claims, in the order of the tree
  std::map<Iri, std::size_t> shown_;                        // reports: the first claim that asserts each
  std::size_t width_ = std::string_view("quantity").size(); // of the names of the fields
  std::string out_;
};

} // namespace

std::string explanation_text(const Explanation& explanation, const Result& result) {
  return Drawing(explanation, result).run();
}

} // namespace stemma::audit
