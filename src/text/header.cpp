#include "text/header.hpp"

#include "text/byline.hpp"
#include "text/credit.hpp"
#include "text/dateline.hpp"
#include "text/line.hpp"
#include "text/sentences.hpp"
#include "text/written_date.hpp"

#include <algorithm>
#include <array>

namespace stemma::text {
namespace {

constexpr std::size_t most_head_lines = 16;
constexpr std::size_t most_stories_before_dateline = 5;
constexpr std::size_t most_tail_lines = 12;
constexpr std::size_t longest_date_line = 110; // bytes

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return lower;
}

enum class Field { none, title, date, publisher, author };

Field field_named(std::string_view name) {
  struct Named {
    std::string_view name;
    Field field;
  };
  static constexpr std::array<Named, 15> fields{{{"title", Field::title},
                                                 {"headline", Field::title},
                                                 {"date", Field::date},
                                                 {"published", Field::date},
                                                 {"publication date", Field::date},
                                                 {"pubdate", Field::date},
                                                 {"publisher", Field::publisher},
                                                 {"outlet", Field::publisher},
                                                 {"newspaper", Field::publisher},
                                                 {"byline", Field::author},
                                                 {"by", Field::author},
                                                 {"author", Field::author},
                                                 {"authors", Field::author},
                                                 {"author(s)", Field::author},
                                                 {"from", Field::author}}};
  const std::string lower = lower_ascii(name);
  for (const Named& named : fields)
    if (lower == named.name) return named.field;
  return Field::none;
}

std::string_view unquoted(std::string_view value) {
  const bool quoted =
      value.size() > 1 && value.front() == value.back() && (value.front() == '"' || value.front() == '\'');
  return quoted ? value.substr(1, value.size() - 2) : value;
}

// Reads the field block line by line.
class FieldReader {
public:
  explicit FieldReader(std::string_view clean) : clean_(clean) {}

  HeaderReading run() {
    skip_blank();
    fenced_ = line() == "---" || line() == "--";
    if (fenced_) leave_out(line());
    if (fenced_) next_line();
    while (place_ < clean_.size() && read_line()) next_line();
    reading_.header.body = {static_cast<std::uint32_t>(std::min(place_, clean_.size()))};
    return std::move(reading_);
  }

private:
  std::string_view line() const { return trimmed(clean_.substr(place_, clean_.find('\n', place_) - place_)); }
  void next_line() {
    const std::size_t end = clean_.find('\n', place_);
    place_ = end == std::string_view::npos ? clean_.size() : end + 1;
  }
  void skip_blank() {
    while (place_ < clean_.size() && line().empty()) next_line();
  }
  void leave_out(std::string_view part) { reading_.left_out.push_back(span_in(clean_, part)); }

  bool read_line() {
    const std::string_view text = line();
    if (fenced_ && (text == "---" || text == "--")) {
      leave_out(text);
      next_line();
      return false;
    }
    if (reading_.left_out.empty() && read_date_and_title(text)) return true;
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon > 20) return false;
    const Field field = field_named(trimmed(text.substr(0, colon)));
    if (field == Field::none && !fenced_) return false;
    return read_field(field, text, unquoted(trimmed(text.substr(colon + 1))));
  }

  // "date 2023-11-01 The title"
  bool read_date_and_title(std::string_view text) {
    if (text.size() < 6 || lower_ascii(text.substr(0, 5)) != "date ") return false;
    const std::string_view rest = trimmed(text.substr(5));
    const auto date = parse_written_date(rest);
    if (!date || date->iso().empty()) return false;
    reading_.header.published = date->iso();
    const std::string_view title = trimmed(rest.substr(date->length));
    set_title(title);
    const std::size_t before_title = title.empty() ? text.size() : static_cast<std::size_t>(title.data() - text.data());
    leave_out(trimmed(text.substr(0, before_title)));
    return true;
  }

  void set_title(std::string_view title) {
    if (title.empty()) return;
    reading_.header.title = title;
    reading_.header.title_clean = span_in(clean_, title);
  }

