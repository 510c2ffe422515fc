#include "input/news_line.hpp"

#include "model/date.hpp"
#include "model/utf8.hpp"
#include "text/decode.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace stemma::input {

namespace {

using nlohmann::json;

constexpr const char* hint =
    R"(a line looks like {"id":"a1","date":"2023-11-01","publisher":"…","title":"…","text":"…"})";

struct Member {
  enum class Kind { text, number, null, other } kind = Kind::other;
  std::string value; // of a number the very characters, as far as they are too many for 64 bits
};

// The members of the object on a line; what stands deeper is passed over. No tree is made of it: a number keeps its
// digits that way, and a line of brackets costs nothing.
class Members final : public nlohmann::json_sax<json> {
public:
  explicit Members(const Place& place) : place_(place) {}

  void parse(std::string_view line) {
    if (const std::size_t bad = text::find_invalid_utf8(line); bad < line.size())
      throw Error("this line is not UTF-8", hint, at(line, bad));
    line_ = line;
    if (!json::sax_parse(line, this)) throw Error("this line is no JSON object", hint, place_);
  }

  const Member* find(const std::string& name) const {
    const auto found = members_.find(name);
    return found == members_.end() || found->second.kind == Member::Kind::null ? nullptr : &found->second;
  }

  const std::set<std::string>& repeated() const { return repeated_; } // keys that stand there more than once

  bool null() override { return take(Member::Kind::null, {}); }
  bool boolean(bool) override { return take(Member::Kind::other, {}); }
  bool number_integer(std::int64_t value) override { return take(Member::Kind::number, std::to_string(value)); }
  bool number_unsigned(std::uint64_t value) override { return take(Member::Kind::number, std::to_string(value)); }
  bool number_float(double, const std::string& digits) override { return take(Member::Kind::number, digits); }
  bool string(std::string& value) override { return take(Member::Kind::text, std::move(value)); }
  bool binary(json::binary_t&) override { return false; }
  bool key(std::string& name) override {
    if (depth_ == 1) key_ = std::move(name);
    return true;
  }
  bool start_object(std::size_t) override {
    if (depth_ > 0) take(Member::Kind::other, {});
    ++depth_;
    return true;
  }
  bool start_array(std::size_t) override {
    if (depth_ == 0) return false;
    take(Member::Kind::other, {});
    ++depth_;
    return true;
  }
  bool end_object() override { return leave(); }
  bool end_array() override { return leave(); }
  bool parse_error(std::size_t position, const std::string&, const json::exception& error) override {
    constexpr int number_overflow = 406;
    const Place where = at(line_, position > 0 ? position - 1 : 0);
    throw Error(error.id == number_overflow ? "a number on this line is too large" : "this line is no JSON", hint,
                where);
  }

private:
  bool take(Member::Kind kind, std::string value) {
    if (depth_ == 1 && !members_.insert_or_assign(key_, Member{kind, std::move(value)}).second) repeated_.insert(key_);
    return depth_ > 0;
  }
  bool leave() {
    --depth_;
    return true;
  }
  Place at(std::string_view line, std::size_t byte) const {
    return {place_.file, place_.line, count_code_points(line.substr(0, std::min(byte, line.size()))) + 1};
  }

  const Place& place_;
  std::string_view line_;
  std::map<std::string, Member, std::less<>> members_;
  std::set<std::string> repeated_;
  std::string key_;
  std::size_t depth_ = 0;
};

std::string text_field(const Members& members, const std::string& name, Reading& reading, const Place& place) {
  const Member* member = members.find(name);
  if (!member) return {};
  if (member->kind == Member::Kind::text) return member->value;
  reading.diagnostics.push_back(
      {Severity::warning, "input.bad-field", "\"" + name + "\" is no string and is passed over", place});
  return {};
}

std::string id_field(const Members& members, const std::string& name, Reading& reading, const Place& place) {
  if (const Member* member = members.find(name); member && member->kind == Member::Kind::number) return member->value;
  return text_field(members, name, reading, place);
}

Date date_field(const Members& members, const std::string& name, Reading& reading, const Place& place) {
  std::string date = text_field(members, name, reading, place);
  if (date.size() > 10 && (date[10] == 'T' || date[10] == ' ')) date.resize(10);
  if (date.empty() || is_date(date)) return date;
  reading.diagnostics.push_back(
      {Severity::warning, "input.bad-date", "\"" + name + "\" is no date like 2023-11-01 and is passed over", place});
  return {};
}

} // namespace

Reading parse_news_line(std::string_view line, const Place& place, const Columns& columns) {
  Members members(place);
  members.parse(line);
  const Member* text = members.find(columns.text);
  if (!text) throw Error("this line has no \"" + columns.text + "\"", hint, place);
  if (text->kind != Member::Kind::text) throw Error("\"" + columns.text + "\" is no string", hint, place);
  Reading reading{place.file};
  for (const std::string& key : members.repeated())
    if (key == columns.id || key == columns.title || key == columns.date || key == columns.publisher ||
        key == columns.text)
      reading.diagnostics.push_back({Severity::warning, "input.repeated-key",
                                     "\"" + key + "\" stands there more than once; the last one counts", place});
  reading.field = columns.text;
  reading.bytes = text->value;
  reading.given_id = id_field(members, columns.id, reading, place);
  reading.path = reading.given_id.empty() ? place.file : place.file + "#" + reading.given_id;
  reading.known = {text_field(members, columns.title, reading, place),
                   date_field(members, columns.date, reading, place),
                   text_field(members, columns.publisher, reading, place),
                   {}};
  return reading;
}

} // namespace stemma::input
