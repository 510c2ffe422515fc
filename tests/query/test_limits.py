#!/usr/bin/env python3
"""Queries that would not end, eat the machine or break the engine: the user is told, the program lives."""

import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "store"))

from result_folder import stemma  # noqa: E402

DATA = str(HERE / "newsroom.trig")
# A cross product of everything with everything, many times over: no end in sight.
ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { " + " ".join(f"GRAPH ?g{i} {{ ?s{i} ?p{i} ?o{i} }}" for i in range(9)) + " }"
# The same, kept in memory to be sorted.
HOG = "SELECT * WHERE { " + " ".join(f"GRAPH ?g{i} {{ ?s{i} ?p{i} ?o{i} }}" for i in range(6)) + " } ORDER BY ?s0"
failures = []


def expect(what, done, code, *words):
    wrong = []
    if done.returncode != code:
        wrong.append(f"exit code {done.returncode}, not {code}")
    wrong += [f"no '{word}' in the message" for word in words if word not in done.stderr]
    if code == 2 and "error:" not in done.stderr:
        wrong.append("no error message")
    if wrong:
        failures.append(what)
        print(f"--- {what}: {'; '.join(wrong)}\nout: {done.stdout[:500]}\nerr: {done.stderr[:2000]}")


def ask(text, *options):
    if len(text) < 100_000:
        return stemma("query", DATA, "-e", text, *options)
    with tempfile.NamedTemporaryFile("w", suffix=".rq") as file:  # longer than the system lets an argument be
        file.write(text)
        file.flush()
        return stemma("query", DATA, file.name, *options)


def workers_of(parent):
    """Process numbers of the children of `parent`."""
    found = []
    for status in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            found.append(int(status.parent.name))
    return found


def wait_for_worker(parent):
    while True:
        found = workers_of(parent)
        if found:
            return found[0]
        time.sleep(0.02)


def start(*arguments):
    return subprocess.Popen([os.environ["STEMMA"], *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_time():
    expect("an endless query", ask(ENDLESS, "--timeout", "1"), 2, "longer than the limit of 1 s", "--timeout")


def test_memory():
    expect("a query that eats memory", ask(HOG, "--memory", "64", "--timeout", "120"), 2, "more memory than the limit of 64 MB", "--memory")
    with tempfile.NamedTemporaryFile("w", suffix=".nt") as big:
        for i in range(600_000):
            big.write(f"<https://example.org/{i}> <https://example.org/p> \"{i} {'x' * 80}\" .\n")
        big.flush()
        expect("data that needs more memory", stemma("query", big.name, "-e", "ASK {}", "--memory", "16"), 2, "more memory than the limit")


def test_shape():
    expect("10,000 braces", ask("SELECT * " + "{" * 10_000 + "}" * 10_000), 2, "nested more than 256 levels")
    expect("10,000 brackets", ask("SELECT * { FILTER(" + "(" * 10_000 + "1" + ")" * 10_000 + ") }"), 2, "nested more than 256 levels")
    expect("a very long query", ask("SELECT * { VALUES ?x { " + "1 " * 200_000 + "} }"), 2, "longer than the limit of 256 KB")
    expect("nesting that is allowed", ask("ASK " + "{" * 200 + "}" * 200), 0)
    # Deep without a bracket: whatever becomes of the worker, the program says something and ends.
    for what, text in {"signs": "ASK { FILTER(" + "!" * 100_000 + "true) }",
                       "unions": "ASK { {} " + "UNION {} " * 20_000 + "}",
                       "paths": "ASK { ?s " + "^" * 100_000 + "stm:x ?o }",
                       "sums": "ASK { FILTER(1" + "+1" * 60_000 + " > 0) }"}.items():
        done = ask(text, "--timeout", "5")
        expect(f"a deep query ({what})", done, 0 if done.returncode == 0 else 2)


def test_killed_worker():
    process = start("query", DATA, "-e", ENDLESS)
    os.kill(wait_for_worker(process.pid), signal.SIGKILL)
    out, err = process.communicate(timeout=60)
    expect("a killed worker", subprocess.CompletedProcess([], process.returncode, out, err), 2, "worker for the query was killed (signal 9)")


def test_killed_asker():
    process = start("query", DATA, "-e", ENDLESS)
    worker = wait_for_worker(process.pid)
    time.sleep(0.3)
    process.kill()
    process.communicate()
    end = time.monotonic() + 20
    while time.monotonic() < end:
        try:
            state = pathlib.Path(f"/proc/{worker}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except OSError:
            return
        if state == "Z":
            return
        time.sleep(0.05)
    failures.append("a worker outlives its asker")
    print("--- the worker is still there")
    os.kill(worker, signal.SIGKILL)


def test_closed_reader():
    process = start("query", DATA, "--format", "csv", "-e", "SELECT * WHERE { GRAPH ?g { ?s ?p ?o } GRAPH ?h { ?a ?b ?c } }")
    process.stdout.read(1)
    process.stdout.close()
    killer = threading.Timer(60, process.kill)
    killer.start()
    code = process.wait()
    killer.cancel()
    if code == -signal.SIGKILL:
        failures.append("a closed reader")
        print("--- the program goes on writing to nobody")


def test_refusals():
    expect("a mistake", ask("SELECT *\n{ ?s ?p }"), 2, "-e:2:")
    expect("an update", ask("DROP ALL"), 2, "-e:1:")
    expect("a file", ask("ASK { SERVICE <file:///etc/passwd> { ?s ?p ?o } }"), 2)
    expect("not a worker's request", stemma("query-worker", stdin=subprocess.DEVNULL), 2)
    expect("a form that the format cannot carry", ask("CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }", "--format", "csv"), 2, "graph")
    expect("no data", stemma("query", "/nowhere", "-e", "ASK {}"), 2, "/nowhere")
    expect("a folder that is no result", stemma("query", str(HERE), "-e", "ASK {}"), 2, "no result")
    expect("an unknown name", stemma("query", DATA, "no-such-query"), 2, "--list")
    expect("an unknown parameter", stemma("query", DATA, "credits", "--set", "a=b"), 2, "no parameter 'a'")
    expect("a parameter without a value", stemma("query", DATA, "mentions-of"), 2, "--set entity=")
    expect("a misspelt name", stemma("query", DATA, "mentions-of", "--set", "entity=North-Koria"), 2, "goes by the name", "did you mean 'North Korea'?")
    expect("a hostile value", stemma("query", DATA, "mentions-of", "--set", "entity=https://x/> . ?s ?p <https://y"), 2, "goes by the name")
    listed = stemma("query", "--list")
    expect("the list", listed, 0)
    if not re.search(r"^mentions-of$", listed.stdout, re.MULTILINE):
        failures.append("the list lacks a query")


def main():
    only = sys.argv[1:]
    for name, test in list(globals().items()):
        if name.startswith("test_") and (not only or name in only):
            test()
    print("failed: " + ", ".join(failures) if failures else "every limit holds")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