  bool read_field(Field field, std::string_view text, std::string_view value) {
    Header& header = reading_.header;
    const auto date = field == Field::date ? parse_written_date(value) : std::nullopt;
    if (field == Field::date && (!date || date->iso().empty())) return false;
    if (field == Field::title && !value.empty()) {
      set_title(value);
      const auto value_start = static_cast<std::size_t>(value.data() - text.data());
      leave_out(text.substr(0, value_start));
      if (value_start + value.size() < text.size()) leave_out(text.substr(value_start + value.size())); // a quote
      return true;
    }
    if (field == Field::author) {
      const std::vector<std::string> authors = parse_authors(value);
      if (authors.empty() && !fenced_ && reading_.left_out.empty()) return false;
      header.authors.insert(header.authors.end(), authors.begin(), authors.end());
    }
    if (date) header.published = date->iso();
    if (field == Field::publisher) header.publisher = value;
    leave_out(text);
    return true;
  }

  std::string_view clean_;
  std::size_t place_ = 0;
  bool fenced_ = false;
  HeaderReading reading_;
};

bool is_running_text(std::string_view line) { return line.size() > 200 || !is_heading(line); }

// "Monday, May 18, 2015", "Published: 1 May 2024 10:22 am | Updated …", "November 01, 2023 10:22 pm IST - Seoul"
struct DateLine {
  Date date;
  std::string_view place;
};

std::optional<DateLine> parse_date_line(std::string_view line) {
  if (line.size() > longest_date_line) return std::nullopt;
  static constexpr std::array<std::string_view, 6> leads{"published",    "updated", "posted",
                                                         "last updated", "issued",  "first published"};
  std::string_view rest = line;
  const std::string lower = lower_ascii(line);
  for (const std::string_view lead : leads)
    if (lower.starts_with(lead)) rest = line.substr(lead.size());
  for (const std::string_view joint :
       {std::string_view(":"), std::string_view(" on "), std::string_view(" at "), std::string_view(" ")})
    if (rest.starts_with(joint)) rest = rest.substr(joint.size());
  rest = trimmed(rest);
  const auto date = parse_written_date(rest);
  if (!date || date->iso().empty()) return std::nullopt;
  const std::string_view tail = rest.substr(date->length);
  const bool lower_words = std::count_if(tail.begin(), tail.end(), [](char c) { return c >= 'a' && c <= 'z'; }) > 40;
  if (lower_words || line.back() == '.') return std::nullopt;
  DateLine found{date->iso(), {}};
  const std::size_t dash = tail.rfind(" - ");
  if (dash != std::string_view::npos) found.place = trimmed(tail.substr(dash + 3));
  return found;
}

// The lines above the running text and its first paragraphs.
class HeadReader {
public:
  HeadReader(std::string_view clean, HeaderReading& reading)
      : clean_(clean), reading_(reading), body_(clean.size()), fields_end_(reading.header.body.value) {}

  void run() {
    Lines lines(clean_.substr(fields_end_));
    for (std::size_t count = 0; count < most_head_lines; ++count) {
      const auto line = lines.next();
      if (!line || !read(*line)) break;
    }
    if (!in_body_ && headline_alone_) drop_headline();
    if (!in_body_) body_ = first_text_;
    reading_.header.body = {static_cast<std::uint32_t>(std::min(body_, clean_.size()))};
  }

private:
  Header& header() { return reading_.header; }
  void leave_out(std::string_view line) { reading_.left_out.push_back(span_in(clean_, line)); }
  void note_furniture(std::string_view line) { reading_.furniture.push_back(span_in(clean_, line)); }

  bool read(std::string_view line) {
    if (read_byline(line) || read_date_line(line) || read_wire_line(line)) return true;
    first_text_ = std::min(first_text_, place_of(line));
    const auto dateline = parse_dateline(line);
    if (dateline && !is_speaker(line, *dateline)) {
      begin_body(line);
      take_dateline(line, *dateline);
      return false;
    }
    if (!is_running_text(line)) {
      take_headline(line);
      return true;
    }
    begin_body(line);
    return ++stories_ < most_stories_before_dateline;
  }

  // "Ona: …" is no dateline where a line below begins in the same way.
  bool is_speaker(std::string_view line, const Dateline& found) {
    if (!found.colon || !found.by_shape) return false;
    if (transcript_) return true;
    Lines below(clean_.substr(place_of(line) + line.size()));
    for (std::size_t count = 0; count < most_head_lines; ++count) {
      const auto next = below.next();
      if (!next) return false;
      const auto other = parse_dateline(*next);
      if (other && other->colon) return transcript_ = true;
    }
    return false;
  }

