#!/usr/bin/env python3
"""`stemma load` against a real store, and against one that stumbles.

    test_load.py [oxigraph|fuseki|rdf4j|virtuoso]
"""

import http.server
import pathlib
import sys
import tempfile
import threading
import urllib.parse

from result_folder import stemma, write_result
import triple_stores

BASE = "https://news.example/kb/"
NEWSROOM = (pathlib.Path(__file__).resolve().parent.parent / "query" / "newsroom.trig").read_text()
# Words that must not get loose in an update.
HOSTILE = r"""
<graph/facts> { <a> <b> "\" } } ; DROP ALL ; #\\u0022 \\ \n\r\t '''", "\u0085 é \U0001F4A3"@en, "]]><x>&amp;", "\\\\u0022 } #" . }
<graph/meta> { <a> <b> <c> . }
"""
failures = []


def check(what, got, expected):
    if got != expected:
        failures.append(what)
        print(f"--- {what}: expected {expected!r}, got {got!r}")


def load(result, *options):
    return stemma("load", str(result), *options)


def check_load(what, done, code=0):
    check(what, done.returncode, code)
    if done.returncode != code:
        print(done.stdout, done.stderr)


def ways(store):
    yield "by update", ["--endpoint", store.update]
    yield "by graph store", ["--endpoint", store.update, "--graph-store", store.graph_store]


def test_real_store(start, scratch):
    full = write_result(scratch / "full", NEWSROOM, BASE)
    lines = (full / "dataset.nq").read_text().count("\n")
    # A later result: one document is gone, one fact as well.
    cut = NEWSROOM.index("<graph/claims/" + "d4" * 16)
    later = write_result(scratch / "later", NEWSROOM[:cut].replace("country:KR a stm:Country", "country:KR a stm:Nation") +
                         NEWSROOM[NEWSROOM.index("<graph/meta>"):], BASE)
    later_lines = (later / "dataset.nq").read_text().count("\n")
    for name, options in ways(start):
        start.clear()
        check_load(f"loading {name}", load(full, *options))
        check(f"triples {name}", start.count(), lines)
        check_load(f"loading again {name}", load(full, *options))
        check(f"triples after loading twice {name}", start.count(), lines)
        check_load(f"adding another result {name}", load(later, *options))
        check(f"the other document stays {name}", start.count(BASE + "graph/claims/" + "d4" * 16) > 0, True)
        check(f"facts are a view {name}", start.count(BASE + "graph/facts"), count_graph(later, "graph/facts"))
        check_load(f"replacing {name}", load(later, *options, "--replace"))
        check(f"triples after replacing {name}", start.count(), later_lines)
        check(f"the other document is gone {name}", start.count(BASE + "graph/claims/" + "d4" * 16), 0)


def count_graph(result, graph):
    return (result / "dataset.nq").read_text().count(f"<{BASE}{graph}> .\n")


def test_hostile_words(store, scratch):
    result = write_result(scratch / "hostile", HOSTILE, BASE)
    for name, options in ways(store):
        store.clear()
        check_load(f"hostile words {name}", load(result, *options))
        check(f"hostile words arrive {name}", store.count(), 5)
        words = r'SELECT ?s ?p ?o { GRAPH <graph/facts> { ?s ?p ?o } } ORDER BY STR(?o)'
        here = stemma("query", str(result), "-e", words, "--format", "json")
        there = stemma("query", str(result), "--endpoint", store.query, "-e", words, "--format", "json")
        check(f"hostile words read back {name}", there.stdout, here.stdout)


