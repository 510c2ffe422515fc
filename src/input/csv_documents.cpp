#include "input/csv_documents.hpp"

#include "input/ascii.hpp"
#include "input/date_in.hpp"
#include "model/error.hpp"
#include "model/utf8.hpp"

#include <algorithm>
#include <utility>

namespace stemma::input {

CsvDocuments::CsvDocuments(std::istream& in, std::string path, Columns columns)
    : rows_(in, path), path_(std::move(path)), columns_(std::move(columns)) {}

std::size_t CsvDocuments::place_of(const std::vector<std::string>& names, const std::string& name) const {
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == name) return i;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (lowered(trimmed(names[i])) == lowered(name)) return i;
  return absent;
}

void CsvDocuments::read_names() {
  begun_ = true;
  const std::optional<CsvRow> row = rows_.next();
  if (!row) return;
  line_ = row->line;
  const auto& names = row->fields;
  id_ = place_of(names, columns_.id);
  title_ = place_of(names, columns_.title);
  date_ = place_of(names, columns_.date);
  publisher_ = place_of(names, columns_.publisher);
  text_ = place_of(names, columns_.text);
  count_ = names.size();
  const bool has_wide_characters =
      std::any_of(names.begin(), names.end(), [](const auto& name) { return name.find('\0') != name.npos; });
  if (text_ == absent && has_wide_characters)
    throw Error("this table is not UTF-8; it looks like UTF-16", "save the table as UTF-8", {path_, line_, 0});
  if (text_ == absent)
    throw Error("no column is named \"" + columns_.text + "\"",
                "the first row names the columns; --columns text=NAME says which one is the text", {path_, line_, 0});
  text_name_ = names[text_];
}

std::string CsvDocuments::field(const CsvRow& row, std::size_t place) {
  return place < row.fields.size() ? row.fields[place] : std::string();
}

std::optional<Reading> CsvDocuments::next() {
  if (!begun_) read_names();
  if (text_ == absent) return std::nullopt;
  const std::optional<CsvRow> row = rows_.next();
  if (!row) return std::nullopt;
  line_ = row->line;
  const Place place{path_, line_, 0};
  if (text_ >= row->fields.size()) throw Error("this row has no \"" + text_name_ + "\"", "is a comma missing?", place);
  if (!std::all_of(row->fields.begin(), row->fields.end(), is_valid_utf8))
    throw Error("this row is not UTF-8", "save the table as UTF-8", place);
  Reading reading{path_};
  reading.field = text_name_;
  reading.bytes = field(*row, text_);
  reading.given_id = field(*row, id_);
  if (!reading.given_id.empty()) reading.path += "#" + reading.given_id;
  reading.known = {field(*row, title_), date_in(field(*row, date_)), field(*row, publisher_), {}};
  const auto warn = [&](const char* code, std::string message) {
    reading.diagnostics.push_back({Severity::warning, code, std::move(message), place});
  };
  if (reading.known.published.empty() && !trimmed(field(*row, date_)).empty())
    warn("input.bad-date", "\"" + columns_.date + "\" is no date like 2023-11-01 and is passed over");
  if (row->fields.size() > count_)
    warn("input.bad-row", "this row has more fields than there are columns; is a quote missing?");
  return reading;
}

} // namespace stemma::input
