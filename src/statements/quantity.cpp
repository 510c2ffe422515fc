#include "statements/quantity.hpp"

#include "model/digest.hpp"
#include "model/relative_iri.hpp"
#include "rdf/vocabulary.hpp"

#include <fmt/format.h>

#include <cmath>

namespace stemma::statements {

namespace {

using rdf::iri_view;
namespace stm = rdf::stm;

std::string bound_text(const std::optional<double>& bound) { return bound ? fmt::format("{}", *bound) : std::string(); }

rdf::Term number(double value) {
  constexpr double largest_exact = 9007199254740992.0; // 2^53
  const bool whole = std::abs(value) <= largest_exact && value == std::trunc(value);
  return whole ? rdf::make_typed(fmt::format("{}", static_cast<std::int64_t>(value)), rdf::xsd::integer)
               : rdf::make_typed(fmt::format("{:.6f}", value), rdf::xsd::decimal);
}

std::string_view bound_of(const EventQuantity& quantity) {
  if (quantity.approximate) return stm::about;
  if (quantity.min && quantity.max) return *quantity.min == *quantity.max ? stm::exactly : stm::about;
  return quantity.min ? stm::moreThan : stm::upTo;
}

} // namespace

std::map<Iri, const EventQuantity*> quantities_by_iri(const Iri& event, const std::vector<EventQuantity>& quantities) {
  std::map<Iri, const EventQuantity*> out;
  for (const EventQuantity& quantity : quantities) {
    if (!quantity.min && !quantity.max) continue;
    ContentHash hash;
    hash.add(quantity.text)
        .add(quantity.unit)
        .add(below_base(quantity.of))
        .add(bound_text(quantity.min))
        .add(bound_text(quantity.max));
    out.emplace(event + "/quantity-" + hash.id(), &quantity);
  }
  return out;
}

void write_quantity(const Iri& iri, const EventQuantity& quantity, std::string_view language, const TripleSink& sink) {
  const auto subject = iri_view(iri);
  sink(subject, iri_view(rdf::rdf::type), iri_view(rdf::schema::QuantitativeValue));
  if (quantity.min) sink(subject, iri_view(rdf::schema::minValue), number(*quantity.min));
  if (quantity.max) sink(subject, iri_view(rdf::schema::maxValue), number(*quantity.max));
  sink(subject, iri_view(stm::bound), iri_view(bound_of(quantity)));
  sink(subject, iri_view(stm::cumulative), rdf::make_boolean(quantity.cumulative));
  if (!quantity.unit.empty()) sink(subject, iri_view(rdf::schema::unitText), rdf::literal_view(quantity.unit));
  if (!quantity.of.empty()) sink(subject, iri_view(stm::counts), iri_view(quantity.of));
  const std::string words = writable(quantity.text);
  sink(subject, iri_view(stm::asStated), rdf::text_view(words, language));
}

} // namespace stemma::statements
