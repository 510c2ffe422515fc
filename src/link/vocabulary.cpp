#include "link/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>

namespace stemma::link {

namespace {

struct ClassWords {
  Classes classes;
  std::string_view words; // parted by blanks
};

// Closed classes of English and the verbs that show an actor; no word here belongs to a domain.
constexpr std::array class_words = {
    ClassWords{
        word_class::function | word_class::determiner,
        "the a an this that these those its their our every each some any no both all another several many most few"},
    ClassWords{word_class::function | word_class::determiner | word_class::possessor, "my your his her"},
    ClassWords{
        word_class::function,
        "and or but nor yet so if then than as because while although though when where who whom whose which what why "
        "how after before since until during about against between among with without within under over by for of on "
        "at in to from into onto up down out off through across near towards toward per via despite unlike like "
        "however meanwhile moreover also still just only even now here there not never ever i we you he she it they "
        "them us him me myself itself themselves one two three four five six seven eight nine ten more less much other "
        "such same own very too again once is are was were be been being am has have had having do does did done will "
        "would can could may might must shall should let says said according asked speaking earlier later today "
        "yesterday tomorrow recently following given including amid instead perhaps maybe yes thus hence "
        "nearly almost around ahead along behind beyond part read watch see get file photo update breaking live"},
    ClassWords{
        word_class::locative,
        "in near at outside inside around across throughout within above over via through off beyond surrounding "
        "central downtown occupied"},
    ClassWords{word_class::towards, "to from into towards toward onto through"},
    ClassWords{word_class::joiner, "of for and on the to in & de del des du la le against"},
    ClassWords{
        word_class::speech,
        "said says say told tells announced announces added adds warned warns claimed claims confirmed confirms stated "
        "states denied denies accused accuses argued argues urged urges reported reports explained explains insisted "
        "insists wrote writes posted vowed vows pledged pledges condemned condemns called calls noted notes declared "
        "declares suggested suggests acknowledged acknowledges admitted admits tweeted replied believes thinks"},
    ClassWords{
        word_class::verb,
        "has have had is are was were will would can could may might must should does did do says said plans planned "
        "wants wanted hopes hoped needs needed gave gives sent sends agreed agrees refused refuses rejected rejects "
        "accused accuses denied denies vowed vows warned warns launched launches fired fires deployed deploys supplied "
        "supplies provided provides offered offers sought seeks received receives bought buys sold sells signed signs "
        "imposed imposes responded responds claims claimed insists insisted condemned condemns welcomed welcomes "
        "approved approves announced announces confirmed confirms began begins started starts continues continued "
        "kept keeps makes made took takes considers sees saw views remains became called calls urged urges believes "
        "lost sent hit shot fell held struck fought won broke brought caught came cut drove found got grew knew led "
        "left let met paid "
        "put ran rose set spoke stood thought told understood went wrote "
        "also never not already still recently now repeatedly reportedly"},
    ClassWords{
        word_class::month | word_class::function,
        "january february march april may june july august september october november december jan feb mar apr jun jul "
        "aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat "
        "sun"},
    ClassWords{
        word_class::particle,
        "al el bin ibn bint van von der den de del della di da dos du la le ter ten abu ben ul ur ud az as ash ad"},
    ClassWords{word_class::suffix, "jr sr ii iii iv"},
    ClassWords{word_class::participle, "led based run born built made era style class type wide held"},
    ClassWords{
        word_class::thing,
        "summit strategy framework act plan plans treaty agreement accord accords pact protocol memorandum doctrine "
        "charter "
        "statement declaration communique resolution convention constitution amendment law bill policy exercise "
        "exercises "
        "operation operations mission war wars day week year award awards cup games prize series show film book report "
        "sales sale transfer transfers affairs allies partners ministers officials leaders nations states countries "
        "rights "
        "interest cooperation understanding integration security tactics system systems capability capabilities "
        "architecture standard standards initiative process talks forum ministerial review article section newsletter "
        "history studies policing parks"},
    ClassWords{
        word_class::motion,
        "visit visits visited visiting travel travels traveled travelled traveling travelling trip trips flew fly "
        "flies "
        "flying flight flights arrived arrives arriving arrive arrival return returned returns returning returnee went "
        "go goes going came come comes coming drive drove driving journey tour marched march advance advanced "
        "advancing fled flee fleeing moved move moves moving relocated headed heading heads left leave leaving "
        "invited withdrew withdraw withdrawal withdrawn retreat retreated evacuated evacuate"},
    ClassWords{
        word_class::compass,
        "north south east west northern southern eastern western central northeast northwest southeast southwest "
        "northeastern northwestern southeastern southwestern north-east north-west south-east south-west upper lower"},
};

constexpr std::string_view latin1_base = "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo/ouuuuyty";
constexpr std::string_view latin_a_base = "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiijjjjkkkllllllllllnnnnnnnnn"
                                          "oooooooorrrrrrssssssssttttttuuuuuuuuuuuu"
                                          "wwyyyzzzzzzs";
static_assert(latin1_base.size() == 64 && latin_a_base.size() == 128);

// The base letter of a two-byte Latin letter with a mark; 0: none.
char base_letter(unsigned char lead, unsigned char trail) {
  const unsigned code = (lead & 0x1fu) << 6 | (trail & 0x3fu);
  if (code >= 0xc0 && code <= 0xff) return latin1_base[code - 0xc0];
  if (code >= 0x100 && code <= 0x17f) return latin_a_base[code - 0x100];
  return 0;
}

template <class Out>
bool fold_each(std::string_view text, Out out) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c < 0x80) {
      if (!out(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : static_cast<char>(c))) return false;
      continue;
    }
    const char base =
        (c & 0xe0) == 0xc0 && i + 1 < text.size() ? base_letter(c, static_cast<unsigned char>(text[i + 1])) : char{0};
    if (base) ++i;
    if (!out(base ? base : static_cast<char>(c))) return false;
  }
  return true;
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) out.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

