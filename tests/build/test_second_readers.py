#!/usr/bin/env python3
"""The result before judges of other houses: Jena's riot for lexical forms, pyrudof or pySHACL for the shapes."""

import pathlib
import subprocess
import tempfile

from program import SOURCE, build, find_jena, skip


def riot(out):
    jar = find_jena()
    if not jar:
        return "riot: no Java or no Jena here"
    for name in ("dataset.trig", "dataset.nq", "graph.ttl", "reported.ttl"):
        done = subprocess.run(["java", "-cp", jar, "riotcmd.riot", "--validate", str(out / name)], capture_output=True, text=True)
        assert done.returncode == 0 and not (done.stdout + done.stderr).strip(), (name, done)
    return None


def shacl(out):
    try:
        import pyshacl
        import rdflib
    except ImportError:
        return "the Python package pyshacl (tests/requirements-all.txt) is not installed"
    graph, shapes = rdflib.Graph(), rdflib.Graph()
    for file in ("shapes.ttl", "event-shapes.ttl"):
        shapes.parse(SOURCE / "ontology" / file)
    data = rdflib.Dataset(default_union=True)
    data.parse(out / "dataset.nq", format="nquads")
    for triple in data.triples((None, None, None)):
        graph.add(triple)
    conforms, _, text = pyshacl.validate(graph, shacl_graph=shapes, advanced=True)
    assert conforms, text
    return None


def main():
    with tempfile.TemporaryDirectory() as name:
        out = pathlib.Path(name) / "out"
        build(SOURCE / "seeds", "-o", out)
        left_out = [why for why in (riot(out), shacl(out)) if why]
        if left_out:
            skip("a judge is missing, the other one (if any) is content: " + "; ".join(left_out))


main()
