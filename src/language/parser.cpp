#include "language/parser.hpp"

#include <algorithm>

namespace stemma::language {

namespace {
constexpr std::size_t feature_count = 8;
constexpr std::int32_t none = -1;
} // namespace

// Stack, buffer and arcs. Tokens are indices; `none` where there is none.
class Parser::State {
public:
  explicit State(std::size_t tokens)
      : size_(static_cast<std::int32_t>(tokens)), heads(tokens, none), labels(tokens, 0), last_left_(tokens, none),
        last_right_(tokens, none), previous_(tokens, none), starts_(tokens, false), unshiftable_(tokens, false) {
    if (tokens > 0) starts_[0] = true;
  }

  bool is_final() const { return stack_.empty() && buffer_length() == 0; }
  std::int32_t buffer_length() const { return size_ - next_ + static_cast<std::int32_t>(returned_.size()); }
  std::int32_t stack_size() const { return static_cast<std::int32_t>(stack_.size()); }

  std::int32_t buffer(std::int32_t at) const {
    const auto returned = static_cast<std::int32_t>(returned_.size());
    if (at < returned) return returned_[static_cast<std::size_t>(returned - 1 - at)];
    const std::int32_t token = next_ + at - returned;
    return token < size_ ? token : none;
  }
  std::int32_t stack(std::int32_t at) const {
    return at < stack_size() ? stack_[static_cast<std::size_t>(stack_size() - 1 - at)] : none;
  }
  std::int32_t last_left(std::int32_t head) const { return head == none ? none : last_left_[index(head)]; }
  std::int32_t last_right(std::int32_t head) const { return head == none ? none : last_right_[index(head)]; }
  bool starts_sentence(std::int32_t token) const { return token != none && starts_[index(token)]; }
  bool is_unshiftable(std::int32_t token) const { return unshiftable_[index(token)]; }

  void shift() {
    if (!returned_.empty()) {
      stack_.push_back(returned_.back());
      returned_.pop_back();
    } else {
      stack_.push_back(next_++);
    }
  }
  void reduce() {
    const std::int32_t top = stack(0);
    if (heads[index(top)] == none && stack_size() > 1) { // it goes back to the buffer, to be attached there
      unshiftable_[index(top)] = true;
      returned_.push_back(top);
    }
    stack_.pop_back();
  }
  void attach_left(NameId label) {
    add_arc(buffer(0), stack(0), label);
    unshiftable_[index(buffer(0))] = false;
    stack_.pop_back();
  }
  void attach_right(NameId label) {
    add_arc(stack(0), buffer(0), label);
    shift();
  }
  void start_sentence() { starts_[index(buffer(1))] = true; }

private:
  static std::size_t index(std::int32_t token) { return static_cast<std::size_t>(token); }

  // The children on one side of a head are a list from the one attached last to the one attached first.
  std::int32_t& last_child(std::int32_t head, std::int32_t child) {
    return head > child ? last_left_[index(head)] : last_right_[index(head)];
  }
  void add_arc(std::int32_t head, std::int32_t child, NameId label) {
    if (const std::int32_t former = heads[index(child)]; former != none) remove_arc(former, child);
    std::int32_t& last = last_child(head, child);
    previous_[index(child)] = last;
    last = child;
    heads[index(child)] = head;
    labels[index(child)] = label;
  }
  void remove_arc(std::int32_t head, std::int32_t child) {
    std::int32_t* link = &last_child(head, child);
    while (*link != child && *link != none) link = &previous_[index(*link)];
    if (*link == child) *link = previous_[index(child)];
  }

