#pragma once
// When two reports may speak of one event. Nothing here is transitive: a report joins a cluster only if it is
// compatible with every member, for which the cluster keeps what all members have in common.

#include "fuse/corpus.hpp"

#include <set>
#include <unordered_map>
#include <vector>

namespace stemma::fuse {

// How entities hang together, with those that are the same under one number.
class Relations {
public:
  Relations(const Corpus& corpus, const std::vector<EntityNumber>& group);

  EntityNumber group(EntityNumber entity) const { return group_[entity]; }
  // The state that an agency, an office-holder or a place stands for; else the entity itself.
  EntityNumber state_of(EntityNumber entity) const { return state_[entity]; }
  // The same, or one stands for the other: a state and its agency, a country and a town in it.
  bool related(EntityNumber a, EntityNumber b) const;
  // The same thing, or one is a kind of the other.
  bool same_kind_of_thing(EntityNumber a, EntityNumber b) const;

private:
  void add_broader(const Corpus& corpus, EntityNumber entity);
  bool words_within(EntityNumber a, EntityNumber b) const;

  std::vector<EntityNumber> group_, state_;
  std::unordered_map<EntityNumber, std::set<EntityNumber>> broader_; // of munitions: all above
  std::unordered_map<EntityNumber, std::set<std::string>> words_;    // of munitions: of their names
};

// That no number is within the bounds of both, whatever they count.
bool exclude(const EventQuantity& a, const EventQuantity& b);

// Goes on, nobody says since when or until when.
bool is_open(const Report& report);

// What the members of a cluster have in common.
class SharedTraits {
public:
  SharedTraits(const Corpus& corpus, const Relations& relations, const std::vector<DocumentNumber>& lineages)
      : corpus_(&corpus), relations_(&relations), lineages_(&lineages) {}

  bool admits(const Report& report) const;
  void add(const Report& report);

  // The days on which the event can have been, as far as a report says.
  static Day earliest(const Report& report, const NotedDocument& document);
  static Day latest(const Report& report, const NotedDocument& document);

private:
  struct Counted {
    EventQuantity quantity;
    EntityNumber of;
    DocumentNumber document;
    Day published;
    Actors bodies; // on whose word
  };
  struct Telling {
    DocumentNumber document;
    bool headline, happened;
  };
  static bool comes_before(const Telling& telling, DocumentNumber document) { return telling.document < document; }
  // The groups on one side, of which every member so far has one.
  struct Side {
    bool filled = false;
    Actors common;
  };

  bool tells(DocumentNumber document) const; // a report of it is a member
  bool admits_document(const Report& report) const;
  bool admits_side(const Side& side, const Actors& actors, bool all) const;
  void narrow(Side& side, const Actors& actors) const;
  bool admits_things(const Report& report) const;
  bool admits_places(const Report& report) const;
  bool admits_time(const Report& report) const;
  bool admits_status(const Report& report) const;
  bool admits_quantities(const Report& report) const;
  bool same_measure(const EventQuantity& a, EntityNumber of_a, const Counted& b) const;
  bool may_differ(const EventQuantity& quantity, const Report& report, const Counted& counted) const;
  bool on_same_word(const Report& report, const Counted& counted) const;
  Actors bodies(const Report& report) const;
  const NotedDocument& document(const Report& report) const { return corpus_->documents()[report.document]; }

  const Corpus* corpus_;
  const Relations* relations_;
  const std::vector<DocumentNumber>* lineages_;
  std::string type_;
  Side first_, second_;
  std::vector<Actors> items_, places_;                            // different ones, each once
  std::vector<std::pair<DocumentNumber, std::string>> documents_; // with what their report is about; sorted
  std::vector<Telling> tellings_;                                 // of documents with one report here; sorted
  Day from_ = day_before_all, to_ = day_after_all;                // of all members but the open ones
  Day open_first_ = day_after_all, open_last_ = day_before_all;   // publication of those that go on and have no date
  bool dated_ = false;                                            // a member that is not open
  Day happened_by_ = day_after_all;  // publication of the first member that says it happened
  Day ahead_until_ = day_before_all; // publication of the last member that says it is ahead
  std::vector<Counted> quantities_;
};

} // namespace stemma::fuse
