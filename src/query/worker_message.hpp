#pragma once
// What passes between the program and its worker: the request on the worker's descriptor 0; on its descriptor 3, one
// after another, that the data is loaded and how the query ended. Every field is its length in decimal, a line break
// and its bytes.

#include "model/error.hpp"
#include "query/worker_process.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace stemma::query {

inline constexpr int status_descriptor = 3;

struct Job {
  Request request;
  std::uint64_t memory = 0;      // bytes; 0: do not limit
  std::uint64_t cpu_seconds = 0; // of the query, after loading
};

std::string encode_job(const Job& job);
Job decode_job(std::string_view bytes); // throws Error when it is not whole

// What the worker says on its way; the last one is `answered` or `failed`.
struct Status {
  enum class Kind { loaded, answered, failed } kind = Kind::loaded;
  std::uint64_t quads = 0;     // loaded
  Form form = Form::solutions; // answered
  std::string message{};       // failed
  Place place{};               // failed
  bool out_of_memory = false;  // failed
};

std::string encode_status(const Status& status);
// The first whole status of `bytes`, which is taken away from them; absent when there is none yet.
std::optional<Status> take_status(std::string& bytes);

} // namespace stemma::query
