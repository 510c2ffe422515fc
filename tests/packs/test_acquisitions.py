#!/usr/bin/env python3
"""The example of docs/packs.md: another domain in Turtle alone, read by the same program, from check to query."""

import json
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "build"))
from program import SOURCE, build, skip, stemma  # noqa: E402

PACK = SOURCE / "docs/examples/acquisitions"
EXPECTED = pathlib.Path(__file__).with_name("acquisitions.txt")


def lines_of(record):
    """A line for each event: document, type, status, roles, quantity, time, who says so."""
    names = {entity["id"]: entity["label"] for entity in record["entities"]}
    for event in record["events"]:
        parts = [record["document"]["path"], event["type"], event["status"]]
        parts += [f"{role}={'+'.join(sorted(names[v] for v in values))}" for role, values in sorted(event["roles"].items())]
        parts += [f"{q['min']}-{q['max']} {q['unit']}{' about' if q['approx'] else ''}" for q in event["quantity"]]
        if event["time"]:
            parts.append(f"{event['time']['start']}/{event['time']['end']}")
        parts += ["said by " + " citing ".join(names[s] for s in chain) for chain in event["attribution"]]
        yield "; ".join(parts)


def check_records():
    done = stemma("extract", PACK / "reports", "--pack", PACK)
    assert done.returncode == 0, done.stderr
    records = [json.loads(line) for line in done.stdout.splitlines()]
    if not any(record["made"]["model"] for record in records):
        skip("no language model (tools/get-model fetches one; STEMMA_MODEL names one)")
    found = sorted(line for record in records for line in lines_of(record))
    wanted = sorted(EXPECTED.read_text(encoding="utf-8").splitlines())
    assert found == wanted, "\n".join(["found:", *found, "wanted:", *wanted])


def check_query(out):
    done = stemma("query", out, PACK / "queries/who-bought-whom.rq", "--format", "csv")
    assert done.returncode == 0, done.stderr
    rows = done.stdout.decode().splitlines()
    assert rows == ["acquirer,target,seller", "Bluefern Software,Tessaly Instruments,Lindgard Holdings"], rows


def check_shapes(out):
    """Both the shapes that every result obeys and those of the pack."""
    try:
        import pyshacl
        import rdflib
    except ImportError:
        print("shapes not checked: the Python package pyshacl (tests/requirements-all.txt) is not installed")
        return
    data = rdflib.Dataset(default_union=True)
    data.parse(out / "dataset.nq", format="nquads")
    graph, shapes = rdflib.Graph(), rdflib.Graph()
    for triple in data.triples((None, None, None)):
        graph.add(triple)
    for file in (SOURCE / "ontology/shapes.ttl", PACK / "shapes.ttl"):
        shapes.parse(file)
    conforms, _, text = pyshacl.validate(graph, shacl_graph=shapes, advanced=True)
    assert conforms, text
    target = rdflib.URIRef("https://example.org/acquisitions#target")
    graph.remove((next(graph.subjects(target)), target, None))
    assert not pyshacl.validate(graph, shacl_graph=shapes, advanced=True)[0], "the shapes miss an acquisition of nothing"


def main():
    done = stemma("pack", "check", PACK)
    assert done.returncode == 0, done.stdout.decode()
    check_records()
    with tempfile.TemporaryDirectory() as name:
        out = pathlib.Path(name) / "out"
        build(PACK / "reports", "--pack", PACK, "-o", out)
        check_query(out)
        check_shapes(out)


main()
