// A run without a language model says what it leaves out, unless it was asked to go without.

#include "cli/command.hpp"
#include "language/find_model.hpp"
#include "scene.hpp"

#include <catch2/catch.hpp>

using namespace stemma;
using namespace stemma::cli;
using Catch::Matchers::Contains;

namespace {

// As on a machine on which nobody has set up a model; `arguments` follow "stemma".
Scene ran(const std::vector<std::string>& arguments) {
  Scene scene;
  scene.variables["STEMMA_PACK"] = std::string(STEMMA_SOURCE_DIR) + "/ontology";
  scene.in.str("Lina said on Monday that Omar had left.\n");
  CHECK(run(arguments, scene.environment()) == exit_done);
  return scene;
}

bool has_model_of_its_own() { // a Python of the system may bring one
  Scene scene;
  return language::find_model({{}, scene.program, scene.environment().variable}).has_value();
}

} // namespace

TEST_CASE("a run that finds no language model says that it reads no events, and how to get one") {
  if (has_model_of_its_own()) return;
  for (const auto& arguments : {std::vector<std::string>{"extract", "-"}, {"extract", "-", "--quiet"}}) {
    const auto err = ran(arguments).err.str();
    CHECK_THAT(err, Contains("no language model was found: no events are read"));
    for (const auto* way : {"tools/setup", "--model", "STEMMA_MODEL"}) CHECK_THAT(err, Contains(way));
  }
}

TEST_CASE("who asks for no model is told nothing") {
  CHECK(ran({"extract", "-", "--model", "none"}).err.str().empty());
}
