#pragma once

#include <string>

namespace CLI {
class App;
}

namespace stemma::cli {

// Declares --timeout, a number of seconds from a thousandth to a million, and no "nan".
void declare_timeout(CLI::App& app, double& seconds, const std::string& help);

} // namespace stemma::cli
