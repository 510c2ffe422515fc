#include "extract/details.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::Kind;

// The token of [first, last) that hangs on a token outside.
TokenIndex head_of(const predicate::Tree& tree, TokenIndex first, TokenIndex last) {
  for (auto t = first; t < last; ++t)
    if (tree.is_root(t) || tree.head(t) < first || tree.head(t) >= last) return t;
  return first;
}

bool is_embedding(const Scene& scene, const predicate::Predication& p, bool pack::Embedding::* what) {
  const auto kind = p.kind == Kind::noun ? pack::WordKind::noun : pack::WordKind::verb;
  for (const auto i : scene.frames.embedded_by(kind, p.lemma))
    if (scene.frames.embeddings()[i].*what) return true;
  return false;
}

} // namespace

Details::Details(const Scene& scene, std::optional<Day> published) : scene_(scene), published_(published) {
  const auto dateline = scene.text.header.dateline_clean; // dates the document, not what it tells
  for (const auto& expression : find_times(scene.words))
    if (dateline.empty() || !dateline.overlaps(scene.analysis.tokens[expression.first].bytes))
      times_.push_back({expression, head_of(scene.tree, expression.first, expression.last)});
  for (auto& quantity : find_quantities(scene.words)) {
    const bool in_time = std::any_of(times_.begin(), times_.end(), [&](const PlacedTime& t) {
      return quantity.first < t.expression.last && t.expression.first < quantity.last;
    });
    if (!in_time) quantities_.push_back(std::move(quantity));
  }
}

void Details::complete(Draft& draft) const {
  draft.quantities = quantities_of(draft);
  draft.time = time_of(draft);
}

// An expression dates what it hangs on, and every nominal on the way up to the first verb: "began deliveries in May".
bool Details::dates(const PlacedTime& time, const Draft& draft) const {
  const auto& tree = scene_.tree;
  const auto target = scene_.predications.items[draft.predication].token;
  if (tree.sentence(time.head) != tree.sentence(target)) return false;
  auto t = time.head;
  std::optional<TokenIndex> verb;
  for (int depth = 0; depth < 30; ++depth) {
    if (t == target) return true;
    const auto at = scene_.predications.find_at(t);
    if (at && scene_.predications.items[*at].kind != Kind::noun && t != time.head) {
      verb = t;
      break;
    }
    if (tree.is_root(t)) break;
    t = tree.head(t);
  }
  if (!verb) return false;
  // The verb that was dated governs the event: its light verb, or any verb that does not report.
  const auto& p = scene_.predications.items[draft.predication];
  if (p.kind == Kind::verb && !p.infinitive) return false;
  const auto& governor = scene_.predications.items[*scene_.predications.find_at(*verb)];
  if (is_embedding(scene_, governor, &pack::Embedding::reports) && draft.status != "planned") return false;
  auto above = p.above;
  for (int depth = 0; above && depth < 6; ++depth) {
    if (scene_.predications.items[*above].token == *verb) return true;
    above = scene_.predications.items[*above].above;
  }
  return false;
}

// The only expression of time in a sentence that reports nothing in another's words dates what the sentence tells.
const Details::PlacedTime* Details::only_time_of_clause(const Draft& draft) const {
  const auto& tree = scene_.tree;
  const auto target = scene_.predications.items[draft.predication].token;
  const PlacedTime* only = nullptr;
  for (const auto& time : times_) {
    if (tree.sentence(time.head) != tree.sentence(target)) continue;
    if (only) return nullptr;
    only = &time;
  }
  if (!only) return nullptr;
  for (auto t = only->head;; t = tree.head(t)) {
    const auto at = scene_.predications.find_at(t);
    if (at && scene_.predications.items[*at].kind != Kind::noun) {
      if (is_embedding(scene_, scene_.predications.items[*at], &pack::Embedding::reports)) return nullptr;
      break;
    }
    if (tree.is_root(t)) break;
  }
  return only;
}

