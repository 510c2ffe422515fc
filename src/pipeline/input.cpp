#include "pipeline/input.hpp"

#include "input/file_bytes.hpp"
#include "input/news_line.hpp"
#include "model/utf8.hpp"
#include "pipeline/folder_walk.hpp"

#include <algorithm>
#include <deque>
#include <fstream>
#include <iostream>

namespace stemma::pipeline {

namespace fs = std::filesystem;

namespace {

constexpr const char* standard_name = "-";

// Absent: it cannot be read to its end.
std::optional<std::string> whole(std::istream& stream) {
  std::string bytes;
  constexpr std::size_t step = std::size_t{1} << 16;
  while (stream) { // not with iterators: they throw what the stream would only note
    const std::size_t filled = bytes.size();
    bytes.resize(filled + step);
    stream.read(bytes.data() + filled, static_cast<std::streamsize>(step));
    bytes.resize(filled + static_cast<std::size_t>(stream.gcount()));
  }
  if (stream.bad()) return std::nullopt;
  return bytes;
}

} // namespace

struct InputStream::State {
  InputFormat format;
  std::istream& standard_input;
  std::vector<Pending> files; // sorted by path; the next one is at `position`
  std::size_t position = 0;
  std::vector<Diagnostic> diagnostics;
  std::ifstream file;            // of NDJSON, open while its lines are given out
  std::istream* lines = nullptr; // that file or the standard input; nullptr: none is open
  std::string lines_path;
  std::uint64_t line = 0;

  State(InputFormat f, std::istream& in) : format(f), standard_input(in) {}

  // False: there is nothing of that name.
  bool add(const std::string& input) {
    if (input == standard_name) {
      files.push_back({standard_name, fs::path(), 0, format});
      return true;
    }
    std::error_code failed;
    const fs::file_status status = fs::status(input, failed);
    if (fs::is_directory(status)) {
      for (FoundFile& found : find_files(input, input::endings_of(format), diagnostics))
        files.push_back({std::move(found.path), std::move(found.file), 0, format});
      return true;
    }
    const std::string name = escape_invalid_utf8(fs::path(input).filename().string());
    if (fs::is_regular_file(status) || fs::is_fifo(status)) {
      files.push_back(
          {name, fs::path(input), 0, format == InputFormat::by_name ? input::format_by_name(name) : format});
      return true;
    }
    const bool there = fs::exists(status);
    diagnostics.push_back({Severity::error,
                           "input.unreadable",
                           there ? "neither a file nor a folder" : "no such file or folder",
                           {escape_invalid_utf8(input), 0, 0}});
    return there;
  }

  bool open_lines(const Pending& next) {
    line = 0;
    lines_path = next.path;
    if (next.path == standard_name) {
      lines = &standard_input;
      return true;
    }
    file = std::ifstream(std::get<fs::path>(next.from), std::ios::binary);
    if (file)
      lines = &file;
    else
      diagnostics.push_back({Severity::error, "input.unreadable", "cannot be opened", {next.path, 0, 0}});
    return lines;
  }

  // Of the file of lines that is open; nothing: it is at its end.
  std::optional<Pending> next_line() {
    std::string text;
    while (std::getline(*lines, text)) {
      ++line;
      if (!text.empty() && text.back() == '\r') text.pop_back();
      if (line == 1 && text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
      if (text.find_first_not_of(" \t") != std::string::npos)
        return Pending{lines_path, std::move(text), line, InputFormat::ndjson};
    }
    if (lines->bad())
      diagnostics.push_back(
          {Severity::error, "input.unreadable", "could not be read to its end", {lines_path, line, 0}});
    lines = nullptr;
    return std::nullopt;
  }

  // Standard input is read here: only one of the threads that call read() could.
  bool take_standard_input(Pending& pending) {
    auto bytes = whole(standard_input);
    if (bytes)
      pending.from = std::move(*bytes);
    else
      diagnostics.push_back(
          {Severity::error, "input.unreadable", "standard input cannot be read to its end", {standard_name, 0, 0}});
    return bytes.has_value();
  }
};

InputStream::InputStream(const std::vector<std::string>& inputs, InputFormat format, std::istream& standard_input)
    : state_(std::make_unique<State>(format, standard_input)) {
  bool any = false;
  for (const std::string& input : inputs) any = state_->add(input) || any;
  if (!any && !inputs.empty())
    throw Error("none of the inputs exists", "name files or folders of text, or '-' for standard input",
                {inputs.front(), 0, 0});
  std::stable_sort(state_->files.begin(), state_->files.end(),
                   [](const Pending& a, const Pending& b) { return a.path < b.path; });
  const auto& told = state_->diagnostics;
  const bool refused = std::any_of(told.begin(), told.end(), [](const Diagnostic& diagnostic) {
    return diagnostic.severity == Severity::error; // and says why
  });
  if (state_->files.empty() && !refused)
    state_->diagnostics.push_back(
        {Severity::warning, "input.none", "no documents were found", {inputs.empty() ? "" : inputs.front(), 0, 0}});
}

InputStream::~InputStream() = default;

std::optional<Pending> InputStream::next() {
  for (State& state = *state_;;) {
    if (state.lines) {
      if (auto line = state.next_line()) return line;
      continue;
    }
    if (state.position == state.files.size()) return std::nullopt;
    Pending pending = std::move(state.files[state.position++]);
    if (pending.format == InputFormat::ndjson)
      state.open_lines(pending);
    else if (pending.path != standard_name || state.take_standard_input(pending))
      return pending;
  }
}

std::vector<Diagnostic> InputStream::diagnostics() const { return state_->diagnostics; }

std::size_t InputStream::size() const {
  const auto& files = state_->files;
  const bool lines =
      std::any_of(files.begin(), files.end(), [](const Pending& file) { return file.format == InputFormat::ndjson; });
  return lines ? 0 : files.size();
}

namespace {

bool is_page(const Pending& pending, std::string_view bytes) {
  if (pending.format != InputFormat::by_name) return pending.format == InputFormat::html;
  const InputFormat named = input::format_by_name(pending.path);
  return named == InputFormat::by_name ? input::looks_like_page(bytes) : named == InputFormat::html;
}

} // namespace

Reading read(const Pending& pending) {
  if (const auto* line = std::get_if<std::string>(&pending.from); line && pending.line)
    return input::parse_news_line(*line, {pending.path, pending.line, 0});
  const auto* text = std::get_if<std::string>(&pending.from);
  std::string bytes = text ? *text : input::read_file_bytes(std::get<fs::path>(pending.from), pending.path);
  if (is_page(pending, bytes)) return input::read_page_as_document(std::move(bytes), {}, pending.path);
  Reading reading{pending.path};
  reading.bytes = std::move(bytes);
  return reading;
}

} // namespace stemma::pipeline
