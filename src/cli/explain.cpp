#include "audit/explanation.hpp"
#include "audit/explanation_json.hpp"
#include "audit/explanation_text.hpp"
#include "audit/explanation_turtle.hpp"
#include "audit/find_event.hpp"
#include "cli/choice.hpp"
#include "cli/command.hpp"
#include "cli/counted.hpp"
#include "cli/printable.hpp"
#include "cli/suggestion.hpp"

#include <CLI/CLI.hpp>

#include <iterator>
#include <memory>
#include <ostream>
#include <sstream>

namespace stemma::cli {

namespace {

struct Options {
  std::string out, format = "text";
  std::vector<std::string> words;
};

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

std::vector<std::string> words_of(const std::string& thing) {
  std::istringstream stream(thing);
  return {std::istream_iterator<std::string>(stream), {}};
}

// Which others the words fit, for those who meant one of them.
void name_others(const audit::Result& result, const std::vector<rdf::TermNumber>& events,
                 const Environment& environment) {
  constexpr std::size_t most = 10;
  if (events.size() < 2) return;
  environment.err << counted(events.size() - 1, "other event fits", "other events fit") << ":\n";
  for (std::size_t i = 1; i < events.size() && i <= most; ++i)
    environment.err << "  " << result.short_name(events[i]) << "  " << printable(result.label(events[i])) << "\n";
  if (events.size() - 1 > most) environment.err << "  …\n";
}

// For each word that no event has, names that are near to it; where each is in some event, that none has them all.
std::string hint_for(const audit::Result& result, const std::vector<std::string>& words) {
  const std::vector<std::string> names = audit::names_of_events(result);
  std::string hint;
  bool unknown = false;
  for (const std::string& word : words) {
    if (!audit::find_events(result, word).empty()) continue;
    unknown = true;
    const std::vector<std::string> near = find_near_names(word, names);
    if (near.empty()) continue;
    hint +=
        (hint.empty() ? "" : " ") + (words.size() > 1 ? "for '" + printable(word) + "': " : "") + did_you_mean(near);
  }
  return unknown ? hint : "each of the words stands in some event, and none has them all";
}

int run_explain(const Options& options, const Environment& environment) {
  const audit::Result result(options.out);
  const std::string thing = joined(options.words);
  const std::vector<rdf::TermNumber> events = audit::find_events(result, thing);
  if (events.empty()) {
    environment.err << "stemma: no event fits '" << printable(thing) << "'\n";
    const std::vector<std::string> near = find_near_names(thing, audit::names_of_events(result));
    const std::string hint = near.empty() ? hint_for(result, words_of(thing)) : did_you_mean(near);
    if (!hint.empty()) environment.err << "hint: " << hint << "\n";
    return exit_no;
  }
  const audit::Explanation explanation = audit::explain(result, events.front());
  if (options.format == "json") {
    environment.out << audit::explanation_json(explanation);
  } else if (options.format == "ttl") {
    rdf::StreamSink sink(environment.out);
    audit::write_explanation_turtle(explanation, result, sink);
  } else {
    environment.out << audit::explanation_text(explanation, result);
  }
  name_others(result, events, environment);
  return exit_done;
}

} // namespace

Command explain_command() {
  return {"explain", "Say why an event is in a result: who says so, in which words, from which origins",
          "  stemma explain out shells to russia               the event told most often that has these words\n"
          "  stemma explain out event/5d20c1f4…                an IRI: of an event, claim, origin, document, entity\n"
          "  stemma explain out --format ttl country:XX        the triples it rests on\n",
          [](CLI::App& app) -> Run {
            const auto options = std::make_shared<Options>();
            app.add_option("OUT", options->out, "the folder of a build")->required();
            app.add_option("THING", options->words, "words of the event, or an IRI")->required();
            only_these(app.add_option("--format", options->format, "text, json or ttl"), {"text", "json", "ttl"})
                ->option_text("text|json|ttl");
            return [options](const Environment& environment) { return run_explain(*options, environment); };
          }};
}

} // namespace stemma::cli
