#pragma once
// A page cut into the blocks that a reader sees, each with what surrounds it and how much of it is links.

#include "input/page_tree.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace stemma::input {

enum class BlockKind : std::uint8_t {
  paragraph,
  text,
  heading,
  item,
  row,
  verbatim
}; // text: not marked up as anything

// An element that is no mere part of a line, with what stands in it; by the order of the page, the body first.
struct Zone {
  const GumboNode* node = nullptr;
  std::size_t parent = 0; // index; the body's is its own
  std::size_t words = 0, linked_words = 0;
  std::size_t prose = 0; // words of blocks that are prose
};

struct Block {
  BlockKind kind = BlockKind::text;
  int level = 0;    // of a heading, 1 to 6
  std::string text; // one line, but for <br> and verbatim text
  std::size_t zone = 0;
  std::size_t words = 0, linked_words = 0;

  bool ends_as_sentence() const;
  // Running text, whatever it is marked up as: some words, few of them links, and either many or a sentence's end.
  bool is_prose() const;
};

struct PageBlocks {
  std::vector<Zone> zones; // never empty
  std::vector<Block> blocks;
};

// What is never text is left out: scripts, styles, drawings, forms' controls, what is hidden.
PageBlocks cut_into_blocks(const PageTree& tree);

} // namespace stemma::input
