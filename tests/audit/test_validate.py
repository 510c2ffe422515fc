#!/usr/bin/env python3
"""stemma validate: the violations are those that pySHACL finds, and what is not supported is refused.

    test_validate.py [--write]

Each file of shapes/ holds shapes of one kind and data that keeps and breaks them; violations.txt has what is found in
each. Then results with one thing broken are held against the shapes of the pack. Where pySHACL and pyrudof
(tests/requirements-all.txt) are installed they are asked too; the file of violations is looked at in any case. --write
writes what is found as the expectation, to be read over.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from program import HERE, SOURCE, fuse, skip, stemma

try:
    import pyshacl
    import rdflib
except ImportError:
    pyshacl = None

try:
    import pyrudof
except ImportError:
    pyrudof = None

# Where pyrudof 0.3.35 does not do what SHACL says: it counts the bytes of a text for its length, and lets a literal pass
# where sh:node asks for a property of it.
RUDOF_DIFFERS = {"lengths.ttl", "node.ttl"}
# It finds selectors of sound results at fault where a shape that is asked for by sh:node has sh:lessThan.
RUDOF_MISTAKES = {"NodeConstraintComponent"}

SH = "http://www.w3.org/ns/shacl#"
STM = "https://w3id.org/stemma/ns#"
OA = "http://www.w3.org/ns/oa#"

# One thing that is broken: (what, what is looked for in a line of the dataset, what it becomes; None: the line goes).
BROKEN = [
    ("no hash of a document", f"<{STM}sha256>", None),
    ("a hash in capitals", f'<{STM}sha256> "', f'<{STM}sha256> "A'),
    ("a date that is a word", '-03-05"^^<http://www.w3.org/2001/XMLSchema#date>', '-03-05"'),
    ("evidence without a source", f"<{OA}hasSource>", None),
    ("a selector without words", f"<{OA}exact>", None),
    ("an end before the start", f'<{OA}end> "133"', f'<{OA}end> "13"'),
    ("a claim without evidence", "/claim-", None),
    ("no label of a country", "prefLabel", None),
    ("an unknown status", f"<{STM}occurred>", f"<{STM}happened>"),
    ("no count of origins", f"<{STM}originCount>", None),
    ("a count of no documents", f'<{STM}documentCount> "1"', f'<{STM}documentCount> "0"'),
    ("a role that is a word", f"<{STM}supplier> <https://w3id.org/stemma/lexicon/country/IR>", f'<{STM}supplier> "Iran"'),
    ("an unknown type of event", f"<{STM}ArmsTransfer>", f"<{STM}Gift>"),
    ("a bound of another kind", f"<{STM}moreThan>", f"<{STM}rather>"),
    ("a run without program", f"<{STM}program>", None),
]


def found_by_us(data, *shapes):
    arguments = ["validate", data, "--format", "json", "--quiet"] + (["--shapes", *shapes] if shapes else [])
    try:
        report = json.loads(stemma(*arguments))
    except AssertionError:
        report = json.loads(stemma(*arguments, code=1))
        assert not report["conforms"]
    return report["violations"]


def plain(path):
    """An IRI, or "path" for one that is more than a step."""
    return None if path is None else path[1:-1] if path.startswith("<") and path.count(">") == 1 else "path"


def ours(violations):
    from rdflib.util import from_n3
    return {(v["focus"], plain(v["path"]), v["component"], v["value"] and from_n3(v["value"])) for v in violations}


def found_by_pyshacl(data, shapes):
    term = rdflib.URIRef
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, advanced=False)
    found = set()
    for result in report.objects(None, term(SH + "result")):
        component = str(report.value(result, term(SH + "sourceConstraintComponent"))).removeprefix(SH)
        path = report.value(result, term(SH + "resultPath"))
        value = report.value(result, term(SH + "value"))
        without = component in ("HasValueConstraintComponent",)  # SHACL leaves it open whether it is named there
        found.add((str(report.value(result, term(SH + "focusNode"))),
                   None if path is None else str(path) if isinstance(path, rdflib.URIRef) else "path",
                   component, None if without else value))
    return found


def found_by_rudof(data, shapes):
    rudof = pyrudof.Rudof(pyrudof.RudofConfig())
    rudof.read_data(str(data))
    rudof.read_shacl(str(shapes))
    return sorted((v.focus_node.strip("<>"), re.split("[#/:]", v.constraint_component.strip("<>"))[-1])
                  for v in rudof.validate_shacl().violations)


def compare_with_rudof(what, violations, data, shapes, without=frozenset()):
    """Focus nodes and kinds of constraints, as often as they are violated; its values have a form of its own."""
    if not pyrudof or what in RUDOF_DIFFERS:
        return
    own, its = sorted((v["focus"], v["component"]) for v in violations), found_by_rudof(data, shapes)
    own, its = ([found for found in all if found[1] not in without] for all in (own, its))
    assert own == its, f"{what}:\nours: {own}\npyrudof: {its}"


def compare(what, violations, data, shapes):
    if not pyshacl:
        return
    a, b = ours(violations), found_by_pyshacl(data, shapes)
    assert a == b, f"{what}:\nonly ours: {sorted(map(str, a - b))}\nonly pySHACL: {sorted(map(str, b - a))}"


def check_kinds(write):
    lines = []
    for file in sorted((HERE / "shapes").glob("*.ttl")):
        violations = found_by_us(file, file)
        lines += [f"{file.stem}: {v['focus'].rsplit('/', 1)[1]} {v['component'].removesuffix('ConstraintComponent')}"
                  f" {v['value'] or ''}".rstrip() for v in violations]
        compare_with_rudof(file.name, violations, file, file)
        if pyshacl:
            graph = rdflib.Graph().parse(file)
            compare(file.name, violations, graph, graph)
    expected = HERE / "shapes" / "violations.txt"
    text = "\n".join(lines) + "\n"
    if write:
        expected.write_text(text)
    assert text == expected.read_text(), text


def union_of(file):
    data, graph = rdflib.Dataset(default_union=True), rdflib.Graph()
    data.parse(file, format="nquads")
    for triple in data.triples((None, None, None)):
        graph.add(triple)
    return graph


def without_graph(line):
    return line[:line.rindex(" <")] + " .\n"


def check_broken(out, scratch):
    assert found_by_us(out) == []
    lines = (out / "dataset.nq").read_text().splitlines(keepends=True)
    shapes = pyshacl and rdflib.Graph()
    all_shapes, union = scratch / "all-shapes.ttl", scratch / "union.nt"
    all_shapes.write_text("".join((SOURCE / "ontology" / name).read_text() for name in ("shapes.ttl", "event-shapes.ttl")))
    if pyshacl:
        shapes.parse(all_shapes)
    for what, old, new in BROKEN:
        broken = scratch / "broken.nq"
        assert any(old in line for line in lines), what
        changed = [line if old not in line else line.replace(old, new) for line in lines if new or old not in line]
        broken.write_text("".join(changed))
        violations = found_by_us(broken)
        assert violations, what
        union.write_text("".join(sorted({without_graph(line) for line in changed})))
        compare_with_rudof(what, violations, union, all_shapes, RUDOF_MISTAKES)
        if pyshacl:
            compare(what, violations, union_of(broken), shapes)


def said(*arguments, code):
    done = subprocess.run([os.environ["STEMMA"], "validate", *map(str, arguments)], capture_output=True, text=True, timeout=300)
    assert done.returncode == code, f"exit code {done.returncode}, not {code}:\n{done.stderr}"
    return done.stderr


def check_emptied(out):
    """A result that lost its triples, all or some, is no result that conforms."""
    data = out / "dataset.nq"
    whole = data.read_bytes()
    for left in (b"", whole[: whole.index(b"\n") + 1]):
        data.write_bytes(left)
        message = said(out, code=2)
        assert f"the build wrote {len(whole)} bytes" in message, message
    data.write_bytes(b"")
    assert "there was nothing to check" in said(data, code=0)
    data.write_bytes(whole)
    assert "all conform" in said(out, code=0)


def check_refusals(scratch):
    for what in ("sh:closed true", "sh:sparql [ sh:select \"SELECT $this {}\" ]", "sh:equals ex:q",
                 "sh:property [ sh:path ex:p ; sh:minCount 99 ]", "sh:node ex:shape", "sh:nodeKind ex:odd",
                 "sh:property [ sh:minCount 1 ]", "sh:severity sh:Warning"):
        shapes = scratch / "shapes.ttl"
        shapes.write_text("@prefix ex: <https://example.org/> .\n@prefix sh: <http://www.w3.org/ns/shacl#> .\n"
                          f"ex:shape a sh:NodeShape ; sh:targetClass ex:Thing ; {what} .\n")
        stemma("validate", shapes, "--shapes", shapes, code=2)


def main():
    check_kinds("--write" in sys.argv)
    with tempfile.TemporaryDirectory() as name:
        scratch = pathlib.Path(name)
        out = fuse(scratch / "out")
        check_broken(out, scratch)
        check_emptied(out)
        check_refusals(scratch)
    if not pyshacl or not pyrudof:
        skip("all is as expected, but pyshacl or pyrudof (tests/requirements-all.txt) is not installed to compare with")


main()
