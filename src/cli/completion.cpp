// Completion in a shell: the script asks the program itself what may come next, so that both always agree.

#include "cli/choice.hpp"
#include "cli/command.hpp"
#include "cli/command_page.hpp"
#include "cli/installed.hpp"
#include "model/error.hpp"
#include "query/stored_query.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <ostream>

namespace stemma::cli {

namespace {

constexpr std::string_view bash_script = R"(# Completion of stemma for bash: source <(stemma completion bash)
_stemma() {
  local words=() word="" current offered note
  # bash parts words at '=' and ':'; here they belong together. Quotes and backslashes are taken off.
  local line=${COMP_LINE:0:COMP_POINT} quote="" char i
  for ((i = 0; i < ${#line}; i++)); do
    char=${line:i:1}
    if [[ $char == "$quote" ]]; then quote=""
    elif [[ $quote != "'" && $char == \\ ]]; then ((++i)); word+=${line:i:1}
    elif [[ $quote ]]; then word+=$char
    elif [[ $char == [\'\"] ]]; then quote=$char
    elif [[ $char == [[:space:]] ]]; then words+=(${word:+"$word"}) word=""
    else word+=$char; fi
  done
  words+=("$word")
  current=$word
  COMPREPLY=()
  while IFS=$'\t' read -r offered note; do
    if [[ $offered == :files ]]; then
      local typed=${current#--*=}
      compopt -o filenames
      mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$typed")
    elif [[ $offered == "$current"* ]]; then
      word=$offered
      [[ $current == *=* ]] && word=${offered#"${current%"${current##*=}"}"}
      [[ $word == *= ]] && compopt -o nospace
      COMPREPLY+=("$word")
    fi
  done < <("${words[0]}" complete -- "${words[@]:1}" 2>/dev/null)
}
complete -F _stemma stemma
)";

constexpr std::string_view zsh_script = R"(#compdef stemma
# Completion of stemma for zsh: source <(stemma completion zsh), or a file _stemma in a folder of $fpath
_stemma() {
  local -a offered
  local line files=no
  while IFS= read -r line; do
    if [[ $line == :files ]]; then files=yes; else offered+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}"); fi
  done < <("${words[1]}" complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)
  (( ${#offered} )) && _describe -V stemma offered
  [[ $files == yes ]] && { [[ $PREFIX == --*=* ]] && compset -P '*='; _files }
  return 0
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _stemma "$@"; else compdef _stemma stemma; fi
)";

constexpr std::string_view fish_script = R"(# Completion of stemma for fish: stemma completion fish | source
function __stemma_complete
  set -l words (commandline -opc) (commandline -ct)
  for line in ($words[1] complete -- $words[2..-1] 2>/dev/null)
    if test "$line" = ":files"
      __fish_complete_path (commandline -ct)
    else
      echo $line
    end
  end
end
complete -c stemma -f -a '(__stemma_complete)'
)";

struct Offer {
  std::string word, note;
};

const OptionPage* find_option(const CommandPage& page, const std::string& name) {
  for (const OptionPage& option : page.options)
    if (!option.positional && std::find(option.names.begin(), option.names.end(), name) != option.names.end())
      return &option;
  return nullptr;
}

// What has been typed behind "stemma", the last word unfinished, and what may stand in its place.
class Completion {
public:
  Completion(std::vector<std::string> words, const Environment& environment)
      : words_(std::move(words)), environment_(environment), pages_(command_pages(all_commands())) {
    if (words_.empty()) words_.emplace_back();
  }

  std::vector<Offer> offers() {
    const CommandPage* page = find_page();
    if (!page) return commands();
    const std::string& current = words_.back();
    if (const auto sign = current.find('='); current.starts_with("--") && sign != current.npos)
      return values_behind(*page, current.substr(0, sign), current.substr(0, sign + 1));
    if (words_.size() > own_ + 1)
      if (const OptionPage* option = find_option(*page, words_[words_.size() - 2]); option && !option->value.empty())
        return values_of(*page, *option, "");
    if (current.starts_with('-')) return options(*page);
    return positional(*page);
  }

private:
  // The page of the command that the words before the last name.
  const CommandPage* find_page() {
    for (const CommandPage& page : pages_) {
      const auto blank = page.name.find(' ');
      std::vector<std::string> name{page.name.substr(0, blank)};
      if (blank != page.name.npos) name.push_back(page.name.substr(blank + 1));
      if (words_.size() > name.size() && std::equal(name.begin(), name.end(), words_.begin())) {
        own_ = name.size();
        return &page;
      }
    }
    return nullptr;
  }

  std::vector<Offer> commands() const {
    std::vector<Offer> offers;
    for (const CommandPage& page : pages_) {
      const auto blank = page.name.find(' ');
      const std::string first = page.name.substr(0, blank);
      if (words_.size() == 1)
        offers.push_back({first, blank == page.name.npos ? page.summary : "commands of '" + first + "'"});
      else if (words_.size() == 2 && words_.front() == first && blank != page.name.npos)
        offers.push_back({page.name.substr(blank + 1), page.summary});
    }
    return offers;
  }

  std::vector<Offer> options(const CommandPage& page) const {
    std::vector<Offer> offers;
    for (const OptionPage& option : page.options) {
      const auto given = [&](const std::string& word) {
        return std::find(option.names.begin(), option.names.end(), word.substr(0, word.find('='))) !=
               option.names.end();
      };
      if (option.positional || (!option.repeated && std::any_of(words_.begin(), words_.end() - 1, given))) continue;
      offers.push_back({option.names.back(), option.text});
    }
    return offers;
  }

  std::vector<Offer> values_behind(const CommandPage& page, const std::string& name, const std::string& before) const {
    const OptionPage* option = find_option(page, name);
    return option && !option->value.empty() ? values_of(page, *option, before) : std::vector<Offer>();
  }

  std::vector<Offer> values_of(const CommandPage& page, const OptionPage& option, const std::string& before) const {
    if (!option.choices.empty()) return choices_of(option, before);
    if (page.name == "query" && option.names.back() == "--set") return parameters(before);
    return {{":files", ""}};
  }

  // Behind those that stand in the same word already, the others.
  std::vector<Offer> choices_of(const OptionPage& option, std::string before) const {
    std::string typed = words_.back().substr(before.size());
    if (const auto last = typed.rfind(option.delimiter); option.delimiter && last != typed.npos) {
      before += typed.substr(0, last + 1);
      typed = option.delimiter + typed.substr(0, last + 1);
    } else {
      typed.clear();
    }
    std::vector<Offer> offers;
    for (const std::string& choice : option.choices)
      if (typed.find(option.delimiter + choice + option.delimiter) == typed.npos)
        offers.push_back({before + choice, ""});
    return offers;
  }

  std::vector<query::StoredQuery> stored_queries() const {
    const auto folder = find_installed("queries", environment_);
    return folder ? query::read_stored_queries(*folder) : std::vector<query::StoredQuery>();
  }

  // The words of the command that are no options nor their values, without the unfinished one.
  std::vector<std::string> arguments_so_far(const CommandPage& page) const {
    std::vector<std::string> arguments;
    for (std::size_t i = own_; i + 1 < words_.size(); ++i) {
      if (!words_[i].starts_with('-') || words_[i] == "-") {
        arguments.push_back(words_[i]);
        continue;
      }
      const OptionPage* option = find_option(page, words_[i]);
      if (option && !option->value.empty()) ++i;
    }
    return arguments;
  }

  std::vector<Offer> parameters(const std::string& before) const {
    std::vector<Offer> offers;
    for (const query::StoredQuery& query : stored_queries())
      if (std::find(words_.begin(), words_.end(), query.name) != words_.end())
        for (const query::Parameter& parameter : query.parameters)
          offers.push_back({before + parameter.name + "=", parameter.description});
    return offers;
  }

  std::vector<Offer> positional(const CommandPage& page) const {
    const auto so_far = arguments_so_far(page).size();
    std::vector<Offer> offers;
    if (page.name == "completion") return so_far ? offers : std::vector<Offer>{{"bash", ""}, {"zsh", ""}, {"fish", ""}};
    if (page.name == "manual") {
      for (const CommandPage& other : pages_)
        offers.push_back({other.name.substr(0, other.name.find(' ')), other.summary});
      return offers;
    }
    const auto takes = [](const OptionPage& option) { return option.positional; };
    if (std::none_of(page.options.begin(), page.options.end(), takes)) return options(page);
    if (page.name != "query" || so_far == 0) return {{":files", ""}};
    if (so_far > 1) return options(page);
    for (const query::StoredQuery& query : stored_queries()) offers.push_back({query.name, query.title});
    offers.push_back({":files", ""});
    return offers;
  }

  std::vector<std::string> words_;
  const Environment& environment_;
  std::vector<CommandPage> pages_;
  std::size_t own_ = 0; // words that name the command
};

} // namespace

Command completion_command() {
  return {"completion", "Print the script with which bash, zsh or fish complete commands",
          "  source <(stemma completion bash)         now; put it into ~/.bashrc to keep it\n"
          "  stemma completion zsh > ~/.zfunc/_stemma   into a folder of $fpath\n"
          "  stemma completion fish | source\n",
          [](CLI::App& app) -> Run {
            const auto shell = std::make_shared<std::string>();
            only_these(app.add_option("INTERPRETER", *shell, "bash, zsh or fish"), {"bash", "zsh", "fish"})->required();
            return [shell](const Environment& environment) {
              environment.out << (*shell == "bash" ? bash_script : *shell == "zsh" ? zsh_script : fish_script);
              return exit_done;
            };
          }};
}

// What the scripts call; it is in no list of commands.
Command complete_command() {
  return {"complete", "What may come next", "", [](CLI::App& app) -> Run {
            app.group("");
            const auto words = std::make_shared<std::vector<std::string>>();
            app.add_option("WORDS", *words);
            return [words](const Environment& environment) {
              std::string last;
              for (const Offer& offer : Completion(*words, environment).offers()) {
                if (offer.word == last) continue; // a group stands once for each of its commands
                last = offer.word;
                environment.out << offer.word << (offer.note.empty() ? "" : "\t" + offer.note) << '\n';
              }
              return exit_done;
            };
          }};
}

} // namespace stemma::cli
