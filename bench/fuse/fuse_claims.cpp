// Times fusion on made-up claims: ten reports of each event, two in a document, half of them copies of a wire.
//
//   fuse_claims COUNT     COUNT claims of COUNT/10 events in ten years. Prints one line: claims, events made up, events
//                         found, seconds of processor time for taking in and for fusing, claims/s, most memory in MB
//
// Pairs of actors are unevenly busy, as in the news: the busiest of 4,000 pairs has one event in sixty. Making the
// records up is not timed; taking them in and fusing them is.

#include "fuse/fuse.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <ctime>
#include <random>
#include <string_view>

using namespace stemma;

namespace {

constexpr int reports_of_event = 10, pairs = 4000, states = 180, items = 40, days = 3650;
constexpr fuse::Day first_of_all = 16436; // 1 January 2015

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

fuse::Knowledge knowledge() {
  return {[](const std::string&) { return fuse::Knowledge::Sides{"supplier", "recipient"}; },
          [](const std::string& type) { return type == "Ministry"; },
          [](const std::string&) { return std::optional<int>(); }, [](const std::string&) { return std::string(); },
          [](const Iri&) { return std::vector<Iri>(); }};
}

Iri lexicon(std::string_view kind, std::uint64_t number) {
  return fmt::format("https://example.org/lexicon/{}/{:03}", kind, number);
}

// What happened, the same each time it is asked for.
struct Happening {
  std::uint64_t type, supplier, recipient, item;
  fuse::Day day;
  double number;

  explicit Happening(std::uint64_t event) {
    std::mt19937_64 random(event * 0x9E3779B97F4A7C15U + 1);
    const double busy = static_cast<double>(random() >> 11) * 0x1p-53;
    const auto pair = static_cast<std::uint64_t>(busy * busy * pairs);
    type = random() % 5;
    supplier = pair * 7919 % states;
    recipient = (supplier + 1 + pair * 104729 % (states - 1)) % states;
    item = random() % items;
    day = first_of_all + static_cast<fuse::Day>(random() % days);
    number = static_cast<double>(10 * (1 + random() % 100));
  }
};

void add_entity(Record& record, EntityKind kind, std::string type, Iri id, Iri country = {}) {
  Entity entity;
  entity.kind = kind;
  entity.type = std::move(type);
  entity.label = id.substr(id.rfind('/') + 1);
  entity.id = std::move(id);
  entity.country = std::move(country);
  entity.linked = true;
  record.entities.push_back(std::move(entity));
}

// The n-th report of an event, as told in `record`.
void add_report(Record& record, std::uint64_t event, int n) {
  static constexpr std::string_view types[] = {"transfer", "assistance", "attack", "visit", "sanction"};
  const Happening what(event);
  const Iri supplier = lexicon("country", what.supplier), recipient = lexicon("country", what.recipient),
            item = lexicon("munition", what.item);
  add_entity(record, EntityKind::country, "Country", supplier);
  add_entity(record, EntityKind::country, "Country", recipient);
  add_entity(record, EntityKind::munition, "Munition", item);
  Event told;
  told.id = fmt::format("{}/event-{}", record.document.id, record.events.size());
  told.type = types[what.type];
  told.roles = {{"supplier", {supplier}}, {"recipient", {recipient}}, {"item", {item}}};
  told.status = n == 9 ? "denied" : "occurred";
  if (n % 4 != 3) told.time = EventTime{fuse::iso(what.day), fuse::iso(what.day), "that day"};
  if (n % 2 == 0) {
    EventQuantity quantity;
    quantity.min = quantity.max = what.number * (n == 8 ? 1.5 : 1.0);
    quantity.of = item;
    told.quantities = {quantity};
  }
  if (n % 3 != 2) {
    const Iri& state = n % 3 == 0 ? supplier : recipient;
    const Iri body =
        fmt::format("https://example.org/lexicon/organisation/ministry-{}", state.substr(state.size() - 3));
    add_entity(record, EntityKind::org, "Ministry", body, state);
    told.attribution = {{body}};
  }
  record.events.push_back(std::move(told));
}

// Reports n of two events that came on neighbouring days stand in one document.
Record make_record(std::uint64_t first, std::uint64_t second, int n) {
  Record record;
  record.document.id = fmt::format("https://example.org/document/{:012x}{:x}", first * 0x9E3779B97F4A7C15U >> 16, n);
  record.document.published = fuse::iso(Happening(second).day + 1 + n / 3);
  record.document.publisher = fmt::format("Outlet {}", (first + static_cast<std::uint64_t>(n) * 31) % 500);
  const bool copy = n < 5;
  if (copy) record.document.wire = fmt::format("Wire {}", first % 12);
  for (int i = 0; i < 12; ++i)
    record.fingerprints.push_back(fmt::format(
        "{:016x}", ((first * 16 + static_cast<std::uint64_t>(copy ? 0 : n)) * 16 + static_cast<std::uint64_t>(i)) *
                       0x9E3779B97F4A7C15U));
  add_report(record, first, n);
  if (second != first) add_report(record, second, n);
  return record;
}

// Events in the order of their days, so that neighbours share a document.
std::vector<std::uint64_t> by_day(std::uint64_t events) {
  std::vector<std::pair<fuse::Day, std::uint64_t>> order;
  for (std::uint64_t e = 0; e < events; ++e) order.emplace_back(Happening(e).day, e);
  std::sort(order.begin(), order.end());
  std::vector<std::uint64_t> out;
  for (const auto& [day, event] : order) out.push_back(event);
  return out;
}

double most_memory() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

} // namespace

int main(int argc, char** argv) {
  std::uint64_t claims = 0;
  const std::string_view word = argc == 2 ? argv[1] : "";
  if (std::from_chars(word.data(), word.data() + word.size(), claims).ec != std::errc() || claims < 20) {
    fmt::print(stderr, "usage: fuse_claims COUNT (20 or more)\n");
    return 2;
  }
  const std::vector<std::uint64_t> events = by_day(claims / reports_of_event);
  const fuse::Knowledge known = knowledge();
  fuse::Corpus corpus(known);
  double taken = 0;
  const auto take = [&](std::uint64_t first, std::uint64_t second, int n) {
    const Record record = make_record(first, second, n);
    const double before = processor_seconds();
    corpus.add(record);
    taken += processor_seconds() - before;
  };
  for (std::size_t e = 0; e < events.size(); e += 2)
    for (int n = 0; n < reports_of_event; ++n) {
      const std::uint64_t first = events[e], second = events[std::min(e + 1, events.size() - 1)];
      if (Happening(second).day - Happening(first).day <= 2) {
        take(first, second, n);
      } else {
        take(first, first, n);
        take(second, second, n);
      }
    }
  const double before = processor_seconds();
  const fuse::Fused fused = fuse::fuse(corpus);
  const double fusing = processor_seconds() - before;
  const double all = taken + fusing;
  fmt::print("{} {} {} {:.3f} {:.3f} {:.0f} {:.0f}\n", corpus.reports().size(), events.size(), fused.events.size(),
             taken, fusing, static_cast<double>(corpus.reports().size()) / all, most_memory());
}
