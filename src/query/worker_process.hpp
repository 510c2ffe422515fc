#pragma once
// A query in a process of its own. The engine gives no promise that a query ends, stays within memory or does not take
// its process with it; a process can be limited and killed. The worker is this program started anew, not a fork that
// goes on: it shares no thread, lock or open file with the one that asks.

#include "query/engine_store.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace stemma::query {

// The command that starts a worker: a program whose main calls serve_worker().
struct WorkerCommand {
  std::filesystem::path program;
  std::vector<std::string> arguments;
};

struct Limits {
  std::chrono::milliseconds query_time{60'000};    // of the query alone
  std::chrono::milliseconds loading_time{600'000}; // of reading the data, before it
  std::uint64_t memory = std::uint64_t{2} << 30;   // bytes, data and query together
  std::size_t query_bytes = std::size_t{256} << 10;
  std::size_t nesting = 256; // of '{', '(' and '['
};

struct Request {
  std::string query; // parameters are bound; goes behind the prologue of stored_query.hpp
  std::string base;
  std::filesystem::path data; // .nq, .trig, .nt or .ttl
  AnswerFormats formats;
};

struct Answer {
  Form form = Form::solutions;
  std::uint64_t quads = 0; // in the data
  std::chrono::milliseconds loading_time{}, query_time{};
};

// Throws Error for a query that is longer or deeper than the limits allow, or is no sound text.
void require_within_limits(const std::string& query, const Limits& limits);

// Hands the answer to `sink` as it comes. Throws Error: what require_within_limits finds, what is wrong with the query
// (line and column in the place, no file) or the data, which limit was passed, or how the worker died. The sink may
// have seen a fragment then. When the sink gives false the worker is stopped and the answer counts as whole.
Answer ask_worker(const WorkerCommand& worker, const Request& request, const Limits& limits, const Sink& sink);

// The other end: answers one request that comes on descriptor 0, writes the answer to 1 and how it went to 3. The value
// is the exit code. Throws Error where nobody listens on 3.
int serve_worker();

} // namespace stemma::query