std::optional<DraftTime> Details::time_of(const Draft& draft) const {
  if (!published_) return std::nullopt;
  const bool ahead = draft.status == "planned" || draft.status == "wanted" || draft.status == "possible";
  TimeAnchor anchor;
  anchor.published = *published_;
  anchor.direction = ahead ? Direction::future : Direction::past;
  anchor.happened = !ahead;
  const auto target = scene_.predications.items[draft.predication].token;
  const PlacedTime* best = nullptr;
  for (const auto& time : times_) {
    if (!dates(time, draft)) continue;
    const auto distance = [&](const PlacedTime& t) { return t.head > target ? t.head - target : target - t.head; };
    if (!best || distance(time) < distance(*best)) best = &time;
  }
  if (!best) best = only_time_of_clause(draft);
  if (!best) return std::nullopt;
  // "announced on Friday that it will send": the announcement is behind.
  const auto verb = scene_.tree.head(best->head);
  if (ahead && verb != target && scene_.tree.tag(verb) == "VBD" &&
      best->expression.form == TimeExpression::Form::weekday)
    anchor.direction = Direction::past;
  const auto interval = resolve(best->expression, anchor);
  if (!interval || (!interval->start && !interval->end)) return std::nullopt;
  DraftTime out;
  out.first = best->expression.first;
  out.last = best->expression.last;
  if (interval->start) out.time.start = iso(*interval->start);
  if (interval->end) out.time.end = iso(*interval->end);
  out.time.text = scene_.text.source_text_of(scene_.source_span(out.first, out.last));
  return out;
}

// Quantities count what they stand before: the fillers of the event's things, or its own object.
std::vector<DraftQuantity> Details::quantities_of(const Draft& draft) const {
  std::vector<DraftQuantity> out;
  const auto& tree = scene_.tree;
  const auto& p = scene_.predications.items[draft.predication];
  std::vector<std::pair<TokenIndex, std::optional<EntityIndex>>> counted; // heads of phrases that may carry a number
  for (const auto& [role, role_fillers] : draft.roles) {
    if (role != "item" && role != "kind" && role != "target") continue;
    for (const auto& filler : role_fillers) {
      counted.emplace_back(filler.shown, filler.entity);
      counted.emplace_back(filler.token, filler.entity);
    }
  }
  for (const auto& argument : p.arguments)
    if (argument.position == predicate::Position::object && argument.carried == 0)
      counted.emplace_back(argument.token, std::nullopt);
  counted.emplace_back(p.token, std::nullopt);
  // "the strike killed three people": what its verb counts
  if (p.kind == Kind::noun && p.above && p.relation == predicate::Relation::argument)
    for (const auto& argument : scene_.predications.items[*p.above].arguments)
      if (argument.position == predicate::Position::object && argument.carried == 0)
        counted.emplace_back(argument.token, std::nullopt);
  for (const auto& quantity : quantities_) {
    if (tree.sentence(quantity.number) != tree.sentence(p.token)) continue;
    auto t = head_of(tree, quantity.number, quantity.last);
    std::optional<std::pair<TokenIndex, std::optional<EntityIndex>>> owner;
    for (int depth = 0; depth < 4 && !owner; ++depth) {
      for (const auto& candidate : counted)
        if (candidate.first == t && (t != p.token || depth > 0 || p.kind == Kind::noun)) {
          owner = candidate;
          break;
        }
      if (owner || tree.is_root(t)) break;
      const auto dep = tree.dep(t);
      const bool inside = dep == "nummod" || dep == "quantmod" || dep == "compound" || dep == "nmod" || dep == "amod" ||
                          dep == "pobj" || dep == "prep" || dep == "det" || dep == "npadvmod" || dep == "appos" ||
                          dep == "advmod";
      if (!inside) break;
      t = tree.head(t);
    }
    if (!owner) continue;
    // "155 mm shells", "F-16s": part of a name counts nothing.
    if (const auto* mention = scene_.mention(quantity.number); mention && mention->first < quantity.number) continue;
    out.push_back({quantity, owner->second, quantity.first, quantity.last});
  }
  return out;
}

} // namespace stemma::extract
