// Laws: whatever the bytes, a page gives valid UTF-8 without NUL, in good time, and the same when it is read again;
// what it gives is read as text without trouble (tests/text/map_laws.hpp).

#include "input/page.hpp"

#include "../text/map_laws.hpp"
#include "input/nesting.hpp"
#include "model/utf8.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

using namespace stemma;

namespace {

void require(bool holds, const char* law) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", law);
  std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const input::Page page = input::read_page(bytes, {}, "page");
  require(is_valid_utf8(page.text), "the text is not UTF-8");
  require(page.text.find('\0') == std::string::npos, "the text holds NUL");
  for (const std::string& fact : {page.known.title, page.known.publisher, page.known.published, page.url})
    require(is_valid_utf8(fact), "a fact is not UTF-8");
  require(input::read_page(bytes, {}, "page").text == page.text, "the text differs when it is read again");
  std::size_t removed = 0, again = 0;
  const std::string shallow = input::limit_nesting(bytes, removed);
  require(shallow.size() == bytes.size(), "places move when tags are passed over");
  input::limit_nesting(shallow, again);
  require(again == 0, "tags are too deep still");
  const std::string broken =
      text_laws::broken_law(text::prepare(page.text, page.known, "page", text::InputForm::decoded_field));
  require(broken.empty(), broken.c_str());
  return 0;
}
