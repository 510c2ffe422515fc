#include "query/worker_message.hpp"

#include <catch2/catch.hpp>

using namespace stemma::query;

TEST_CASE("a job arrives as it was sent, whatever its bytes") {
  Job job;
  job.request.query = std::string("SELECT\n12\n\0é\xff", 14);
  job.request.base = "https://example.org/";
  job.request.data = "a\nb.nq";
  job.request.formats = {Format::csv, Format::turtle};
  job.memory = 1;
  job.cpu_seconds = 0;
  const Job got = decode_job(encode_job(job));
  CHECK(got.request.query == job.request.query);
  CHECK(got.request.base == job.request.base);
  CHECK(got.request.data == job.request.data);
  CHECK(got.request.formats.solutions == Format::csv);
  CHECK(got.request.formats.graph == Format::turtle);
  CHECK(got.memory == 1);
}

TEST_CASE("a job that is not whole is refused") {
  const std::string whole = encode_job({});
  for (std::size_t length = 0; length < whole.size(); ++length)
    CHECK_THROWS_AS(decode_job(whole.substr(0, length)), stemma::Error);
  CHECK_THROWS_AS(decode_job("99999999999999999999\n"), stemma::Error);
  CHECK_THROWS_AS(decode_job("18446744073709551615\n1"), stemma::Error);
}

TEST_CASE("statuses are taken one by one as their bytes come") {
  Status failed;
  failed.kind = Status::Kind::failed;
  failed.message = "no\n3\nabc";
  failed.place = {"", 2, 7};
  const std::string all = encode_status({}) + encode_status(failed);
  std::string bytes;
  std::vector<Status> got;
  for (const char byte : all) {
    bytes += byte;
    if (auto status = take_status(bytes)) got.push_back(*status);
  }
  REQUIRE(got.size() == 2);
  CHECK(got[0].kind == Status::Kind::loaded);
  CHECK(got[1].message == failed.message);
  CHECK(got[1].place.column == 7);
  CHECK(bytes.empty());
}

TEST_CASE("limits on the text hold before any process is started") {
  const Limits limits;
  CHECK_NOTHROW(require_within_limits(std::string(limits.nesting, '{'), limits));
  CHECK_THROWS_AS(require_within_limits(std::string(limits.nesting + 1, '{'), limits), stemma::Error);
  CHECK_THROWS_AS(require_within_limits(std::string(limits.query_bytes + 1, ' '), limits), stemma::Error);
  CHECK_THROWS_AS(require_within_limits("ASK { \"open }", limits), stemma::Error);
}
