#include "extract/document_voice.hpp"

#include "extract/find_speaker.hpp"
#include "extract/quotations.hpp"
#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::one_of;

class TitleSearch {
public:
  explicit TitleSearch(Scene& scene) : scene_(scene) {
    while (first_ < scene.tree.size() && !scene.in_title[first_]) ++first_;
    last_ = first_;
    while (last_ < scene.tree.size() && scene.in_title[last_] && (last_ == first_ || !starts_line(scene, last_)))
      ++last_;
  }

  std::vector<Speaker> run() {
    for (auto t = first_; t < last_; ++t) {
      if (!scene_.frames.in_class("address-word", scene_.words[t])) continue;
      if (auto owners = possessors(t); !owners.empty()) return owners;
      for (auto by = t + 1; by < last_; ++by)
        if (one_of(scene_.words[by], {"by", "from"})) return named_after(by);
      return is_joint(t) ? speaking_together() : std::vector<Speaker>{};
    }
    return {};
  }

private:
  // "President X's Remarks on …"
  std::vector<Speaker> possessors(TokenIndex word) {
    std::vector<Speaker> out;
    if (word >= first_ + 2 && one_of(scene_.words[word - 1], {"'s", "'"}))
      if (const auto* mention = scene_.mention(word - 2)) add(*mention, out);
    return out;
  }

  // "Joint Leaders' Statement on …"
  bool is_joint(TokenIndex word) const {
    for (auto t = first_; t < word; ++t)
      if (scene_.words[t] == "joint") return true;
    return false;
  }

  // The states that the first sentence below the title names before its verb, if the text goes on to speak as "we".
  std::vector<Speaker> speaking_together() const {
    std::vector<Speaker> out;
    const auto& tree = scene_.tree;
    auto start = last_;
    while (start < tree.size() && scene_.in_title[start]) ++start;
    if (start == tree.size()) return out;
    bool as_we = false;
    for (auto t = start; t < tree.size() && !as_we; ++t) as_we = scene_.words[t] == "we" && tree.dep(t) == "nsubj";
    if (!as_we) return out;
    auto verb = start;
    while (verb < tree.size() && !tree.is_root(verb)) ++verb;
    for (const auto& mention : scene_.mentions)
      if (mention.first >= start && mention.head < verb && scene_.entities[mention.entity].kind == EntityKind::country)
        add(mention, out);
    return out.size() < 2 ? std::vector<Speaker>{} : out;
  }

  void add(const PlacedMention& mention, std::vector<Speaker>& out) const {
    const auto known = std::any_of(out.begin(), out.end(), [&](const auto& s) { return s.entity == mention.entity; });
    if (!known) out.push_back({mention.entity, mention.head, mention.first, mention.last});
  }

  // The persons between "by" and what the address is about; without a person the body, without one whoever it is.
  std::vector<Speaker> named_after(TokenIndex by) {
    auto end = by + 1;
    while (end < last_ && !one_of(scene_.words[end], {"on", "regarding", "about", "at", "concerning", "following",
                                                      "after", "ahead", "to", "in"}))
      ++end;
    for (const auto wanted : {EntityKind::person, EntityKind::org, EntityKind::country}) {
      std::vector<Speaker> out;
      for (const auto& mention : scene_.mentions)
        if (mention.first > by && mention.last <= end && scene_.entities[mention.entity].kind == wanted)
          add(mention, out);
      if (!out.empty()) return out;
    }
    for (auto t = by + 1; t < end; ++t)
      if (scene_.frames.in_class("unnamed-speaker", scene_.words[t])) return find_speakers(scene_, t);
    return {};
  }

  Scene& scene_;
  TokenIndex first_ = 0, last_ = 0;
};

// The colon that ends a label of one to six words at the start of a line, if there is one.
std::optional<TokenIndex> label_end(const Scene& scene, TokenIndex start) {
  for (auto t = start; t < scene.tree.size() && t < start + 7; ++t) {
    if (t > start && starts_line(scene, t)) return std::nullopt;
    if (scene.words[t] == ":") return t > start ? std::optional(t) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<Speaker> named_in(const Scene& scene, TokenIndex first, TokenIndex last) {
  for (const auto& mention : scene.mentions)
    if (mention.first >= first && mention.last <= last && scene.entities[mention.entity].kind == EntityKind::person)
      return Speaker{mention.entity, mention.head, mention.first, mention.last};
  return std::nullopt;
}

} // namespace

std::vector<Speaker> document_voice(Scene& scene) { return TitleSearch(scene).run(); }

std::vector<Turn> find_turns(Scene& scene) {
  std::vector<Turn> out;
  std::size_t named = 0;
  for (TokenIndex t = 0; t < scene.tree.size(); ++t) {
    if (!starts_line(scene, t) || scene.in_title[t]) continue;
    const auto colon = label_end(scene, t);
    if (!colon) continue;
    auto speaker = named_in(scene, t, *colon);
    if (!speaker && !one_of(scene.words[t], {"q", "question", "reporter", "interviewer"})) continue;
    if (!out.empty()) out.back().last = t;
    named += speaker.has_value();
    out.push_back({*colon + 1, scene.tree.size(), speaker});
  }
  if (named < 2) out.clear(); // a label or two: captions, lists
  return out;
}

} // namespace stemma::extract