def test_forms(store, scratch):
    """Each form of answer in each format is the same from here and from there."""
    result = write_result(scratch / "forms", NEWSROOM, BASE)
    check_load("loading", load(result, "--endpoint", store.update, "--replace"))
    for text, formats in {"ASK { GRAPH <graph/facts> { country:KP a stm:Country } }": "table csv tsv json xml",
                          "ASK { ?s stm:nothing ?o }": "table csv tsv json xml",
                          "SELECT ?s ?o { GRAPH <graph/facts> { ?s skos:prefLabel ?o } OPTIONAL { ?s stm:x ?x } } ORDER BY ?s": "table csv tsv json xml",
                          "CONSTRUCT { ?s skos:prefLabel ?o } WHERE { GRAPH <graph/facts> { ?s skos:prefLabel ?o } }": "table ttl"}.items():
        for form in formats.split():
            here = stemma("query", str(result), "-e", text, "--format", form)
            there = stemma("query", str(result), "--endpoint", store.query, "-e", text, "--format", form)
            check(f"{form} of {text[:20]}", (there.returncode, there.stdout), (0, here.stdout))
    wrong = stemma("query", "--endpoint", store.query, "-e", "SELECT * { ?s ?p }")
    check("a mistake is the store's to tell", (wrong.returncode, "answers 400" in wrong.stderr), (2, True))
    wrong = stemma("query", "--endpoint", store.root + "/nowhere", "-e", "ASK {}")
    check("a wrong address", wrong.returncode, 2)


class Stumbling(http.server.BaseHTTPRequestHandler):
    """Answers as its `plan` says, {part of a graph's name: status}; without one, the facts and one document are taken
    at the third attempt only."""

    plan, seen, accepted = {}, {}, []

    def do_PUT(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        graph = urllib.parse.parse_qs(urllib.parse.urlparse(self.path).query).get("graph", ["update"])[0]
        Stumbling.seen[graph] = Stumbling.seen.get(graph, 0) + 1
        status = next((status for part, status in self.plan.items() if part in graph), 204)
        if not self.plan and Stumbling.seen[graph] <= 2 and graph.endswith(("facts", "a1")):
            status = 503
        if status == 204:
            Stumbling.accepted.append(graph)
        self.send_response(status)
        self.send_header("Content-Length", "0" if status == 204 else "9")
        self.end_headers()
        if status != 204:
            self.wfile.write(b"not\x1b[1m ok")
        assert body

    do_POST = do_PUT

    def log_message(self, *_):
        pass


def test_stumbling_store(_, scratch):
    result = write_result(scratch / "stumbling", NEWSROOM, BASE)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Stumbling)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}/"
    options = ["--endpoint", url, "--graph-store", url]
    with_password = load(result, "--endpoint", "http://user:" + f"secret@127.0.0.1:{server.server_port}/")
    check("a password on the command line is refused", (with_password.returncode, "--user-file" in with_password.stderr,
                                                        "secret" in with_password.stderr), (2, True, False))
    try:
        check_load("a store that stumbles", load(result, *options))
        check("every graph was sent until it was taken", len(Stumbling.accepted), 6)
        check("and no more often", sorted(Stumbling.seen.values()), [1, 1, 1, 1, 3, 3])
        Stumbling.seen, Stumbling.accepted, Stumbling.plan = {}, [], {"claims/b2": 400}
        done = load(result, *options)
        check_load("one graph is refused", done, 1)
        check("the refused graph is named", "graph/claims/b2" in done.stderr and "answers 400" in done.stderr, True)
        check("and those that are done", done.stderr.partition("in the store: 5 graphs")[2].count("  " + BASE), 5)
        check("no control character, no password", "\x1b" in done.stderr or "secret" in done.stderr, False)
        Stumbling.seen, Stumbling.accepted, Stumbling.plan = {}, [], {"": 403}
        done = load(result, *options)
        check_load("every graph is refused", done, 2)
        check("it gives up", "not tried any more: 3 graphs" in done.stderr, True)
        check("and says once why", done.stderr.count("answers 403"), 1)
    finally:
        server.shutdown()
        server.server_close()
    done = load(result, "--endpoint", f"http://127.0.0.1:{triple_stores.free_port()}/update", "--timeout", "5")
    check_load("nobody there", done, 2)


def main():
    name = next(iter(sys.argv[1:]), "oxigraph")
    store = triple_stores.STORES[name]()
    try:
        for test in (test_real_store, test_hostile_words, test_forms, test_stumbling_store):
            with tempfile.TemporaryDirectory() as scratch:
                test(store, pathlib.Path(scratch))
    finally:
        store.stop()
    print("failed: " + ", ".join(failures) if failures else f"loading into {name} holds")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
