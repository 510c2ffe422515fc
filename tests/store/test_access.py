#!/usr/bin/env python3
"""Who may enter a store: users and tokens from files and variables, Basic, Digest and Bearer, certificates; and a load
that broke off goes on."""

import base64
import hashlib
import http.server
import os
import pathlib
import re
import shutil
import ssl
import subprocess
import sys
import tempfile
import threading
import urllib.parse

from result_folder import stemma, write_result
import triple_stores  # noqa: F401 (keeps requests on this machine)

NEWSROOM = (pathlib.Path(__file__).resolve().parent.parent / "query" / "newsroom.trig").read_text()
USER, WORD = "reader", "open sesame: 1"
TOKEN = "t0k.en-1"
failures = []


def check(what, got, expected):
    if got != expected:
        failures.append(what)
        print(f"--- {what}: expected {expected!r}, got {got!r}")


class Door(http.server.BaseHTTPRequestHandler):
    """A store that lets in as `scheme` says, and notes which graphs came; those in `refused` it does not take."""

    scheme, graphs, refused = "Basic", [], set()

    def is_welcome(self):
        given = self.headers.get("Authorization", "")
        if Door.scheme == "Basic":
            return given == "Basic " + base64.b64encode(f"{USER}:{WORD}".encode()).decode()
        if Door.scheme == "Bearer":
            return given == "Bearer " + TOKEN
        fields = dict(re.findall(r'(\w+)="?([^",]+)"?', given))
        digest = lambda text: hashlib.md5(text.encode()).hexdigest()  # noqa: E731
        first, second = digest(f"{USER}:door:{WORD}"), digest(f"{self.command}:{fields.get('uri')}")
        expected = digest(":".join([first, fields.get("nonce", ""), fields.get("nc", ""), fields.get("cnonce", ""), "auth", second]))
        return given.startswith("Digest ") and fields.get("response") == expected

    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        graph = urllib.parse.parse_qs(urllib.parse.urlparse(self.path).query).get("graph", [""])[0]
        status = 401 if not self.is_welcome() else 400 if graph in Door.refused else 204
        if status == 204 and graph:
            Door.graphs.append(graph)
        self.send_response(status)
        if status == 401:
            how = {"Digest": 'Digest realm="door", nonce="abc", qop="auth"', "Basic": 'Basic realm="door"'}
            self.send_header("WWW-Authenticate", how.get(Door.scheme, "Bearer"))
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_PUT = do_POST

    def log_message(self, *_):
        pass


def serve(certificate=None):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Door)
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def secret(folder, name, text, mode=0o600):
    file = folder / name
    file.write_text(text)
    file.chmod(mode)
    return str(file)


def test_schemes(result, url, folder):
    user, token = secret(folder, "user", f"{USER}:{WORD}\n"), secret(folder, "token", f"  {TOKEN} \n")
    wrong = secret(folder, "wrong", f"{USER}:no\n")
    for scheme, right in (("Basic", ["--user-file", user]), ("Digest", ["--user-file", user]), ("Bearer", ["--token-file", token])):
        Door.scheme, Door.graphs, Door.refused = scheme, [], set()
        done = stemma("load", str(result), *url, *right)
        check(f"{scheme}: let in", (done.returncode, done.stderr, len(Door.graphs)), (0, "", 6))
        for what, options in (("nobody", []), ("somebody else", ["--user-file", wrong])):
            done = stemma("load", str(result), *url, *options)
            check(f"{scheme}: {what} is sent away", (done.returncode, "answers 401" in done.stderr, "--user-file" in done.stderr), (2, True, True))
    for scheme, name, value in (("Basic", "STEMMA_STORE_USER", f"{USER}:{WORD}"), ("Bearer", "STEMMA_STORE_TOKEN", TOKEN)):
        Door.scheme = scheme
        done = stemma("load", str(result), *url, env={**os.environ, name: value})
        check(f"{scheme}: from the variable", (done.returncode, done.stderr), (0, ""))


