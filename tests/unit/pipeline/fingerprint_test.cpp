#include "pipeline/fingerprint.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <iterator>

using stemma::pipeline::fingerprints;

namespace {

std::vector<std::string> prints(const std::string& story) { return fingerprints(stemma::text::prepare(story)); }

std::size_t shared(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both.size();
}

// Word 1 to word `count`, none of them twice.
std::string words(unsigned count) {
  std::string out;
  for (unsigned i = 1; i <= count; ++i) out += "word" + std::to_string(i) + (i % 10 ? " " : ".\n");
  return out;
}

const std::string brief =
    "The trains crossed the border at night, and two witnesses saw covered wagons pass the station.";

} // namespace

TEST_CASE("a short text has as many fingerprints as a copy is known by") {
  CHECK(prints(brief).size() == 11); // its runs of six words
  CHECK(shared(prints(brief), prints(brief + "\n")) == 11);
  for (unsigned count = 20; count < 120; count += 5) CHECK(prints(words(count)).size() >= 12);
}

TEST_CASE("of a long text one run in eight is taken, and those of a passage are among them") {
  const auto whole = prints(words(1600));
  CHECK(whole.size() > 150);
  CHECK(whole.size() < 250);
  const auto part = prints(words(400));
  CHECK(shared(part, whole) + 1 >= part.size());
}

TEST_CASE("fingerprints are sorted, each there once, case apart") {
  const auto found = prints(words(60));
  CHECK(std::is_sorted(found.begin(), found.end()));
  CHECK(std::adjacent_find(found.begin(), found.end()) == found.end());
  CHECK(prints("no more than five words") == std::vector<std::string>{});
  std::string upper = brief;
  std::transform(upper.begin(), upper.end(), upper.begin(), [](char c) { return c >= 'a' && c <= 'z' ? c - 32 : c; });
  CHECK(shared(prints(brief), prints(upper)) == 11);
}
