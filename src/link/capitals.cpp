// Does the name of a capital stand for a place, or for the government that sits there?

#include "link/scene.hpp"

namespace stemma::link {

namespace {

class PlaceTest {
public:
  PlaceTest(const Scene& scene, Range range) : scene_(scene), words_(scene.words), range_(range) {}

  bool holds() const { return in_dateline() || followed_by_area() || before_says_place() || in_row_of_places(); }

private:
  bool in_dateline() const {
    if (scene_.text.header.dateline_clean.contains(words_.bytes(range_))) return true;
    const Index next = range_.last; // "SEOUL, Nov. 1 (…) --": in capitals at the start of a full sentence
    if (!words_.starts_sentence(range_.first) || words_[range_.first].shape != Shape::capitals ||
        words_.headline(range_.first))
      return false;
    return next < words_.size() &&
           (words_[next].text == "," || words_[next].text == "(" || words_[next].text.starts_with('-'));
  }

  // "Kyiv region", "Moscow-based", "Seoul, South Korea"
  bool followed_by_area() const {
    const Index next = words_.after(range_.last - 1);
    if (next == none) return false;
    if (words_.is(next, word_class::area) || words_.is(next, word_class::place_head)) return true;
    const Index second = words_.after(next);
    if (second == none) return false;
    if (words_[next].text == "-" && words_[next].glued) return words_.lower_is(second, "based");
    return words_[next].text == "," && is_own_country(second);
  }

  bool is_own_country(Index word) const {
    const pack::ConceptId country = scene_.country_at(word);
    return country != pack::no_concept && country == scene_.country_at(range_.first);
  }

  bool before_says_place() const {
    Index before = words_.before(range_.first);
    if (before != none && words_.lower_is(before, "the")) before = words_.before(before); // "at the White House"
    if (before == none) return false;
    if (words_[before].text == ",") { // "the capital, Kyiv"
      const Index second = words_.before(before);
      return second != none && (words_.is(second, word_class::area) || words_.lower_is(second, "capital"));
    }
    if (words_.is(before, word_class::area) || words_.lower_is(before, "capital")) return true;
    if (words_.is(before, word_class::locative) && !words_.lower_is(before, "through")) return true;
    if (words_.is(before, word_class::motion) || words_.is(before, word_class::compass)) return true;
    if (words_.lower_is(before, "of")) return of_a_place(before);
    return words_.is(before, word_class::towards) && after_motion(before);
  }

  // "north of Kyiv", "the outskirts of Kyiv", "the mayor of Kyiv"
  bool of_a_place(Index of) const {
    const Index noun = words_.before(of);
    return noun != none && words_.is(noun, word_class::area | word_class::compass);
  }

  // "a visit to Moscow", "50 km from Kyiv", but "arms shipments from Pyongyang to Moscow"
  bool after_motion(Index preposition) const {
    Index at = words_.before(preposition);
    for (int steps = 0; at != none && steps < 6; ++steps, at = words_.before(at)) {
      if (words_.is(at, word_class::motion)) return true;
      if (steps == 0 && (words_.is(at, word_class::compass) || words_.lower_is(at, "away"))) return true;
      if (steps == 1 && words_[at].shape == Shape::number && words_.lower_is(preposition, "from")) return true;
    }
    return false;
  }

  // "in Kyiv and Moscow"
  bool in_row_of_places() const {
    const Index joint = words_.before(range_.first);
    if (joint == none || !(words_[joint].text == "," || words_.lower_is(joint, "and"))) return false;
    const Index next = words_.after(range_.last - 1);
    const bool listed = next != none && (words_[next].text == "," || words_.lower_is(next, "and"));
    if (words_[joint].text == "," && !listed) return false;
    const Index before = words_.before(joint);
    if (before == none || scene_.draft.owner(before) == none) return false;
    const DraftMention& mention = scene_.draft.mention_at(scene_.draft.owner(before));
    if (mention.entity == no_entity || scene_.draft.entity(mention.entity).kind != EntityKind::place) return false;
    return !is_state(mention) || words_.is(words_.before(mention.words.first), word_class::locative);
  }

  bool is_state(const DraftMention& mention) const { // "Texas and Washington disagree"
    const pack::ConceptId entry = scene_.draft.entity(mention.entity).entry;
    return entry != pack::no_concept && scene_.pack.entry(entry).place_kind == state_kind;
  }

  const Scene& scene_;
  const Words& words_;
  Range range_;
};

} // namespace

bool stands_as_place(const Scene& scene, Range range) { return PlaceTest(scene, range).holds(); }

} // namespace stemma::link
