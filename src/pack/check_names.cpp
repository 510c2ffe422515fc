#include "pack/findings.hpp"
#include "pack/lexicon_reader.hpp"
#include "pack/trie_builder.hpp"
#include "rdf/vocabulary.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace stemma::pack {
namespace {

struct Owner {
  ConceptId id = no_concept;
  const Name* name = nullptr;
};

class NameCheck {
public:
  NameCheck(const CheckedPack& pack, const Lexicon& lexicon, Findings& findings)
      : pack_(pack), lexicon_(lexicon), findings_(findings) {}

  void run() {
    read_declared();
    for (std::size_t i = 0; i < lexicon_.entries.size(); ++i)
      for (const Name& name : lexicon_.entries[i].names)
        owners_[trie_key(name.text)].push_back({static_cast<ConceptId>(i), &name});
    for (const auto& [key, owners] : owners_)
      if (!declared_.contains(key)) check_key(owners);
    check_identity();
  }

private:
  void read_declared() {
    const std::string ambiguous = std::string(rdf::stm::base) + "AmbiguousName";
    for (const auto& [iri, subject] : pack_.subjects)
      if (subject.first(Property::type) == ambiguous)
        for (const std::string& name : subject.all(Property::pref_label)) declared_.insert(trie_key(name));
  }

  const Concept& meaning(const Owner& owner) const { return lexicon_.entries[owner.id].meaning; }

  void check_key(const std::vector<Owner>& owners) {
    for (std::size_t i = 0; i < owners.size(); ++i)
      for (std::size_t k = i + 1; k < owners.size(); ++k)
        if (owners[i].id != owners[k].id && can_meet(*owners[i].name, *owners[k].name) &&
            !belong_together(owners[i], owners[k])) {
          const Concept& a = meaning(owners[i]);
          const Concept& b = meaning(owners[k]);
          findings_.add("pack.ambiguous",
                        "\"" + owners[k].name->text + "\" names " + short_iri(a.iri) + " and " + short_iri(b.iri) +
                            "; declare it as stm:AmbiguousName",
                        pack_.store.place_of(rdf::iri_view(b.iri)));
          return;
        }
  }

  // Two names of exact case meet only where they are the same characters.
  static bool can_meet(const Name& a, const Name& b) { return !(a.exact_case && b.exact_case) || a.text == b.text; }

  // The city and the government in it bear one name by nature; so do a seat and its building.
  bool belong_together(const Owner& a, const Owner& b) const {
    const auto stands_for = [&](const Owner& owner, const Owner& place) {
      const bool seat = owner.name->kind == AliasKind::capital || owner.name->kind == AliasKind::seat;
      return seat && meaning(place).kind == EntityKind::place;
    };
    return stands_for(a, b) || stands_for(b, a);
  }

  // Two concepts of one kind with the same code or the same Wikidata item are one thing.
  void check_identity() {
    std::map<std::string, const Concept*> known;
    for (const Entry& entry : lexicon_.entries) {
      const Concept& c = entry.meaning;
      std::vector<std::string> marks;
      if (!c.code.empty()) marks.push_back("the code " + c.code);
      for (const std::string& same : c.same_as) marks.push_back(same);
      for (const std::string& mark : marks) {
        const auto [other, fresh] = known.try_emplace(mark + " " + std::to_string(static_cast<int>(c.kind)), &c);
        if (!fresh)
          findings_.add("pack.duplicate",
                        short_iri(c.iri) + " and " + short_iri(other->second->iri) + " both are " + mark,
                        pack_.store.place_of(rdf::iri_view(c.iri)));
      }
    }
  }

  const CheckedPack& pack_;
  const Lexicon& lexicon_;
  Findings& findings_;
  std::set<std::string> declared_;
  std::map<std::string, std::vector<Owner>> owners_;
};

} // namespace

void check_names(const CheckedPack& pack, Findings& findings) {
  const Lexicon lexicon = read_lexicon(pack.subjects, "en", text::region_names("en"));
  NameCheck(pack, lexicon, findings).run();
}

} // namespace stemma::pack
