#include "model/digest.hpp"

#include "model/error.hpp"

#include <openssl/evp.h>

#include <array>
#include <cstdint>

namespace stemma {

namespace {

std::string hex_of(const unsigned char* bytes, std::size_t count) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string out;
  out.reserve(2 * count);
  for (std::size_t i = 0; i < count; ++i) {
    out += digits[bytes[i] >> 4];
    out += digits[bytes[i] & 15];
  }
  return out;
}

} // namespace

struct Sha256::State {
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  State() {
    if (!context || EVP_DigestInit_ex(context, EVP_sha256(), nullptr) != 1)
      throw Error("SHA-256 is not available in the installed OpenSSL");
  }
  ~State() { EVP_MD_CTX_free(context); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  void feed(std::string_view bytes) { EVP_DigestUpdate(context, bytes.data(), bytes.size()); }
  std::string finish() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
    EVP_DigestFinal_ex(context, out.data(), nullptr);
    return hex_of(out.data(), 32);
  }
};

Sha256::Sha256() : state_(std::make_unique<State>()) {}
Sha256::~Sha256() = default;
void Sha256::add(std::string_view bytes) { state_->feed(bytes); }
std::string Sha256::hex() { return state_->finish(); }

ContentHash& ContentHash::add(std::string_view field) {
  const std::uint64_t size = field.size();
  std::array<char, 8> length{};
  for (unsigned i = 0; i < 8; ++i) length[i] = static_cast<char>(size >> (8 * i) & 0xff);
  digest_.add({length.data(), length.size()});
  digest_.add(field);
  return *this;
}

std::string ContentHash::id() { return digest_.hex().substr(0, 32); }

std::string sha256_hex(std::string_view bytes) {
  Sha256 digest;
  digest.add(bytes);
  return digest.hex();
}

} // namespace stemma
