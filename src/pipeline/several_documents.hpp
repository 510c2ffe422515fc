#pragma once
// Files that hold several documents, open: lines, tables, web archives, archives of files. They give one after the
// other and hold no more than that.

#include "input/unpacking.hpp"
#include "pipeline/pending.hpp"

#include <istream>
#include <memory>
#include <optional>
#include <string>

namespace stemma::pipeline {

class SeveralDocuments {
public:
  virtual ~SeveralDocuments() = default;
  // Empty: it is at its end. Throws Error for one that cannot be read; the next call goes on behind it.
  virtual std::optional<Pending> next() = 0;
};

// Where the documents of a file come from: a stream, and what keeps it open.
class SourceStream {
public:
  virtual ~SourceStream() = default;
  virtual std::istream& in() = 0;
  // Throws Error when the stream ended before its time; only once.
  virtual void require_whole() = 0;
};

std::unique_ptr<SourceStream> stream_of(std::istream& in, const std::string& shown); // `in` outlives it
std::unique_ptr<SourceStream> stream_of_file(const std::string& file, const std::string& shown);
std::unique_ptr<SourceStream> stream_of_bytes(std::string bytes);
std::unique_ptr<SourceStream> stream_of(input::Unpacking packed);

bool holds_several(InputFormat format); // ndjson, csv, warc

std::unique_ptr<SeveralDocuments> open_documents(InputFormat format, std::unique_ptr<SourceStream> from,
                                                 const std::string& path,
                                                 const std::shared_ptr<const input::Columns>& columns);

// The members that a folder would be searched for, as "archive/member"; hidden ones are passed over.
std::unique_ptr<SeveralDocuments> open_archive(input::Unpacking packed, const std::string& path, InputFormat format,
                                               const std::shared_ptr<const input::Columns>& columns);

} // namespace stemma::pipeline
