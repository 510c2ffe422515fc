#include "pipeline/several_documents.hpp"

#include "input/csv_documents.hpp"
#include "input/unpacked_stream.hpp"
#include "input/web_archive.hpp"
#include "model/error.hpp"

#include <cerrno>
#include <fstream>
#include <sstream>
#include <system_error>
#include <utility>

namespace stemma::pipeline {

namespace {

// A stream that belongs to somebody else, or to whoever derives from this.
class PlainStream : public SourceStream {
public:
  PlainStream(std::istream& in, std::string shown) : in_(in), shown_(std::move(shown)) {}
  std::istream& in() override { return in_; }
  void require_whole() override {
    if (!in_.bad() || std::exchange(told_, true)) return;
    throw Error("could not be read to its end", {}, {shown_, 0, 0});
  }

private:
  std::istream& in_;
  std::string shown_;
  bool told_ = false;
};

class FileStream final : public SourceStream {
public:
  FileStream(const std::string& file, const std::string& shown) : file_(file, std::ios::binary), plain_(file_, shown) {
    if (!file_) throw Error("cannot be opened: " + std::generic_category().message(errno), {}, {shown, 0, 0});
  }
  std::istream& in() override { return file_; }
  void require_whole() override { plain_.require_whole(); }

private:
  std::ifstream file_;
  PlainStream plain_;
};

class HeldStream final : public SourceStream {
public:
  explicit HeldStream(std::string bytes) : in_(std::move(bytes)) {}
  std::istream& in() override { return in_; }
  void require_whole() override {}

private:
  std::istringstream in_;
};

class UnpackedStream final : public SourceStream {
public:
  explicit UnpackedStream(input::Unpacking packed) : buffer_(std::move(packed)), in_(&buffer_) {}
  std::istream& in() override { return in_; }
  void require_whole() override {
    if (buffer_.failure() && !std::exchange(told_, true)) throw Error(*buffer_.failure());
  }

private:
  input::UnpackedBuffer buffer_;
  std::istream in_;
  bool told_ = false;
};

class Lines final : public SeveralDocuments {
public:
  Lines(std::unique_ptr<SourceStream> from, std::string path, std::shared_ptr<const input::Columns> columns)
      : from_(std::move(from)), path_(std::move(path)), columns_(std::move(columns)) {}

  std::optional<Pending> next() override {
    for (std::string text; read_line(text);) {
      if (!text.empty() && text.back() == '\r') text.pop_back();
      if (line_ == 1 && text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
      if (text.find_first_not_of(" \t") == std::string::npos) continue;
      Pending pending{path_, std::move(text), line_, InputFormat::ndjson};
      pending.columns = columns_;
      return pending;
    }
    from_->require_whole();
    return std::nullopt;
  }

private:
  bool read_line(std::string& text) {
    ++line_;
    return static_cast<bool>(std::getline(from_->in(), text));
  }

  std::unique_ptr<SourceStream> from_;
  std::string path_;
  std::shared_ptr<const input::Columns> columns_;
  std::uint64_t line_ = 0;
};

class Rows final : public SeveralDocuments {
public:
  Rows(std::unique_ptr<SourceStream> from, std::string path, const std::shared_ptr<const input::Columns>& columns)
      : from_(std::move(from)), path_(path), documents_(from_->in(), path, columns ? *columns : input::Columns()) {}

  std::optional<Pending> next() override {
    std::optional<Reading> reading = documents_.next();
    if (!reading) {
      from_->require_whole();
      return std::nullopt;
    }
    return Pending{path_, std::move(*reading), documents_.line(), InputFormat::csv};
  }

private:
  std::unique_ptr<SourceStream> from_;
  std::string path_;
  input::CsvDocuments documents_;
};

class Answers final : public SeveralDocuments {
public:
  Answers(std::unique_ptr<SourceStream> from, std::string path)
      : from_(std::move(from)), path_(path), archive_(from_->in(), path) {}

