#include "model/record_json.hpp"

#include "model/event_json.hpp"
#include "model/json_line.hpp"
#include "model/json_member.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace stemma {

namespace {

constexpr std::array<std::pair<EntityKind, std::string_view>, 6> entity_kinds{{{EntityKind::country, "country"},
                                                                               {EntityKind::person, "person"},
                                                                               {EntityKind::org, "org"},
                                                                               {EntityKind::munition, "munition"},
                                                                               {EntityKind::place, "place"},
                                                                               {EntityKind::anonymous, "anonymous"}}};

constexpr std::array<std::pair<MentionKind, std::string_view>, 7> mention_kinds{
    {{MentionKind::name, "name"},
     {MentionKind::demonym, "demonym"},
     {MentionKind::seat, "seat"},
     {MentionKind::acronym, "acronym"},
     {MentionKind::short_form, "short-form"},
     {MentionKind::description, "description"},
     {MentionKind::designation, "designation"}}};

constexpr std::array<std::pair<Severity, std::string_view>, 3> severities{
    {{Severity::note, "note"}, {Severity::warning, "warning"}, {Severity::error, "error"}}};

constexpr std::string_view input_key = ",\"input\":\"";
constexpr std::size_t input_digits = 32;

template <class Kind, std::size_t N>
std::string_view name_in(const std::array<std::pair<Kind, std::string_view>, N>& table, Kind kind) {
  for (const auto& [value, name] : table)
    if (value == kind) return name;
  return table.front().second;
}

template <class Kind, std::size_t N>
Kind kind_in(const std::array<std::pair<Kind, std::string_view>, N>& table, const std::string& name) {
  for (const auto& [value, known] : table)
    if (known == name) return value;
  throw Error("unknown kind '" + name + "'");
}

// --- writing: by hand, because this is the hottest output of the program and its bytes are a promise -------------

void write(JsonLine& json, const Document& document) {
  json.open('{');
  json.key("id").text(document.id);
  json.key("path").text(document.path);
  if (!document.field.empty()) json.key("field").text(document.field);
  json.key("sha256").text(document.sha256);
  if (!document.text_sha256.empty()) json.key("textSha256").text(document.text_sha256);
  if (!document.url.empty()) json.key("url").text(document.url);
  if (!document.retrieved.empty()) json.key("retrieved").text(document.retrieved);
  json.key("title").text_or_null(document.title);
  json.key("published").text_or_null(document.published);
  json.key("publisher").text_or_null(document.publisher);
  json.key("wire").text_or_null(document.wire);
  json.key("authors").texts(document.authors);
  json.key("dateline").text_or_null(document.dateline);
  json.key("language").text(document.language);
  json.close('}');
}

void write(JsonLine& json, const Mention& mention) {
  json.open('{');
  json.key("start").number(mention.span.start.value);
  json.key("end").number(mention.span.end.value);
  json.key("text").text(mention.text);
  json.key("kind").text(name_of(mention.kind));
  json.close('}');
}

void write(JsonLine& json, const Entity& entity) {
  json.open('{');
  json.key("id").text(entity.id);
  json.key("kind").text(name_of(entity.kind));
  json.key("type").text(entity.type);
  json.key("label").text(entity.label);
  json.key("code").text_or_null(entity.code);
  json.key("category").text_or_null(entity.category);
  json.key("country").text_or_null(entity.country);
  json.key("linked").boolean(entity.linked);
  if (entity.capital) json.key("capital").boolean(true);
  json.key("sameAs").texts(entity.same_as);
  json.key("mentions").open('[');
  for (const Mention& mention : entity.mentions) write(json, mention);
  json.close(']');
  json.close('}');
}

void write(JsonLine& json, const Made& made) {
  json.open('{');
  json.key("program").text(made.program);
  json.key("pack").text(made.pack);
  json.key("model").text_or_null(made.model);
  json.key("modelHash").text_or_null(made.model_hash);
  json.key("modelLicence").text_or_null(made.model_licence);
  json.key("icu").text(made.icu);
  json.close('}');
}

void write(JsonLine& json, const Diagnostic& note) {
  json.open('{');
  json.key("severity").text(name_in(severities, note.severity));
  json.key("code").text(note.code);
  json.key("message").text(note.message);
  if (note.place.line) json.key("line").number(note.place.line);
  if (note.place.column) json.key("column").number(note.place.column);
  if (!note.hint.empty()) json.key("hint").text(note.hint);
  json.close('}');
}

// --- reading --------------------------------------------------------------------------------------------------

using nlohmann::json;

Document read_document(const json& object) {
  Document document;
  document.id = require_text(object, "id");
  document.path = text_of(object, "path");
  document.field = text_of(object, "field");
  document.sha256 = text_of(object, "sha256");
  document.text_sha256 = text_of(object, "textSha256");
  document.url = text_of(object, "url");
  document.retrieved = text_of(object, "retrieved");
  document.title = text_of(object, "title");
  document.published = text_of(object, "published");
  document.publisher = text_of(object, "publisher");
  document.wire = text_of(object, "wire");
  document.authors = texts_of(object, "authors");
  document.dateline = text_of(object, "dateline");
  document.language = text_of(object, "language");
  return document;
}

Entity read_entity(const json& object) {
  Entity entity;
  entity.id = require_text(object, "id");
  entity.kind = kind_in(entity_kinds, require_text(object, "kind"));
  entity.type = text_of(object, "type");
  entity.label = text_of(object, "label");
  entity.code = text_of(object, "code");
  entity.category = text_of(object, "category");
  entity.country = text_of(object, "country");
  entity.linked = flag_of(object, "linked");
  entity.capital = flag_of(object, "capital");
  entity.same_as = texts_of(object, "sameAs");
  for (const json& mention : require_list(object, "mentions")) {
    const std::string kind = text_of(mention, "kind");
    entity.mentions.push_back({span_of(require_member(mention, "start"), require_member(mention, "end")),
                               require_text(mention, "text"),
                               kind.empty() ? MentionKind::name : kind_in(mention_kinds, kind)});
  }
  return entity;
}

Sentence read_sentence(const json& pair) {
  if (!pair.is_array() || pair.size() != 2) throw Error("a sentence is no pair of offsets");
  return {span_of(pair[0], pair[1])};
}

std::uint64_t number_in(const json& object, const char* key) {
  return object.contains(key) ? offset_in(object.at(key)) : 0;
}

Diagnostic read_note(const json& object, const std::string& path) {
  return {kind_in(severities, require_text(object, "severity")),
          require_text(object, "code"),
          require_text(object, "message"),
          {path, number_in(object, "line"), number_in(object, "column")},
          text_of(object, "hint")};
}

json parse_noting_repeated(std::string_view line, std::set<std::string>& repeated) {
  std::vector<std::vector<std::string>> keys; // of the objects that are open, by their depth
  const auto note = [&](int depth, json::parse_event_t event, json& parsed) {
    const auto at = static_cast<std::size_t>(depth);
    if (keys.size() < at + 2) keys.resize(at + 2);
    if (event == json::parse_event_t::object_start) keys[at + 1].clear();
    if (event == json::parse_event_t::key) {
      const auto& key = parsed.get_ref<const std::string&>();
      if (std::find(keys[at].begin(), keys[at].end(), key) == keys[at].end())
        keys[at].push_back(key);
      else
        repeated.insert(key);
    }
    return true;
  };
  return json::parse(line, note);
}

Record read_record(const json& object) {
  Record record;
  record.document = read_document(require_member(object, "document"));
  for (const json& entity : require_list(object, "entities")) record.entities.push_back(read_entity(entity));
  if (object.contains("events"))
    for (const json& event : require_list(object, "events")) record.events.push_back(read_event(event));
  if (object.contains("abstained"))
    for (const json& abstention : require_list(object, "abstained"))
      record.abstained.push_back(read_abstention(abstention));
  if (object.contains("sentences"))
    for (const json& pair : require_list(object, "sentences")) record.sentences.push_back(read_sentence(pair));
  record.fingerprints = texts_of(object, "fingerprints");
  if (const auto found = object.find("made"); found != object.end())
    record.made = {text_of(*found, "program"), text_of(*found, "pack"),      text_of(*found, "model"),
                   text_of(*found, "icu"),     text_of(*found, "modelHash"), text_of(*found, "modelLicence")};
  if (object.contains("notes"))
    for (const json& note : require_list(object, "notes"))
      record.notes.push_back(read_note(note, record.document.path));
  record.input = text_of(object, "input");
  return record;
}

} // namespace

