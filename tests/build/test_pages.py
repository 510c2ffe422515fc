#!/usr/bin/env python3
"""Pages of the web: their text is kept and offsets count in it, broken ones cost nobody else anything."""

import hashlib
import json
import pathlib
import tempfile

from program import build, files_of, stemma

PAGES = pathlib.Path(__file__).resolve().parents[1] / "input/pages"
NONE = ("--model", "none")
PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Shells for {0} | The Post</title>
<meta property="article:published_time" content="2023-11-0{0}"><meta property="og:site_name" content="The Post"></head>
<body><nav><a href="/">Iran and Israel, all the news of the day from everywhere</a></nav><article><h1>Shells for {0}</h1>
<p>North Korea has sent shells to Russia, South Korea said {0} times.</p></article></body></html>"""


def records(out):
    return {r["document"]["path"]: r for r in map(json.loads, (out / "records.ndjson").read_text().splitlines())}


def write_pages(folder, count):
    folder.mkdir(parents=True, exist_ok=True)
    for i in range(1, count + 1):
        (folder / f"{i}.html").write_text(PAGE.format(i))


def texts_are_kept(folder):
    news, out = folder / "news", folder / "out"
    write_pages(news, 3)
    (news / "plain.txt").write_text("North Korea has sent shells to Russia.")
    build(news, "-o", out, *NONE)
    found = records(out)
    assert set(found) == {"1.html", "2.html", "3.html", "plain.txt"}, found.keys()
    document = found["2.html"]["document"]
    assert document["title"] == "Shells for 2" and document["publisher"] == "The Post" and document["published"] == "2023-11-02"
    assert document["sha256"] == hashlib.sha256((news / "2.html").read_bytes()).hexdigest()
    text = (out / "texts" / (document["textSha256"] + ".txt")).read_bytes()
    assert hashlib.sha256(text).hexdigest() == document["textSha256"]
    assert text.decode() == "Shells for 2\n\nNorth Korea has sent shells to Russia, South Korea said 2 times.\n"
    for entity in found["2.html"]["entities"]:
        assert entity["label"] not in ("Iran", "Israel"), entity
        for mention in entity["mentions"]:
            assert text.decode()[mention["start"]:mention["end"]] == mention["text"], mention
    assert "textSha256" not in found["plain.txt"]["document"]
    done = stemma("verify", out, "--source", news)
    assert done.returncode == 0, done.stdout
    kept = out / "texts" / (document["textSha256"] + ".txt")
    kept.write_text("Another text.")
    done = stemma("verify", out, "--source", news)
    assert done.returncode == 1 and b"file: texts/" in done.stdout, done.stdout
    (news / "1.html").write_text(PAGE.format(1).replace("said", "denied"))
    done = stemma("verify", out, "--source", news)
    assert b"source: 1.html" in done.stdout, done.stdout


def reuse_gives_the_same(folder):
    news = folder / "again"
    write_pages(news, 4)
    build(news, "-o", folder / "full", *NONE)
    build(news, "--into", folder / "into", *NONE)
    (news / "5.html").write_text(PAGE.format(5))
    message = build(news, "--into", folder / "into", *NONE)
    assert "4 " in message, message
    build(news, "-o", folder / "full", *NONE)
    assert files_of(folder / "full") == files_of(folder / "into")
    assert len(list((folder / "into/texts").iterdir())) == 5


def files_of_the_user_stay(folder):
    news, out = folder / "theirs", folder / "theirs-out"
    write_pages(news, 2)
    build(news, "-o", out, *NONE)
    (out / "texts/notes.txt").write_text("mine")
    (out / "mine").mkdir()
    (news / "2.html").unlink()
    build(news, "-o", out, *NONE)
    assert (out / "texts/notes.txt").read_text() == "mine" and (out / "mine").is_dir()
    assert len(list((out / "texts").iterdir())) == 2
    (news / "1.html").rename(news / "1.txt")
    build(news, "-o", out, *NONE)
    assert [f.name for f in (out / "texts").iterdir()] == ["notes.txt"]
    blocked = folder / "blocked"
    build(news, "-o", blocked, *NONE)
    (blocked / "texts").write_text("a file of theirs")
    (news / "1.txt").rename(news / "1.html")
    message = build(news, "-o", blocked, *NONE, code=2)
    assert "in the way" in message and (blocked / "texts").read_text() == "a file of theirs", message


def hostile_pages(folder):
    news = folder / "hostile"
    write_pages(news, 1)
    text = "<p>North Korea has sent shells to Russia.</p>"
    pages = {
        "binary.html": b"\x7fELF\0\0\0\1\2\3\4\5\6\7",
        "empty.html": b"",
        "no-text.html": b"<!DOCTYPE html><title></title><script>document.write('North Korea')</script>",
        "one-line.html": ("<html><body>" + "<p>North Korea has sent shells to Russia, and more.</p>" * 200000 + "</body></html>").encode(),
        "deep.html": ("<div>" * 100000 + text + "</div>" * 100000).encode(),
        "deep-format.html": ("<b><i><font>" * 50000 + text).encode(),
        "deep-drawing.html": ("<svg><title>" + "<div>" * 100000 + "</title></svg>" + text).encode(),
        "deep-quotes.html": ("<div = \"x>" * 50000 + text).encode(),
        "unclosed.html": b"<html><body><article><p>North Korea has sent shells to Russia.<p>It denied so on <b>Monday, <i>Seoul said.",
        "nul.html": b"<html><body><p>North\0 Korea has\0 sent shells to Russia.</p><!-- \0 -->",
        "wrong-charset.html": '<meta charset="iso-8859-1"><p>“North Korea” has sent shells to Russia.</p>'.encode(),
        "unknown-charset.html": b'<meta charset="klingon"><p>North Korea has sent caf\xe9s to Russia.</p>',
        "utf-16.html": "<p>North Korea has sent shells to Russia.</p>".encode("utf-16"),
        "comments.html": b"<!-- --!><div>" * 50000 + text.encode(),
        "tangled.html": b"<p>" + b"".join(b"<b id=%d>" % i for i in range(60)) + b"<p>x" * 400000,
    }
    for i, (name, content) in enumerate(pages.items()):  # the same text twice would be one document
        shells = f"{i + 2}00 shells"
        content = content.replace(b"shells", shells.encode()).replace("shells".encode("utf-16-le"), shells.encode("utf-16-le"))
        (news / name).write_bytes(content)
    message = build(news, "-o", folder / "hostile-out", *NONE, code=1)
    found = records(folder / "hostile-out")
    lost = {"binary.html", "tangled.html"}
    assert set(found) <= set(pages) | {"1.html"} and not lost & set(found), found.keys()
    for name in lost:
        assert f"{name}: error:" in message, message
    for name in ("deep.html", "deep-format.html", "deep-quotes.html", "comments.html", "one-line.html", "unclosed.html", "nul.html",
                 "wrong-charset.html", "unknown-charset.html", "utf-16.html"):
        assert "North Korea" in [entity["label"] for entity in found[name]["entities"]], (name, found[name])
    assert "html.no-text" in message and "html.deep" in message, message
    texts = files_of(folder / "hostile-out/texts")
    assert "“North Korea”" in texts[found["wrong-charset.html"]["document"]["textSha256"] + ".txt"].decode()
    assert "cafés" in texts[found["unknown-charset.html"]["document"]["textSha256"] + ".txt"].decode()


def charsets(folder):
    news = folder / "charsets"
    news.mkdir()
    words = "<p>Der Gouverneur sagte am Montag, Köln habe nichts geliefert. „Nichts“, sagte er.</p>"
    (news / "a.html").write_bytes(b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">' + words.encode("windows-1252"))
    (news / "b.html").write_bytes(b"<meta charset='utf-8'>" + words.encode())
    (news / "c.html").write_bytes(b"\xef\xbb\xbf<!-- <meta charset=koi8-r> -->" + words.encode())
    build(news, "-o", folder / "charsets-out", *NONE)
    hashes = {r["document"]["textSha256"] for r in records(folder / "charsets-out").values()}
    assert len(hashes) == 1, hashes


def formats(folder):
    news = folder / "formats"
    news.mkdir()
    (news / "page").write_text(PAGE.format(1))
    (news / "page.txt").write_text(PAGE.format(2))
    build(news / "page", "-o", folder / "f1", *NONE)
    assert "textSha256" in records(folder / "f1")["page"]["document"]
    build(news / "page.txt", "-o", folder / "f2", *NONE)
    assert "textSha256" not in records(folder / "f2")["page.txt"]["document"]
    build(news / "page.txt", "--format", "html", "-o", folder / "f3", *NONE)
    assert "textSha256" in records(folder / "f3")["page.txt"]["document"]
    done = stemma("extract", "-", "--format", "html", *NONE, input=PAGE.format(3).encode())
    assert json.loads(done.stdout)["document"]["title"] == "Shells for 3", done


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for test in (texts_are_kept, reuse_gives_the_same, files_of_the_user_stay, hostile_pages, charsets, formats):
            test(folder)
            print("ok:", test.__name__.replace("_", " "))


if __name__ == "__main__":
    main()