  std::optional<Pending> next() override {
    std::optional<input::WebResponse> answer;
    try {
      answer = archive_.next();
    } catch (const Error&) {
      from_->require_whole(); // says better why
      throw;
    }
    if (!answer) {
      from_->require_whole();
      return std::nullopt;
    }
    Pending pending{path_ + "#" + answer->url, std::move(answer->body), 0,
                    answer->is_page ? InputFormat::html : InputFormat::text};
    pending.url = std::move(answer->url);
    pending.charset = std::move(answer->charset);
    pending.retrieved = std::move(answer->retrieved);
    return pending;
  }

private:
  std::unique_ptr<SourceStream> from_;
  std::string path_;
  input::WebArchive archive_;
};

class Members final : public SeveralDocuments {
public:
  Members(input::Unpacking packed, std::string path, InputFormat format, std::shared_ptr<const input::Columns> columns)
      : packed_(std::move(packed)), path_(std::move(path)), format_(format), columns_(std::move(columns)) {}

  std::optional<Pending> next() override {
    for (;;) {
      if (inside_) {
        if (auto pending = inside_->next()) return pending;
        inside_.reset();
      }
      const std::optional<std::string> name = next_name();
      if (!name) break;
      if (is_hidden(*name) || !input::is_wanted(*name, format_)) continue;
      found_ = true;
      if (!holds_several(format_)) return Pending{path_ + "/" + *name, read_member(*name), 0, format_};
      inside_ = open_documents(format_, stream_of_bytes(read_member(*name)), path_ + "/" + *name, columns_);
    }
    if (!std::exchange(found_, true))
      throw Error("nothing in this archive has a name that is looked for",
                  "inside, names end as in a folder: .txt, .md, "
                  ".html, .htm, or as --format says",
                  {path_, 0, 0});
    return std::nullopt;
  }

private:
  static bool is_hidden(const std::string& name) {
    return name.starts_with('.') || name.find("/.") != std::string::npos;
  }

  std::optional<std::string> next_name() {
    try {
      return packed_.next();
    } catch (const Error&) {
      found_ = true; // what it holds is not known
      throw;
    }
  }

  std::string read_member(const std::string& name) {
    try {
      return packed_.read_whole();
    } catch (const Error& error) {
      throw Error(error.what(), error.hint(), {path_ + "/" + name, 0, 0});
    }
  }

  input::Unpacking packed_;
  std::string path_;
  InputFormat format_;
  std::shared_ptr<const input::Columns> columns_;
  std::unique_ptr<SeveralDocuments> inside_; // the member that is open, where members hold several
  bool found_ = false;
};

} // namespace

std::unique_ptr<SourceStream> stream_of(std::istream& in, const std::string& shown) {
  return std::make_unique<PlainStream>(in, shown);
}

std::unique_ptr<SourceStream> stream_of_file(const std::string& file, const std::string& shown) {
  return std::make_unique<FileStream>(file, shown);
}

std::unique_ptr<SourceStream> stream_of_bytes(std::string bytes) {
  return std::make_unique<HeldStream>(input::is_packed(bytes) ? input::unpack(bytes, "") : std::move(bytes));
}

std::unique_ptr<SourceStream> stream_of(input::Unpacking packed) {
  return std::make_unique<UnpackedStream>(std::move(packed));
}

bool holds_several(InputFormat format) {
  return format == InputFormat::ndjson || format == InputFormat::csv || format == InputFormat::warc;
}

std::unique_ptr<SeveralDocuments> open_documents(InputFormat format, std::unique_ptr<SourceStream> from,
                                                 const std::string& path,
                                                 const std::shared_ptr<const input::Columns>& columns) {
  if (format == InputFormat::csv) return std::make_unique<Rows>(std::move(from), path, columns);
  if (format == InputFormat::warc) return std::make_unique<Answers>(std::move(from), path);
  return std::make_unique<Lines>(std::move(from), path, columns);
}

std::unique_ptr<SeveralDocuments> open_archive(input::Unpacking packed, const std::string& path, InputFormat format,
                                               const std::shared_ptr<const input::Columns>& columns) {
  return std::make_unique<Members>(std::move(packed), path, format, columns);
}

} // namespace stemma::pipeline
