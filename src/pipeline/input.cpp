#include "pipeline/input.hpp"

#include "model/utf8.hpp"
#include "pipeline/folder_walk.hpp"
#include "pipeline/several_documents.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <utility>

namespace stemma::pipeline {

namespace fs = std::filesystem;

namespace {

constexpr const char* standard_name = "-";

// A file of the inputs; there may be millions.
struct Entry {
  std::string path; // as it is shown
  std::string file; // to open it by; empty: `path` below `folder`
  std::size_t folder = 0;
  InputFormat format = InputFormat::by_name;
  bool packed = false; // named by the user, and compressed or an archive
};

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

std::string beginning_of(const std::string& file) {
  std::array<char, 512> start{};
  std::ifstream in(file, std::ios::binary);
  in.read(start.data(), start.size());
  return {start.data(), static_cast<std::size_t>(in.gcount())};
}

} // namespace

struct InputStream::State {
  InputFormat format;
  std::istream& standard_input;
  std::shared_ptr<const input::Columns> columns;
  std::vector<std::string> folders;
  std::vector<Entry> files; // sorted by path; the next one is at `position`
  std::size_t position = 0;
  std::vector<Diagnostic> diagnostics;
  std::unique_ptr<SeveralDocuments> open; // the file that is being read; nullptr: none

  State(InputFormat f, std::istream& in, const input::Columns& c)
      : format(f), standard_input(in), columns(std::make_shared<const input::Columns>(c)) {}

  // False: there is nothing of that name.
  bool add(const std::string& input) {
    if (input == standard_name) {
      files.push_back({standard_name, {}, 0, format, false});
      return true;
    }
    std::error_code failed;
    const fs::file_status status = fs::status(input, failed);
    if (fs::is_directory(status)) {
      add_folder(input);
      return true;
    }
    if (fs::is_regular_file(status) || fs::is_fifo(status)) {
      add_file(input, fs::is_regular_file(status));
      return true;
    }
    const bool there = fs::exists(status);
    diagnostics.push_back({Severity::error,
                           "input.unreadable",
                           there ? "neither a file nor a folder" : "no such file or folder",
                           {escape_invalid_utf8(input), 0, 0}});
    return there;
  }

  void add_folder(const std::string& input) {
    folders.push_back(input.ends_with('/') ? input : input + "/");
    const auto take = [&](std::string path, std::string file) {
      const bool follows = file.size() == folders.back().size() + path.size() && file.starts_with(folders.back()) &&
                           file.ends_with(path);
      files.push_back({std::move(path), follows ? std::string() : std::move(file), folders.size() - 1, format, false});
    };
    find_files(input, format, take, diagnostics);
  }

  void add_file(const std::string& input, bool regular) {
    const std::string name = escape_invalid_utf8(fs::path(input).filename().string());
    Entry entry{name, input, 0, format, false};
    const std::string start = regular ? beginning_of(input) : std::string(); // a pipe can be read once
    entry.packed = input::is_packed(start);
    if (format == InputFormat::by_name) entry.format = input::format_by_name(name);
    if (entry.format == InputFormat::by_name && start.starts_with("WARC/")) entry.format = InputFormat::warc;
    files.push_back(std::move(entry));
  }

  std::string file_of(const Entry& entry) const {
    return entry.file.empty() ? folders[entry.folder] + entry.path : entry.file;
  }

  // The document, or nothing, and the file is open.
  std::optional<Pending> begin(const Entry& entry) {
    if (entry.path == standard_name) return begin_standard_input(entry);
    const std::string file = file_of(entry);
    const bool several = holds_several(entry.format);
    if (entry.packed || (several && fs::is_regular_file(file) && input::is_packed(beginning_of(file)))) {
      input::Unpacking packed = input::Unpacking::of_file(file, entry.path);
      if (packed.is_archive()) {
        // What it holds has names of its own.
        open = open_archive(std::move(packed), entry.path, format, columns);
        return std::nullopt;
      }
      if (several) open = open_documents(entry.format, stream_of(std::move(packed)), entry.path, columns);
    } else if (several) {
      open = open_documents(entry.format, stream_of_file(file, entry.path), entry.path, columns);
    }
    return open ? std::nullopt : std::optional(Pending{entry.path, fs::path(file), 0, entry.format});
  }

  // It is read here: only one of the threads that call read() could.
  std::optional<Pending> begin_standard_input(const Entry& entry) {
    if (holds_several(entry.format)) {
      constexpr int gzip = 0x1F, zstd = 0x28; // no line, table or web archive begins so
      const int first = standard_input.peek();
      open = open_documents(entry.format,
                            first == gzip || first == zstd
                                ? stream_of(input::Unpacking::of_stream(standard_input, standard_name))
                                : stream_of(standard_input, standard_name),
                            standard_name, columns);
      return std::nullopt;
    }
    auto bytes = whole(standard_input);
    if (!bytes) throw Error("standard input cannot be read to its end", {}, {standard_name, 0, 0});
    return Pending{standard_name, std::move(*bytes), 0, entry.format};
  }

  void tell(const Error& error, const std::string& path) {
    const Place place = error.place().file.empty() ? Place{path, 0, 0} : error.place();
    diagnostics.push_back(
        {Severity::error, place.line ? "input.bad-line" : "input.unreadable", error.what(), place, error.hint()});
  }
};

InputStream::InputStream(const std::vector<std::string>& inputs, InputFormat format, std::istream& standard_input,
                         const input::Columns& columns)
    : state_(std::make_unique<State>(format, standard_input, columns)) {
  bool any = false;
  for (const std::string& input : inputs) any = state_->add(input) || any;
  if (!any && !inputs.empty())
    throw Error("none of the inputs exists", "name files or folders of text, or '-' for standard input",
                {inputs.front(), 0, 0});
  std::stable_sort(state_->files.begin(), state_->files.end(),
                   [](const Entry& a, const Entry& b) { return a.path < b.path; });
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
    if (!state.open && state.position == state.files.size()) return std::nullopt;
    const bool is_open = state.open != nullptr;
    if (!is_open) ++state.position;
    const Entry& entry = state.files[state.position - 1];
    try {
      if (auto pending = is_open ? state.open->next() : state.begin(entry)) return pending;
      if (is_open) state.open.reset();
    } catch (const Error& error) {
      state.tell(error, entry.path);
    }
  }
}

std::vector<Diagnostic> InputStream::diagnostics() const { return state_->diagnostics; }

std::size_t InputStream::size() const {
  const auto& files = state_->files;
  const bool several = std::any_of(files.begin(), files.end(),
                                   [](const Entry& entry) { return entry.packed || holds_several(entry.format); });
  return several ? 0 : files.size();
}

} // namespace stemma::pipeline
