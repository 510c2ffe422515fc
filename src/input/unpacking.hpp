#pragma once
// Compressed files and archives as the bytes that were packed (libarchive).

#include "model/diagnostic.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace stemma::input {

// What an unpacked document may be at most, and how far a file may unpack before it counts as one that was made to
// fill the memory: beyond both of the last two.
inline constexpr std::uint64_t longest_unpacked = std::uint64_t{256} << 20;
inline constexpr std::uint64_t unpacked_unasked = std::uint64_t{1} << 30;
inline constexpr std::uint64_t most_unpacked_per_byte = 200;

// By its first bytes (512 of them, if there are as many): gzip, zstd, zip or tar.
bool is_packed(std::string_view start);

// One packed file: a compressed one, or an archive of several, which may be compressed as well. Nothing is ever written
// to the disk. Every member throws Error, with the file's name, when the file is damaged, encrypted or unpacks to more
// than it may.
class Unpacking {
public:
  // `file`: to open it by; `shown`: its name in messages.
  static Unpacking of_file(const std::string& file, const std::string& shown);
  static Unpacking of_stream(std::istream& in, const std::string& shown);      // outlives this
  static Unpacking of_bytes(std::string_view bytes, const std::string& shown); // outlive this
  ~Unpacking();
  Unpacking(Unpacking&&) noexcept;

  bool is_archive() const; // else there is one document, which is open already

  // Goes to the archive's next file and gives its path, without "..", "." and a leading "/"; folders, links and devices
  // are passed over. Empty: there is none.
  std::optional<std::string> next();

  // Of the document that is open; 0: it is at its end.
  std::size_t read(char* to, std::size_t most);
  // The rest of it. Throws Error when it is longer than `longest_unpacked`; the next one can be read all the same.
  std::string read_whole();

private:
  struct State;
  explicit Unpacking(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// The whole of what is one compressed document. Throws Error for an archive.
std::string unpack(std::string_view bytes, const std::string& shown);

} // namespace stemma::input
