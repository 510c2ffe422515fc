#include "extract/calls_to_stop.hpp"

#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::Kind;
using predicate::PredicationIndex;

class Calls {
public:
  Calls(const Scene& scene, std::vector<Draft>& drafts) : scene_(scene), drafts_(drafts) {}

  void run() {
    const auto& frames = scene_.frames.all();
    for (std::uint32_t f = 0; f < frames.size(); ++f) {
      if (frames[f].bars.empty()) continue;
      for (std::size_t i = 0; i < drafts_.size(); ++i)
        if (frames[drafts_[i].frame].event == frames[f].bars) add(f, i);
    }
  }

private:
  void add(std::uint32_t frame, std::size_t i) {
    const auto stop = stopped_by(drafts_[i].predication);
    if (!stop) return;
    Draft call;
    call.frame = frame;
    call.predication = *stop;
    call.told = {*stop};
    call.in_title = drafts_[i].in_title;
    const auto* barred = scene_.frames.find_kind(scene_.frames.all()[drafts_[i].frame].event);
    const auto* ban = scene_.frames.find_kind(scene_.frames.all()[frame].event);
    if (!barred || !ban || status_of(scene_, call) != "wanted" || is_told(*ban, *stop) || !is_called_for(*stop)) return;
    take(drafts_[i], barred->first, call, ban->first);
    take(drafts_[i], barred->second, call, ban->second);
    if (call.roles.count(ban->second) == 0) return;
    drop_reproaches(*stop);
    drafts_.push_back(std::move(call));
  }

  // What puts an end to what the predication tells: "stop SELLING tanks", "an end to the SALES".
  std::optional<PredicationIndex> stopped_by(PredicationIndex p) const {
    for (int depth = 0; depth < 3; ++depth) {
      const auto& inner = scene_.predications.items[p];
      if (!inner.above || inner.relation == predicate::Relation::relative) return std::nullopt;
      p = *inner.above;
      const auto& governor = scene_.predications.items[p];
      if (scene_.frames.in_class("ceasing", governor.lemma)) return p;
      if (governor.kind != Kind::noun) return std::nullopt; // "stop granting licences for the SALES" is one of nouns
    }
    return std::nullopt;
  }

  // "urged them to stop", "calls for an end", "must stop", and not "sent bombs in a bid to stop them".
  bool is_called_for(PredicationIndex stop) const {
    const auto* p = &scene_.predications.items[stop];
    for (int depth = 0; depth < 3; ++depth) {
      if (predicate::one_of(p->modal, {"must", "should", "ought"})) return true;
      if (!p->above) return false;
      p = &scene_.predications.items[*p->above];
      if (scene_.frames.in_class("asking", p->lemma)) return true;
    }
    return false;
  }

  // Another draft tells of the ban already, by the same words or by those above them.
  bool is_told(const pack::EventKind& ban, PredicationIndex stop) const {
    const auto above = scene_.predications.items[stop].above;
    return std::any_of(drafts_.begin(), drafts_.end(), [&](const Draft& draft) {
      if (scene_.frames.all()[draft.frame].event != ban.event) return false;
      return draft.predication == stop || draft.predication == above;
    });
  }

  // "urged Berlin to stop selling tanks to Chad": what is wanted is the ban.
  void drop_reproaches(PredicationIndex stop) {
    std::erase_if(drafts_, [&](const Draft& draft) {
      const auto* kind = scene_.frames.find_kind(scene_.frames.all()[draft.frame].event);
      return draft.predication == stop && kind && kind->speaks;
    });
  }

  static void take(const Draft& from, const std::string& role, Draft& to, const std::string& as) {
    const auto found = from.roles.find(role);
    if (found != from.roles.end() && !role.empty()) to.roles[as] = found->second;
  }

  const Scene& scene_;
  std::vector<Draft>& drafts_;
};

} // namespace

void add_calls_to_stop(const Scene& scene, std::vector<Draft>& drafts) { Calls(scene, drafts).run(); }

} // namespace stemma::extract
