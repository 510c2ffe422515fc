#include "audit/violation_report.hpp"

#include <nlohmann/json.hpp>

namespace stemma::audit {

std::string violations_json(const Validation& found) {
  using nlohmann::ordered_json;
  const auto text_or_null = [](const std::string& text) { return text.empty() ? ordered_json() : ordered_json(text); };
  ordered_json list = ordered_json::array();
  for (const Violation& violation : found.violations)
    list.push_back({{"focus", violation.focus},
                    {"path", text_or_null(violation.path)},
                    {"value", text_or_null(violation.value)},
                    {"component", violation.component},
                    {"shape", violation.shape},
                    {"message", violation.message}});
  const ordered_json report{{"conforms", found.violations.empty()}, {"violations", std::move(list)}};
  return report.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

} // namespace stemma::audit
