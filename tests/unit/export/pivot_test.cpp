#include "export/pivot.hpp"
#include "model/error.hpp"

#include <catch2/catch.hpp>

using stemma::exporting::pivot;

TEST_CASE("a table of three columns becomes a matrix") {
  CHECK(pivot("from,to,n\r\nB,?,2\r\nA,\"Y, \"\"the\"\" one\",1\r\n?,X,4\r\nA,X,3\r\n") ==
        "from,X,\"Y, \"\"the\"\" one\",?\r\nA,3,1,0\r\nB,0,0,2\r\n?,4,0,0\r\n");
  CHECK(pivot("from,to,n\n") == "from\r\n");
  CHECK(pivot("") == "\r\n");
  CHECK_THROWS_AS(pivot("from,to\nA,B\n"), stemma::Error);
}
