#!/usr/bin/env python3
"""Compressed files, archives, tables and archives of the web: the same documents as unpacked, damage told, bombs refused."""

import csv
import gzip
import io
import json
import pathlib
import re
import shutil
import subprocess
import tarfile
import tempfile
import zipfile

from program import build, files_of, stemma

NONE = ("--model", "none")
TEXT = "date 2023-11-0{0} Report {0}\n\nNorth Korea has sent shells to Russia, South Korea said {0} times.\n"
PAGE = "<!DOCTYPE html><meta charset=utf-8><title>Page {0}</title><p>Iran has sold drones to Russia, Kyiv said {0} times.</p>"


def records(out):
    return {r["document"]["path"]: r for r in map(json.loads, (out / "records.ndjson").read_text().splitlines())}


def documents(out):
    """What the records say, whatever their files are called."""
    found = []
    for record in records(out).values():
        record["document"].pop("path")
        record.pop("notes")
        found.append(json.dumps(record, sort_keys=True))
    return sorted(found)


def write_news(folder):
    (folder / "sub").mkdir(parents=True)
    for i in range(1, 4):
        (folder / f"{i}.txt").write_text(TEXT.format(i))
        (folder / "sub" / f"page {i}.html").write_text(PAGE.format(i))


def zstd(data):
    return subprocess.run(["zstd", "-q", "-c"], input=data, capture_output=True, check=True).stdout if shutil.which("zstd") else None


