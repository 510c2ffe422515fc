#include "pack/lexicon_reader.hpp"

#include "model/error.hpp"
#include "rdf/vocabulary.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace stemma::pack {
namespace {

std::string stm(std::string_view name) { return std::string(rdf::stm::base) + std::string(name); }

template <class Number>
std::optional<Number> parse_number(std::string_view text) {
  Number value{};
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failed != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool is_true(std::string_view text) { return text == "true" || text == "1"; }

// Up to three capitals mean too much in small letters ("Us", "It", "Sam").
bool is_short_acronym(std::string_view text) {
  const auto dot = [](char c) { return c == '.'; };
  return std::all_of(text.begin(), text.end(), [&](char c) { return dot(c) || (c >= 'A' && c <= 'Z'); }) &&
         std::count_if(text.begin(), text.end(), dot) + 3 >= static_cast<std::ptrdiff_t>(text.size());
}

// "Turkey" needs no more than its capital, and a headline writes TURKEY; "IT" and "CAR" must stand as they are.
bool has_no_small_letter(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// "Armed Forces (Kenya)" is how the lexicon tells things apart; no text writes it so.
bool has_qualifier(std::string_view name) { return name.ends_with(')') && name.find(" (") != std::string_view::npos; }

// Which kind of entity a class stands for, by the classes above it.
class ClassTree {
public:
  explicit ClassTree(const Subjects& subjects) : subjects_(subjects) {
    for (const auto& [name, kind] : {std::pair{"Country", EntityKind::country},
                                     {"Person", EntityKind::person},
                                     {"Organisation", EntityKind::org},
                                     {"Munition", EntityKind::munition},
                                     {"Place", EntityKind::place}})
      roots_.emplace(stm(name), kind);
  }

  struct Found {
    EntityKind kind = EntityKind::place;
    std::size_t depth = 0; // steps to the root
  };

  std::optional<Found> find(const std::string& iri) {
    const auto known = found_.find(iri);
    if (known != found_.end()) return known->second;
    found_[iri] = std::nullopt; // a cycle ends here
    std::optional<Found> best;
    if (const auto root = roots_.find(iri); root != roots_.end()) best = Found{root->second, 0};
    if (const auto subject = subjects_.find(iri); !best && subject != subjects_.end())
      for (const std::string& above : subject->second.all(Property::sub_class_of))
        if (const auto found = find(above); found && (!best || found->depth + 1 < best->depth))
          best = Found{found->kind, found->depth + 1};
    return found_[iri] = best;
  }

private:
  const Subjects& subjects_;
  std::unordered_map<std::string, EntityKind> roots_;
  std::unordered_map<std::string, std::optional<Found>> found_;
};

struct Care {
  bool exact_case = false;
  bool needs_context = false;
};
using CareTable = std::unordered_map<std::string, Care>; // by string

class Reader {
public:
  Reader(const Subjects& subjects, std::string_view language, const std::vector<text::RegionName>& regions)
      : subjects_(subjects), language_(language), classes_(subjects) {
    for (const text::RegionName& region : regions) regions_[region.alpha2].push_back(region.name);
  }

  Lexicon read() {
    read_care();
    for (const auto& [iri, subject] : subjects_) {
      if (const auto found = find_class(subject))
        add_entry(iri, subject, found->first, found->second);
      else
        add_other(iri, subject);
    }
    for (std::size_t i = 0; i < lexicon_.entries.size(); ++i)
      ids_.emplace(lexicon_.entries[i].meaning.iri, static_cast<ConceptId>(i));
    for (Entry& entry : lexicon_.entries) connect(entry.meaning);
    for (Entry& entry : lexicon_.entries) categorise(entry.meaning);
    const auto order = [](const Cue& cue) { return std::tie(cue.kind, cue.text, cue.value); };
    std::sort(lexicon_.cues.begin(), lexicon_.cues.end(),
              [&](const Cue& a, const Cue& b) { return order(a) < order(b); });
    return std::move(lexicon_);
  }

private:
  std::optional<std::pair<EntityKind, std::string>> find_class(const Subject& subject) {
    std::optional<ClassTree::Found> best;
    std::string name;
    for (const std::string& type : subject.all(Property::type))
      if (const auto found = classes_.find(type); found && (!best || found->depth < best->depth)) {
        best = found;
        name = local_name(type);
      }
    if (!best) return std::nullopt;
    return std::pair{best->kind, name};
  }

  void read_care() {
    const std::string ambiguous = stm("AmbiguousName");
    for (const auto& [iri, subject] : subjects_)
      if (subject.first(Property::type) == ambiguous)
        for (const std::string& name : subject.texts(Property::pref_label, language_))
          care_[name] = {is_true(subject.first(Property::exact_case)), is_true(subject.first(Property::needs_context))};
  }

  std::string label_of(const std::string& iri, const Subject& subject) const {
    for (const Property property : {Property::pref_label, Property::label}) {
      if (const auto texts = subject.texts(property, language_); !texts.empty()) return texts.front();
      if (subject.has(property)) return std::string(subject.first(property));
    }
    return std::string(local_name(iri));
  }

  void add_entry(const std::string& iri, const Subject& subject, EntityKind kind, const std::string& type) {
    Entry entry;
    Concept& c = entry.meaning;
    c.iri = iri;
    c.kind = kind;
    c.type = type;
    c.label = label_of(iri, subject);
    c.same_as = subject.all(Property::exact_match);
    c.valid_from = subject.first(Property::valid_from);
    c.valid_to = subject.first(Property::valid_to);
    c.family_name = subject.first(Property::family_name);
    if (const auto tier = subject.first(Property::tier); !tier.empty()) c.tier = tier.front();
    c.place_kind = local_name(subject.first(Property::place_kind));
    c.org_class = local_name(subject.first(Property::organisation_kind));
    c.population = parse_number<std::uint64_t>(subject.first(Property::population)).value_or(0);
    c.latitude = parse_number<double>(subject.first(Property::latitude));
    c.longitude = parse_number<double>(subject.first(Property::longitude));
    if (kind == EntityKind::country) c.code = subject.first(Property::notation);
    if (kind == EntityKind::country) c.alpha3 = subject.first(Property::alpha3);
    if (kind == EntityKind::munition) {
      const auto types = subject.all(Property::type);
      c.generic = std::find(types.begin(), types.end(), stm("MunitionClass")) != types.end();
    }
    if (kind == EntityKind::person) c.offices = offices_of(subject);
    add_names(entry, subject);
    lexicon_.entries.push_back(std::move(entry));
  }

  std::vector<Office> offices_of(const Subject& person) const {
    std::vector<Office> offices;
    for (const std::string& iri : person.all(Property::office))
      if (const auto office = subjects_.find(iri); office != subjects_.end())
        offices.push_back({label_of(iri, office->second), std::string(office->second.first(Property::valid_from)),
                           std::string(office->second.first(Property::valid_to))});
    const auto order = [](const Office& o) { return std::tie(o.from, o.to, o.title); };
    std::sort(offices.begin(), offices.end(), [&](const Office& a, const Office& b) { return order(a) < order(b); });
    return offices;
  }

  void add_names(Entry& entry, const Subject& subject) const {
    if (is_true(subject.first(Property::guide_term))) return;
    constexpr std::pair<Property, AliasKind> kinds[] = {
        {Property::pref_label, AliasKind::name},     {Property::alt_label, AliasKind::name},
        {Property::hidden_label, AliasKind::name},   {Property::plural, AliasKind::name},
        {Property::acronym, AliasKind::acronym},     {Property::short_form, AliasKind::short_form},
        {Property::adjective, AliasKind::adjective}, {Property::demonym, AliasKind::demonym},
        {Property::capital, AliasKind::capital},     {Property::seat, AliasKind::seat},
    };
    for (const auto& [property, kind] : kinds)
      for (std::string& name : subject.texts(property, language_)) add_name(entry, std::move(name), kind);
    if (const auto region = regions_.find(entry.meaning.code);
        entry.meaning.kind == EntityKind::country && region != regions_.end())
      for (const std::string& name : region->second) add_name(entry, name, AliasKind::name);
    const auto order = [](const Name& n) { return std::tie(n.text, n.kind); };
    std::sort(entry.names.begin(), entry.names.end(),
              [&](const Name& a, const Name& b) { return order(a) < order(b); });
    entry.names.erase(std::unique(entry.names.begin(), entry.names.end(),
                                  [&](const Name& a, const Name& b) { return order(a) == order(b); }),
                      entry.names.end());
  }

  void add_name(Entry& entry, std::string text, AliasKind kind) const {
    if (has_qualifier(text)) return;
    Name name{std::move(text), kind, false, false};
    if (const auto care = care_.find(name.text); care != care_.end()) {
      name.exact_case = care->second.exact_case && has_no_small_letter(name.text);
      name.needs_context = care->second.needs_context;
    }
    if (is_short_acronym(name.text)) name.exact_case = true;
    entry.names.push_back(std::move(name));
  }

  void add_other(const std::string& iri, const Subject& subject) {
    const std::string_view type = subject.first(Property::type);
    if (type == stm("OrganisationKind"))
      add_organisation_kind(iri, subject);
    else if (type == stm("CueList"))
      add_cues(subject);
  }

  void add_organisation_kind(const std::string& iri, const Subject& subject) {
    const std::string kind(local_name(iri));
    for (const std::string& noun : subject.texts(Property::body_noun, language_))
      lexicon_.cues.push_back({CueKind::body, noun, kind});
    for (const std::string& words : subject.texts(Property::description, language_))
      lexicon_.cues.push_back({CueKind::description, words, kind});
  }

  void add_cues(const Subject& subject) {
    constexpr std::pair<std::string_view, CueKind> kinds[] = {{"titleCue", CueKind::title},
                                                              {"headCue", CueKind::head},
                                                              {"placeHeadCue", CueKind::place_head},
                                                              {"areaCue", CueKind::area},
                                                              {"shipCue", CueKind::ship},
                                                              {"governmentCue", CueKind::government},
                                                              {"bodilyCue", CueKind::bodily},
                                                              {"concernCue", CueKind::concern},
                                                              {"stateOfficeCue", CueKind::state_office},
                                                              {"stateGroupCue", CueKind::state_group},
                                                              {"givenNameCue", CueKind::given_name},
                                                              {"familyNameCue", CueKind::family_name}};
    const std::string_view name = local_name(subject.first(Property::cue_kind));
    for (const auto& [known, kind] : kinds)
      if (name == known)
        for (const std::string& text : subject.texts(Property::cue_text, language_))
          lexicon_.cues.push_back({kind, text, std::string(subject.first(Property::category))});
  }

  ConceptId id_of(std::string_view iri) const {
    const auto found = ids_.find(std::string(iri));
    return found == ids_.end() ? no_concept : found->second;
  }

  void connect(Concept& c) {
    const Subject& subject = subjects_.find(c.iri)->second;
    c.country = id_of(subject.first(Property::country));
    for (const std::string& above : subject.all(Property::broader))
      if (const ConceptId id = id_of(above); id != no_concept) c.broader.push_back(id);
  }

  // The value of the nearest concept that has one, itself first. `own` reads a concept's own value.
  template <class Own>
  std::string nearest(const Concept& start, Own own) const {
    std::vector<ConceptId> level, seen;
    std::string value = own(start);
    level = start.broader;
    while (value.empty() && !level.empty()) {
      std::vector<ConceptId> next;
      for (const ConceptId id : level) {
        if (std::find(seen.begin(), seen.end(), id) != seen.end()) continue;
        seen.push_back(id);
        const Concept& above = lexicon_.entries[id].meaning;
        if (value.empty()) value = own(above);
        next.insert(next.end(), above.broader.begin(), above.broader.end());
      }
      level = std::move(next);
    }
    return value;
  }

  void categorise(Concept& c) {
    if (c.kind != EntityKind::munition) return;
    const std::string category_class = stm("MunitionCategory");
    const auto text = [&](const Concept& of, Property p) {
      return std::string(subjects_.find(of.iri)->second.first(p));
    };
    c.category = nearest(c, [&](const Concept& of) {
      if (std::string own = text(of, Property::category); !own.empty()) return own;
      const auto types = subjects_.find(of.iri)->second.all(Property::type);
      const bool is_category = std::find(types.begin(), types.end(), category_class) != types.end();
      return is_category ? text(of, Property::notation) : std::string();
    });
    const auto category = [&](Property property) {
      RegisterCategory found{nearest(c, [&](const Concept& of) { return text(of, property); }), {}};
      if (const auto subject = subjects_.find(found.iri); subject != subjects_.end())
        found.label = label_of(found.iri, subject->second);
      return found;
    };
    c.sipri = category(Property::sipri_category);
    c.unroca = category(Property::unroca_category);
  }

  const Subjects& subjects_;
  std::string_view language_;
  ClassTree classes_;
  std::unordered_map<std::string, std::vector<std::string>> regions_;
  CareTable care_;
  std::unordered_map<std::string, ConceptId> ids_;
  Lexicon lexicon_;
};

} // namespace

Lexicon read_lexicon(const Subjects& subjects, std::string_view language,
                     const std::vector<text::RegionName>& regions) {
  return Reader(subjects, language, regions).read();
}

} // namespace stemma::pack
