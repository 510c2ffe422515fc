#include "pack/findings.hpp"

#include <algorithm>
#include <set>

namespace stemma::pack {
namespace {

class CycleSearch {
public:
  CycleSearch(const CheckedPack& pack, Property property, Findings& findings)
      : pack_(pack), property_(property), findings_(findings) {}

  void run() {
    for (const auto& [iri, subject] : pack_.subjects) visit(iri);
  }

private:
  void visit(const std::string& iri) {
    if (done_.contains(iri)) return;
    const auto again = std::find(path_.begin(), path_.end(), iri);
    if (again != path_.end()) {
      report(again);
      return;
    }
    const auto subject = pack_.subjects.find(iri);
    if (subject == pack_.subjects.end() || path_.size() > 1000) return;
    path_.push_back(iri);
    for (const std::string& above : subject->second.all(property_)) visit(above);
    path_.pop_back();
    done_.insert(iri);
  }

  void report(std::vector<std::string>::const_iterator start) {
    std::string way;
    for (auto step = start; step != path_.end(); ++step) way += short_iri(*step) + " > ";
    findings_.add("pack.hierarchy", "a cycle: " + way + short_iri(*start), pack_.store.place_of(rdf::iri_view(*start)));
  }

  const CheckedPack& pack_;
  Property property_;
  Findings& findings_;
  std::vector<std::string> path_;
  std::set<std::string> done_;
};

} // namespace

void check_hierarchy(const CheckedPack& pack, Findings& findings) {
  CycleSearch(pack, Property::broader, findings).run();
  CycleSearch(pack, Property::sub_class_of, findings).run();
  CycleSearch(pack, Property::sub_property_of, findings).run();
}

} // namespace stemma::pack