Classes classes_of_cue(pack::CueKind kind) {
  switch (kind) {
  case pack::CueKind::title: return word_class::title;
  case pack::CueKind::head: return word_class::head;
  case pack::CueKind::body: return word_class::body;
  case pack::CueKind::description: return word_class::description;
  case pack::CueKind::place_head: return word_class::place_head;
  case pack::CueKind::area: return word_class::area;
  case pack::CueKind::ship: return word_class::ship;
  case pack::CueKind::government: return word_class::government;
  case pack::CueKind::bodily: return word_class::bodily;
  case pack::CueKind::concern: // asked for seldom: no bit of every word is spent on these
  case pack::CueKind::state_office:
  case pack::CueKind::state_group:
  case pack::CueKind::given_name:
  case pack::CueKind::family_name: return 0;
  }
  return 0;
}

void add_phrase(std::vector<Phrase>& phrases, Phrase phrase) { // longest first
  phrases.push_back(std::move(phrase));
  std::stable_sort(phrases.begin(), phrases.end(),
                   [](const Phrase& a, const Phrase& b) { return a.words.size() > b.words.size(); });
}

std::string organisation_key(pack::ConceptId country, std::string_view org_class) {
  return std::to_string(country) + "/" + std::string(org_class);
}

} // namespace

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  fold_each(text, [&](char c) {
    out += c;
    return true;
  });
  return out;
}

std::string_view fold_into(std::string_view text, char* buffer, std::size_t size) {
  std::size_t used = 0;
  const bool fits = fold_each(text, [&](char c) {
    if (used == size) return false;
    buffer[used++] = c;
    return true;
  });
  return fits ? std::string_view(buffer, used) : std::string_view();
}

Vocabulary::Vocabulary(const pack::Pack& pack) {
  for (const ClassWords& entry : class_words)
    for (const std::string& word : split(entry.words)) add(word, entry.classes);
  for (const pack::Cue& cue : pack.cues()) add_cue(cue);
  const auto concepts = pack.concepts();
  for (std::size_t i = 0; i < concepts.size(); ++i) add_concept(concepts[i], static_cast<pack::ConceptId>(i));
  index_short_words();
  find_single_classes(pack);
  find_halves(pack);
}

void Vocabulary::index_short_words() {
  short_words_ = text::ShortWordTable(classes_.size());
  for (const auto& [word, classes] : classes_)
    if (const auto folded = text::fold_short(word)) short_words_.add(*folded, classes);
}

