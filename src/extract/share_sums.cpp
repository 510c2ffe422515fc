#include "extract/share_sums.hpp"

#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::one_of;

// One sum, with what it comes to in other currencies: "€160m ($179m)".
struct Sum {
  std::vector<DraftQuantity> amounts;
  std::vector<Filler> takers;              // who stands behind it
  TokenIndex first = 0, last = 0, end = 0; // [first, last); what belongs to it ends at `end`
  bool is_part = false;                    // "including €60m", "plus another €60m": no more of the sum before
};

class Sums {
public:
  Sums(const Scene& scene, const Draft& draft)
      : scene_(scene), draft_(draft), frame_(scene.frames.all()[draft.frame]),
        kind_(scene.frames.find_kind(frame_.event)) {}

  // What is told besides the draft, which keeps what is left.
  std::vector<Draft> take_out(Draft& draft) const {
    if (!kind_ || !kind_->is_giving()) return {};
    auto sums = find_sums();
    if (sums.size() < 2) return {};
    for (auto& sum : sums) sum.takers = takers_in(sum.last, sum.end);
    if (go_to_others(sums)) return each_to_its_own(sums, draft);
    return parts_of_a_whole(sums, draft);
  }

private:
  std::vector<Sum> find_sums() const {
    std::vector<DraftQuantity> amounts;
    const auto sentence = scene_.predications.items[draft_.predication].sentence;
    for (const auto& q : draft_.quantities)
      if (is_money(q.quantity.unit) && scene_.tree.sentence(q.first) == sentence) amounts.push_back(q);
    std::sort(amounts.begin(), amounts.end(),
              [](const DraftQuantity& a, const DraftQuantity& b) { return a.first < b.first; });
    std::vector<Sum> out;
    for (auto& amount : amounts) {
      const auto first = amount.first, last = amount.last;
      if (!out.empty() && is_aside(out.back().last, first)) {
        out.back().last = last;
        out.back().amounts.push_back(std::move(amount));
        continue;
      }
      if (!out.empty()) out.back().end = first;
      out.emplace_back();
      out.back().first = first;
      out.back().last = out.back().end = last;
      out.back().is_part = out.size() > 1 && (is_included(first) || (amount.quantity.additional && is_added(first)) ||
                                              (out[out.size() - 2].is_part && is_joined(first)));
      out.back().amounts.push_back(std::move(amount));
    }
    if (!out.empty()) out.back().end = end_of_sentence(out.back().last);
    return out;
  }

  static bool is_money(std::string_view unit) {
    return unit.size() == 3 && std::all_of(unit.begin(), unit.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  // "€160m ($179m)"
  bool is_aside(TokenIndex last, TokenIndex first) const {
    return first >= last && first - last <= 2 && last < scene_.words.size() && one_of(scene_.words[last], {"(", "["});
  }

  // "including €60m", "the package includes €60m"
  bool is_included(TokenIndex first) const { return first > 0 && scene_.tree.lemma(first - 1) == "include"; }

  // "with another €60m to follow"
  bool is_added(TokenIndex first) const {
    return first > 0 && one_of(scene_.words[first - 1], {"with", "and", "plus"});
  }

  bool is_joined(TokenIndex first) const { return first > 0 && one_of(scene_.words[first - 1], {"and", ","}); }

  TokenIndex end_of_sentence(TokenIndex t) const {
    const auto sentence = scene_.tree.sentence(t - 1);
    while (t < scene_.tree.size() && scene_.tree.sentence(t) == sentence) ++t;
    return t;
  }

  // The first phrase that may be the side that takes it: "$26bn FOR PERU".
  std::vector<Filler> takers_in(TokenIndex first, TokenIndex end) const {
    for (const auto& fill : frame_.fills) {
      if (fill.role != kind_->second) continue;
      for (auto t = first; t < end; ++t) {
        if (!one_of(scene_.words[t], {"to", "for"})) continue;
        const auto object = scene_.tree.child(t, "pobj");
        if (object == scene_.tree.size() || object >= end) continue;
        auto out = fillers(scene_, object, fill.admits);
        std::erase_if(out, [&](const Filler& f) { return !f.entity || f.shown < first || f.shown >= end; });
        if (!out.empty()) return out;
        break; // "for shelters in Peru": what it is for
      }
    }
    return {};
  }

  static bool go_to_others(const std::vector<Sum>& sums) {
    for (auto sum = sums.begin(); sum != sums.end(); ++sum) {
      if (sum->takers.empty() || sum->is_part) return false;
      for (auto other = sums.begin(); other != sum; ++other)
        if (std::any_of(sum->takers.begin(), sum->takers.end(), [&](const Filler& f) {
              return std::find(other->takers.begin(), other->takers.end(), f) != other->takers.end();
            }))
          return false;
    }
    return true;
  }

  // "$61bn to Kyiv, $26bn to Peru and $8bn to Chad"
  std::vector<Draft> each_to_its_own(const std::vector<Sum>& sums, Draft& draft) const {
    std::vector<Draft> out;
    for (const auto& sum : sums) {
      auto part = with_sum(sum);
      part.roles[kind_->second] = sum.takers;
      out.push_back(std::move(part));
    }
    draft = std::move(out.front());
    out.erase(out.begin());
    return out;
  }

  // "€160m, including €60m for shelters and €100m for repairs", "$1bn in May, with another $1bn to follow"
  std::vector<Draft> parts_of_a_whole(const std::vector<Sum>& sums, Draft& draft) const {
    std::vector<Draft> out;
    for (const auto& sum : sums) {
      if (!sum.is_part) continue;
      std::erase_if(draft.quantities,
                    [&](const DraftQuantity& q) { return sum.first <= q.first && q.first < sum.last; });
      if (names_arms(sum)) continue; // they are another transfer's
      auto part = with_sum(sum);
      if (!sum.takers.empty()) part.roles[kind_->second] = sum.takers;
      out.push_back(std::move(part));
    }
    return out;
  }

  bool names_arms(const Sum& sum) const {
    return std::any_of(scene_.mentions.begin(), scene_.mentions.end(), [&](const PlacedMention& m) {
      return sum.last <= m.first && m.first < sum.end && scene_.entities[m.entity].kind == EntityKind::munition;
    });
  }

  Draft with_sum(const Sum& sum) const {
    auto out = draft_;
    out.quantities = sum.amounts;
    out.evidence = {{sum.first, sum.last}};
    const auto& amount = sum.amounts.front();
    const auto shown = amount.last - 1;
    const auto words = scene_.text.source_text_of(scene_.source_span(amount.first, amount.last));
    for (auto& [role, fillers] : out.roles)
      if (scene_.frames.holds_words(frame_.event, role)) fillers = {{{}, words, shown, shown}};
    return out;
  }

  const Scene& scene_;
  const Draft& draft_;
  const pack::Frame& frame_;
  const pack::EventKind* kind_; // nullptr: the pack says nothing of the type of event
};

} // namespace

void share_sums(const Scene& scene, std::vector<Draft>& drafts) {
  const auto known = drafts.size();
  for (std::size_t i = 0; i < known; ++i) {
    if (drafts[i].quantities.size() < 2) continue;
    const auto whole = drafts[i];
    auto parts = Sums(scene, whole).take_out(drafts[i]);
    std::move(parts.begin(), parts.end(), std::back_inserter(drafts));
  }
}

} // namespace stemma::extract
