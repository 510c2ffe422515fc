#include "language/pattern.hpp"

#include <algorithm>

namespace stemma::language {

namespace {

constexpr std::size_t largest_program = 200000;

struct State {
  std::uint32_t instruction;
  std::uint32_t position;
};

// The states at which a run could branch, so that none is tried twice. Empty until the first branch.
class Visited {
public:
  // False: the state was entered before.
  bool enter(State state) {
    if (2 * (count_ + 1) > table_.size()) grow();
    const std::uint64_t key = (std::uint64_t{state.instruction} << 32U | state.position) + 1;
    std::uint64_t& slot = table_[slot_of(key)];
    if (slot == key) return false;
    slot = key;
    ++count_;
    return true;
  }

private:
  std::size_t slot_of(std::uint64_t key) const {
    const std::size_t mask = table_.size() - 1;
    std::size_t at = static_cast<std::size_t>((key * 0x9E3779B97F4A7C15U) >> 20U) & mask;
    while (table_[at] != 0 && table_[at] != key) at = (at + 1) & mask;
    return at;
  }

  void grow() {
    std::vector<std::uint64_t> old(std::max<std::size_t>(64, table_.size() * 2), 0);
    old.swap(table_);
    for (const std::uint64_t key : old)
      if (key != 0) table_[slot_of(key)] = key;
  }

  std::vector<std::uint64_t> table_;
  std::size_t count_ = 0;
};

} // namespace

Pattern Pattern::forward(const ModelFile& file, std::string_view field, std::string_view text) {
  return compile(file, field, text, false);
}

Pattern Pattern::backward(const ModelFile& file, std::string_view field, std::string_view text) {
  return compile(file, field, text, true);
}

Pattern Pattern::compile(const ModelFile& file, std::string_view field, std::string_view text, bool backward) {
  PatternNode root = parse_pattern(file, field, text);
  Pattern pattern;
  pattern.file_ = &file;
  pattern.field_ = field;
  pattern.matches_letters_ = can_match_letters(root);
  std::vector<PatternNode> branches;
  if (root.kind == PatternNode::Kind::choice)
    branches = std::move(root.children);
  else
    branches.push_back(std::move(root));
  for (const PatternNode& branch : branches) {
    const bool ends = branch.kind == PatternNode::Kind::sequence && !branch.children.empty() &&
                      branch.children.back().kind == PatternNode::Kind::end;
    if (backward && !ends && branch.kind != PatternNode::Kind::end)
      file.fail(field, "pattern: an alternative of the suffixes does not end in $");
    pattern.anchored_ = pattern.anchored_ && branch.kind == PatternNode::Kind::sequence && !branch.children.empty() &&
                        branch.children.front().kind == PatternNode::Kind::begin;
    Alternative alternative{{}, edge_of(branch, backward)};
    pattern.emit(branch, backward, alternative.program);
    alternative.program.push_back({Op::accept});
    pattern.alternatives_.push_back(std::move(alternative));
  }
  pattern.index_alternatives();
  pattern.file_ = nullptr;
  return pattern;
}

void Pattern::emit(const PatternNode& node, bool backward, Program& program) {
  using Kind = PatternNode::Kind;
  if (++size_ > largest_program) file_->fail(field_, "pattern: it is too large");
  switch (node.kind) {
  case Kind::set:
    program.push_back({Op::set, static_cast<std::uint32_t>(sets_.size())});
    sets_.push_back(node.set);
    return;
  case Kind::begin: program.push_back({Op::begin}); return;
  case Kind::end: program.push_back({Op::end}); return;
  case Kind::look: program.push_back({Op::look, add_look(node)}); return;
  case Kind::repeat: emit_repeat(node, backward, program); return;
  case Kind::sequence:
    for (std::size_t i = 0; i < node.children.size(); ++i)
      emit(node.children[backward ? node.children.size() - 1 - i : i], backward, program);
    return;
  case Kind::choice: break;
  }
  std::vector<std::size_t> jumps;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const std::size_t split = program.size();
    const bool last = i + 1 == node.children.size();
    if (!last) program.push_back({Op::split, static_cast<std::uint32_t>(split + 1)});
    emit(node.children[i], backward, program);
    if (last) break;
    jumps.push_back(program.size());
    program.push_back({Op::jump});
    program[split].second = static_cast<std::uint32_t>(program.size());
  }
  for (const std::size_t jump : jumps) program[jump].first = static_cast<std::uint32_t>(program.size());
}

void Pattern::emit_repeat(const PatternNode& node, bool backward, Program& program) {
  const PatternNode& child = node.children.front();
  for (unsigned i = 0; i < node.least; ++i) emit(child, backward, program);
  if (node.most == PatternNode::unbounded) {
    const std::size_t split = program.size();
    program.push_back({Op::split, static_cast<std::uint32_t>(split + 1)});
    emit(child, backward, program);
    program.push_back({Op::jump, static_cast<std::uint32_t>(split)});
    program[split].second = static_cast<std::uint32_t>(program.size());
    return;
  }
  std::vector<std::size_t> splits;
  for (unsigned i = node.least; i < node.most; ++i) {
    splits.push_back(program.size());
    program.push_back({Op::split, static_cast<std::uint32_t>(program.size() + 1)});
    emit(child, backward, program);
  }
  for (const std::size_t split : splits) program[split].second = static_cast<std::uint32_t>(program.size());
}

