#include "audit/difference.hpp"
#include "audit/evidence.hpp"
#include "audit/match_events.hpp"
#include "rdf/vocabulary.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace stemma::audit {

namespace {

namespace stm = rdf::stm;
using rdf::TermNumber;

void add_change(const std::string& what, const std::string& before, const std::string& after,
                std::vector<Detail>& details) {
  if (before != after) details.push_back({what, before, after});
}

std::string joined(const std::set<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

// What can change about an event, by name, as words.
std::map<std::string, std::string> state_of(const Result& result, TermNumber event) {
  std::map<std::string, std::set<std::string>> values;
  for (const Result::Role& role : result.roles(event))
    values[result.label(role.property)].insert(result.label(role.value));
  for (const TermNumber quantity : result.quads().objects(event, stm::quantity))
    values["quantity"].insert(result.value_of(quantity, stm::asStated));
  std::map<std::string, std::string> state;
  for (const auto& [what, words] : values) state[what] = joined(words);
  state["status"] = result.label(result.quads().find_object(event, stm::status));
  state["said to have happened"] = result.is_fact(event) ? "yes" : "no";
  state["disputed"] = result.value_of(event, stm::disputed) == "true" ? "yes" : "no";
  state["from"] = result.value_of(event, rdf::sem::hasEarliestBeginTimeStamp);
  state["until"] = result.value_of(event, rdf::sem::hasLatestEndTimeStamp);
  state["reports"] = result.value_of(event, stm::documentCount);
  state["wires"] = result.value_of(event, stm::wireCount);
  state["origins"] = result.value_of(event, stm::originCount);
  state["denying origins"] = result.value_of(event, stm::denyingOriginCount);
  return state;
}

std::vector<Detail> details_of(std::map<std::string, std::string> before, std::map<std::string, std::string> after) {
  std::vector<Detail> details;
  for (const auto& [what, words] : after) before.try_emplace(what);
  for (const auto& [what, words] : before) add_change(what, words, after[what], details);
  return details;
}

class Comparing {
public:
  Comparing(const Result& before, const Result& after) : before_(before), after_(after) {}

  Difference run() {
    compare_makers();
    compare_documents();
    const MatchedEvents matched = match_events(before_, after_);
    for (const TermNumber event : matched.known)
      out_.known.push_back({{}, after_.value(event), after_.label(event), details_of({}, state_of(after_, event)), {}});
    for (const TermNumber event : matched.withdrawn) withdraw(event);
    compare_events(matched);
    compare_disagreements();
    for (std::vector<EventChange>* changes : {&out_.known, &out_.changed, &out_.withdrawn})
      std::ranges::sort(*changes, {},
                        [](const EventChange& change) { return std::tie(change.label, change.after, change.before); });
    std::ranges::sort(out_.contradicted, {}, [](const NewDisagreement& found) {
      return std::tie(found.label, found.later, found.earlier, found.matter);
    });
    return std::move(out_);
  }

private:
  void compare_makers() {
    const pipeline::Manifest &old_one = before_.manifest(), &new_one = after_.manifest();
    add_change("program", old_one.program, new_one.program, out_.made);
    add_change("domain pack", old_one.pack, new_one.pack, out_.made);
    add_change("language model", old_one.model, new_one.model, out_.made);
    add_change("ICU", old_one.icu, new_one.icu, out_.made);
    add_change("base", old_one.base, new_one.base, out_.made);
  }

  // By id: the same text of the same outlet and day.
  static std::map<std::string, std::string> documents_of(const Result& result) {
    std::map<std::string, std::string> paths;
    for (const rdf::QuadIndex::Row& row : result.quads().rows())
      if (result.value(row.predicate) == stm::sourcePath)
        paths[below_base(result, row.subject)] = result.value(row.object);
    return paths;
  }

  void compare_documents() {
    old_documents_ = documents_of(before_);
    new_documents_ = documents_of(after_);
    for (const auto& [id, path] : new_documents_)
      if (!old_documents_.contains(id)) out_.documents_added.push_back(path);
    for (const auto& [id, path] : old_documents_)
      if (!new_documents_.contains(id)) out_.documents_removed.push_back(path);
    std::ranges::sort(out_.documents_added);
    std::ranges::sort(out_.documents_removed);
  }

  void withdraw(TermNumber event) {
    bool any_left = false;
    for (const TermNumber report : before_.quads().objects(event, stm::report))
      for (const TermNumber claim : before_.quads().subjects(stm::asserts, report))
        any_left = any_left || new_documents_.contains(
                                   below_base(before_, before_.quads().find_object(claim, rdf::prov::wasDerivedFrom)));
    out_.withdrawn.push_back(
        {before_.value(event),
         {},
         before_.label(event),
         {},
         {any_left ? "its documents are there and are read otherwise" : "its documents are no longer there"}});
  }

  void compare_events(const MatchedEvents& matched) {
    std::map<TermNumber, std::vector<std::string>> notes; // by new event
    for (const auto& [old_event, event] : matched.joined)
      notes[event].push_back("joined with: " + before_.label(old_event));
    for (const auto& [event, old_event] : matched.before_of) {
      const std::vector<Detail> details = details_of(state_of(before_, old_event), state_of(after_, event));
      if (!details.empty() || notes.contains(event))
        out_.changed.push_back(
            {before_.value(old_event), after_.value(event), after_.label(event), details, notes[event]});
    }
    for (const auto& [old_event, event] : matched.split)
      out_.changed.push_back({before_.value(old_event),
                              after_.value(event),
                              after_.label(event),
                              {},
                              {"split from: " + before_.label(old_event)}});
  }

  struct Found {
    TermNumber disagreement, later, earlier;
  };

  // A claim by what it says and who speaks: its own id hangs on the base through them.
  static std::string key_of(const Result& result, TermNumber claim) {
    std::string key = below_base(result, result.quads().find_object(claim, stm::asserts));
    for (const TermNumber hop : chain_of(result, claim))
      key += " " + below_base(result, result.quads().find_object(hop, rdf::prov::wasAttributedTo));
    return key;
  }

  static std::map<std::string, Found> disagreements_of(const Result& result) {
    std::map<std::string, Found> found;
    for (const TermNumber subject : result.quads().subjects(rdf::rdf::type, result.quads().find(stm::Disagreement))) {
      const TermNumber later = result.quads().find_object(subject, stm::laterClaim);
      const TermNumber earlier = result.quads().find_object(subject, stm::earlierClaim);
      found[key_of(result, later) + "; " + key_of(result, earlier) + "; " +
            result.value_of(subject, stm::disagreesOn)] = {subject, later, earlier};
    }
    return found;
  }

  void compare_disagreements() {
    const auto known = disagreements_of(before_);
    for (const auto& [key, found] : disagreements_of(after_)) {
      if (known.contains(key)) continue;
      NewDisagreement out;
      const TermNumber report = after_.quads().find_object(found.later, stm::asserts);
      for (const TermNumber event : after_.quads().subjects(stm::report, report)) {
        out.event = after_.value(event);
        out.label = after_.label(event);
      }
      out.later = after_.value(found.later);
      out.earlier = after_.value(found.earlier);
      out.later_label = claim_label(found.later);
      out.earlier_label = claim_label(found.earlier);
      out.matter = after_.label(after_.quads().find_object(found.disagreement, stm::disagreesOn));
      out.supersedes = after_.quads().contains(found.later, stm::supersedes, found.earlier);
      out_.contradicted.push_back(std::move(out));
    }
  }

  // "Yoo Sang-bum: … (01-wire.txt, 2023-11-01)"
  std::string claim_label(TermNumber claim) const {
    const TermNumber document = after_.quads().find_object(claim, rdf::prov::wasDerivedFrom);
    const std::string& day = after_.value_of(claim, rdf::schema::datePublished);
    return after_.label(claim) + " (" + after_.value_of(document, stm::sourcePath) + (day.empty() ? "" : ", " + day) +
           ")";
  }

  const Result &before_, &after_;
  std::map<std::string, std::string> old_documents_, new_documents_; // id → path
  Difference out_;
};

} // namespace

Difference compare(const Result& before, const Result& after) { return Comparing(before, after).run(); }

} // namespace stemma::audit
