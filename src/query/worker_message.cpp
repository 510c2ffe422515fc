#include "query/worker_message.hpp"

#include <charconv>

namespace stemma::query {
namespace {

void put(std::string& out, std::string_view field) {
  out.append(std::to_string(field.size())).append("\n").append(field);
}
void put(std::string& out, std::uint64_t number) { put(out, std::to_string(number)); }

// Takes fields off the front of a text; `whole` turns false when one is not complete.
class FieldReader {
public:
  explicit FieldReader(std::string_view bytes) : rest_(bytes) {}

  std::string_view text() {
    const auto line_end = rest_.find('\n');
    std::size_t length = 0;
    if (line_end == std::string_view::npos || !parse(rest_.substr(0, line_end), length) ||
        length > rest_.size() - line_end - 1) {
      whole_ = false;
      return {};
    }
    const std::string_view field = rest_.substr(line_end + 1, length);
    rest_.remove_prefix(line_end + 1 + length);
    return field;
  }

  std::uint64_t number() {
    std::uint64_t value = 0;
    if (!parse(text(), value)) whole_ = false;
    return value;
  }

  bool whole() const { return whole_; }
  std::string_view rest() const { return rest_; }

private:
  template <class Number>
  static bool parse(std::string_view digits, Number& value) {
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return result.ec == std::errc() && result.ptr == digits.data() + digits.size();
  }

  std::string_view rest_;
  bool whole_ = true;
};

} // namespace

std::string encode_job(const Job& job) {
  std::string out;
  put(out, job.memory);
  put(out, job.cpu_seconds);
  put(out, job.request.data.native());
  put(out, job.request.base);
  put(out, static_cast<std::uint64_t>(job.request.formats.solutions));
  put(out, static_cast<std::uint64_t>(job.request.formats.graph));
  put(out, job.request.query);
  return out;
}

Job decode_job(std::string_view bytes) {
  FieldReader fields(bytes);
  Job job;
  job.memory = fields.number();
  job.cpu_seconds = fields.number();
  job.request.data = std::string(fields.text());
  job.request.base = fields.text();
  job.request.formats.solutions = static_cast<Format>(fields.number());
  job.request.formats.graph = static_cast<Format>(fields.number());
  job.request.query = fields.text();
  if (!fields.whole()) throw Error("this is no request to a query worker", "it is started by 'stemma query'");
  return job;
}

std::string encode_status(const Status& status) {
  std::string out;
  put(out, static_cast<std::uint64_t>(status.kind));
  put(out, status.quads);
  put(out, static_cast<std::uint64_t>(status.form));
  put(out, status.message);
  put(out, status.place.file);
  put(out, status.place.line);
  put(out, status.place.column);
  put(out, status.out_of_memory ? 1 : 0);
  return out;
}

std::optional<Status> take_status(std::string& bytes) {
  FieldReader fields(bytes);
  Status status;
  status.kind = static_cast<Status::Kind>(fields.number());
  status.quads = fields.number();
  status.form = static_cast<Form>(fields.number());
  status.message = fields.text();
  status.place.file = fields.text();
  status.place.line = fields.number();
  status.place.column = fields.number();
  status.out_of_memory = fields.number() != 0;
  if (!fields.whole()) return std::nullopt;
  bytes.erase(0, bytes.size() - fields.rest().size());
  return status;
}

} // namespace stemma::query
