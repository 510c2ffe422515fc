// Law: whatever the bytes, the clean text leads back to the source (tests/text/map_laws.hpp).

#include "../text/map_laws.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

using namespace stemma;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const auto form :
       {text::InputForm::plain_file, text::InputForm::markdown_file, text::InputForm::decoded_field}) {
    const std::string broken = text_laws::broken_law(text::prepare(bytes, {}, "input", form));
    if (broken.empty()) continue;
    std::fprintf(stderr, "%s\n", broken.c_str());
    std::abort();
  }
  return 0;
}
