#include "export/write_graph.hpp"

#include <array>
#include <utility>

namespace stemma::exporting {
namespace {

struct Writer {
  std::string_view name;
  Format format;
  void (*write)(const MeasuredGraph& measured, std::ostream& out);
};

constexpr std::array<Writer, 5> writers{{{"graphml", Format::graphml, write_graphml},
                                         {"gexf", Format::gexf, write_gexf},
                                         {"dot", Format::dot, write_dot},
                                         {"json", Format::json, write_json},
                                         {"csv", Format::csv, write_edges_csv}}};

} // namespace

std::optional<Format> find_format(std::string_view name) {
  for (const Writer& writer : writers)
    if (writer.name == name) return writer.format;
  return std::nullopt;
}

void write_graph(const MeasuredGraph& measured, Format format, std::ostream& out) {
  for (const Writer& writer : writers)
    if (writer.format == format) writer.write(measured, out);
}

} // namespace stemma::exporting
