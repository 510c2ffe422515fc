#!/usr/bin/env python3
"""stemma explain: the text is the one beside each case, the JSON quotes the reports, the Turtle holds nothing new.

    test_explain.py [--write]

A case is a folder of explain/ with a file `thing` (what is asked for) and `expected.txt`. --write writes what comes out
as the expectation, to be read over.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

from program import HERE, REPORTS, fuse, skip, stemma


def check_texts(out, write):
    cases = sorted((HERE / "explain").iterdir())
    assert cases
    for case in cases:
        got = stemma("explain", out, (case / "thing").read_text().strip())
        if write:
            (case / "expected.txt").write_text(got)
        assert got == (case / "expected.txt").read_text(), f"{case.name}\n{got}"


def check_json(out):
    event = json.loads(stemma("explain", out, "drones russia", "--format", "json"))
    claims = [claim for origin in event["toldBy"] for claim in origin["claims"]]
    assert event["origins"] == sum(not origin["denies"] for origin in event["toldBy"])
    assert event["denyingOrigins"] == sum(origin["denies"] for origin in event["toldBy"]) == 1
    assert event["documents"] == len({claim["document"] for claim in claims})
    for claim in claims:
        source = (REPORTS / claim["path"]).read_text()
        quotes = claim["evidence"] + [quote for link in claim["chain"] for quote in link["evidence"]]
        assert quotes and all(source[quote["start"]:quote["end"]] == quote["text"] for quote in quotes), claim
        for role in claim["roles"]:
            assert source[role["words"]["start"]:role["words"]["end"]] == role["words"]["text"], role
    ids = {claim["id"] for claim in claims}
    assert event["disagreements"] and all({d["later"], d["earlier"]} <= ids for d in event["disagreements"])


def check_turtle(out):
    try:
        import pyoxigraph
    except ImportError:
        skip("the Python package pyoxigraph (tests/requirements.txt) is not installed")
    text = stemma("explain", out, "drones russia", "--format", "ttl")
    triples = {quad.triple for quad in pyoxigraph.parse(text.encode(), format=pyoxigraph.RdfFormat.TURTLE)}
    data = (out / "dataset.nq").read_bytes()
    whole = {quad.triple for quad in pyoxigraph.parse(data, format=pyoxigraph.RdfFormat.N_QUADS)}
    assert triples and triples < whole, triples - whole
    said = {triple.subject.value for triple in triples}
    wanted = json.loads(stemma("explain", out, "drones russia", "--format", "json"))
    for origin in wanted["toldBy"]:
        assert origin["id"] in said and {claim["id"] for claim in origin["claims"]} < said


def check_hints(out):
    """What is misspelt gets a hint, word for word where there are several."""
    expected = {
        "Iraan": "did you mean 'Iran'?",
        "Iraan russia": "for 'Iraan': did you mean 'Iran'?",
        "xylophones": None,
    }
    for words, hint in expected.items():
        done = subprocess.run([os.environ["STEMMA"], "explain", out, *words.split()], capture_output=True, text=True, timeout=300)
        lines = done.stderr.splitlines()
        assert done.returncode == 1 and lines[0] == f"stemma: no event fits '{words}'", done
        assert lines[1:] == ([f"hint: {hint}"] if hint else []), done


def check_refusals(out):
    stemma("explain", out, "no event has these words", code=1)
    stemma("explain", out / "absent", "drones", code=2)
    stemma("explain", REPORTS, "drones", code=2)


def main():
    with tempfile.TemporaryDirectory() as scratch:
        out = fuse(pathlib.Path(scratch) / "out")
        check_texts(out, "--write" in sys.argv)
        check_json(out)
        check_hints(out)
        check_refusals(out)
        check_turtle(out)


main()
