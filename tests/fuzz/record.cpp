// The main job's laws. Any bytes become a record whose words stand where it says they stand and whose events speak of
// its own entities; the record comes back from its JSON; its statements read back the same from N-Quads and from TriG.
//
// The input is a text up to the first unit separator (0x1F). What follows chooses the parse, three bytes for each word:
// a relation, a part of speech, and how far off the head is. So events are read from parses that no language model
// would make. Without a separator there is no parse, as without a language model.

#include "link/link.hpp"
#include "model/record_json.hpp"
#include "pack/frame.hpp"
#include "pack/pack.hpp"
#include "pipeline/make_record.hpp"
#include "rdf/quad_order.hpp"
#include "rdf/reader.hpp"
#include "rdf/writer.hpp"
#include "statements/claims.hpp"
#include "statements/events.hpp"
#include "statements/facts.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <set>

using namespace stemma;

namespace {

constexpr char separator = '\x1F';
constexpr std::string_view file_name = "input.txt";

void require(bool law, const char* what) {
  if (law) return;
  std::fprintf(stderr, "broken law: %s\n", what);
  std::abort();
}

constexpr std::array<std::string_view, 40> relations = {
    "ROOT",  "nsubj",  "nsubjpass", "dobj",     "dative",   "pobj", "prep",  "agent",     "aux",  "auxpass",
    "neg",   "advmod", "amod",      "compound", "poss",     "case", "det",   "conj",      "cc",   "punct",
    "ccomp", "xcomp",  "pcomp",     "csubj",    "advcl",    "acl",  "relcl", "appos",     "attr", "acomp",
    "oprd",  "mark",   "nummod",    "quantmod", "npadvmod", "nmod", "prt",   "parataxis", "intj", "dep"};

struct Speech {
  std::string_view tag, pos, entity;
};
constexpr std::array<Speech, 32> speeches = {
    {{"NN", "NOUN", ""},      {"NNS", "NOUN", ""},       {"NNP", "PROPN", "GPE"}, {"NNP", "PROPN", "PERSON"},
     {"NNP", "PROPN", "ORG"}, {"NNPS", "PROPN", "NORP"}, {"VB", "VERB", ""},      {"VBD", "VERB", ""},
     {"VBZ", "VERB", ""},     {"VBP", "VERB", ""},       {"VBN", "VERB", ""},     {"VBG", "VERB", ""},
     {"VBZ", "AUX", ""},      {"VBD", "AUX", ""},        {"VB", "AUX", ""},       {"MD", "AUX", ""},
     {"TO", "PART", ""},      {"IN", "ADP", ""},         {"IN", "SCONJ", ""},     {"DT", "DET", ""},
     {"JJ", "ADJ", ""},       {"RB", "ADV", ""},         {"PRP", "PRON", ""},     {"PRP$", "PRON", ""},
     {"WDT", "PRON", ""},     {"WP$", "PRON", ""},       {"WRB", "SCONJ", ""},    {"CD", "NUM", "CARDINAL"},
     {"CD", "NUM", "DATE"},   {"CC", "CCONJ", ""},       {".", "PUNCT", ""},      {"POS", "PART", ""}}};

bool is_letter(char c) {
  return (c & 0x80) != 0 || c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::uint32_t code_points(std::string_view text) {
  return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// Words and single marks; no sentence runs over the end of a line.
std::vector<language::Token> cut(std::string_view clean) {
  std::vector<language::Token> tokens;
  std::uint32_t code_point = 0;
  bool line_starts = true;
  for (std::size_t at = 0; at < clean.size();) {
    std::size_t end = at + 1;
    while (is_letter(clean[at]) && end < clean.size() && is_letter(clean[end])) ++end;
    const auto length = code_points(clean.substr(at, end - at));
    if (clean[at] == '\n') {
      line_starts = true;
    } else if (clean[at] != ' ') {
      language::Token token;
      token.span = {{code_point}, {code_point + length}};
      token.bytes = {{static_cast<std::uint32_t>(at)}, {static_cast<std::uint32_t>(end)}};
      token.sent_start = line_starts;
      line_starts = false;
      tokens.push_back(token);
    }
    code_point += length;
    at = end;
  }
  return tokens;
}

class Parse {
public:
  Parse(const std::string& clean, std::string_view choices) : clean_(clean), choices_(choices) {}

  language::Analysis run() {
    analysis_.tokens = cut(clean_);
    const auto lemmas = std::make_shared<std::string>(clean_);
    for (char& c : *lemmas)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    analysis_.lemmas = lemmas;
    auto& tokens = analysis_.tokens;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) tokens[i].head = i;
    for (std::uint32_t i = 0, start = 0; i < tokens.size(); ++i) {
      if (tokens[i].sent_start) start = i;
      choose(i, start, *lemmas);
    }
    return std::move(analysis_);
  }

private:
  std::uint8_t next() { return at_ < choices_.size() ? static_cast<std::uint8_t>(choices_[at_++]) : std::uint8_t{0}; }

  void choose(std::uint32_t i, std::uint32_t sentence, std::string_view lemmas) {
    language::Token& token = analysis_.tokens[i];
    token.dep = relations[next() % relations.size()];
    const Speech& speech = speeches[next() % speeches.size()];
    token.tag = speech.tag;
    token.pos = speech.pos;
    token.ent_type = speech.entity;
    if (!speech.entity.empty()) {
      const bool inside = i > sentence && analysis_.tokens[i - 1].ent_type == speech.entity;
      token.ent_iob = inside ? 'I' : 'B';
    }
    token.lemma = lemmas.substr(token.bytes.start.value, token.bytes.length());
    const auto head = static_cast<std::int64_t>(i) + static_cast<std::int8_t>(next());
    if (head >= sentence && is_in_sentence(i, head)) hang(i, static_cast<std::uint32_t>(head));
  }

  bool is_in_sentence(std::uint32_t i, std::int64_t head) const {
    const auto& tokens = analysis_.tokens;
    if (head >= static_cast<std::int64_t>(tokens.size())) return false;
    for (auto between = i + 1; between <= head; ++between)
      if (tokens[between].sent_start) return false;
    return true;
  }

  // Heads make trees: what would close a circle stays a root.
  void hang(std::uint32_t i, std::uint32_t head) {
    auto& tokens = analysis_.tokens;
    for (auto above = head; above != i; above = tokens[above].head)
      if (tokens[above].head == above) {
        tokens[i].head = head;
        return;
      }
  }

  const std::string& clean_;
  std::string_view choices_;
  std::size_t at_ = 0;
  language::Analysis analysis_;
};

// The pack as it is shipped, with what every document is read with.
class Job {
public:
  Job() : resources_(prepared()) {}

  Record read(std::string_view input) {
    const auto end = input.find(separator);
    if (end == std::string_view::npos)
      resources_.analyse = nullptr;
    else
      resources_.analyse = [choices = input.substr(end + 1)](const text::PreparedText& text) {
        return Parse(text.clean, choices).run();
      };
    const pipeline::Pending pending{std::string(file_name), std::string(input.substr(0, end)), 0};
    auto result = pipeline::make_record(pending, resources_);
    for (const Diagnostic& diagnostic : result.diagnostics)
      require(diagnostic.code != "internal", diagnostic.message.c_str());
    return result.record ? std::move(*result.record) : Record{};
  }

  std::vector<rdf::Quad> state(const Record& record, rdf::Syntax syntax) const {
    std::string out;
    rdf::StringSink sink(out);
    rdf::Writer writer(sink, syntax, rdf::standard_prefixes, resources_.names.base());
    const auto into = [&writer](const Iri& graph) -> statements::TripleSink {
      return [&writer, graph](const rdf::TermView& s, const rdf::TermView& p, const rdf::TermView& o) {
        writer.write(s, p, o, rdf::iri_view(graph));
      };
    };
    const auto claims = into(resources_.names.claims_graph(record.document.id));
    statements::write_claims(record, resources_.ontology, claims);
    statements::write_events(record, resources_.names.run(record.made), resources_.ontology, claims);
    statements::Facts facts(*resources_.pack, resources_.ontology);
    facts.add(record);
    facts.write(into(resources_.names.facts_graph()));
    writer.finish();
    auto quads = rdf::parse_quads(out, syntax);
    require(quads.size() == writer.count(), "as many statements are read as were written");
    rdf::sort_for_writing(quads);
    return quads;
  }

private:
  static pipeline::Resources prepared() {
    const std::string folder = STEMMA_SOURCE_DIR "/ontology";
    auto lexicon = pack::Pack::load(folder);
    pipeline::Resources resources{lexicon,
                                  std::make_shared<link::Linker>(lexicon),
                                  statements::Ontology::read(folder),
                                  statements::Names(std::string(rdf::default_base)),
                                  {},
                                  {}};
    resources.made = {"stemma", lexicon->hash(), "", ""};
    resources.frames = std::make_shared<pack::Frames>(pack::Frames::read(folder));
    return resources;
  }

  pipeline::Resources resources_;
};

void require_evidence(const Record& record, std::string_view bytes) {
  const auto text = text::prepare(bytes, {}, std::string(file_name));
  const auto stands = [&](CodePointSpan span, const std::string& words) {
    require(!span.empty() && text.source_text_of(span) == words, "words stand where the record says");
  };
  for (const Entity& entity : record.entities)
    for (const Mention& mention : entity.mentions) stands(mention.span, mention.text);
  for (const Event& event : record.events) {
    require(!event.evidence.empty(), "an event has evidence");
    for (const Evidence& evidence : event.evidence) stands(evidence.span, evidence.text);
  }
}

void require_known_ids(const Record& record) {
  std::set<std::string> known;
  for (const Entity& entity : record.entities)
    require(known.insert(entity.id).second && !entity.mentions.empty(), "an entity stands once, with its mentions");
  for (const Event& event : record.events) require(known.insert(event.id).second, "an event stands once");
  const auto all_known = [&](const std::vector<std::string>& ids) {
    for (const std::string& id : ids) require(known.contains(id), "events speak of what the record holds");
  };
  for (const Event& event : record.events) {
    for (const auto& [role, ids] : event.roles)
      if (role != "kind") all_known(ids);
    all_known(event.places);
    for (const auto& chain : event.attribution) all_known(chain);
    for (const EventQuantity& quantity : event.quantities)
      if (!quantity.of.empty()) all_known({quantity.of});
  }
}

std::string json(const Record& record) {
  std::string out;
  append_record_json(record, out);
  return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Job job;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const Record record = job.read(input);
  if (record.document.id.empty()) return 0; // binary: a diagnostic says so
  require_evidence(record, input.substr(0, input.find(separator)));
  require_known_ids(record);
  const std::string line = json(record);
  require(json(parse_record(line)) == line, "a record comes back from its JSON");
  require(json(job.read(input)) == line, "the same input gives the same record");
  require(job.state(record, rdf::Syntax::nquads) == job.state(record, rdf::Syntax::trig),
          "N-Quads and TriG say the same");
  return 0;
}
