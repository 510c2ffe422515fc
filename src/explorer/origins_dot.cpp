#include "explorer/dot_text.hpp"
#include "explorer/pictures.hpp"

#include <fmt/format.h>

#include <iterator>
#include <map>

namespace stemma::explorer {

namespace {

class Tree {
public:
  std::string run(const PlayedEvent& event) {
    const audit::Explanation& about = event.explanation;
    out_ = dot_beginning();
    const int root =
        add(dot_label(about.label, about.status, 30),
            "shape=box, style=\"rounded,filled\", fillcolor=\"#1d3f66\", color=\"#1d3f66\", fontcolor=white");
    for (const audit::ExplainedOrigin& origin : about.told_by) add_origin(root, origin);
    return std::move(out_) + "}\n";
  }

private:
  int add(const std::string& label, const std::string& looks) {
    fmt::format_to(std::back_inserter(out_), "  n{} [label={}, {}];\n", nodes_, label, looks);
    return nodes_++;
  }
  void link(int from, int to, const char* looks = "") {
    fmt::format_to(std::back_inserter(out_), "  n{} -> n{} [arrowhead=none{}];\n", from, to, looks);
  }

  void add_origin(int root, const audit::ExplainedOrigin& origin) {
    const std::string label = origin.label.empty() ? "unnamed origin" : origin.label;
    const int node = add(dot_label(label, origin.denies ? "denies it" : "origin", 24),
                         origin.denies ? "shape=box, fillcolor=\"#fbe9e7\", color=\"#b3261e\", style=\"filled,dashed\""
                                       : "shape=box, fillcolor=\"#e4eefa\", color=\"#0b5cad\"");
    link(root, node, origin.denies ? ", style=dashed, color=\"#b3261e\"" : "");
    std::map<std::pair<int, std::string>, int> speakers; // below a node, by IRI: those whom several claims share
    for (const audit::ExplainedClaim& claim : origin.claims) {
      int at = node;
      for (auto hop = claim.chain.rbegin(); hop != claim.chain.rend(); ++hop) {
        const auto [known, is_new] = speakers.try_emplace({at, hop->speaker.iri}, 0);
        if (is_new) {
          known->second = add(dot_label(hop->speaker.label, 24), "shape=ellipse");
          link(at, known->second);
        }
        at = known->second;
      }
      const std::string outlet = claim.publisher.empty() ? claim.path : claim.publisher;
      std::string below = claim.published;
      if (!claim.wire.empty() && claim.wire != claim.publisher) below += ", carrying " + claim.wire;
      link(at, add(dot_label(outlet.empty() ? claim.title : outlet, below, 26), "shape=note"));
    }
  }

  std::string out_;
  int nodes_ = 0;
};

} // namespace

std::string origins_dot(const PlayedEvent& event) { return Tree().run(event); }

} // namespace stemma::explorer