def test_mistakes(result, url, folder):
    Door.scheme = "Basic"

    def told(*options):
        done = stemma("load", str(result), *url, *options)
        return done.returncode, done.stderr

    code, words = told("--user-file", secret(folder, "open", f"{USER}:{WORD}\n", 0o644))
    check("a file that others may read", (code, "others on this machine may read it" in words), (0, True))
    for what, options, word in (
        ("an empty file", ["--user-file", secret(folder, "empty", "\n")], "holds nothing"),
        ("a file that is not there", ["--token-file", str(folder / "nowhere")], "cannot be read"),
        ("a folder", ["--token-file", str(folder)], "cannot be read"),
        ("no colon", ["--user-file", secret(folder, "colon", USER)], "without a password"),
        ("both", ["--user-file", secret(folder, "a", "a:b"), "--token-file", secret(folder, "b", "c")], "a password and a token"),
        ("certificates that are not there", ["--ca-file", str(folder / "nowhere")], "no such file"),
    ):
        code, words = told(*options)
        check(what, (code, word in words, WORD in words), (2, True, False))


def test_certificates(result, folder):
    if not shutil.which("openssl"):
        print("left out: no openssl here to make a certificate with")
        return
    both = folder / "both.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", both, "-out", folder / "cert.pem", "-days", "2",
                    "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"], check=True, capture_output=True)
    both.write_text(both.read_text() + (folder / "cert.pem").read_text())
    server = serve(both)
    Door.scheme, Door.graphs = "Bearer", []
    url = f"https://127.0.0.1:{server.server_port}/"
    options = ["--endpoint", url, "--graph-store", url, "--token-file", secret(folder, "token", TOKEN)]
    try:
        done = stemma("load", str(result), *options)
        check("an unknown certificate", (done.returncode, "--ca-file" in done.stderr, Door.graphs), (2, True, []))
        done = stemma("load", str(result), *options, "--ca-file", str(folder / "cert.pem"))
        check("one that is named", (done.returncode, len(Door.graphs)), (0, 6))
        asked = stemma("query", "--endpoint", url, "-e", "ASK {}", "--token-file", options[-1])
        check("asking an unknown one", (asked.returncode, "--ca-file" in asked.stderr), (2, True))
    finally:
        server.shutdown()
        server.server_close()


def test_going_on(result, url, folder):
    Door.scheme, Door.graphs = "Basic", []
    Door.refused = {"https://news.example/kb/graph/claims/" + "b2" * 16}
    options = [*url, "--user-file", secret(folder, "user", f"{USER}:{WORD}"), "--resume", str(folder / "journal")]
    done = stemma("load", str(result), *options)
    check("one graph is refused", (done.returncode, len(Door.graphs), (folder / "journal").exists()), (1, 5, True))
    with open(folder / "journal", "a") as journal:
        journal.write("0123")  # a line that was cut off
    Door.graphs = []
    done = stemma("load", str(result), *options)
    check("only that one is sent again", (done.returncode, Door.graphs, "5 graphs loaded before" in done.stdout), (1, [], True))
    Door.refused = set()
    done = stemma("load", str(result), *options, "--replace")
    check("replacing is another thing", (done.returncode, len(Door.graphs) >= 5), (0, True))
    check("nothing is left behind", (folder / "journal").exists(), False)
    (folder / "journal").write_text("my diary\n")
    done = stemma("load", str(result), *options)
    check("no journal", (done.returncode, "no journal" in done.stderr, (folder / "journal").read_text()), (2, True, "my diary\n"))


def main():
    server = serve()
    url = f"http://127.0.0.1:{server.server_port}/"
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        result = write_result(folder / "out", NEWSROOM, "https://news.example/kb/")
        try:
            for test in (test_schemes, test_mistakes, test_going_on):
                test(result, ["--endpoint", url, "--graph-store", url], folder)
            test_certificates(result, folder)
        finally:
            server.shutdown()
            server.server_close()
    print("failed: " + ", ".join(failures) if failures else "doors hold")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
