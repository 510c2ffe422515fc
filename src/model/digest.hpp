#pragma once
// Ids are hashes of content: the first 128 bits of SHA-256, never ordinals, independent of the base IRI.

#include <memory>
#include <string>
#include <string_view>

namespace stemma {

// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

// SHA-256 over a list of fields; each is fed with its length, so that ("ab","c") and ("a","bc") differ.
class ContentHash {
public:
  ContentHash();
  ~ContentHash();
  ContentHash(const ContentHash&) = delete;
  ContentHash& operator=(const ContentHash&) = delete;
  ContentHash& add(std::string_view field);
  // 32 lower-case hexadecimal digits; the object is spent afterwards.
  std::string id();

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace stemma
