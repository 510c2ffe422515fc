#include "pack/snapshot.hpp"

#include <unistd.h>

#include <algorithm>
#include <bit>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <type_traits>
#include <utility>
#include <vector>

namespace stemma::pack {
namespace {

constexpr char magic[8] = {'S', 'T', 'E', 'M', 'P', 'A', 'C', 'K'};
constexpr std::uint32_t byte_order_mark = 0x01020304;
constexpr std::uint32_t format_version = 4; // raise it whenever the compiled form or what it holds changes

struct Header {
  char magic[8] = {};
  std::uint32_t byte_order = 0;
  std::uint32_t version = 0;
  std::uint64_t size = 0;     // of the bytes that follow
  std::uint64_t checksum = 0; // of them and the key
  char key[64] = {};
};
static_assert(std::has_unique_object_representations_v<Header>);

// Against accidents, not against an enemy: who can write the folder can write the program's results too.
std::uint64_t checksum(std::string_view key, std::string_view bytes) {
  std::uint64_t sum = 0x9e3779b97f4a7c15u;
  const auto mix = [&](std::uint64_t word) { sum = (std::rotl(sum, 27) ^ word) * 0xff51afd7ed558ccdu; };
  for (const std::string_view part : {key, bytes}) {
    std::size_t place = 0;
    for (std::uint64_t word = 0; place + sizeof word <= part.size(); place += sizeof word) {
      std::memcpy(&word, part.data() + place, sizeof word);
      mix(word);
    }
    for (; place < part.size(); ++place) mix(static_cast<unsigned char>(part[place]));
    mix(part.size());
  }
  return sum ^ (sum >> 32);
}

Header make_header(const std::string& key, std::string_view bytes) {
  Header header;
  std::memcpy(header.magic, magic, sizeof magic);
  header.byte_order = byte_order_mark;
  header.version = format_version;
  header.size = bytes.size();
  header.checksum = checksum(key, bytes);
  key.copy(header.key, sizeof header.key);
  return header;
}

// Removes what nobody used for a month, and of the others the longest unused beyond the most that are kept. Where
// another run has one open, it reads on: only the name goes.
void forget_unused(const std::filesystem::path& folder) {
  constexpr std::size_t most = 16;
  constexpr std::chrono::days longest{30};
  const auto now = std::filesystem::file_time_type::clock::now();
  std::vector<std::pair<std::filesystem::file_time_type, std::filesystem::path>> known;
  std::error_code failed;
  for (std::filesystem::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
    const std::string name = at->path().filename().string();
    if (!name.starts_with("pack-") || name.find(".snapshot") == std::string::npos) continue;
    std::error_code ignored;
    if (const auto used = at->last_write_time(ignored); !ignored) known.emplace_back(used, at->path());
  }
  std::sort(known.rbegin(), known.rend());
  for (std::size_t i = 0; i < known.size(); ++i) {
    std::error_code ignored;
    if (i >= most || now - known[i].first > longest) std::filesystem::remove(known[i].second, ignored);
  }
}

// Its time says when it was used last.
void mark_used(const std::filesystem::path& file) {
  std::error_code ignored;
  const auto now = std::filesystem::file_time_type::clock::now();
  if (now - std::filesystem::last_write_time(file, ignored) > std::chrono::hours(24))
    std::filesystem::last_write_time(file, now, ignored);
}

} // namespace

std::filesystem::path snapshot_path(const std::filesystem::path& folder, const std::string& key) {
  return folder / ("pack-" + key.substr(0, 16) + ".snapshot");
}

std::optional<std::string> find_snapshot(const std::filesystem::path& folder, const std::string& key) {
  const auto path = snapshot_path(folder, key);
  std::error_code failed;
  const auto size = std::filesystem::file_size(path, failed);
  if (failed || size < sizeof(Header)) return std::nullopt;
  std::ifstream in(path, std::ios::binary);
  Header header;
  if (!in.read(reinterpret_cast<char*>(&header), sizeof header) || header.size != size - sizeof header)
    return std::nullopt;
  std::string bytes(static_cast<std::size_t>(header.size), '\0');
  if (!in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) return std::nullopt;
  const Header wanted = make_header(key, bytes);
  if (std::memcmp(&header, &wanted, sizeof header) != 0) return std::nullopt;
  mark_used(path);
  return bytes;
}

void keep_snapshot(const std::filesystem::path& folder, const std::string& key, const std::string& bytes) {
  std::error_code ignored;
  std::filesystem::create_directories(folder, ignored);
  const auto path = snapshot_path(folder, key);
  const Header header = make_header(key, bytes);
  auto draft = path; // of its own for every process and, by the address, for every thread
  draft += "." + std::to_string(::getpid()) + "." + std::to_string(reinterpret_cast<std::uintptr_t>(&header));
  std::ofstream out(draft, std::ios::binary | std::ios::trunc);
  out.write(reinterpret_cast<const char*>(&header), sizeof header);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (out) std::filesystem::rename(draft, path, ignored);
  if (!out || ignored) std::filesystem::remove(draft, ignored);
  forget_unused(folder);
}

} // namespace stemma::pack
