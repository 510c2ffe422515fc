// Bodies of a state that are named by what they are: "Ukraine's foreign ministry", "the Russian air force".

#include "link/scene.hpp"

#include <algorithm>

namespace stemma::link {

namespace {

class Bodies {
public:
  explicit Bodies(Scene& scene) : scene_(scene), words_(scene.words) {}

  void run() {
    for (Index i = 0; i < words_.size(); ++i) {
      if (!words_.is(i, word_class::body)) continue;
      if (const Phrase* phrase = phrase_at(i)) compose({i, i + static_cast<Index>(phrase->words.size())}, *phrase);
    }
  }

private:
  const Phrase* phrase_at(Index i) const {
    const auto* phrases = scene_.vocabulary.phrases_from(fold(words_[i].text));
    if (!phrases) return nullptr;
    for (const Phrase& phrase : *phrases)
      if (!phrase.description && phrase_holds(scene_, phrase, i)) return &phrase;
    return nullptr;
  }

  // The mention of a country that ends right before the body's noun; up to two lower-case words may stand between.
  Index country_mention_before(Index first) const {
    Index at = words_.before(first);
    for (int between = 0; at != none && between < 3; ++between, at = words_.before(at)) {
      const Index owner = scene_.draft.owner(at);
      if (owner != none)
        return scene_.draft.entity(scene_.draft.mention_at(owner).entity).kind == EntityKind::country ? owner : none;
      if (words_[at].shape != Shape::lower || words_[at].text.ends_with("ing") || words_[at].text.ends_with("ed") ||
          words_.is(at, word_class::function | word_class::speech | word_class::verb))
        return none;
    }
    return none;
  }

  void compose(Range noun, const Phrase& phrase) {
    if (!scene_.draft.free(noun) || qualifies_next(scene_, noun)) return;
    const Index owner = country_mention_before(noun.first);
    if (owner == none) return compose_with_seat(noun, phrase);
    const DraftMention country = scene_.draft.mention_at(owner);
    const Range range{country.words.first, noun.last};
    const pack::ConceptId nation = scene_.draft.entity(country.entity).entry;
    const EntityIndex body = body_of(scene_, nation, phrase, range);
    scene_.draft.release(owner);
    scene_.draft.mention(body, range, MentionKind::name);
    scene_.draft.nested(country.entity, country.words, country.kind);
  }

  // "the foreign ministry in Ottawa"
  void compose_with_seat(Range noun, const Phrase& phrase) {
    const Index before = words_.before(noun.first), in = words_.after(noun.last - 1);
    if (!words_.lower_is(before, "the") || in != noun.last || !words_.lower_is(in, "in")) return;
    const Index seat = words_.after(in);
    if (seat == none || scene_.draft.owner(seat) == none) return;
    const pack::ConceptId nation = nation_of(scene_, scene_.draft.mention_at(scene_.draft.owner(seat)).entity);
    if (nation != pack::no_concept)
      scene_.draft.mention(body_of(scene_, nation, phrase, noun), noun, MentionKind::description);
  }

