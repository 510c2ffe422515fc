#pragma once
// One HTTP request over libcurl. Credentials are offered in any way the server asks for and never shown in a message.
// The certificate of an https server is always checked. No redirect is followed.

#include <chrono>
#include <cstdint>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace stemma::store {

// How a server lets one in. At most one of the first two is set.
struct Access {
  std::string user_password; // "user:password", for Basic and Digest; empty: none
  std::string token;         // for "Authorization: Bearer"; empty: none
  std::string ca_file;       // certificates to trust instead of the system's, PEM; empty: the system's
};

struct HttpRequest {
  std::string method = "GET";
  std::string url;
  std::vector<std::string> headers; // "Name: value"
  std::string body;
  Access access{};
  std::chrono::milliseconds timeout{60'000}; // 0: none
  std::chrono::milliseconds connect_timeout{10'000};
  std::uint64_t response_bytes = std::uint64_t{2} << 30; // a longer answer is a fault
};

struct HttpResponse {
  int status = 0;
  std::string content_type; // without parameters, in small letters
  std::string redirect;     // where a status of 3xx points to; it was not followed
  std::string body;
  bool is_success() const { return status >= 200 && status < 300; }
};

// No whole answer came: no connection, too slow, cut off, too long.
class TransportFault : public std::runtime_error {
public:
  TransportFault(const std::string& message, bool may_pass, bool is_about_trust = false)
      : std::runtime_error(message), may_pass_(may_pass), is_about_trust_(is_about_trust) {}
  bool may_pass() const { return may_pass_; }             // the same request may have an answer later
  bool is_about_trust() const { return is_about_trust_; } // the server's certificate did not convince

private:
  bool may_pass_, is_about_trust_;
};

// Throws TransportFault; every status is an answer.
HttpResponse send(const HttpRequest& request);

// How often and how long one waits for a server that is not well.
struct RetryPolicy {
  unsigned attempts = 5;
  std::chrono::milliseconds first_wait{250}; // doubled after each attempt
  std::chrono::milliseconds longest_wait{8'000};
  std::function<void(std::chrono::milliseconds)> sleep; // empty: of the thread
};

// As `send`, again after connection faults and the statuses 429, 500, 502, 503 and 504, but not when the time
// is up: what took too long once does again. For requests that may be repeated without harm. The last answer or fault
// is the result.
HttpResponse send_patiently(const HttpRequest& request, const RetryPolicy& policy);

// The URL without user and password, for messages.
std::string without_credentials(const std::string& url);

// Whether there is a user, or a user and a password, before the host.
bool has_credentials(const std::string& url);

// "%20"-style encoding of everything but letters, digits and "-._~".
std::string percent_encode(std::string_view text);

// One line of what the server says, without control characters, at most `most` bytes.
std::string excerpt(const std::string& body, std::size_t most = 300);

} // namespace stemma::store
