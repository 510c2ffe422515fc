#include "language/word_vectors.hpp"

#include <bit>

namespace stemma::language {

namespace {
// Hashes find their places in some twenty steps. Ids that are chosen to share one would take the square of their
// number.
constexpr std::size_t most_steps = 1000;
} // namespace

WordVectors::WordVectors(const ModelFile& vectors, const ModelFile& keys) {
  FloatArray array = read_npy(vectors);
  if (array.shape.size() != 2) vectors.fail("shape", "the vectors are no table");
  const std::size_t rows = array.shape[0];
  width_ = rows == 0 ? 0 : array.shape[1];
  values_ = std::move(array.values);
  MsgpackReader reader(keys);
  const std::size_t count = reader.read_map("key2row");
  if (count > 0) table_.assign(std::bit_ceil(count * 2), Entry{0, empty});
  for (std::size_t i = 0; i < count; ++i) {
    const StringId key = reader.read_unsigned("key2row");
    const std::uint64_t row = reader.read_unsigned("key2row");
    if (row >= rows) reader.fail("key2row", "names a row that is not there");
    const Slot slot = slot_of(key);
    if (slot.steps > most_steps) reader.fail("key2row", "its keys are no hashes of words");
    table_[slot.at] = {key, static_cast<std::uint32_t>(row)};
  }
  reader.expect_end("key2row");
}

// The ids are hashes already, but for spaCy's symbols, which are few.
WordVectors::Slot WordVectors::slot_of(StringId key) const {
  const std::size_t mask = table_.size() - 1;
  Slot slot{static_cast<std::size_t>((key * 0x9E3779B97F4A7C15U) >> 32U) & mask};
  for (; table_[slot.at].row != empty && table_[slot.at].key != key; ++slot.steps) slot.at = (slot.at + 1) & mask;
  return slot;
}

const float* WordVectors::find(StringId form) const {
  if (width_ == 0 || table_.empty()) return nullptr;
  const Entry& entry = table_[slot_of(form).at];
  return entry.row == empty ? nullptr : values_.data() + entry.row * width_;
}

} // namespace stemma::language
