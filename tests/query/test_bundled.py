#!/usr/bin/env python3
"""Every bundled query gives the rows that stand beside it: from a file, from a result with another base, and from a
store.

    test_bundled.py [oxigraph|fuseki|rdf4j|virtuoso] [--write]

A case is a folder named after a query: `settings` (lines name=value; may be absent), `expected.csv` (or `expected.ttl`
for a CONSTRUCT). The data is newsroom.trig; for the cases under events/ it is what `stemma fuse` makes of
reports.ndjson. --write writes what the file gives as the expectation, to be read over.
"""

import pathlib
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "store"))

import result_folder  # noqa: E402
import triple_stores  # noqa: E402

DEFAULT_BASE = "https://w3id.org/stemma/id/"
OTHER_BASE = "https://news.example/kb/"
# What a store is known to answer wrongly; docs/stores.md says how.
KNOWN = {("virtuoso", "time-series"), ("virtuoso", "evidence-of-event")}
failures = []


def cases(parent):
    for folder in sorted(parent.iterdir()):
        if (folder / "expected.csv").exists() or (folder / "expected.ttl").exists() or (folder / "settings").exists():
            yield folder


def settings_of(folder):
    file = folder / "settings"
    lines = file.read_text().splitlines() if file.exists() else []
    return [word for line in lines for word in ("--set", line)]


def answer(folder, source, form):
    done = result_folder.stemma("query", *source, query_of(folder), *settings_of(folder), "--format", form)
    if done.returncode != 0:
        return f"exit code {done.returncode}: {done.stderr}"
    return done.stdout.replace("\r\n", "\n")


def query_of(folder):
    """A case may be one of several of a query: NAME, or NAME.variant."""
    return folder.name.split(".")[0]


def check(what, got, expected):
    if got != expected:
        failures.append(what)
        print(f"--- {what}: expected\n{expected}\n--- got\n{got}")


def run_case(folder, sources, write):
    graph = (folder / "expected.ttl").exists()
    expectation = folder / ("expected.ttl" if graph else "expected.csv")
    for name, source, base in sources:
        if (name, folder.name.partition(".")[0]) in KNOWN:
            continue
        got = answer(folder, source, "ttl" if graph else "csv")
        if write and name == "file":
            expectation.write_text(got)
        check(f"{folder.name} ({name})", got, expectation.read_text().replace(DEFAULT_BASE, base))


def check_loading(name, done):
    check(f"loading into {name}", done.returncode, 0)


def main():
    write = "--write" in sys.argv
    stores = [name for name in sys.argv[1:] if name in triple_stores.STORES]
    trig = (HERE / "newsroom.trig").read_text()
    ran = 0
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        result = result_folder.write_result(scratch / "out", trig, OTHER_BASE)
        fused = scratch / "fused"
        done = result_folder.stemma("fuse", str(HERE / "reports.ndjson"), "-o", str(fused), "--quiet")
        check("fusing", (done.returncode, done.stderr), (0, done.stderr))
        groups = [
            (HERE, result, OTHER_BASE, [("file", [str(HERE / "newsroom.trig")], DEFAULT_BASE), ("result", [str(result)], OTHER_BASE)]),
            (HERE / "events", fused, DEFAULT_BASE, [("file", [str(fused)], DEFAULT_BASE)]),
        ]
        for parent, data, base, sources in groups:
            ran += run_group(parent, data, base, sources, stores, write)
    print(f"{ran} cases, from files and {', '.join(stores) or 'no store'}: {len(failures)} failed")
    return 1 if failures else 0


def run_group(parent, data, base, sources, stores, write):
    """All cases of a folder, from their sources and from each store that holds the data. How many there were."""
    running = []
    try:
        for name in stores:
            store = triple_stores.STORES[name]()
            running.append(store)
            check_loading(name, result_folder.stemma("load", str(data), "--endpoint", store.update, "--graph-store", store.graph_store))
            sources.append((name, ["--endpoint", store.query, str(data)], base))
        folders = list(cases(parent))
        if not folders:
            failures.append(f"no cases in {parent}")
        for folder in folders:
            run_case(folder, sources, write)
        return len(folders)
    finally:
        for store in running:
            store.stop()


if __name__ == "__main__":
    sys.exit(main())
