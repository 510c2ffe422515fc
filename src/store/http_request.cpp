#include "store/http_request.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <thread>

namespace stemma::store {
namespace {

using std::chrono::milliseconds;

struct Receiver {
  std::string body;
  std::uint64_t most = 0;
};

std::size_t receive(char* bytes, std::size_t size, std::size_t count, void* context) {
  auto& receiver = *static_cast<Receiver*>(context);
  if (receiver.body.size() + size * count > receiver.most) return 0; // ends the transfer
  receiver.body.append(bytes, size * count);
  return size * count;
}

void start_library() { // libcurl asks for this once, before the first handle
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

class Transfer {
public:
  explicit Transfer(const HttpRequest& request) : handle_(make_handle()) {
    set(CURLOPT_URL, request.url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_ANY));
    if (!request.access.user_password.empty()) set(CURLOPT_USERPWD, request.access.user_password.c_str());
    if (!request.access.ca_file.empty()) set(CURLOPT_CAINFO, request.access.ca_file.c_str());
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(request.timeout.count()));
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(request.connect_timeout.count()));
    set(CURLOPT_USERAGENT, "stemma");
    set(CURLOPT_WRITEFUNCTION, receive);
    set(CURLOPT_WRITEDATA, &receiver_);
    set(CURLOPT_ERRORBUFFER, message_);
    receiver_.most = request.response_bytes;
    for (const std::string& header : request.headers) add_header(header.c_str());
    if (!request.access.token.empty()) add_header(("Authorization: Bearer " + request.access.token).c_str());
    add_header("Expect:"); // some stores never answer "100 Continue"
    set(CURLOPT_HTTPHEADER, headers_.get());
    if (request.method == "GET") return;
    set(CURLOPT_CUSTOMREQUEST, request.method.c_str());
    set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    set(CURLOPT_POSTFIELDS, request.body.data());
  }

  HttpResponse run() {
    const CURLcode code = curl_easy_perform(handle_.get());
    if (code != CURLE_OK) throw fault(code);
    HttpResponse response;
    long status = 0;
    const char* type = nullptr;
    const char* redirect = nullptr;
    curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(handle_.get(), CURLINFO_CONTENT_TYPE, &type);
    response.status = static_cast<int>(status);
    curl_easy_getinfo(handle_.get(), CURLINFO_REDIRECT_URL, &redirect);
    if (redirect) response.redirect = redirect;
    response.content_type = media_type(type ? type : "");
    response.body = std::move(receiver_.body);
    return response;
  }

private:
  using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
  static Handle make_handle() {
    start_library();
    Handle handle(curl_easy_init(), curl_easy_cleanup);
    if (!handle) throw TransportFault("libcurl did not start", false);
    return handle;
  }

  template <class Value>
  void set(CURLoption option, Value value) {
    curl_easy_setopt(handle_.get(), option, value);
  }

  void add_header(const char* header) {
    curl_slist* longer = curl_slist_append(headers_.get(), header);
    if (!longer) throw std::bad_alloc();
    static_cast<void>(headers_.release()); // it is part of the longer list now
    headers_.reset(longer);
  }

  TransportFault fault(CURLcode code) const {
    if (code == CURLE_WRITE_ERROR) return {"the answer is longer than the limit", false};
    if (code == CURLE_OPERATION_TIMEDOUT) return {"no answer in time", false};
    const bool may_pass = code == CURLE_COULDNT_CONNECT || code == CURLE_GOT_NOTHING || code == CURLE_RECV_ERROR ||
                          code == CURLE_SEND_ERROR || code == CURLE_PARTIAL_FILE;
    const bool trust = code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CACERT_BADFILE;
    return {message_[0] ? message_ : curl_easy_strerror(code), may_pass, trust};
  }

  static std::string media_type(std::string type) {
    type.resize(std::min(type.find(';'), type.size()));
    while (!type.empty() && type.back() == ' ') type.pop_back();
    for (char& c : type)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return type;
  }

  Handle handle_;
  std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers_{nullptr, curl_slist_free_all};
  Receiver receiver_;
  char message_[CURL_ERROR_SIZE] = {};
};

bool is_passing(int status) { return status == 429 || status == 500 || (status >= 502 && status <= 504); }

} // namespace

HttpResponse send(const HttpRequest& request) { return Transfer(request).run(); }

HttpResponse send_patiently(const HttpRequest& request, const RetryPolicy& policy) {
  milliseconds wait = policy.first_wait;
  for (unsigned attempt = 1;; ++attempt) {
    const bool last = attempt >= policy.attempts;
    try {
      HttpResponse response = send(request);
      if (last || !is_passing(response.status)) return response;
    } catch (const TransportFault& fault) {
      if (last || !fault.may_pass()) throw;
    }
    if (policy.sleep)
      policy.sleep(wait);
    else
      std::this_thread::sleep_for(wait);
    wait = std::min(wait * 2, policy.longest_wait);
  }
}

std::string without_credentials(const std::string& url) {
  const auto scheme = url.find("://");
  if (scheme == std::string::npos) return url;
  const auto host = scheme + 3;
  const auto authority_end = std::min(url.find_first_of("/?#", host), url.size());
  const auto at = url.rfind('@', authority_end);
  return at == std::string::npos || at < host ? url : url.substr(0, host) + url.substr(at + 1);
}

bool has_credentials(const std::string& url) { return without_credentials(url) != url; }

std::string percent_encode(std::string_view text) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                       c == '.' || c == '_' || c == '~';
    if (plain) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  return out;
}

std::string excerpt(const std::string& body, std::size_t most) {
  std::string line;
  for (const char c : body) {
    const auto byte = static_cast<unsigned char>(c);
    const char shown = byte < 0x20 || byte == 0x7F ? ' ' : byte >= 0x80 ? '?' : c;
    if (shown == ' ' && (line.empty() || line.back() == ' ')) continue;
    line += shown;
    if (line.size() >= most) return line + "...";
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

} // namespace stemma::store