  std::size_t place_of(std::string_view line) const { return static_cast<std::size_t>(line.data() - clean_.data()); }

  void begin_body(std::string_view line) {
    if (!in_body_) body_ = place_of(line);
    in_body_ = true;
  }

  bool read_byline(std::string_view line) {
    const Byline byline = parse_byline(line);
    if (!byline.found || (in_body_ && byline.authors.empty())) return false;
    if (header().authors.empty()) header().authors = byline.authors;
    if (header().dateline.empty() && !byline.place.empty()) {
      header().dateline = byline.place;
      header().dateline_by_shape = true;
    }
    leave_out(line);
    return true;
  }

  bool read_date_line(std::string_view line) {
    const auto found = parse_date_line(line);
    if (!found) return false;
    if (header().published.empty()) header().published = found->date;
    if (header().dateline.empty() && !found->place.empty()) {
      header().dateline = found->place;
      header().dateline_by_shape = true;
    }
    leave_out(line);
    return true;
  }

  bool read_wire_line(std::string_view line) {
    const std::string wire = parse_wire_line(line);
    if (wire.empty()) return false;
    if (header().wire.empty()) header().wire = wire;
    note_furniture(line);
    return true;
  }

  void take_headline(std::string_view line) {
    headline_alone_ = header().title.empty();
    if (!headline_alone_ || in_body_) return;
    header().title = line;
    header().title_clean = span_in(clean_, line);
  }

  // A line over nothing is no headline but the text.
  void drop_headline() {
    header().title.clear();
    header().title_clean = {};
  }

  void take_dateline(std::string_view line, const Dateline& found) {
    if (!found.place.empty() || header().dateline.empty()) {
      header().dateline = found.place;
      header().dateline_by_shape = found.by_shape;
    }
    if (header().publisher.empty()) header().publisher = found.outlet;
    header().dateline_clean = span_in(clean_, line.substr(0, found.length));
    if (!found.wire.empty()) header().wire = found.wire;
    if (found.date) {
      if (header().published.empty()) header().published = found.date->iso();
      header().dateline_date = found.date->iso_near(header().published);
    }
    reading_.furniture.push_back(header().dateline_clean);
  }

  std::string_view clean_;
  HeaderReading& reading_;
  std::size_t body_;
  std::size_t fields_end_;
  std::size_t first_text_ = std::string_view::npos;
  std::size_t stories_ = 0;
  bool in_body_ = false;
  bool transcript_ = false;
  bool headline_alone_ = false; // the last line of text was taken for the title
};

void add_missing_authors(std::vector<std::string>& authors, const std::vector<std::string>& more) {
  for (const std::string& author : more)
    if (std::find(authors.begin(), authors.end(), author) == authors.end()) authors.push_back(author);
}

void read_tail(std::string_view clean, HeaderReading& reading) {
  Header& header = reading.header;
  Lines lines(clean.substr(header.body.value));
  const bool has_authors = !header.authors.empty();
  std::vector<ByteSpan> credits;
  for (std::size_t count = 0; count < most_tail_lines; ++count) {
    const auto line = lines.last();
    if (!line) break;
    const Byline byline = parse_byline(*line);
    const Credit credit = parse_credit(*line);
    if (byline.found && !byline.authors.empty()) {
      if (!has_authors) add_missing_authors(header.authors, byline.authors);
      credits.push_back(span_in(clean, *line));
      continue;
    }
    if (!credit.found) continue;
    if (header.wire.empty()) header.wire = credit.wire;
    if (header.publisher.empty()) header.publisher = credit.publisher;
    if (!has_authors) add_missing_authors(header.authors, credit.authors);
    if (!credit.part.empty()) credits.push_back(span_in(clean, credit.part));
  }
  reading.furniture.insert(reading.furniture.end(), credits.rbegin(), credits.rend());
}

} // namespace

HeaderReading read_fields(std::string_view clean) { return FieldReader(clean).run(); }

void read_head_and_tail(std::string_view clean, HeaderReading& reading) {
  HeadReader(clean, reading).run();
  read_tail(clean, reading);
}

} // namespace stemma::text
