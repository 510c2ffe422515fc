#pragma once
// Values to bytes and back, for the snapshot. The bytes are for this machine and this version only.

#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace stemma::pack {

class ByteWriter {
public:
  template <class Value>
  void put(const Value& value) {
    static_assert(std::is_arithmetic_v<Value>);
    char raw[sizeof value];
    std::memcpy(raw, &value, sizeof value);
    bytes_.append(raw, sizeof value);
  }
  void put_text(std::string_view text) {
    put(static_cast<std::uint32_t>(text.size()));
    bytes_ += text;
  }
  // An array that can be used where it lies: its count, then its elements from the next multiple of eight on.
  template <class Item>
  void put_array(std::span<const Item> items) {
    static_assert(std::has_unique_object_representations_v<Item>); // padding would be bytes of chance
    put(static_cast<std::uint64_t>(items.size()));
    align();
    bytes_.append(reinterpret_cast<const char*>(items.data()), items.size_bytes());
    align();
  }
  const std::string& bytes() const { return bytes_; }

private:
  void align() { bytes_.resize((bytes_.size() + 7) / 8 * 8); }
  std::string bytes_;
};

// Reading past the end gives zeros and empty values, and `failed` tells.
class ByteReader {
public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {} // starts at a multiple of eight

  template <class Value>
  Value get() {
    Value value{};
    if (const std::string_view raw = take(sizeof value); !failed_) std::memcpy(&value, raw.data(), sizeof value);
    return value;
  }
  std::string_view get_text() { return take(get<std::uint32_t>()); }
  template <class Item>
  std::span<const Item> get_array() {
    const auto count = get<std::uint64_t>();
    align();
    if (count > bytes_.size() / sizeof(Item)) failed_ = true;
    const std::string_view raw = failed_ ? std::string_view() : take(count * sizeof(Item));
    align();
    if (failed_) return {};
    return {reinterpret_cast<const Item*>(raw.data()), static_cast<std::size_t>(count)};
  }
  bool failed() const { return failed_; }
  bool at_end() const { return place_ == bytes_.size(); }

private:
  std::string_view take(std::uint64_t size) {
    if (failed_ || size > bytes_.size() - place_) {
      failed_ = true;
      return {};
    }
    const std::string_view out = bytes_.substr(place_, static_cast<std::size_t>(size));
    place_ += static_cast<std::size_t>(size);
    return out;
  }
  void align() { take((8 - place_ % 8) % 8); }

  std::string_view bytes_;
  std::size_t place_ = 0;
  bool failed_ = false;
};

} // namespace stemma::pack
