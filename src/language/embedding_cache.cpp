#include "language/embedding_cache.hpp"

#include <algorithm>

namespace stemma::language {

namespace {
constexpr std::size_t capacity = 768; // 3.8 kB each; more than a call may need
static_assert(capacity >= 2 * EmbeddingCache::most_tokens);
} // namespace

EmbeddingCache::EmbeddingCache(const Tok2Vec& tok2vec, std::size_t which)
    : tok2vec_(tok2vec), which_(which), slots_(capacity), entries_(capacity * Tok2Vec::entry_size) {}

void EmbeddingCache::clear() {
  slots_.assign(capacity, Slot{});
  hand_ = 0;
}

// The next slot that was not used since the hand last passed it.
std::uint32_t EmbeddingCache::free_slot() {
  for (;; hand_ = (hand_ + 1) % capacity) {
    Slot& slot = slots_[hand_];
    if (slot.used == call_ && slot.owner) continue;
    if (slot.recent) {
      slot.recent = false;
      continue;
    }
    if (slot.owner) slot.owner->slots[slot.variant] = Lexeme::no_slot;
    const auto found = static_cast<std::uint32_t>(hand_);
    hand_ = (hand_ + 1) % capacity;
    return found;
  }
}

void EmbeddingCache::require(std::span<const DocumentToken> tokens) {
  ++call_;
  missing_.clear();
  for (const DocumentToken& token : tokens)
    if (const std::uint32_t at = token.lexeme->slots[variant(token)]; at != Lexeme::no_slot) {
      slots_[at].used = call_;
      slots_[at].recent = true;
    }
  for (const DocumentToken& token : tokens) {
    std::uint32_t& at = token.lexeme->slots[variant(token)];
    if (at != Lexeme::no_slot) continue;
    at = free_slot();
    slots_[at] = {token.lexeme, variant(token), call_, false};
    missing_.push_back(token);
  }
  if (missing_.empty()) return;
  fresh_.reserve_at_least(missing_.size() * Tok2Vec::entry_size);
  tok2vec_.embed(missing_, fresh_.data());
  for (std::size_t i = 0; i < missing_.size(); ++i)
    std::copy_n(fresh_.data() + i * Tok2Vec::entry_size, Tok2Vec::entry_size,
                entries_.data() + missing_[i].lexeme->slots[variant(missing_[i])] * Tok2Vec::entry_size);
}

} // namespace stemma::language
