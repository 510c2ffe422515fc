#pragma once
// Ids are hashes of content: the first 128 bits of SHA-256, never ordinals, independent of the base IRI.

#include <memory>
#include <string>
#include <string_view>

namespace stemma {

// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

// The same digest of bytes that come piece by piece.
class Sha256 {
public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;
  void add(std::string_view bytes);
  // 64 lower-case hexadecimal digits; the object is spent afterwards.
  std::string hex();

private:
  struct State;
  std::unique_ptr<State> state_;
};

// SHA-256 over a list of fields; each is fed with its length, so that ("ab","c") and ("a","bc") differ.
class ContentHash {
public:
  ContentHash& add(std::string_view field);
  // 32 lower-case hexadecimal digits; the object is spent afterwards.
  std::string id();

private:
  Sha256 digest_;
};

} // namespace stemma
