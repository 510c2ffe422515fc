#include "language/analyzer.hpp"

#include "language/embedding_cache.hpp"
#include "language/pipeline.hpp"
#include "model/error.hpp"

#include <limits>

namespace stemma::language {

namespace {

// A buffer that a very long text has grown is given back afterwards.
constexpr std::size_t most_kept_floats = 1U << 18U;

void shrink(FloatBuffer& buffer) {
  if (buffer.size() > most_kept_floats) buffer = FloatBuffer{};
}

} // namespace

struct Analyzer::State {
  explicit State(std::shared_ptr<const Model> shared, Keep kept)
      : keep(kept), model(std::move(shared)), pipeline(model->pipeline()),
        vocabulary(*pipeline.tokenizer, pipeline.norms, *pipeline.ruler), embeddings(*pipeline.tok2vec, 0),
        entity_embeddings(*pipeline.entity_tok2vec, 1), parser_rows(pipeline.parser->model()),
        entity_rows(pipeline.entities->model()) {}

  void annotate();
  Analysis result();
  const std::string& lemma_of(const DocumentToken& token);

  Keep keep;
  std::shared_ptr<const Model> model;
  const Pipeline& pipeline;
  Vocabulary vocabulary;
  EmbeddingCache embeddings;
  EmbeddingCache entity_embeddings;
  LowerRows parser_rows;
  LowerRows entity_rows;
  FloatBuffer rows;
  FloatBuffer spare;
  Document document;
};

void Analyzer::State::annotate() {
  pipeline.tok2vec->encode(document, embeddings, rows, spare);
  const float* vectors = pipeline.tok2vec->first_row(rows);
  pipeline.tagger->tag(document, vectors);
  pipeline.parser->parse(document, vectors, parser_rows);
  pipeline.ruler->apply(document);
  pipeline.entity_tok2vec->encode(document, entity_embeddings, rows, spare);
  pipeline.entities->recognise(document, pipeline.entity_tok2vec->first_row(rows), entity_rows);
}

const std::string& Analyzer::State::lemma_of(const DocumentToken& token) {
  auto& cached = token.lexeme->lemmas;
  for (const Lexeme::CachedLemma& entry : cached)
    if (entry.pos == token.pos && entry.morph == token.morph) return entry.lemma;
  cached.push_back({token.pos, token.morph, pipeline.lemmatizer->lemma(*token.lexeme, token.pos, token.morph)});
  return cached.back().lemma;
}

Analysis Analyzer::State::result() {
  Analysis analysis;
  analysis.model = model;
  auto lemmas = std::make_shared<std::string>();
  std::vector<std::size_t> ends;
  ends.reserve(document.size());
  for (const DocumentToken& token : document) {
    if (token.ruled_lemma == 0) lemmas->append(lemma_of(token));
    ends.push_back(lemmas->size());
  }
  analysis.tokens.reserve(document.size());
  const NameTable& names = pipeline.names;
  std::size_t start = 0;
  for (std::size_t i = 0; i < document.size(); ++i) {
    const DocumentToken& from = document[i];
    Token& to = analysis.tokens.emplace_back();
    to.span = {{from.code_point_start}, {from.code_point_start + from.lexeme->code_points}};
    to.bytes = {{from.byte_start}, {from.byte_end()}};
    to.tag = names[from.tag];
    to.pos = names[from.pos];
    to.morph = names[from.morph];
    to.lemma =
        from.ruled_lemma != 0 ? names[from.ruled_lemma] : std::string_view(*lemmas).substr(start, ends[i] - start);
    to.dep = names[from.dep];
    to.head = from.head;
    to.sent_start = from.sent_start;
    to.ent_iob = from.ent_iob;
    to.ent_type = names[from.ent_type];
    start = ends[i];
  }
  analysis.lemmas = std::move(lemmas);
  return analysis;
}

Analyzer::Analyzer(std::shared_ptr<const Model> model, Keep keep)
    : state_(std::make_unique<State>(std::move(model), keep)) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

const Model& Analyzer::model() const { return *state_->model; }

Analysis Analyzer::analyze(std::string_view text) {
  if (text.size() > std::numeric_limits<std::int32_t>::max()) throw Error("a text of 2 GiB and more cannot be parsed");
  State& state = *state_;
  state.document.clear();
  if (state.keep == Keep::nothing) state.vocabulary.forget();
  if (state.vocabulary.forget_if_full() || state.keep == Keep::nothing) {
    state.embeddings.clear();
    state.entity_embeddings.clear();
  }
  state.vocabulary.tokenize(text, state.document);
  if (!state.document.empty()) state.annotate();
  Analysis analysis = state.result();
  shrink(state.rows);
  shrink(state.spare);
  return analysis;
}

std::vector<Analysis> Analyzer::analyze(std::span<const std::string_view> texts) {
  std::vector<Analysis> analyses;
  analyses.reserve(texts.size());
  for (const std::string_view text : texts) analyses.push_back(analyze(text));
  return analyses;
}

} // namespace stemma::language
