#include "store/sparql_endpoint.hpp"

#include "model/error.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace stemma::store {
namespace {

// Sends, and turns whatever is not a success into an Error.
HttpResponse require_success(const HttpRequest& request, const RetryPolicy& retry) {
  try {
    HttpResponse response = send_patiently(request, retry);
    if (response.is_success()) return response;
    throw refusal(request.url, response);
  } catch (const TransportFault& fault) {
    throw no_answer(request.url, fault);
  }
}

// Virtuoso answers ASK as a table of one column, "__ASK_RETVAL", with one row for yes and none for no.
std::string normalise_boolean(const std::string& body) {
  if (body.find("__ASK_RETVAL") == std::string::npos) return body;
  const auto json = nlohmann::json::parse(body, nullptr, false);
  const nlohmann::json::json_pointer name("/head/vars/0"), rows("/results/bindings"), value("/0/__ASK_RETVAL/value");
  if (json.is_discarded() || !json.contains(name) || json.at(name) != "__ASK_RETVAL" || !json.contains(rows))
    return body;
  const auto& found = json.at(rows);
  const bool yes = found.contains(value) && (found.at(value) == "1" || found.at(value) == "true");
  return fmt::format(R"({{"head":{{}},"boolean":{}}})", yes);
}

} // namespace

Error refusal(const std::string& url, const HttpResponse& response) {
  std::string hint;
  if (response.status == 401 || response.status == 403)
    hint = "name a file with user:password as --user-file, or with a token as --token-file";
  if (response.status == 404) hint = "is this the right path? stores differ: /query, /sparql, /ds/query";
  if (!response.redirect.empty())
    hint = fmt::format("it points to {}; redirects are not followed, give the address itself",
                       excerpt(without_credentials(response.redirect)));
  const std::string words = excerpt(response.body);
  return Error(
      fmt::format("{} answers {}{}{}", without_credentials(url), response.status, words.empty() ? "" : ": ", words),
      hint);
}

Error no_answer(const std::string& url, const TransportFault& fault) {
  return Error(fmt::format("{}: {}", without_credentials(url), fault.what()),
               fault.is_about_trust() ? "name the certificates to trust as --ca-file; they are always checked"
                                      : "is the store running, and is the URL right?");
}

Endpoint::Endpoint(std::string url, EndpointOptions options) : url_(std::move(url)), options_(std::move(options)) {}

EndpointAnswer Endpoint::query(const std::string& sparql, AnswerKind kind) const {
  HttpRequest request{.method = "POST", .url = url_, .headers = {}, .body = "query=" + percent_encode(sparql)};
  request.headers = {"Content-Type: application/x-www-form-urlencoded",
                     kind == AnswerKind::table ? "Accept: application/sparql-results+json"
                                               : "Accept: text/turtle, application/n-triples;q=0.9"};
  request.access = options_.access;
  request.timeout = options_.timeout;
  request.response_bytes = options_.answer_bytes;
  HttpResponse response = require_success(request, options_.retry);
  const std::string& type = response.content_type;
  if (type == "application/sparql-results+json" || type == "application/json")
    return {AnswerKind::table, normalise_boolean(response.body)};
  if (type == "text/turtle" || type == "application/n-triples" || type == "application/x-turtle")
    return {AnswerKind::graph, std::move(response.body)};
  throw Error(fmt::format("{} answers in '{}', which was not asked for", without_credentials(url_), excerpt(type)),
              "is this the address for queries?");
}

void Endpoint::update(const std::string& sparql) const {
  HttpRequest request{.method = "POST", .url = url_, .headers = {}, .body = sparql};
  request.headers = {"Content-Type: application/sparql-update; charset=utf-8"};
  request.access = options_.access;
  request.timeout = options_.timeout;
  request.response_bytes = options_.answer_bytes;
  require_success(request, options_.retry);
}

} // namespace stemma::store
