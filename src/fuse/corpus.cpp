#include "fuse/corpus.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>
#include <tuple>

namespace stemma::fuse {

namespace {

constexpr std::array<std::pair<std::string_view, Status>, 8> statuses{{{"occurred", Status::occurred},
                                                                       {"ongoing", Status::ongoing},
                                                                       {"planned", Status::planned},
                                                                       {"wanted", Status::wanted},
                                                                       {"possible", Status::possible},
                                                                       {"failed", Status::failed},
                                                                       {"cancelled", Status::cancelled},
                                                                       {"denied", Status::denied}}};

constexpr Day days_told_after = 7; // where the pack does not say

// A status that no list knows states nothing as a fact.
Status parse_status(std::string_view word) {
  for (const auto& [name, status] : statuses)
    if (name == word) return status;
  return Status::possible;
}

std::vector<std::uint64_t> numbers(const std::vector<std::string>& digits) {
  std::vector<std::uint64_t> out;
  out.reserve(digits.size());
  for (const std::string& text : digits) {
    std::uint64_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    if (read.ec == std::errc() && read.ptr == text.data() + text.size()) out.push_back(value);
  }
  std::sort(out.begin(), out.end());
  return out;
}

// Told by the title first; a sentence of the text that adds to it ("the two sides spoke") makes no difference.
bool is_headline(const Event& event, const std::string& title) {
  const auto first = std::find_if(event.evidence.begin(), event.evidence.end(),
                                  [](const Evidence& evidence) { return evidence.role.empty() && !evidence.hop; });
  return first != event.evidence.end() && title.find(first->text) != std::string::npos;
}

bool is_name(MentionKind kind) {
  return kind == MentionKind::name || kind == MentionKind::acronym || kind == MentionKind::short_form;
}

} // namespace

bool happened(Status status) { return status == Status::occurred || status == Status::ongoing; }

bool ahead(Status status) {
  return status == Status::planned || status == Status::wanted || status == Status::possible;
}

WordNumber Words::number_of(const std::string& word) {
  const auto [place, fresh] = numbers_.try_emplace(word, static_cast<WordNumber>(words_.size()));
  if (fresh) words_.push_back(&place->first);
  return place->second;
}

void Corpus::add(const Record& record) {
  const auto number = static_cast<DocumentNumber>(documents_.size());
  if (!known_documents_.emplace(record.document.id, number).second) return;
  NotedDocument document;
  document.id = record.document.id;
  document.published = record.document.published;
  if (const auto day = first_day(record.document.published)) document.first = *day;
  if (const auto day = last_day(record.document.published)) document.last = *day;
  document.publisher = record.document.publisher;
  document.wire = record.document.wire;
  if (const std::string& agency = news_agency(document.wire); !agency.empty()) document.wire = agency;
  document.fingerprints = numbers(record.fingerprints);
  documents_.push_back(std::move(document));
  for (const Entity& entity : record.entities) note_entity(entity, number);
  note_bodies(record);
  for (const Event& event : record.events) reports_.push_back(note_event(event, number, record.document.title));
}

void Corpus::sort() {
  sort_documents();
  sort_entities();
  sort_reports();
}

void Corpus::sort_documents() {
  std::vector<DocumentNumber> order(documents_.size());
  std::iota(order.begin(), order.end(), DocumentNumber{0});
  std::sort(order.begin(), order.end(), [&](DocumentNumber a, DocumentNumber b) {
    return std::tie(documents_[a].first, documents_[a].id) < std::tie(documents_[b].first, documents_[b].id);
  });
  std::vector<DocumentNumber> place(order.size());
  std::vector<NotedDocument> sorted;
  sorted.reserve(order.size());
  for (DocumentNumber i = 0; i < order.size(); ++i) {
    place[order[i]] = i;
    sorted.push_back(std::move(documents_[order[i]]));
    known_documents_[sorted.back().id] = i;
  }
  documents_ = std::move(sorted);
  for (Report& report : reports_) report.document = place[report.document];
  for (NotedEntity& entity : entities_)
    if (entity.document != none) entity.document = place[entity.document];
}

void Corpus::sort_entities() {
  std::vector<EntityNumber> order(entities_.size());
  std::iota(order.begin(), order.end(), EntityNumber{0});
  std::sort(order.begin(), order.end(),
            [&](EntityNumber a, EntityNumber b) { return entities_[a].id < entities_[b].id; });
  std::vector<EntityNumber> place(order.size());
  std::vector<NotedEntity> sorted;
  sorted.reserve(order.size());
  for (EntityNumber i = 0; i < order.size(); ++i) {
    place[order[i]] = i;
    sorted.push_back(std::move(entities_[order[i]]));
    known_entities_[sorted.back().id] = i;
  }
  entities_ = std::move(sorted);
  for (NotedEntity& entity : entities_) {
    if (entity.country != none) entity.country = place[entity.country];
    if (entity.body != none) entity.body = place[entity.body];
  }
  for (Report& report : reports_) {
    for (Actors* actors : {&report.first, &report.second, &report.items, &report.places}) {
      for (EntityNumber& actor : *actors) actor = place[actor];
      std::sort(actors->begin(), actors->end());
    }
    for (EntityNumber& thing : report.counted)
      if (thing != none) thing = place[thing];
    for (auto& chain : report.chains)
      for (EntityNumber& speaker : chain) speaker = place[speaker];
  }
}

// Reports are large: their order is found first, then each is moved once.
void Corpus::sort_reports() {
  std::vector<ReportNumber> order(reports_.size());
  std::iota(order.begin(), order.end(), ReportNumber{0});
  std::sort(order.begin(), order.end(), [&](ReportNumber a, ReportNumber b) {
    return std::tie(documents_[reports_[a].document].first, reports_[a].id) <
           std::tie(documents_[reports_[b].document].first, reports_[b].id);
  });
  std::vector<Report> sorted;
  sorted.reserve(reports_.size());
  for (const ReportNumber r : order) sorted.push_back(std::move(reports_[r]));
  reports_ = std::move(sorted);
}

EntityNumber Corpus::find_entity(const Iri& id) const {
  const auto found = known_entities_.find(id);
  return found == known_entities_.end() ? none : found->second;
}

EntityNumber Corpus::number_of(const Iri& id) {
  const auto [place, fresh] = known_entities_.emplace(id, static_cast<EntityNumber>(entities_.size()));
  if (fresh) {
    entities_.emplace_back();
    entities_.back().id = id;
  }
  return place->second;
}

void Corpus::note_entity(const Entity& entity, DocumentNumber document) {
  const EntityNumber country = entity.country.empty() ? none : number_of(entity.country);
  NotedEntity& noted = entities_[number_of(entity.id)];
  if (noted.linked && noted.country == country) return; // one lexicon says the same of it each time
  noted.kind = entity.kind;
  noted.type = entity.type;
  noted.label = entity.label;
  noted.linked = entity.linked;
  noted.is_wire = entity.linked && entity.kind == EntityKind::org && news_agency(entity.label) == entity.label;
  if (country != none) noted.country = country;
  if (entity.kind == EntityKind::anonymous) noted.body = country;
  if (!entity.linked) noted.document = document;
}

void Corpus::note_bodies(const Record& record) {
  const auto names = [](const Mention& outer, const Entity& inner) {
    return std::any_of(inner.mentions.begin(), inner.mentions.end(), [&](const Mention& mention) {
      return is_name(mention.kind) && outer.span.start <= mention.span.start && mention.span.end <= outer.span.end;
    });
  };
  for (const Entity& speaker : record.entities) {
    if (speaker.kind != EntityKind::anonymous) continue;
    for (const Entity& body : record.entities) {
      if (body.kind != EntityKind::org) continue;
      const bool named = std::any_of(speaker.mentions.begin(), speaker.mentions.end(),
                                     [&](const Mention& mention) { return names(mention, body); });
      if (!named) continue;
      entities_[number_of(speaker.id)].body = number_of(body.id);
      break;
    }
  }
}

// What is no thing ("two Turkish drones", misread) or stands for none of the event's counts the event's one thing.
EntityNumber Corpus::counted_by(const EventQuantity& quantity, const Report& report) {
  if (!quantity.unit.empty() || quantity.of.empty()) return none;
  const EntityNumber thing = number_of(quantity.of);
  if (entities_[thing].kind == EntityKind::munition) return thing;
  return report.items.size() == 1 ? report.items.front() : none;
}

// Credits of one agency differ in how they write it.
const std::string& Corpus::news_agency(const std::string& name) {
  const auto [known, fresh] = news_agencies_.try_emplace(name);
  if (fresh && !name.empty()) known->second = knowledge_.news_agency(name);
  return known->second;
}

Actors Corpus::actors(const Event& event, const std::string& role) {
  Actors out;
  const auto found = event.roles.find(role);
  if (role.empty() || found == event.roles.end()) return out;
  for (const Iri& value : found->second) out.push_back(number_of(value));
  std::sort(out.begin(), out.end());
  return out;
}

// "An attack on Homs" is one in Homs.
void Corpus::add_places(Report& report) const {
  for (const Actors* side : {&report.first, &report.second})
    for (const EntityNumber actor : *side)
      if (entities_[actor].kind == EntityKind::place) report.places.push_back(actor);
  std::sort(report.places.begin(), report.places.end());
  report.places.erase(std::unique(report.places.begin(), report.places.end()), report.places.end());
}

Report Corpus::note_event(const Event& event, DocumentNumber document, const std::string& title) {
  Report report;
  report.id = event.id;
  report.document = document;
  report.type = event.type;
  report.about = event.about;
  const Knowledge::Sides sides = knowledge_.sides(event.type);
  report.first = actors(event, sides.first);
  report.second = actors(event, sides.second);
  if (sides.first != "item" && sides.second != "item") report.items = actors(event, "item");
  if (sides.first != "place" && sides.second != "place") report.places = actors(event, "place");
  for (const auto& [role, values] : event.roles) {
    std::vector<WordNumber>& said = report.roles.emplace_back(words_.number_of(role), std::vector<WordNumber>()).second;
    said.reserve(values.size());
    for (const Iri& value : values) said.push_back(words_.number_of(value));
  }
  add_places(report);
  report.quantities = event.quantities;
  for (const EventQuantity& quantity : event.quantities) report.counted.push_back(counted_by(quantity, report));
  report.time = event.time;
  if (event.time) {
    if (const auto day = first_day(event.time->start)) report.from = *day;
    if (const auto day = last_day(event.time->end)) report.to = *day;
  }
  report.status = parse_status(event.status);
  report.headline = is_headline(event, title);
  report.told_within = knowledge_.told_within(event.type).value_or(days_told_after);
  report.frame = event.frame;
  for (const auto& chain : event.attribution) {
    if (chain.empty()) continue;
    std::vector<EntityNumber> numbers;
    for (const Iri& speaker : chain) numbers.push_back(number_of(speaker));
    report.chains.push_back(std::move(numbers));
  }
  if (const auto parts = event.roles.find("parts"); parts != event.roles.end()) report.parts = parts->second;
  return report;
}

} // namespace stemma::fuse
