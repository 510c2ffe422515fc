#include "predicate/words.hpp"

#include <algorithm>
#include <array>

namespace stemma::predicate {

namespace {

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

} // namespace

bool one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::string lower(std::string_view ascii) {
  std::string out(ascii);
  for (auto& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

bool is_relative_pronoun(const language::Token& token) {
  return token.tag == "WDT" || token.tag == "WP" || token.tag == "WP$" ||
         (token.lemma == "that" && (token.pos == "PRON" || token.dep == "dobj" || token.dep == "nsubj"));
}

std::string preposition_of(std::string_view lemma) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> participles = {
      {{"include", "including"},
       {"exclude", "excluding"},
       {"follow", "following"},
       {"accord", "according"},
       {"regard", "regarding"},
       {"concern", "concerning"},
       {"involve", "involving"}}};
  for (const auto& [base, participle] : participles)
    if (base == lemma) return std::string(participle);
  return std::string(lemma);
}

bool is_side(std::string_view lemma) {
  return one_of(lemma, {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest",
                        "north-east", "north-west", "south-east", "south-west"});
}

bool is_light_verb(std::string_view lemma) {
  static constexpr std::array<std::string_view, 55> list = {
      "fight",       "make",      "do",        "have",     "take",     "give",     "carry out", "conduct",
      "hold",        "launch",    "stage",     "perform",  "mount",    "execute",  "undertake", "begin",
      "start",       "resume",    "pay",       "host",     "continue", "complete", "commit",    "wage",
      "step up",     "impose",    "announce",  "place",    "sign",     "order",    "plan",      "prepare",
      "unveil",      "authorise", "authorize", "keep",     "maintain", "extend",   "lift",      "tighten",
      "intensify",   "renew",     "approve",   "propose",  "offer",    "lead",     "spearhead", "deliver",
      "orchestrate", "unleash",   "kick off",  "organise", "organize", "grant",    "issue"};
  return one_of(lemma, list);
}

bool is_copula(std::string_view lemma) {
  return one_of(lemma, {"be", "become", "remain", "stay", "seem", "prove", "represent", "constitute"});
}

bool is_undergoer_verb(std::string_view lemma) {
  static constexpr std::array<std::string_view, 34> list = {
      "suffer",      "face",       "undergo",   "endure",       "sustain",    "experience", "see",
      "witness",     "withstand",  "weather",   "survive",      "repel",      "fear",       "expect",
      "await",       "anticipate", "dread",     "resist",       "repulse",    "fight off",  "beat off",
      "fend off",    "ward off",   "beat back", "stave off",    "fight back", "brave",      "escape",
      "prepare for", "brace for",  "reel from", "recover from", "hold off",   "parry"};
  return one_of(lemma, list);
}

bool is_verb_of_being(std::string_view lemma) {
  static constexpr std::array<std::string_view, 40> list = {
      "be",     "happen",   "occur",     "take",      "take place", "begin",  "start",    "restart",
      "resume", "continue", "erupt",     "break out", "rage",       "rag",    "follow",   "ensue",
      "go on",  "unfold",   "intensify", "escalate",  "worsen",     "ease",   "subside",  "die down",
      "end",    "stop",     "cease",     "persist",   "last",       "spread", "commence", "come",
      "report", "hear",     "hold",      "drag on",   "proceed",    "grow",   "loom",     "mount"};
  return one_of(lemma, list);
}

bool takes_subject_control(std::string_view lemma) {
  static constexpr std::array<std::string_view, 4> list = {"promise", "threaten", "vow", "pledge"};
  return one_of(lemma, list) || takes_means(lemma);
}

bool has_others_do(std::string_view lemma) {
  return one_of(lemma, {"help", "aid", "assist", "enable", "allow", "permit", "encourage", "persuade", "compel", "force",
                        "urge", "invite"});
}

bool wants_to_do(std::string_view lemma) {
  return one_of(lemma, {"want",    "mean",   "plan",    "hope",    "intend", "agree",   "decide",   "refuse",
                        "promise", "pledge", "vow",     "need",    "try",    "fail",    "offer",    "seek",
                        "aim",     "wish",   "decline", "prepare", "have",   "attempt", "undertake"});
}

bool takes_means(std::string_view lemma) {
  return one_of(lemma, {"use", "employ", "utilise", "utilize", "spend", "exploit", "leverage", "wield", "waste"});
}

bool controls_by_preposition(std::string_view lemma, std::string_view preposition) {
  static constexpr std::array<std::string_view, 16> list = {
      "call on",    "call upon", "appeal to", "count on", "rely on",   "depend on", "prevail on", "prevail upon",
      "plead with", "lean on",   "look to",   "bank on",  "signal to", "turn to",   "press on",   "impress on"};
  return one_of(std::string(lemma) + " " + std::string(preposition), list);
}

bool is_taking_verb(std::string_view lemma) {
  static constexpr std::array<std::string_view, 43> list = {
      "find",    "accept",  "receive",  "get",      "have",    "obtain",    "win",      "gain",    "secure",
      "reject",  "refuse",  "decline",  "seek",     "lack",    "need",      "await",    "lose",    "show",
      "voice",   "express", "signal",   "cancel",   "scrap",   "shelve",    "postpone", "put off", "abandon",
      "drop",    "delay",   "outline",  "reveal",   "confirm", "finalise",  "finalize", "set out", "lay out",
      "reverse", "renew",   "call off", "reaffirm", "ditch",   "reiterate", "turn down"};
  return one_of(lemma, list);
}

bool is_settled(std::string_view lemma) {
  return one_of(lemma, {"deal", "contract", "agreement", "accord", "pact", "memorandum", "order"});
}

bool is_settling_verb(std::string_view lemma) {
  return one_of(lemma, {"sign",       "reach", "strike", "near",      "approach", "conclude", "clinch",   "seal",
                        "ink",        "close", "make",   "negotiate", "agree",    "announce", "complete", "discuss",
                        "hammer out", "land",  "pursue", "explore",   "cut",      "do",       "work out"});
}

bool is_aim(std::string_view lemma) {
  static constexpr std::array<std::string_view, 35> list = {
      "goal",   "aim",      "plan",     "intention", "objective", "purpose",  "task",     "job",    "mission",
      "hope",   "wish",     "ambition", "strategy",  "policy",    "decision", "priority", "duty",   "dream",
      "desire", "target",   "role",     "idea",      "choice",    "answer",   "response", "option", "approach",
      "offer",  "proposal", "promise",  "intent",    "tactic",    "concern",  "function", "vision"};
  return one_of(lemma, list);
}

bool is_naming_verb(std::string_view lemma) {
  return one_of(lemma, {"call", "brand", "label", "name", "dub", "term", "consider", "deem", "declare", "proclaim",
                        "pronounce", "designate", "describe"});
}

bool is_giving_verb(std::string_view lemma) {
  return one_of(lemma, {"give", "grant", "offer", "deny", "refuse", "hand", "allow"});
}

bool takes_two_objects(std::string_view lemma) {
  return one_of(lemma, {"send", "sell", "give", "grant", "lend", "supply", "hand", "offer", "promise", "pledge",
                        "award", "provide", "donate", "deliver", "loan", "deny", "refuse"});
}

bool is_judging_word(std::string_view lemma) {
  return one_of(lemma, {"condemn", "criticise", "criticize", "denounce",   "deplore",      "decry",    "praise",
                        "applaud", "slam",      "blast",     "discourage", "protest",      "question", "deride",
                        "mock",    "welcome",   "critic",    "criticism",  "condemnation", "opponent", "critique",
                        "ban",     "forbid",    "prohibit",  "outlaw",     "legalise",     "legalize"});
}

bool is_begging_verb(std::string_view lemma) {
  return one_of(lemma, {"ask", "beg", "request", "petition", "implore", "lobby", "press"});
}

bool is_leave_verb(std::string_view lemma) {
  return one_of(lemma, {"allow", "permit", "let", "authorise", "authorize", "enable", "entitle", "license", "free"});
}

bool is_counting_word(const language::Token& token) {
  static constexpr std::array<std::string_view, 17> list = {
      "series", "wave", "number",  "string", "spate",   "couple", "pair",       "dozen", "hundred",
      "score",  "lot",  "handful", "some",   "several", "flurry", "succession", "set"};
  return token.pos == "NUM" || one_of(lower(token.lemma), list);
}

bool is_agent_noun(const language::Token& token) {
  const auto ends = [&](std::string_view end) {
    return token.lemma.size() > end.size() + 2 &&
           token.lemma.compare(token.lemma.size() - end.size(), end.size(), end) == 0;
  };
  if (token.pos == "NOUN" && one_of(token.lemma, {"proxy", "ally", "surrogate", "enemy"})) return true;
  return token.pos == "NOUN" && (ends("er") || ends("or") || ends("ee") || ends("on") || ends("nt"));
}

bool takes_gerund(std::string_view lemma) {
  static constexpr std::array<std::string_view, 34> list = {
      "deny",    "admit",  "stop",    "start",   "begin",     "continue", "consider",    "halt",   "keep",
      "avoid",   "resume", "suspend", "suggest", "recommend", "propose",  "discuss",     "finish", "cease",
      "oppose",  "favour", "favor",   "risk",    "delay",     "postpone", "contemplate", "mull",   "rule out",
      "justify", "mind",   "allow",   "permit",  "include",   "involve",  "debate"};
  return one_of(lemma, list);
}

bool is_negative_word(std::string_view word) {
  static constexpr std::array<std::string_view, 9> list = {"no",    "none",   "neither", "nobody", "nothing",
                                                           "never", "hardly", "nor",     "no one"};
  return one_of(word, list);
}

} // namespace stemma::predicate
