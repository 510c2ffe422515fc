#include "input/nesting.hpp"

#include "input/ascii.hpp"

#include <algorithm>
#include <unordered_map>

namespace stemma::input {

namespace {

constexpr std::size_t deepest = 300;       // elements that are open; written pages stay below a hundred
constexpr std::size_t deepest_format = 64; // the same of those that the parser opens again in each paragraph

constexpr std::size_t most_raw_tags = 1000;

// Never open: they have no content.
constexpr std::string_view empty_elements[] = {"area",  "base",  "basefont", "bgsound", "br",    "col",    "embed",
                                               "frame", "hr",    "image",    "img",     "input", "keygen", "link",
                                               "meta",  "param", "source",   "track",   "wbr"};
// Closed by the next one of their kind, so that they do not nest by themselves.
constexpr std::string_view self_closing[] = {"body", "caption",  "colgroup", "dd",    "dt", "head",  "html",
                                             "li",   "optgroup", "option",   "p",     "rb", "rp",    "rt",
                                             "rtc",  "tbody",    "td",       "tfoot", "th", "thead", "tr"};
constexpr std::string_view formatting[] = {"a",    "b", "big",   "code",   "em",     "font", "i",
                                           "nobr", "s", "small", "strike", "strong", "tt",   "u"};
// Their content is no markup.
constexpr std::string_view raw_text[] = {"iframe", "noembed",  "noframes", "plaintext", "script",
                                         "style",  "textarea", "title",    "xmp"};
// Of drawings, in which "/>" closes.
constexpr std::string_view drawn[] = {
    "animate", "circle",   "defs",           "ellipse", "g",    "line", "lineargradient", "path",
    "polygon", "polyline", "radialgradient", "rect",    "stop", "svg",  "symbol",         "use"};

class Limiting {
public:
  explicit Limiting(std::string_view html) : html_(html), out_(html) {}

  std::string run() {
    while ((place_ = html_.find('<', place_)) != std::string_view::npos) {
      const char next = place_ + 1 < html_.size() ? html_[place_ + 1] : '\0';
      if (is_ascii_letter(next))
        start_tag();
      else if (next == '/' && place_ + 2 < html_.size() && is_ascii_letter(html_[place_ + 2]))
        end_tag();
      else if (html_.substr(place_).starts_with("<!--"))
        skip_comment();
      else
        ++place_;
    }
    return std::move(out_);
  }

  std::size_t removed() const { return removed_; }

private:
  std::size_t after(std::size_t from, std::string_view end) const {
    const std::size_t found = html_.find(end, from);
    return found == std::string_view::npos ? html_.size() : found + end.size();
  }

  // "<!-->" is one, too, and "--!>" ends one.
  void skip_comment() {
    for (place_ += 2; (place_ = html_.find("--", place_)) != std::string_view::npos; ++place_) {
      const std::string_view rest = html_.substr(place_ + 2, 2);
      if (rest.starts_with('>') || rest == "!>") {
        place_ += rest.starts_with('>') ? 3 : 4;
        return;
      }
    }
    place_ = html_.size();
  }

  std::string read_name(std::size_t from) {
    std::size_t end = from;
    while (end < html_.size() && !is_space(html_[end]) && html_[end] != '/' && html_[end] != '>') ++end;
    place_ = end;
    return lowered(html_.substr(from, end - from));
  }

  void skip_while(auto wanted) {
    while (place_ < html_.size() && wanted(html_[place_])) ++place_;
  }

  // To behind the ">", as the HTML Standard tells attributes apart. True: the tag ends with "/>".
  bool skip_attributes() {
    bool closed = false;
    for (;;) {
      skip_while([&](char c) {
        if (!is_space(c) && c != '/') return false;
        closed = c == '/';
        return true;
      });
      if (place_ >= html_.size()) return closed;
      if (html_[place_++] == '>') return closed;
      closed = false;
      skip_while([](char c) { return !is_space(c) && c != '/' && c != '>' && c != '='; });
      skip_while(is_space);
      if (html_.substr(place_, 1) == "=") skip_value();
    }
  }

  void skip_value() {
    ++place_;
    skip_while(is_space);
    const char quote = place_ < html_.size() ? html_[place_] : '>';
    if (quote == '"' || quote == '\'')
      place_ = after(place_ + 1, std::string_view(&quote, 1));
    else
      skip_while([](char c) { return !is_space(c) && c != '>'; });
  }

  void blank(std::size_t from) {
    std::fill(out_.begin() + static_cast<std::ptrdiff_t>(from), out_.begin() + static_cast<std::ptrdiff_t>(place_),
              ' ');
    ++removed_;
  }

  void start_tag() {
    const std::size_t from = place_;
    const std::string name = read_name(from + 1);
    const bool closed = skip_attributes();
    const bool draws = is_in(drawn, name) && (in_drawing_ || name == "svg");
    const bool opens =
        !is_in(raw_text, name) && !is_in(empty_elements, name) && !is_in(self_closing, name) && !(closed && draws);
    const bool formats = is_in(formatting, name);
    if (opens && (open_ >= deepest || (formats && open_formats_ >= deepest_format))) return blank(from);
    in_drawing_ = draws;
    if (is_in(raw_text, name)) return skip_raw(name);
    if (!opens) return;
    ++open_by_name_[name];
    ++open_;
    open_formats_ += formats;
  }

  // Only what was opened by the same name is closed: an element of formatting outlives those around it.
  void end_tag() {
    const std::string name = read_name(place_ + 2);
    skip_attributes();
    const auto found = open_by_name_.find(name);
    if (found == open_by_name_.end() || found->second == 0) return;
    --found->second;
    --open_;
    open_formats_ -= is_in(formatting, name);
  }

  // In a drawing such content is markup after all: what looks like many tags is no longer let through.
  void skip_raw(const std::string& name) {
    for (; (place_ = std::min(html_.find('<', place_), html_.size())) < html_.size(); ++place_) {
      const std::string_view rest = html_.substr(place_ + 1);
      if (rest.size() > name.size() + 1 && rest[0] == '/' && lowered(rest.substr(1, name.size())) == name &&
          !is_ascii_letter(rest[name.size() + 1]))
        return;
      if (!rest.empty() && is_ascii_letter(rest[0]) && ++raw_tags_ > most_raw_tags) out_[place_] = ' ';
    }
  }

  std::string_view html_;
  std::string out_;
  std::size_t place_ = 0, open_ = 0, open_formats_ = 0, raw_tags_ = 0, removed_ = 0;
  std::unordered_map<std::string, std::size_t> open_by_name_;
  bool in_drawing_ = false;
};

} // namespace

std::string limit_nesting(std::string_view html, std::size_t& removed) {
  Limiting limiting(html);
  std::string out = limiting.run();
  removed = limiting.removed();
  return out;
}

} // namespace stemma::input
