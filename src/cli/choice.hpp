#pragma once
// An option that takes one of a few words.

#include <string>
#include <vector>

namespace CLI {
class Option;
}

namespace stemma::cli {

// `option` takes these values and no others: help and manual list them, completion offers them, and any other ends the
// command with an Error that names the nearest and all of them. Gives `option` back.
CLI::Option* only_these(CLI::Option* option, std::vector<std::string> values);

} // namespace stemma::cli
