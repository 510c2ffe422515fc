#!/usr/bin/env python3
"""stemma diff: what became known, changed, was withdrawn or contradicted is what stands beside each case.

    test_diff.py [--write]

A case is a folder of diff/: `before` and `after` name the documents of records.ndjson that each result is fused from,
`replace` (may be absent) has lines "before: OLD => NEW" or "after: …" that are changed in the records first, and
expected.txt is what comes out. The JSON and the Turtle have to say the same. --write writes what comes out as the
expectation, to be read over.
"""

import json
import pathlib
import sys
import tempfile

from program import HERE, fuse, skip, stemma

STM = "https://w3id.org/stemma/ns#"


def make_result(case, side, scratch):
    wanted = (case / side).read_text().split()
    lines = [line for line in (HERE / "records.ndjson").read_text().splitlines(keepends=True)
             if json.loads(line)["document"]["path"] in wanted]
    assert len(lines) == len(wanted), wanted
    text = "".join(lines)
    replace = case / "replace"
    for line in replace.read_text().splitlines() if replace.exists() else []:
        where, change = line.split(": ", 1)
        old, new = change.split(" => ")
        if where == side:
            assert old in text, old
            text = text.replace(old, new)
    records = scratch / f"{case.name}-{side}.ndjson"
    records.write_text(text)
    return fuse(scratch / f"{case.name}-{side}", records)


def check_json(report, text):
    assert report["same"] == (text == "")
    for key, title in (("documentsAdded", "documents added"), ("documentsRemoved", "documents removed"),
                       ("becameKnown", "became known"), ("changed", "changed"), ("withdrawn", "withdrawn"),
                       ("contradicted", "contradicted")):
        lines = [line for line in text.splitlines() if line.startswith(title + " (")]
        assert lines == ([f"{title} ({len(report[key])})"] if report[key] else []), (key, lines)
    for change in report["becameKnown"] + report["changed"] + report["withdrawn"]:
        assert change["label"] in text


def check_turtle(report, turtle):
    try:
        import pyoxigraph
    except ImportError:
        return False
    triples = [quad.triple for quad in pyoxigraph.parse(turtle.encode(), format=pyoxigraph.RdfFormat.TURTLE)]
    kinds = [triple.object.value for triple in triples if triple.predicate.value == STM + "changeKind"]
    assert sorted(kinds) == sorted([STM + "becameKnown"] * len(report["becameKnown"]) +
                                   [STM + "changed"] * len(report["changed"]) +
                                   [STM + "withdrawn"] * len(report["withdrawn"]) +
                                   [STM + "contradicted"] * len(report["contradicted"]))
    said = {triple.object.value for triple in triples if triple.predicate.value == STM + "valueAfter"}
    assert {d["after"] for change in report["changed"] for d in change["details"] if d["after"]} <= said
    return True


def main():
    read_turtle = True
    with tempfile.TemporaryDirectory() as name:
        for case in sorted((HERE / "diff").iterdir()):
            before, after = (make_result(case, side, pathlib.Path(name)) for side in ("before", "after"))
            code = 0 if case.name == "nothing" else 1
            text = stemma("diff", before, after, code=code)
            if "--write" in sys.argv:
                (case / "expected.txt").write_text(text)
            assert text == (case / "expected.txt").read_text(), f"{case.name}\n{text}"
            report = json.loads(stemma("diff", before, after, "--format", "json", code=code))
            check_json(report, text)
            read_turtle = check_turtle(report, stemma("diff", before, after, "--format", "ttl", code=code))
        stemma("diff", before, HERE, code=2)
    if not read_turtle:
        skip("all but the Turtle is as expected; pyoxigraph (tests/requirements.txt) is not installed to read it")


main()
