#include "language/word_vectors.hpp"

#include <bit>

namespace stemma::language {

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
    insert(key, static_cast<std::uint32_t>(row));
  }
  reader.expect_end("key2row");
}

// The ids are hashes already, but for spaCy's symbols, which are few.
std::size_t WordVectors::slot_of(StringId key) const {
  const std::size_t mask = table_.size() - 1;
  std::size_t at = static_cast<std::size_t>((key * 0x9E3779B97F4A7C15U) >> 32U) & mask;
  while (table_[at].row != empty && table_[at].key != key) at = (at + 1) & mask;
  return at;
}

void WordVectors::insert(StringId key, std::uint32_t row) { table_[slot_of(key)] = {key, row}; }

const float* WordVectors::find(StringId form) const {
  if (width_ == 0 || table_.empty()) return nullptr;
  const Entry& entry = table_[slot_of(form)];
  return entry.row == empty ? nullptr : values_.data() + entry.row * width_;
}

} // namespace stemma::language
