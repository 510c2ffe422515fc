#pragma once
// spaCy's tokenizer as a model stores it: patterns for prefixes, suffixes, infixes and URLs, and exceptions.

#include "language/lexeme.hpp"
#include "language/msgpack_reader.hpp"
#include "language/pattern.hpp"

#include <map>
#include <string_view>
#include <unordered_map>

namespace stemma::language {

// Finds std::string keys by string_view.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <class Value>
using TextMap = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

// A run of a text that is all white space or holds none, in bytes. A single blank between two runs belongs to neither.
struct Chunk {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool space_after = false; // a blank follows that is part of no token
};

std::vector<Chunk> split_chunks(std::string_view text);

class Tokenizer {
public:
  explicit Tokenizer(const ModelFile& file);

  // The forms that a chunk is cut into; never none.
  std::vector<Form> cut(std::string_view chunk) const;

  // The forms of an exception; null if the text is none.
  const std::vector<Form>* find_exception(std::string_view text) const;

  // Exceptions that the affixes tear apart are joined again by a second pass over the tokens. Each text that takes
  // part in one has a symbol (0: none); `next_special` walks from node to node (0: the root; none: no exception goes
  // on like this).
  std::uint32_t find_special_symbol(std::string_view text) const;
  std::optional<std::uint32_t> next_special(std::uint32_t node, std::uint32_t symbol) const;
  bool ends_special(std::uint32_t node) const { return specials_[node].ends; }

private:
  struct DecodedChunk;
  struct SpecialNode {
    std::map<std::uint32_t, std::uint32_t> next;
    bool ends = false;
  };

  void read(const ModelFile& file);
  void read_exceptions(MsgpackReader& reader);
  void index_specials();
  std::vector<Form> cut(std::string_view chunk, bool with_exceptions) const;
  void cut_infixes(const DecodedChunk& chunk, std::size_t begin, std::size_t end, std::vector<Form>& forms) const;
  bool is_plain(std::string_view chunk) const;
  bool has_infix(std::u32string_view text) const;
  bool is_url(std::u32string_view text) const;
  std::size_t prefix_length(std::u32string_view text) const { return prefix_.find_at(text, 0).value_or(0); }
  const std::vector<Form>* find_exception(const DecodedChunk& chunk, std::size_t begin, std::size_t end) const;

  Pattern prefix_;
  Pattern suffix_;
  Pattern infix_;
  Pattern url_;
  bool letters_are_plain_ = false;
  TextMap<std::vector<Form>> exceptions_;
  std::size_t longest_exception_ = 0; // in bytes
  TextMap<std::uint32_t> special_symbols_;
  std::vector<SpecialNode> specials_;
};

} // namespace stemma::language
