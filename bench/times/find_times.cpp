// The expressions of time in texts, as the program finds and counts them.
//
//   find_times MODEL FILE…
//
// Prints a line for each expression: file, first and last character (code points of the source, the end excluded),
// first and last day of what it means ("-": open), parted by tabs. A text's first line gives its day ("date 2023-11-01
// …"). Whether the event behind a bare "on Thursday" lies behind or ahead is taken from nowhere: it is read as behind.

#include "extract/time_expression.hpp"
#include "language/analyze_lines.hpp"
#include "model/error.hpp"
#include "predicate/words.hpp"
#include "text/prepared_text.hpp"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

using namespace stemma;

std::string shown(const std::optional<extract::Day>& day) { return day ? extract::iso(*day) : "-"; }

void print_times(const char* file, language::Analyzer& analyzer) {
  std::ifstream in(file, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(in), {});
  const text::PreparedText text = text::prepare(bytes);
  const language::Analysis analysis = language::analyze_lines(analyzer, text.clean);
  std::vector<std::string> words;
  for (const language::Token& token : analysis.tokens) words.push_back(predicate::lower(text.text_of(token.bytes)));
  extract::TimeAnchor anchor;
  const auto published = extract::parse_day(text.header.published);
  if (!published) return;
  anchor.published = *published;
  anchor.direction = extract::Direction::past;
  for (const extract::TimeExpression& expression : extract::find_times(words)) {
    const auto interval = extract::resolve(expression, anchor);
    const CodePointSpan span = text.map.to_source(
        {analysis.tokens[expression.first].bytes.start, analysis.tokens[expression.last - 1].bytes.end});
    std::printf("%s\t%u\t%u\t%s\t%s\n", file, span.start.value, span.end.value,
                interval ? shown(interval->start).c_str() : "?", interval ? shown(interval->end).c_str() : "?");
    if (interval) anchor.told = interval;
  }
}

} // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::fprintf(stderr, "usage: find_times MODEL FILE...\n");
    return 2;
  }
  try {
    language::Analyzer analyzer(language::Model::load(arguments[1]));
    for (int i = 2; i < count; ++i) print_times(arguments[i], analyzer);
    return 0;
  } catch (const Error& error) {
    std::fprintf(stderr, "find_times: %s\n", error.what());
    return 2;
  }
}
