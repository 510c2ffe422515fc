#include "input/page_charset.hpp"
#include "text/charset.hpp"

#include <catch2/catch.hpp>

using namespace stemma;

TEST_CASE("a page names its charset in its first bytes") {
  using input::find_named_charset;
  CHECK(find_named_charset("<meta charset=utf-8>") == "utf-8");
  CHECK(find_named_charset("<html><head><META CHARSET = 'KOI8-R' >") == "koi8-r");
  CHECK(find_named_charset("<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>") ==
        "windows-1251");
  CHECK(find_named_charset("<meta content=\"text/html;charset='big5'\" http-equiv=content-type>") == "big5");
  CHECK(find_named_charset("<meta name=description content='charset=big5'>").empty());
  CHECK(find_named_charset("<!-- <meta charset=big5> --><meta charset=gbk>") == "gbk");
  CHECK(find_named_charset("<a title='<meta charset=big5>'><meta charset=gbk>") == "gbk");
  CHECK(find_named_charset("<metal charset=big5>").empty());
  CHECK(find_named_charset(std::string(1024, ' ') + "<meta charset=big5>").empty());
  CHECK(find_named_charset("<meta charset").empty());
  CHECK(find_named_charset("<meta =x=y charset=\"big5").size() == 4);
  CHECK(input::charset_in("text/html").empty());
  CHECK(input::charset_in("text/html; Charset = \"UTF-8\"; x=y") == "utf-8");
}

TEST_CASE("labels mean what the standard says") {
  using text::find_web_charset;
  CHECK(find_web_charset(" Latin1 ") == "windows-1252");
  CHECK(find_web_charset("US-ASCII") == "windows-1252");
  CHECK(find_web_charset("iso-8859-1") == "windows-1252");
  CHECK(find_web_charset("UTF-16LE") == "UTF-8");
  CHECK(find_web_charset("gb2312") == "gb18030");
  CHECK(find_web_charset("sjis").has_value());
  CHECK(find_web_charset("windows-1251").has_value());
  CHECK(find_web_charset("koi8-u").has_value());
  CHECK_FALSE(find_web_charset("klingon"));
  CHECK_FALSE(find_web_charset("scsu"));
  CHECK_FALSE(find_web_charset("ibm037"));
  CHECK_FALSE(find_web_charset(""));
}
