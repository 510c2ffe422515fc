// Runs a fuzz target without libFuzzer: the inputs of a folder as they are, then mutations of them, the same ones each
// time.
//
//   fuzz_NAME FOLDER COUNT [SEED]
//
// A broken law ends the program; the input it broke on is then in the file fuzz_NAME-input.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

class Mutator {
public:
  Mutator(std::vector<std::string> inputs, std::uint32_t seed) : inputs_(std::move(inputs)), random_(seed) {}

  std::string mutate() {
    std::string input = any_input();
    for (std::size_t steps = 1 + below(4); steps > 0; --steps) step(input);
    return input;
  }

private:
  // Not uniform_int_distribution, which differs between libraries.
  std::size_t below(std::size_t limit) { return limit == 0 ? 0 : random_() % limit; }
  const std::string& any_input() { return inputs_[below(inputs_.size())]; }

  void step(std::string& input) {
    const std::size_t at = below(input.size() + 1), length = below(16);
    const std::string& other = any_input();
    switch (below(6)) {
    case 0: input.erase(at, length); break;
    case 1: input.insert(at, 1, static_cast<char>(below(256))); break;
    case 2: input.insert(at, other.substr(below(other.size() + 1), length)); break;
    case 3: input.insert(at, input.substr(at, length)); break;
    case 4: input.resize(at); break;
    default:
      if (at < input.size()) input[at] = static_cast<char>(input[at] ^ (1 << below(8)));
    }
  }

  std::vector<std::string> inputs_;
  std::mt19937 random_;
};

std::string read_all(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void try_input(const std::string& input, const std::string& kept) {
  std::ofstream(kept, std::ios::binary) << input;
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

} // namespace

int main(int argc, char** argv) {
  if (argc < 3) return std::fputs("a folder and a count are needed\n", stderr), 2;
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[1]))
    if (entry.is_regular_file()) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> inputs;
  for (const auto& path : paths) inputs.push_back(read_all(path));
  if (inputs.empty()) return std::fputs("the folder is empty\n", stderr), 2;
  const std::string kept = std::filesystem::path(argv[0]).filename().string() + "-input";
  for (const std::string& input : inputs) try_input(input, kept);
  Mutator mutator(inputs, argc > 3 ? static_cast<std::uint32_t>(std::stoul(argv[3])) : 1);
  for (long left = std::stol(argv[2]); left > 0; --left) try_input(mutator.mutate(), kept);
  std::filesystem::remove(kept);
  return 0;
}
