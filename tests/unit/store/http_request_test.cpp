#include "model/error.hpp"
#include "store/load_graphs.hpp"
#include "store/sparql_endpoint.hpp"

#include <catch2/catch.hpp>

#include <fstream>

using namespace stemma::store;
using std::chrono::milliseconds;

TEST_CASE("passwords are in no message") {
  CHECK(without_credentials("http://user:"
                            "secret@host:80/path?x=a@b") == "http://host:80/path?x=a@b");
  CHECK(without_credentials("http://user:"
                            "se@cret@host/") == "http://host/");
  CHECK(without_credentials("http://host/a@b") == "http://host/a@b");
  CHECK(without_credentials("host") == "host");
  CHECK(without_credentials("http://") == "http://");
}

TEST_CASE("only unreserved characters stay as they are in a form") {
  CHECK(percent_encode("aZ9-._~") == "aZ9-._~");
  CHECK(percent_encode("a b&c=d%é\n") == "a%20b%26c%3Dd%25%C3%A9%0A");
}

TEST_CASE("what a server says is shown in one harmless line") {
  CHECK(excerpt("  line one\r\n\tline two\x1b[1m  ") == "line one line two [1m");
  CHECK(excerpt("caf\xc3\xa9") == "caf??");
  CHECK(excerpt(std::string(500, 'x'), 10) == "xxxxxxxxxx...");
  CHECK(excerpt("") == "");
}

TEST_CASE("a server that is not there is asked again, with longer pauses") {
  std::vector<std::int64_t> pauses;
  RetryPolicy policy;
  policy.attempts = 5;
  policy.first_wait = milliseconds(100);
  policy.longest_wait = milliseconds(300);
  policy.sleep = [&](milliseconds pause) { pauses.push_back(pause.count()); };
  HttpRequest request;
  request.url = "http://127.0.0.1:1/"; // nobody listens on tcpmux
  CHECK_THROWS_AS(send_patiently(request, policy), TransportFault);
  CHECK(pauses == std::vector<std::int64_t>{100, 200, 300, 300});
}

TEST_CASE("what will not pass is not asked again") {
  RetryPolicy policy;
  policy.sleep = [](milliseconds) { FAIL("there is nothing to wait for"); };
  for (const char* url : {"file:///etc/hostname", "gopher://127.0.0.1/", "no url at all", "http://"}) {
    HttpRequest request;
    request.url = url;
    CHECK_THROWS_AS(send_patiently(request, policy), TransportFault);
    CHECK_THROWS_AS(Endpoint(url, {{}, 1000, policy}).query("ASK {}"), stemma::Error);
  }
}

TEST_CASE("a dataset is read graph by graph") {
  const std::string file = "test_store_graphs.nq";
  std::ofstream(file) << "<http://x/b> <http://x/p> \"1\" <http://x/g2> .\n"
                         "<http://x/a> <http://x/p> \"a\\\"b\"@en <http://x/g1> .\n"
                         "<http://x/a> <http://x/p> <http://x/c> <http://x/g2> .\n";
  const Graphs graphs = read_graphs(file);
  REQUIRE(graphs.size() == 2);
  CHECK(graphs.at("http://x/g2").triples == 2);
  CHECK(graphs.at("http://x/g1").ntriples == "<http://x/a> <http://x/p> \"a\\\"b\"@en .\n");
  std::ofstream(file) << "<http://x/b> <http://x/p> \"1\" .\n";
  CHECK_THROWS_AS(read_graphs(file), stemma::Error);
  std::filesystem::remove(file);
}