std::uint32_t Pattern::add_look(const PatternNode& node) {
  Look look{node.behind, node.negative, {}, {}};
  const PatternNode& content = node.children.front();
  const bool plain = content.kind == PatternNode::Kind::sequence &&
                     std::all_of(content.children.begin(), content.children.end(),
                                 [](const PatternNode& child) { return child.kind == PatternNode::Kind::set; });
  if (plain && !content.children.empty()) {
    for (const PatternNode& child : content.children) {
      look.sets.push_back(static_cast<std::uint32_t>(sets_.size()));
      sets_.push_back(child.set);
    }
  } else {
    emit(content, node.behind, look.program);
    look.program.push_back({Op::accept});
  }
  looks_.push_back(std::move(look));
  return static_cast<std::uint32_t>(looks_.size() - 1);
}

void Pattern::index_alternatives() {
  for (std::uint32_t i = 0; i < alternatives_.size(); ++i) {
    others_.push_back(i);
    for (char32_t c = 0; c < 128; ++c)
      if (may_start_with(alternatives_[i], c)) by_ascii_[c].push_back(i);
  }
}

bool Pattern::may_start_with(const Alternative& alternative, char32_t c) const {
  if (!alternative.edge.certain) return true;
  return std::any_of(alternative.edge.sets.begin(), alternative.edge.sets.end(),
                     [c](const auto& set) { return set->contains(c); });
}

bool Pattern::holds(const Look& look, std::u32string_view text, std::size_t at) const {
  if (look.sets.empty()) return run(look.program, text, at, look.behind, Prefer::first).has_value() != look.negative;
  const std::size_t width = look.sets.size();
  const bool fits = look.behind ? at >= width : text.size() - at >= width;
  const std::size_t start = look.behind ? at - width : at;
  bool matches = fits;
  for (std::size_t i = 0; matches && i < width; ++i) matches = sets_[look.sets[i]]->contains(text[start + i]);
  return matches != look.negative;
}

std::optional<std::size_t> Pattern::run(const Program& program, std::u32string_view text, std::size_t at, bool backward,
                                        Prefer prefer) const {
  std::optional<std::size_t> best;
  std::vector<State> stack;
  Visited visited;
  std::uint32_t position = static_cast<std::uint32_t>(at);
  std::uint32_t next = 0;
  const std::size_t size = text.size();
  const auto backtrack = [&] {
    if (stack.empty()) return false;
    next = stack.back().instruction;
    position = stack.back().position;
    stack.pop_back();
    return true;
  };
  for (;;) {
    const Instruction& instruction = program[next];
    bool alive = true;
    switch (instruction.op) {
    case Op::set:
      alive = backward ? position > 0 : position < size;
      alive = alive && sets_[instruction.first]->contains(text[backward ? position - 1 : position]);
      position = backward ? position - 1 : position + 1;
      ++next;
      break;
    case Op::split:
      alive = visited.enter({next, position});
      if (alive) stack.push_back({instruction.second, position});
      next = instruction.first;
      break;
    case Op::jump: next = instruction.first; break;
    case Op::begin:
      alive = position == 0;
      ++next;
      break;
    case Op::end: // Python's $ also stands before a line break that ends the text
      alive = position == size || (position + 1 == size && text[position] == U'\n');
      ++next;
      break;
    case Op::look:
      alive = holds(looks_[instruction.first], text, position);
      ++next;
      break;
    case Op::accept: {
      const std::size_t length = backward ? at - position : position - at;
      if (prefer == Prefer::first) return length;
      if (!best || length > *best) best = length;
      alive = false;
    }
    }
    if (!alive && !backtrack()) return best;
  }
}

std::optional<std::size_t> Pattern::find_at(std::u32string_view text, std::size_t at) const {
  const char32_t c = at < text.size() ? text[at] : 0;
  for (const std::uint32_t i : candidates(c)) {
    if (c >= 128 && !may_start_with(alternatives_[i], c)) continue;
    if (const auto length = run(alternatives_[i].program, text, at, false, Prefer::first)) return length;
  }
  return std::nullopt;
}

std::size_t Pattern::find_suffix(std::u32string_view text) const {
  std::size_t longest = 0;
  const auto try_from = [&](std::size_t end) {
    if (end == 0) return;
    const char32_t c = text[end - 1];
    for (const std::uint32_t i : candidates(c)) {
      if (c >= 128 && !may_start_with(alternatives_[i], c)) continue;
      if (const auto length = run(alternatives_[i].program, text, end, true, Prefer::longest))
        longest = std::max(longest, *length);
    }
  };
  try_from(text.size());
  if (!text.empty() && text.back() == U'\n') try_from(text.size() - 1);
  return longest;
}

bool Pattern::search(std::u32string_view text) const {
  for (std::size_t at = 0; at <= text.size(); ++at)
    if (find_at(text, at)) return true;
  return false;
}

} // namespace stemma::language