  Scene& scene_;
  const Words& words_;
};

// "foreign ministry" and "Ministry of Foreign Affairs", but not "embassy" and "President of …"
bool shares_word(const Phrase& phrase, std::string_view label) {
  const std::string folded = fold(label);
  return std::any_of(phrase.words.begin(), phrase.words.end(), [&](const std::string& word) {
    return word.size() > 3 && folded.find(word) != std::string::npos;
  });
}

std::string joined(const Phrase& phrase) {
  std::string out;
  for (const std::string& word : phrase.words) out += (out.empty() ? "" : " ") + word;
  return out;
}

} // namespace

pack::ConceptId nation_of(const Scene& scene, EntityIndex e) {
  const DraftEntity& entity = scene.draft.entity(e);
  if (entity.kind == EntityKind::country) return entity.entry;
  return entity.kind == EntityKind::place ? entity.country : pack::no_concept;
}

pack::ConceptId listed_body(const Scene& scene, pack::ConceptId nation, const Phrase& phrase) {
  const auto* bodies = nation == pack::no_concept ? nullptr : scene.vocabulary.organisations(nation, phrase.value);
  if (!bodies) return pack::no_concept;
  if (bodies->size() == 1 && scene.vocabulary.one_each(phrase.value) &&
      shares_word(phrase, scene.pack.entry(bodies->front()).label))
    return bodies->front();
  const std::string noun = joined(phrase);
  const auto named = std::find_if(bodies->begin(), bodies->end(),
                                  [&](pack::ConceptId id) { return fold(scene.pack.entry(id).label).ends_with(noun); });
  return named == bodies->end() ? pack::no_concept : *named;
}

EntityIndex body_of(Scene& scene, pack::ConceptId nation, const Phrase& phrase, Range range) {
  if (const pack::ConceptId listed = listed_body(scene, nation, phrase); listed != pack::no_concept)
    return scene.draft.linked(listed);
  const EntityIndex body =
      scene.draft.unlinked(EntityKind::org, scene.words.text(range), scene.vocabulary.type_of_bodies(phrase.value));
  scene.draft.entity(body).country = nation;
  scene.draft.entity(body).org_class = phrase.value;
  return body;
}

bool qualifies_next(const Scene& scene, Range noun) {
  const Words& words = scene.words;
  const Index last = noun.last - 1, next = words.after(last);
  if (next != noun.last || words[last].possessive) return false;
  const bool opens = noun.size() == 1 && words.starts_sentence(last) && words[last].shape == Shape::capitalised;
  if (words[last].shape != Shape::lower && !opens) return false; // "MILITARY aid arrived", but not "the Navy ships"
  if (words[next].shape != Shape::lower ||
      words.is(next, word_class::function | word_class::verb | word_class::speech | word_class::title))
    return false;
  if (const language::Token* token = words.token(last)) {
    const bool attribute = token->dep == "compound" || token->dep == "amod" || token->dep == "nmod";
    return attribute && token->head > words[last].token;
  }
  return !words[next].text.ends_with("ed") && !words[next].text.ends_with("ly");
}

bool phrase_holds(const Scene& scene, const Phrase& phrase, Index first) {
  const Range sentence = scene.words.sentence_of(first);
  if (first + phrase.words.size() > sentence.last) return false;
  for (std::size_t w = 0; w < phrase.words.size(); ++w)
    if (!scene.words.lower_is(first + static_cast<Index>(w), phrase.words[w])) return false;
  return true;
}

// "National Intelligence Service of Greece": the body of that country which the pack has under the words before "of".
pack::ConceptId named_body_of_country(const Scene& scene, Range name) {
  std::vector<pack::Match> bodies, countries;
  scene.pack.match_at(scene.words.verbatim(), name.first, bodies);
  for (const pack::Match& body : bodies) {
    if (body.last + 1 >= name.last || !scene.words.lower_is(body.last, "of")) continue;
    const Index owner = scene.words.lower_is(body.last + 1, "the") ? body.last + 2 : body.last + 1;
    countries.clear();
    scene.pack.match_at(scene.words.verbatim(), owner, countries);
    for (const pack::Match& country : countries)
      for (const pack::Alias& alias : body.readings)
        if (country.last == name.last && scene.pack.entry(alias.entry).kind == EntityKind::org &&
            scene.pack.entry(alias.entry).country == country.readings.front().entry)
          return alias.entry;
  }
  return pack::no_concept;
}

void link_bodies(Scene& scene) { Bodies(scene).run(); }

void link_names(Scene& scene) {
  for (const NameSpan& name : scene.names) {
    if (name.kind == EntityKind::person || !scene.draft.free(name.words)) continue;
    if (!name.strong && scene.words.headline(name.words.first)) continue;
    const std::string_view type = name.kind == EntityKind::org        ? "Organisation"
                                  : name.kind == EntityKind::munition ? "Munition"
                                                                      : "Place";
    if (name.kind == EntityKind::org)
      if (const auto body = named_body_of_country(scene, name.words); body != pack::no_concept) {
        scene.draft.mention(scene.draft.linked(body), name.words, MentionKind::name);
        mention_inner_countries(scene, name.words, scene.pack.entry(body).country);
        continue;
      }
    const EntityIndex entity = scene.draft.unlinked(name.kind, scene.words.text(name.words), type);
    if (name.country != pack::no_concept) scene.draft.entity(entity).country = name.country;
    if (name.kind == EntityKind::munition) scene.draft.entity(entity).category = scene.vocabulary.ship_category();
    scene.draft.mention(entity, name.words, MentionKind::name);
    if (name.kind == EntityKind::org) mention_inner_countries(scene, name.words, pack::no_concept);
  }
}

} // namespace stemma::link