  std::int32_t size_;

public:
  std::vector<std::int32_t> heads;
  std::vector<NameId> labels;

private:
  std::vector<std::int32_t> last_left_;
  std::vector<std::int32_t> last_right_;
  std::vector<std::int32_t> previous_;
  std::vector<bool> starts_;
  std::vector<bool> unshiftable_;
  std::vector<std::int32_t> stack_;
  std::vector<std::int32_t> returned_; // tokens that went back, the last one first in the buffer
  std::int32_t next_ = 0;
};

Parser::Parser(const ThincModel& model, const ModelFile& moves, NameTable& names, const Kernels& kernels)
    : actions_(read_actions(moves)), root_label_(names.add("ROOT")),
      model_(model, feature_count, actions_.size(), kernels) {
  for (std::size_t i = 0; i < actions_.size(); ++i) {
    const auto& [kind, label] = actions_[i];
    if (kind >= kinds) moves.fail("moves", "holds an action that the parser does not have");
    Range& range = ranges_[kind];
    if (range.last == 0) range.first = i;
    range.last = i + 1;
    labels_.push_back(names.add(label));
    if (const auto bars = label.find("||"); bars != std::string::npos)
      lifted_.push_back({labels_.back(), names.add(label.substr(0, bars)), names.add(label.substr(bars + 2))});
  }
  for (const unsigned kind : {shift, reduce})
    if (ranges_[kind].last != ranges_[kind].first + 1) moves.fail("moves", "should have one Shift and one Reduce");
}

// The best of the valid actions; the lowest number wins a tie.
std::size_t Parser::choose(const State& state, LowerRows& lower, float* hidden, float* scores) const {
  const std::int32_t b0 = state.buffer(0);
  const std::int32_t b1 = state.buffer(1);
  const std::int32_t s0 = state.stack(0);
  const bool stacked = state.stack_size() > 0;
  const bool buffered = state.buffer_length() > 0;
  const bool starts = state.starts_sentence(b0);
  std::array<bool, kinds> valid{};
  valid[shift] = !stacked || (state.buffer_length() >= 2 && !starts && !state.is_unshiftable(b0));
  valid[reduce] = stacked;
  valid[left] = valid[right] = stacked && buffered && !starts;
  valid[split] = state.buffer_length() >= 2 && b1 == b0 + 1 && !state.starts_sentence(b1);
  std::size_t count = 0;
  std::size_t first = actions_.size();
  std::size_t last = 0;
  for (unsigned kind = 0; kind < kinds; ++kind) {
    if (!valid[kind] || ranges_[kind].first == ranges_[kind].last) continue;
    count += ranges_[kind].last - ranges_[kind].first;
    first = std::min(first, ranges_[kind].first);
    last = std::max(last, ranges_[kind].last);
  }
  if (count == 1) return first;
  const LowerRows::Tokens tokens = {
      b0, b1, s0, state.stack(1), state.stack(2), state.last_left(b0), state.last_left(s0), state.last_right(s0)};
  LowerRows::Rows rows;
  lower.find(tokens, rows);
  model_.score(rows.data(), first, last, hidden, scores);
  std::size_t best = first;
  for (unsigned kind = 0; kind < kinds; ++kind) {
    if (!valid[kind]) continue;
    for (std::size_t i = ranges_[kind].first; i < ranges_[kind].last; ++i)
      if (scores[i] > scores[best]) best = i;
  }
  return best;
}

void Parser::apply(State& state, std::size_t action) const {
  switch (actions_[action].kind) {
  case shift: state.shift(); break;
  case reduce: state.reduce(); break;
  case left: state.attach_left(labels_[action]); break;
  case right: state.attach_right(labels_[action]); break;
  default: state.start_sentence();
  }
}

void Parser::parse(Document& document, const float* token_rows, LowerRows& lower) const {
  State state(document.size());
  lower.start(token_rows, document.size());
  FloatBuffer hidden(hidden_width);
  FloatBuffer scores(model_.padded_actions());
  while (!state.is_final()) apply(state, choose(state, lower, hidden.data(), scores.data()));
  for (std::uint32_t i = 0; i < document.size(); ++i) {
    const bool root = state.heads[i] == none;
    document[i].head = root ? i : static_cast<std::uint32_t>(state.heads[i]);
    document[i].dep = root ? root_label_ : state.labels[i];
  }
  SubtreeEdges edges;
  find_sentences(document, edges);
  restore_lifted_arcs(document, lifted_, edges);
}

} // namespace stemma::language
