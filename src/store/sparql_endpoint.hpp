#pragma once
// A SPARQL 1.1 endpoint that answers queries and takes updates.

#include "model/error.hpp"
#include "store/http_request.hpp"

#include <chrono>
#include <cstdint>
#include <string>

namespace stemma::store {

enum class AnswerKind { table, graph }; // SELECT and ASK; CONSTRUCT and DESCRIBE

struct EndpointAnswer {
  AnswerKind kind = AnswerKind::table;
  std::string body; // SPARQL 1.1 Query Results JSON for a table; Turtle for a graph
};

struct EndpointOptions {
  std::chrono::milliseconds timeout{60'000};
  std::uint64_t answer_bytes = std::uint64_t{2} << 30;
  RetryPolicy retry{};
  Access access{};
};

// What a server's refusal, or its silence, means to the user; no password is in it.
Error refusal(const std::string& url, const HttpResponse& response);
Error no_answer(const std::string& url, const TransportFault& fault);

class Endpoint {
public:
  explicit Endpoint(std::string url, EndpointOptions options = {});

  // `kind` is what the query asks for: some servers give tables of everything where both are welcome. Throws Error with
  // what the server says when it refuses, and when no answer can be had.
  EndpointAnswer query(const std::string& sparql, AnswerKind kind = AnswerKind::table) const;
  // The same for an update; it must be one that may be repeated without harm, for it is when the server stumbles.
  void update(const std::string& sparql) const;

private:
  std::string url_;
  EndpointOptions options_;
};

} // namespace stemma::store