void Vocabulary::find_single_classes(const pack::Pack& pack) {
  struct Count {
    std::size_t bodies = 0;
    std::unordered_set<pack::ConceptId> countries;
  };
  std::unordered_map<std::string_view, Count> counts;
  std::map<std::string_view, std::map<std::string_view, std::size_t>> types;
  for (const pack::Concept& entry : pack.concepts()) {
    if (entry.kind != EntityKind::org || entry.country == pack::no_concept) continue;
    Count& count = counts[entry.org_class];
    ++count.bodies;
    count.countries.insert(entry.country);
    ++types[entry.org_class][entry.type];
  }
  for (const auto& [org_class, found] : types) {
    const auto most =
        std::max_element(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    types_.emplace(org_class, most->first);
  }
  for (const auto& [org_class, count] : counts)
    if (count.bodies * 4 <= count.countries.size() * 5) one_each_.insert(std::string(org_class));
}

void Vocabulary::find_halves(const pack::Pack& pack) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> opposite = {
      {{"North ", "South "}, {"South ", "North "}, {"East ", "West "}, {"West ", "East "}}};
  std::unordered_map<std::string_view, pack::ConceptId> by_label;
  const auto concepts = pack.concepts();
  for (std::size_t i = 0; i < concepts.size(); ++i)
    if (concepts[i].kind == EntityKind::country) by_label[concepts[i].label] = static_cast<pack::ConceptId>(i);
  for (const auto& [label, id] : by_label)
    for (const auto& [point, other] : opposite)
      if (label.starts_with(point) && by_label.contains(std::string(other) + std::string(label.substr(point.size()))))
        halves_.insert(id);
}

void Vocabulary::add(std::string_view word, Classes classes) { classes_[fold(word)] |= classes; }

void Vocabulary::add_cue(const pack::Cue& cue) {
  std::vector<std::string> words = split(cue.text);
  if (words.size() > 1 && words.front() == "the") words.erase(words.begin());
  if (words.empty()) return;
  if (cue.kind == pack::CueKind::ship) ship_category_ = cue.value;
  if (add_rare_cue(cue, words)) return;
  if (cue.kind != pack::CueKind::body && cue.kind != pack::CueKind::description) {
    // Of a title of several words ("prime minister") the last one stands beside the name.
    add(words.back(), classes_of_cue(cue.kind));
    return;
  }
  add(words.front(), classes_of_cue(cue.kind));
  add_phrase(phrases_[words.front()], {words, cue.value, cue.kind == pack::CueKind::description});
}

bool Vocabulary::add_rare_cue(const pack::Cue& cue, const std::vector<std::string>& words) {
  switch (cue.kind) {
  case pack::CueKind::concern: concerns_.insert(words.back()); return true;
  case pack::CueKind::given_name: given_names_.insert(words.back()); return true;
  case pack::CueKind::family_name: family_names_.insert(words.back()); return true;
  case pack::CueKind::state_office:
  case pack::CueKind::state_group:
    add_phrase(state_signs_[words.front()], {words, "", false, cue.kind == pack::CueKind::state_group});
    return true;
  default: return false;
  }
}

void Vocabulary::add_concept(const pack::Concept& entry, pack::ConceptId id) {
  if (entry.kind == EntityKind::org && entry.country != pack::no_concept && !entry.org_class.empty())
    organisations_[organisation_key(entry.country, entry.org_class)].push_back(id);
  if (entry.kind != EntityKind::person) return;
  const std::vector<std::string> words = split(entry.label);
  if (words.size() < 2) return;
  const bool family_first = !entry.family_name.empty() && entry.family_name == words.front();
  add(words.front(), family_first ? word_class::family_name : word_class::given_name);
  if (!family_first) add(words.back(), word_class::family_name);
}

Classes Vocabulary::classes_of(std::string_view word) const {
  if (const auto folded = text::fold_short(word)) return short_words_.find(*folded);
  char buffer[32];
  const std::string_view lower = fold_into(word, buffer, sizeof buffer);
  if (lower.empty()) return 0;
  const auto found = classes_.find(lower);
  return found == classes_.end() ? 0 : found->second;
}

const std::vector<Phrase>* Vocabulary::phrases_from(std::string_view lower) const {
  const auto found = phrases_.find(lower);
  return found == phrases_.end() ? nullptr : &found->second;
}

std::string_view Vocabulary::type_of_bodies(const std::string& org_class) const {
  const auto found = types_.find(org_class);
  return found == types_.end() ? std::string_view("Organisation") : std::string_view(found->second);
}

const std::vector<Phrase>* Vocabulary::state_signs_from(std::string_view lower) const {
  const auto found = state_signs_.find(lower);
  return found == state_signs_.end() ? nullptr : &found->second;
}

const std::vector<pack::ConceptId>* Vocabulary::organisations(pack::ConceptId country,
                                                              std::string_view org_class) const {
  const auto found = organisations_.find(organisation_key(country, org_class));
  return found == organisations_.end() ? nullptr : &found->second;
}

} // namespace stemma::link
