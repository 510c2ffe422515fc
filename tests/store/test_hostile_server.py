#!/usr/bin/env python3
"""`stemma query --endpoint` and `stemma load` against servers that are broken, slow or hostile: they end in time with
exit status 2 and a clear message, whatever comes back."""

import concurrent.futures
import http.server
import json
import os
import pathlib
import socketserver
import subprocess
import sys
import tempfile
import threading
import time

PROGRAM = os.environ["STEMMA"]
FACTS = '<http://x.example/a> <http://x.example/p> "{}" <http://x.example/graph/{}> .\n'
failures = []


def stemma(*arguments, within=100):
    start = time.monotonic()
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, timeout=300)
    done.seconds = time.monotonic() - start
    done.message = done.stderr.decode("utf-8", "replace")
    if done.seconds > within:
        failures.append(f"{arguments}: took {done.seconds:.0f} s")
    return done


def check(what, holds, done):
    if not holds:
        failures.append(what)
        print(f"--- {what}: exit {done.returncode}\n{done.stdout[:500]!r}\n{done.message[:1000]}")


ROWS = json.dumps({"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "literal", "value": "yes"}}] * 50}}).encode()
RESULTS = "application/sparql-results+json"


class Server(http.server.BaseHTTPRequestHandler):
    """What it does is named by the path. `count` counts the requests."""

    count = {}

    def do_POST(self):
        Server.count[self.path] = Server.count.get(self.path, 0) + 1
        length = int(self.headers.get("Content-Length") or 0)
        self.rfile.read(length)
        try:
            getattr(self, self.path.strip("/").split("?")[0].replace("-", "_"))()
        except (BrokenPipeError, ConnectionResetError):
            pass
        self.close_connection = True

    do_PUT = do_POST

    def reply(self, status, body=b"", kind=RESULTS, **headers):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def good(self):
        self.reply(200, ROWS)

    def web_page(self):
        self.reply(200, b"<html>\x1b[31mLog in</html>", "text/html\x1b[31m")

    def no_type(self):
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def empty(self):
        self.reply(200)

    def cut_json(self):
        self.reply(200, ROWS[:len(ROWS) // 2])

    def other_json(self):
        self.reply(200, b'{"head": {"vars": 5}, "results": [1, 2, {"bindings": "none"}]}')

    def deep_json(self):
        self.reply(200, b"[" * 300000)

    def bytes(self):
        self.reply(200, bytes(range(256)) * 100)

    def bad_turtle(self):
        self.reply(200, b"<a> <b> <c d> .\n\x00", "text/turtle")

    def too_short(self):
        self.send_response(200)
        self.send_header("Content-Type", RESULTS)
        self.send_header("Content-Length", str(len(ROWS) + 1000))
        self.end_headers()
        self.wfile.write(ROWS)

    def loop(self):
        self.reply(307, b"", RESULTS, Location="/loop")

    def elsewhere(self):
        self.reply(302, b"moved", "text/plain", Location="http://someone:" + "word@127.0.0.1:9/x")

    def broken(self):
        self.reply(500, b"java.lang.NullPointerException\r\n\tat \x1b]0;x\x07", "text/plain")

    def busy(self):
        self.reply(200, ROWS) if Server.count[self.path] > 2 else self.reply(503)

    def silent(self):
        time.sleep(30)

    def endless(self):
        self.send_response(200)
        self.send_header("Content-Type", RESULTS)
        self.end_headers()
        self.wfile.write(b'{"head":{"vars":["x"]},"results":{"bindings":[')
        while True:
            self.wfile.write(b'{"x":{"type":"literal","value":"yes"}},' * 2000)

    def dripping(self):
        self.send_response(200)
        self.send_header("Content-Type", RESULTS)
        self.end_headers()
        while True:
            self.wfile.write(b" ")
            time.sleep(0.2)

    def endless_headers(self):
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while True:
            self.wfile.write(b"X-More: " + b"x" * 1000 + b"\r\n")

    def no_http(self):
        self.wfile.write(b"220 mail.example ESMTP\r\n" * 3)

    def hang_up(self):
        pass

    def log_message(self, *_):
        pass


class Quiet(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass


# path → words of the message; options that keep the test short
REFUSED = {
    "web-page": "which was not asked for",
    "no-type": "which was not asked for",
    "empty": "",
    "cut-json": "",
    "other-json": "",
    "deep-json": "",
    "bytes": "",
    "bad-turtle": "",
    "too-short": "",
    "loop": "redirects are not followed",
    "elsewhere": "redirects are not followed",
    "broken": "answers 500: java.lang.NullPointerException at",
    "silent": "no answer in time",
    "endless": "longer than the limit",
    "dripping": "no answer in time",
    "endless-headers": "",
    "no-http": "",
    "hang-up": "",
}

SUCCESSES = {"web-page", "no-type", "empty", "cut-json", "other-json", "deep-json", "bytes", "bad-turtle"}


def at_once(work, cases):
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        for done in [pool.submit(work, *case) for case in cases]:
            done.result()


def check_message(what, done):
    check(f"{what}: exit status", done.returncode == 2, done)
    check(f"{what}: an error", "error:" in done.message, done)
    check(f"{what}: no control character, no password", not any(c in done.message for c in "\x1b\x07\x00") and "word@" not in done.message, done)
    check(f"{what}: no words of a library", "json.exception" not in done.message, done)


def queries(root):
    done = stemma("query", "--endpoint", f"{root}/good", "-e", "SELECT ?x {}", "--format", "csv")
    check("a good answer", done.returncode == 0 and done.stdout.count(b"yes") == 50, done)
    done = stemma("query", "--endpoint", f"{root}/busy", "-e", "SELECT ?x {}", "--format", "csv")
    check("a server that is busy for a while", done.returncode == 0 and Server.count["/busy"] == 3, done)

    def refused(path, words):
        done = stemma("query", "--endpoint", f"{root}/{path}", "-e", "SELECT ?x {}", "--timeout", "2", "--memory", "64")
        check_message(f"query {path}", done)
        check(f"query {path}: says what", words in done.message, done)
        check(f"query {path}: not blamed on the query", not done.message.startswith("-e:"), done)

    at_once(refused, REFUSED.items())


def loads(root, folder):
    graphs = 6
    (folder / "dataset.nq").write_text("".join(FACTS.format(i, i) for i in range(graphs)))
    (folder / "manifest.json").write_text(json.dumps(
        {"stemma": 1, "program": "stemma test", "base": "http://x.example/", "pack": "0", "model": None, "icu": "72",
         "documents": 1, "failed": 0, "files": {}}))
    done = stemma("load", folder, "--endpoint", f"{root}/good")
    check("loading", done.returncode == 0 and done.stdout == b"6 graphs loaded, 6 triples\n", done)

    def refused(path, words, *way):
        done = stemma("load", folder, "--endpoint", f"{root}/{path}", "--timeout", "2", *way)
        check_message(f"load {path} {way[:1]}", done)
        check(f"load {path} {way[:1]}: says what", words in done.message, done)
        check(f"load {path} {way[:1]}: once", done.message.count("error:") == 1, done)
        check(f"load {path} {way[:1]}: what was not loaded",
              "not loaded: 3 graphs" in done.message and "not tried any more: 3 graphs" in done.message, done)

    # To an update, any success is one, whatever comes with it.
    refusals = [(path, words) for path, words in REFUSED.items() if path not in SUCCESSES]
    at_once(refused, refusals + [(path, words, "--graph-store", f"{root}/{path}") for path, words in refusals])


def main():
    server = Quiet(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    root = f"http://127.0.0.1:{server.server_port}"
    try:
        queries(root)
        with tempfile.TemporaryDirectory() as name:
            loads(root, pathlib.Path(name))
    finally:
        server.shutdown()
    print("failed:\n  " + "\n  ".join(failures) if failures else "all ended well")
    return 1 if failures else 0


sys.exit(main())
