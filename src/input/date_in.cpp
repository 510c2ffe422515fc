#include "input/date_in.hpp"

#include "input/ascii.hpp"
#include "model/date.hpp"
#include "text/written_date.hpp"

namespace stemma::input {

Date date_in(std::string_view text) {
  text = trimmed(text);
  if (text.size() >= 10 && is_date(text.substr(0, 10)) && (text.size() == 10 || text[10] == 'T' || text[10] == ' '))
    return Date(text.substr(0, 10));
  const auto written = text::parse_written_date(text);
  return written && written->day ? written->iso() : Date();
}

} // namespace stemma::input
