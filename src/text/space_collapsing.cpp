#include "text/space_collapsing.hpp"

#include "text/utf8.hpp"

#include <algorithm>

namespace stemma::text {
namespace {

using Run = OffsetMap::Run;
using RunKind = OffsetMap::RunKind;

class Collapser {
public:
  Collapser(const Cleaned& from, std::size_t start) : from_(from), place_(start) {
    out_.dropped_marks = from.dropped_marks;
    out_.text.reserve(from.text.size());
    keep_to(start);
  }

  Cleaned run() {
    const std::string_view text = from_.text;
    while (place_ < text.size()) {
      const std::size_t space = std::min(text.find(' ', place_), text.size());
      const std::size_t end = std::min(text.find_first_not_of(' ', space), text.size());
      const bool at_edge = space == 0 || text[space - 1] == '\n' || end == text.size() || text[end] == '\n';
      const std::size_t kept = at_edge ? space : space + 1;
      if (kept < end) {
        keep_to(kept);
        drop_to(end);
      }
      place_ = end;
    }
    keep_to(text.size());
    while (run_ < from_.runs.size()) push(from_.runs[run_++]);
    return std::move(out_);
  }

private:
  std::uint32_t run_end(std::size_t index) const { return from_.runs[index + 1].clean.value; }

  void push(Run run) {
    run.clean.value = static_cast<std::uint32_t>(out_.text.size());
    if (!out_.runs.empty()) {
      const Run& last = out_.runs.back();
      const bool goes_on =
          run.kind == last.kind &&
          (run.kind == RunKind::removed || (run.kind == RunKind::replaced && run.source_byte == last.source_byte));
      if (goes_on) return;
    }
    out_.runs.push_back(run);
  }

  // The rest of run `run_` from `kept_` on, as a run of its own.
  Run rest_of_run() const {
    Run run = from_.runs[run_];
    if (kept_ <= run.clean.value || run.kind == RunKind::replaced) return run;
    const auto passed = static_cast<std::uint32_t>(kept_ - run.clean.value);
    const std::string_view text = from_.text;
    const bool ascii = run.kind == RunKind::ascii; // such a run may be the whole text: nothing is counted in it
    run.source.value +=
        ascii ? passed : static_cast<std::uint32_t>(utf8::count_code_points(text.substr(run.clean.value, passed)));
    run.source_byte.value += passed;
    return run;
  }

  void keep_to(std::size_t end) {
    while (kept_ < end) {
      push(rest_of_run());
      const std::size_t part_end = std::min<std::size_t>(end, run_end(run_));
      out_.text.append(from_.text, kept_, part_end - kept_);
      go_to(part_end);
    }
  }

  void drop_to(std::size_t end) {
    while (kept_ < end) {
      const std::size_t part_end = std::min<std::size_t>(end, run_end(run_));
      Run run = rest_of_run();
      const bool whole = kept_ <= from_.runs[run_].clean.value && part_end == run_end(run_);
      if (run.kind == RunKind::replaced && !whole) return keep_to(end); // " -- " stands for its source as a whole
      run.kind = RunKind::removed;
      push(run);
      go_to(part_end);
    }
  }

  void go_to(std::size_t place) {
    kept_ = place;
    // Removed runs that stand at this place come along; the next text run is the one to go on with.
    while (run_ + 1 < from_.runs.size() && run_end(run_) <= kept_) {
      ++run_;
      if (run_ + 1 < from_.runs.size() && run_end(run_) == from_.runs[run_].clean.value) push(from_.runs[run_]);
    }
  }

  const Cleaned& from_;
  std::size_t place_;
  std::size_t kept_ = 0; // how far the old text has been dealt with
  std::size_t run_ = 0;  // the old run that holds `kept_`
  Cleaned out_;
};

bool has_rows(std::string_view text) {
  return text.find("  ") != std::string_view::npos || text.find("\n ") != std::string_view::npos ||
         text.find(" \n") != std::string_view::npos;
}

} // namespace

void collapse_spaces(Cleaned& cleaned, std::size_t from) {
  if (has_rows(std::string_view(cleaned.text).substr(from))) cleaned = Collapser(cleaned, from).run();
}

} // namespace stemma::text
