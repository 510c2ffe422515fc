// The manual pages, made from what the commands declare.

#include "cli/command.hpp"
#include "cli/command_page.hpp"
#include "cli/suggestion.hpp"
#include "model/error.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <fstream>
#include <memory>
#include <ostream>

namespace stemma::cli {

namespace {

// Text for roff: its own signs escaped, no line that begins with one.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n'))
      out += std::string("\\&") + c;
    else
      out += c;
  }
  return out;
}

std::string bold(std::string_view text) { return "\\fB" + roff(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + roff(text) + "\\fR"; }

// "stemma-pack-check"
std::string page_name(std::string name) {
  for (char& c : name)
    if (c == ' ') c = '-';
  return name.empty() ? "stemma" : "stemma-" + name;
}

void write_head(const std::string& name, std::string_view summary, std::ostream& out) {
  std::string upper = page_name(name);
  for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  out << ".TH " << roff(upper) << " 1 \"2026-11-22\" \"stemma " << roff(version()) << "\" \"Stemma\"\n.SH NAME\n"
      << roff(page_name(name)) << " \\- " << roff(summary) << "\n";
}

void write_option(const OptionPage& option, std::ostream& out) {
  out << ".TP\n";
  if (option.positional) {
    out << italic(option.names.front()) << (option.required ? " (required)" : "") << "\n" << roff(option.text) << "\n";
    return;
  }
  for (std::size_t i = 0; i < option.names.size(); ++i) out << (i ? ", " : "") << bold(option.names[i]);
  if (!option.value.empty()) out << " " << italic(option.value);
  out << (option.required ? " (required)" : "") << "\n" << roff(option.text) << "\n";
}

constexpr std::string_view surroundings = R"(.SH EXIT STATUS
.TP
.B 0
done
.TP
.B 1
finished, but the answer is no: some documents failed, a check did not pass
.TP
.B 2
could not run
.SH ENVIRONMENT
.TP
.B STEMMA_PACK
folder of the domain pack, where \-\-pack is not given
.TP
.B STEMMA_MODEL
folder of the language model, where \-\-model is not given
.TP
.B STEMMA_CONFIG
file of options, where \-\-config is not given; none: no file
.TP
.B STEMMA_CACHE
folder of compiled domain packs (else $XDG_CACHE_HOME/stemma, else ~/.cache/stemma)
.TP
.B NO_COLOR
no colour, even on a terminal
.SH FILES
.TP
.I ~/.config/stemma/config.toml
options that repeat: lines "option = value", for all commands or below a line "[command]"
)";

void write_command(const CommandPage& page, std::ostream& out) {
  write_head(page.name, page.summary, out);
  out << ".SH SYNOPSIS\n" << bold("stemma " + page.name) << " [options]";
  for (const OptionPage& option : page.options)
    if (option.positional)
      out << " " << (option.required ? "" : "[") << italic(option.names.front()) << (option.repeated ? "…" : "")
          << (option.required ? "" : "]");
  out << "\n.SH OPTIONS\n";
  for (const OptionPage& option : page.options)
    if (option.positional) write_option(option, out);
  for (const OptionPage& option : page.options)
    if (!option.positional) write_option(option, out);
  if (!page.examples.empty()) out << ".SH EXAMPLES\n.nf\n" << roff(page.examples) << ".fi\n";
  out << surroundings << ".SH SEE ALSO\n" << bold("stemma") << "(1)\n";
}

void write_program(const std::vector<CommandPage>& pages, std::ostream& out) {
  write_head("", "news reports to a knowledge graph that can be defended", out);
  out << ".SH SYNOPSIS\n"
      << bold("stemma") << " " << italic("COMMAND") << " [options]\n.SH DESCRIPTION\n"
      << "Reads news reports on arms transfers and security affairs, and writes a graph in RDF that says for every "
         "fact "
         "who says so, on whose word, in which characters of which document, and how many independent origins stand "
         "behind it.\n.SH COMMANDS\n";
  for (const CommandPage& page : pages) out << ".TP\n" << bold(page.name) << "\n" << roff(page.summary) << "\n";
  out << surroundings << ".SH SEE ALSO\n";
  for (std::size_t i = 0; i < pages.size(); ++i)
    out << bold(page_name(pages[i].name)) << "(1)" << (i + 1 < pages.size() ? ",\n" : "\n");
}

void write_file(const std::filesystem::path& file, const std::function<void(std::ostream&)>& write) {
  std::ofstream out(file, std::ios::binary);
  if (out) write(out);
  out.close();
  if (!out) throw Error("cannot be written", "is the disk full, or the folder not yours?", {file.string()});
}

struct ManualCommand {
  std::vector<std::string> words;
  std::string folder;

  int run(const Environment& environment) const {
    const auto pages = command_pages(all_commands());
    if (!folder.empty()) return write_all(pages);
    std::string name;
    for (const std::string& word : words) name += (name.empty() ? "" : " ") + word;
    if (name.empty()) {
      write_program(pages, environment.out);
      return exit_done;
    }
    for (const CommandPage& page : pages)
      if (page.name == name) {
        write_command(page, environment.out);
        return exit_done;
      }
    std::vector<std::string> names;
    for (const CommandPage& page : pages) names.push_back(page.name);
    const auto near = find_suggestion(name, names);
    throw Error("there is no command '" + name + "'",
                near ? "did you mean '" + *near + "'?" : "'stemma --help' lists the commands");
  }

  int write_all(const std::vector<CommandPage>& pages) const {
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed) throw Error("cannot be made: " + failed.message(), "", {folder});
    write_file(std::filesystem::path(folder) / "stemma.1", [&](std::ostream& out) { write_program(pages, out); });
    for (const CommandPage& page : pages)
      write_file(std::filesystem::path(folder) / (page_name(page.name) + ".1"),
                 [&](std::ostream& out) { write_command(page, out); });
    return exit_done;
  }
};

} // namespace

Command manual_command() {
  return {"manual", "Print the manual page of a command",
          "  stemma manual build | man -l -     the page of 'stemma build'\n"
          "  stemma manual -o man/man1          all pages, a file each\n",
          [](CLI::App& app) -> Run {
            const auto command = std::make_shared<ManualCommand>();
            app.add_option("COMMAND", command->words, "the command; none: the program itself");
            app.add_option("-o,--output", command->folder, "write all pages into this folder")->option_text("DIR");
            return [command](const Environment& environment) { return command->run(environment); };
          }};
}

} // namespace stemma::cli