std::string_view name_of(EntityKind kind) { return name_in(entity_kinds, kind); }
std::string_view name_of(MentionKind kind) { return name_in(mention_kinds, kind); }

void append_json_string(std::string_view text, std::string& out) {
  static constexpr char digits[] = "0123456789abcdef";
  out += '"';
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text, plain, i - plain);
    plain = i + 1;
    switch (c) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\n': out += "\\n"; break;
    case '\r': out += "\\r"; break;
    case '\t': out += "\\t"; break;
    default:
      out += "\\u00";
      out += digits[c >> 4];
      out += digits[c & 15];
    }
  }
  out.append(text, plain);
  out += '"';
}

void append_record_json(const Record& record, std::string& out) {
  JsonLine json(out);
  json.open('{');
  json.key("document");
  write(json, record.document);
  json.key("entities").open('[');
  for (const Entity& entity : record.entities) write(json, entity);
  json.close(']');
  json.key("events").open('[');
  for (const Event& event : record.events) write_event(json, event);
  json.close(']');
  json.key("abstained").open('[');
  for (const Abstention& abstention : record.abstained) write_abstention(json, abstention);
  json.close(']');
  json.key("sentences").open('[');
  for (const Sentence& sentence : record.sentences) {
    json.open('[');
    json.number(sentence.span.start.value);
    json.number(sentence.span.end.value);
    json.close(']');
  }
  json.close(']');
  json.key("fingerprints").texts(record.fingerprints);
  json.key("notes").open('[');
  for (const Diagnostic& note : record.notes) write(json, note);
  json.close(']');
  json.key("made");
  write(json, record.made);
  if (!record.input.empty()) json.key("input").text(record.input);
  json.close('}');
}

std::string_view find_input(std::string_view line) {
  constexpr std::size_t tail = input_key.size() + input_digits + 2;
  if (line.size() < tail || !line.ends_with("\"}")) return {};
  line.remove_prefix(line.size() - tail);
  return line.starts_with(input_key) ? line.substr(input_key.size(), input_digits) : std::string_view();
}

Record parse_record(std::string_view line, const Place& place, std::set<std::string>* repeated) {
  constexpr const char* hint = "records are what 'stemma extract' prints";
  json object;
  try {
    object = repeated ? parse_noting_repeated(line, *repeated) : json::parse(line);
  } catch (const json::parse_error& error) {
    throw Error("not a record: no JSON", hint, {place.file, place.line, error.byte});
  } catch (const json::exception&) { // a number beyond all bounds
    throw Error("not a record: no JSON that can be read", hint, place);
  }
  try {
    return read_record(object);
  } catch (const Error& error) {
    throw Error(std::string("not a record: ") + error.what(), hint, place);
  }
}

} // namespace stemma