def packed_as_unpacked(folder):
    news = folder / "news"
    write_news(news)
    build(news, "-o", folder / "plain", *NONE)
    wanted = documents(folder / "plain")
    assert len(wanted) == 6
    with zipfile.ZipFile(folder / "news.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(news.rglob("*")):
            archive.write(file, file.relative_to(folder))
        archive.writestr("news/.hidden.txt", "hidden")
        archive.writestr("news/picture.png", b"\x89PNG")
    for name, mode in (("news.tar", "w"), ("news.tar.gz", "w:gz")):
        with tarfile.open(folder / name, mode) as archive:
            archive.add(news, "news")
    names = ["news.zip", "news.tar", "news.tar.gz"]
    if data := zstd((folder / "news.tar").read_bytes()):
        (folder / "news.tar.zst").write_bytes(data)
        names.append("news.tar.zst")
    shutil.copy(folder / "news.tar.gz", folder / "no-name")
    for name in names + ["no-name"]:
        out = folder / ("out-" + name)
        build(folder / name, "-o", out, *NONE)
        assert documents(out) == wanted, name
        assert f"{name}/news/sub/page 1.html" in records(out), records(out).keys()
        done = stemma("verify", out, "--source", folder / name)
        assert done.returncode == 0, (name, done.stdout)
    squeezed = folder / "squeezed"
    shutil.copytree(news, squeezed)
    for file in [f for f in squeezed.rglob("*") if f.is_file()]:
        data = file.read_bytes()
        file.unlink()
        file.with_name(file.name + ".gz").write_bytes(gzip.compress(data))
    build(squeezed, "-o", folder / "out-squeezed", *NONE)
    assert documents(folder / "out-squeezed") == wanted
    done = stemma("verify", folder / "out-squeezed", "--source", squeezed)
    assert done.returncode == 0, done.stdout
    (squeezed / "lying.txt").write_bytes(gzip.compress(TEXT.format(7).encode()))  # by its content, not only its name
    build(squeezed, "-o", folder / "out-squeezed", *NONE)
    assert "lying.txt" in records(folder / "out-squeezed") and len(documents(folder / "out-squeezed")) == 7


def lines_and_tables(folder):
    rows = [{"id": str(i), "title": f"T{i}", "date": "2023-11-01", "publisher": "P", "text": f'North Korea sent "shells"\nto Russia, {i} times, é.'}
            for i in range(1, 4)]
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    table = io.StringIO()
    writer = csv.DictWriter(table, ["date", "title", "text", "id", "publisher"])
    writer.writeheader()
    writer.writerows(rows)
    (folder / "a.ndjson").write_text(lines)
    (folder / "a.jsonl").write_text(lines)
    (folder / "a.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    (folder / "a.csv").write_text(table.getvalue())
    (folder / "bom.csv").write_bytes(b"\xef\xbb\xbf" + table.getvalue().replace("\r\n", "\n").encode())
    (folder / "a.csv.gz").write_bytes(gzip.compress(table.getvalue().encode()))
    (folder / "other.tsv").write_text("Body\tWhen\tKey\n" + "".join('"{}"\t1 November 2023\t{}\n'.format(r["text"].replace('"', '""'), r["id"]) for r in rows))
    build(folder / "a.ndjson", "-o", folder / "lines", *NONE)
    wanted = documents(folder / "lines")
    assert len(wanted) == 3
    for name in ("a.jsonl", "a.jsonl.gz", "a.csv", "bom.csv", "a.csv.gz"):
        build(folder / name, "-o", folder / "rows", *NONE)
        assert documents(folder / "rows") == wanted, name
        assert f"{name}#2" in records(folder / "rows"), name
        done = stemma("verify", folder / "rows", "--source", folder / name)
        assert done.returncode == 0, (name, done.stdout)
    build(folder / "other.tsv", "--format", "csv", "--columns", "text=body,date=when,id=key", "-o", folder / "rows", *NONE)
    found = records(folder / "rows")
    assert {r["document"]["published"] for r in found.values()} == {"2023-11-01"} and "other.tsv#3" in found, found.keys()
    assert found["other.tsv#1"]["document"]["field"] == "Body"
    done = stemma("verify", folder / "rows", "--source", folder / "other.tsv")
    assert done.returncode == 0, done.stdout
    for row in rows:
        row["body"] = row.pop("text")
    (folder / "named.ndjson").write_text("".join(json.dumps(row) + "\n" for row in rows))
    build(folder / "named.ndjson", "--columns", "text=body", "-o", folder / "rows", *NONE)
    assert len(documents(folder / "rows")) == 3
    done = stemma("verify", folder / "rows", "--source", folder)
    assert done.returncode == 0, done.stdout
    done = stemma("extract", "-", "--format", "ndjson", *NONE, input=gzip.compress(lines.encode()))
    assert done.returncode == 0 and len(done.stdout.splitlines()) == 3, done
    message = build(folder / "a.csv", "--columns", "text=words", "-o", folder / "none", *NONE, code=1)
    assert 'no column is named "words"' in message, message
    message = build(folder / "a.csv", "--columns", "words=text", "-o", folder / "none", *NONE, code=2)
    assert "names no field" in message, message


def broken_tables(folder):
    table = (b'id,text,date\r\n1,"North Korea sent\nshells to Russia.",2023-11-01\n\n2,"a"b,x\n3,"Caf\xe9",x\n4\n'
             b'5,Iran sold drones to Russia.,yesterday\n6,x,x,x\n7,"never closed\n8,x,x\n')
    (folder / "broken.csv").write_bytes(table)
    message = build(folder / "broken.csv", "-o", folder / "broken", *NONE, code=1)
    assert set(records(folder / "broken")) == {"broken.csv#1", "broken.csv#5", "broken.csv#6"}, message
    for place in ("broken.csv:5: error: something stands behind", "broken.csv:6: error: this row is not UTF-8", 'broken.csv:7: error: this row has no "text"',
                  "broken.csv:8: warning:", "broken.csv:9: warning:", "broken.csv:10: error: a quote is opened"):
        assert place in message, (place, message)
    (folder / "wide.csv").write_bytes("id,text\n1,Iran sold drones.\n".encode("utf-16"))
    assert "UTF-16" in build(folder / "wide.csv", "-o", folder / "broken", *NONE, code=1)
    (folder / "empty.csv").write_bytes(b"")
    build(folder / "empty.csv", "-o", folder / "broken", *NONE)


def broken_archives(folder):
    news = folder / "some"
    write_news(news)
    with tarfile.open(folder / "whole.tar.gz", "w:gz") as archive:
        archive.add(news, "some")
    whole = (folder / "whole.tar.gz").read_bytes()
    (folder / "cut.tar.gz").write_bytes(whole[:len(whole) // 2])
    (folder / "cut.txt.gz").write_bytes(gzip.compress(b"North Korea has sent shells to Russia. " * 1000)[:60])
    (folder / "cut.ndjson.gz").write_bytes(gzip.compress(b'{"text":"Iran."}\n' * 100000)[:200])
    (folder / "noise.zip").write_bytes(b"PK\x03\x04" + bytes(range(256)) * 20)
    plain = gzip.decompress(whole)
    (folder / "bent.tar").write_bytes(plain[:512] + b"\xff" * 600 + plain[1112:])
    with zipfile.ZipFile(folder / "inner.zip", "w") as archive:
        archive.writestr("a.txt", TEXT.format(1))
    with zipfile.ZipFile(folder / "nested.zip", "w") as archive:
        archive.write(folder / "inner.zip", "inner.txt")
        archive.write(folder / "inner.zip", "inner.zip")
        archive.writestr("b.txt", TEXT.format(2))
    with zipfile.ZipFile(folder / "nothing.zip", "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    for name in ("cut.tar.gz", "cut.txt.gz", "cut.ndjson.gz", "noise.zip", "bent.tar", "nested.zip", "nothing.zip"):
        message = build(folder / name, "-o", folder / "broken", *NONE, code=1)
        assert f"{name}" in message and "error" in message, (name, message)
    build(folder / "nested.zip", "-o", folder / "broken", *NONE, code=1)
    assert set(records(folder / "broken")) == {"nested.zip/b.txt"}
    with tarfile.open(folder / "tricks.tar", "w") as archive:
        for name in ("../../etc/up.txt", "/abs.txt", "./a//b.txt", "caf\udce9.txt"):
            entry = tarfile.TarInfo(name)
            data = (TEXT.format(1) + name.encode("utf-8", "surrogateescape").hex()).encode()
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE):
            entry = tarfile.TarInfo("link.txt")
            entry.type, entry.linkname = kind, "/etc/passwd"
            archive.addfile(entry)
        entry = tarfile.TarInfo("device.txt")
        entry.type = tarfile.CHRTYPE
        archive.addfile(entry)
    before = files_of(folder)
    build(folder / "tricks.tar", "-o", folder / "tricks", *NONE)
    assert set(records(folder / "tricks")) == {"tricks.tar/etc/up.txt", "tricks.tar/abs.txt", "tricks.tar/a/b.txt", "tricks.tar/caf%E9.txt"}, records(folder / "tricks").keys()
    assert {k: v for k, v in files_of(folder).items() if not k.startswith("tricks/")} == before
    with zipfile.ZipFile(folder / "names.zip", "w") as archive:
        archive.writestr("Überblick – 報告.txt", TEXT.format(1))
    build(folder / "names.zip", "-o", folder / "names", *NONE, env={"LC_ALL": "C", "PATH": "/usr/bin"})
    assert set(records(folder / "names")) == {"names.zip/Überblick – 報告.txt"}


def bombs(folder):
    big = folder / "big.txt.gz"
    with gzip.open(big, "wb", 9) as file:
        for _ in range(300):
            file.write(bytes([32]) * (1 << 20))
    message = build(big, "-o", folder / "bomb", *NONE, code=1)
    assert "more than 256 MiB" in message, message
    data = big.read_bytes()
    lines = folder / "bomb.ndjson.gz"
    lines.write_bytes(data * 5)
    message = build(lines, "-o", folder / "bomb", *NONE, code=1)
    assert "200 times its size" in message, message
    with zipfile.ZipFile(folder / "bomb.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for i in range(6):
            archive.writestr(f"{i}.ndjson", bytes([32]) * (250 << 20))
    message = build(folder / "bomb.zip", "--format", "ndjson", "-o", folder / "bomb", *NONE, code=1)
    assert "200 times its size" in message, message


def warc_record(kind, uri, body, content_type="application/http; msgtype=response"):
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2024-02-03T04:05:06Z\r\nContent-Type: {content_type}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body + b"\r\n\r\n"


def http(body, status="200 OK", content_type="text/html; charset=utf-8", more=""):
    return f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n{more}\r\n".encode() + body


def web_archives(folder):
    page = PAGE.format(1).encode()
    chunks = b"".join(b"%x;x=y\r\n%s\r\n" % (len(page[i:i + 50]), page[i:i + 50]) for i in range(0, len(page), 50)) + b"0\r\n\r\n"
    latin = "<title>Köln</title><p>Iran has sold drones to Russia, it said in Köln.</p>".encode("latin-1")
    entries = [
        warc_record("warcinfo", "", b"software: none", "application/warc-fields"),
        warc_record("request", "https://a.example/1", b"GET /1 HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
        warc_record("response", "https://a.example/plain", http(page)),
        warc_record("response", "<https://a.example/chunked>", http(chunks, more="Transfer-Encoding: chunked\r\n")),
        warc_record("response", "https://a.example/joined", http(page + b" ", more="Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n")),
        warc_record("response", "https://a.example/gzip", http(gzip.compress(page + b"\n"), more="Content-Encoding: gzip\r\n")),
        warc_record("response", "https://a.example/both", http(b"%x\r\n%s\r\n0\r\n\r\n" % (len(gzip.compress(page + b"  ", mtime=0)), gzip.compress(page + b"  ", mtime=0)),
                                                               more="Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n")),
        warc_record("response", "https://a.example/latin", http(latin, content_type="text/html; charset=ISO-8859-1")),
        warc_record("response", "https://a.example/text", http(TEXT.format(1).encode(), content_type="text/plain")),
        warc_record("response", "https://a.example/gone", http(page, status="404 Not Found")),
        warc_record("response", "https://a.example/moved", http(page, status="301 Moved")),
        warc_record("response", "https://a.example/picture", http(b"\x89PNG", content_type="image/png")),
        warc_record("response", "https://a.example/brotli", http(b"\x0b\x02\x80", more="Content-Encoding: br\r\n")),
        warc_record("response", "not a <url>", http(TEXT.format(2).encode(), content_type="text/plain")),
    ]
    (folder / "a.warc").write_bytes(b"".join(entries))
    (folder / "a.warc.gz").write_bytes(b"".join(gzip.compress(entry) for entry in entries))
    wanted = {f"#https://a.example/{name}" for name in ("plain", "latin", "text")} | {"#not a <url>"}
    for name in ("a.warc", "a.warc.gz"):
        out = folder / ("out-" + name)
        message = build(folder / name, "-o", out, *NONE, code=1)
        assert "content encoding is not known: br" in message, message
        found = records(out)
        paths = {path[len(name):] for path in found}
        # The same page five times is one document.
        assert len(paths) == 4 and {"#https://a.example/latin", "#https://a.example/text", "#not a <url>"} <= paths, paths
        report = (out / "report.md").read_text()
        for same in ("chunked", "joined", "gzip", "both"):
            assert same in message or f"a.example/{same}" in report or f"{name}#https://a.example/{same}" in found, same
        document = found[f"{name}#https://a.example/latin"]["document"]
        assert document["title"] == "Köln" and document["retrieved"] == "2024-02-03" and document["url"] == "https://a.example/latin"
        assert "url" not in found[f"{name}#not a <url>"]["document"]
        done = stemma("verify", out, "--source", folder / name)
        assert done.returncode == 0, done.stdout
    (folder / "cut.warc").write_bytes(b"".join(entries)[:-200])
    length = b"Content-Length: "
    (folder / "bad.warc").write_bytes(entries[2] + b"no record\r\n<p>WARC/2\nWARC/1" + b"\r\n" + entries[3])
    (folder / "long.warc").write_bytes(entries[2].replace(length, length + b"-") + entries[3] + entries[8].replace(length, length + b"9"))
    (folder / "short.warc").write_bytes(re.sub(length + rb"\d+", length + b"10", entries[2]) + entries[3])
    (folder / "cut.warc.gz").write_bytes((folder / "a.warc.gz").read_bytes()[:-50])
    for name, told in (("short.warc", "no record of a web archive"), ("long.warc", "how long it is"), ("cut.warc", "cut off"), ("bad.warc", "no record of a web archive"), ("cut.warc.gz", "cut.warc.gz")):
        message = build(folder / name, "-o", folder / "bad", *NONE, code=1)
        assert told in message, (name, message)
        if name in ("bad.warc", "long.warc", "short.warc"):
            assert f"{name}#https://a.example/chunked" in (folder / "bad/records.ndjson").read_text(), "what stands behind is read"


def below_folders(folder):
    """Archives are found by verify as files are: below the folder that is named, or the current one."""
    (folder / "down").mkdir()
    for number, name in enumerate(("news.zip", "news.odd")):
        with zipfile.ZipFile(folder / "down" / name, "w") as archive:
            archive.writestr("a/1.txt", TEXT.format(1 + number))
            archive.writestr("\x1b[31mred.txt", TEXT.format(3 + number))
            archive.writestr("page.html", PAGE.format(1 + number))
    (folder / "down/news.warc").write_bytes(warc_record("response", "https://a.example/a/1", http(PAGE.format(3).encode())))
    (folder / "down/note").write_text(TEXT.format(5))
    names = ["news.zip", "news.odd", "news.warc", "note"]
    build(*[folder / "down" / name for name in names], "-o", folder / "out", *NONE)
    for source in (folder, folder / "down"):
        done = stemma("verify", folder / "out", "--source", source)
        assert done.returncode == 0, done.stdout


def main():
    for test in (packed_as_unpacked, lines_and_tables, broken_tables, broken_archives, bombs, web_archives, below_folders):
        with tempfile.TemporaryDirectory() as name:
            test(pathlib.Path(name))
        print("ok:", test.__name__.replace("_", " "))


if __name__ == "__main__":
    main()
