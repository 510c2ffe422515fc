#!/usr/bin/env python3
"""What `stemma build` writes about the reports in seeds/, read by programs that are not ours."""

import json
import pathlib
import re
import subprocess
import tempfile

from program import SOURCE, build, files_of, find_oxigraph, skip, stemma

try:
    import pyoxigraph
except ImportError:
    skip("the Python package pyoxigraph (tests/requirements.txt) is not installed")

STM = "https://w3id.org/stemma/ns#"
OA = "http://www.w3.org/ns/oa#"
BASE = "https://example.org/news/"
SEEDS = SOURCE / "seeds"
REPORTS = sorted(file for file in SEEDS.iterdir() if file.suffix in (".txt", ".md"))


def quads(path, form):
    return set(pyoxigraph.parse(path.read_bytes(), format=form))


def check_readers(out):
    """Every RDF file is accepted by a strict reader, and the two datasets are the same."""
    program = find_oxigraph() or skip("the Python package oxigraph (tests/requirements.txt) is not installed")
    for name in ("graph.ttl", "reported.ttl", "dataset.trig", "dataset.nq"):
        done = subprocess.run([program, "convert", "--from-file", str(out / name), "--to-format", "nq"], capture_output=True)
        assert done.returncode == 0, (name, done.stderr)
    trig, nquads = quads(out / "dataset.trig", pyoxigraph.RdfFormat.TRIG), quads(out / "dataset.nq", pyoxigraph.RdfFormat.N_QUADS)
    assert trig == nquads and len(nquads) == sum(1 for _ in (out / "dataset.nq").open())
    facts = {q.triple for q in nquads if q.graph_name == pyoxigraph.NamedNode(BASE + "graph/facts")}
    assert {q.triple for q in quads(out / "graph.ttl", pyoxigraph.RdfFormat.TURTLE)} == facts and facts
    return nquads


def check_terms(nquads):
    """No blank nodes, no default graph, no term of ours that the ontology does not describe, nothing without a label."""
    described = {q.subject.value for file in ("stemma.ttl", "events.ttl")
                 for q in pyoxigraph.parse((SOURCE / "ontology" / file).read_bytes(), format=pyoxigraph.RdfFormat.TURTLE)}
    labelled = {q.subject.value for q in nquads if re.search(r"[#/](prefLabel|label|headline)$", q.predicate.value)}
    for quad in nquads:
        assert isinstance(quad.graph_name, pyoxigraph.NamedNode), quad
        for term in (quad.subject, quad.predicate, quad.object):
            assert not isinstance(term, pyoxigraph.BlankNode), quad
            if isinstance(term, pyoxigraph.NamedNode) and term.value.startswith(STM):
                assert term.value in described, term
        if quad.predicate.value in (STM + "refersTo", STM + "country", STM + "wire"):
            assert quad.object.value in labelled, quad.object


# Places in a text, and the parts of a claim: their words stand in oa:exact and stm:asStated. A sentence is a place
# only; what it says stands in the document.
PLACES = """VALUES ?place { stm:Mention stm:Sentence oa:SpecificResource oa:TextPositionSelector oa:TextQuoteSelector
                     stm:AttributionHop schema:QuantitativeValue }"""
UNLABELLED = """PREFIX stm: <https://w3id.org/stemma/ns#> PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX schema: <https://schema.org/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?thing WHERE {
  { GRAPH ?g { ?thing a ?class } FILTER NOT EXISTS { %s GRAPH ?h { ?thing a ?place } } }
  UNION { SELECT DISTINCT ?thing WHERE { GRAPH ?thing { ?s ?p ?o } } }
  UNION { GRAPH ?g { ?claim stm:isAbout|stm:frame|stm:status|stm:refersTo|prov:wasAttributedTo ?thing } }
  UNION { GRAPH ?g { ?s ?thing ?o } FILTER(STRSTARTS(STR(?thing), STR(stm:))) }
  UNION { GRAPH ?g { ?s ?p ?thing } FILTER(STRSTARTS(STR(?thing), STR(stm:))) }
  FILTER NOT EXISTS { GRAPH ?l { ?thing rdfs:label|skos:prefLabel|schema:headline ?label } }
}""".replace("PREFIX oa:", "PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX oa:") % PLACES


def check_labels(out):
    """Everything that a person may point at has a label; the list of what needs none is docs/design.md's."""
    store = pyoxigraph.Store()
    store.bulk_load(path=str(out / "dataset.nq"), format=pyoxigraph.RdfFormat.N_QUADS)
    assert [row["thing"].value for row in store.query(UNLABELLED)] == []
    some = next(iter(store.quads_for_pattern(None, pyoxigraph.NamedNode("http://www.w3.org/2000/01/rdf-schema#label"), None)))
    for quad in list(store.quads_for_pattern(some.subject, None, None)):
        if quad.predicate.value.endswith("label"):
            store.remove(quad)
    assert len(list(store.query(UNLABELLED))) == 1, "the question finds what has none"


def source_of(record):
    """The text that offsets count in: the decoded file, without its byte order mark."""
    return (SEEDS / record["document"]["path"]).read_bytes().decode("utf-8").removeprefix("\ufeff")


def check_evidence(out, nquads):
    """Every place is the place of its words, in the records and in the graph."""
    texts, mentions = {}, 0
    for line in (out / "records.ndjson").read_text().splitlines():
        record = json.loads(line)
        text = texts[record["document"]["id"]] = source_of(record)
        for entity in record["entities"]:
            assert entity["mentions"], entity
            for mention in entity["mentions"]:
                assert text[mention["start"]:mention["end"]] == mention["text"], (record["document"]["path"], mention)
                mentions += 1
        for start, end in record["sentences"]:
            assert 0 <= start < end <= len(text)
    assert mentions > 50, mentions
    value = {}
    for quad in nquads:
        value.setdefault((quad.subject.value, quad.predicate.value), quad.object.value)
    exact = [(s, words) for (s, p), words in value.items() if p == OA + "exact"]
    assert len(exact) > 50
    for selector, words in exact:
        span = selector.replace("/selector-", "/span-")
        text = texts[value[span, OA + "hasSource"]]
        start, end = int(value[selector, OA + "start"]), int(value[selector, OA + "end"])
        assert text[start:end] == words, (selector, words)


def check_repeatable(out, folder):
    """Again, with other threads, in another order: the same bytes."""
    again = folder / "again"
    build(*reversed(REPORTS), "-o", again, "--base", BASE, "--jobs", "3")
    build(*REPORTS, "-o", again, "--base", BASE, "--jobs", "1")
    assert files_of(out) == files_of(again)


def check_base(out, folder):
    """Ids hang on content alone: another base changes nothing but itself."""
    other = "https://example.net/a/longer/base/"
    build(*REPORTS, "-o", folder / "elsewhere", "--base", other)
    for name in ("dataset.nq", "records.ndjson"):
        moved = (folder / "elsewhere" / name).read_text().replace(other, BASE)
        assert sorted(moved.splitlines()) == sorted((out / name).read_text().splitlines()), name


def check_extract(out):
    done = stemma("extract", SEEDS, "--base", BASE, "--jobs", "2")
    assert done.returncode == 0, done.stderr
    printed = done.stdout.splitlines()
    assert sorted(printed) == sorted((out / "records.ndjson").read_bytes().splitlines())
    paths = [json.loads(line)["document"]["path"] for line in printed]
    assert paths == sorted(paths)


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        out = folder / "out"
        build(*REPORTS, "-o", out, "--base", BASE)
        nquads = check_readers(out)
        check_terms(nquads)
        check_labels(out)
        check_evidence(out, nquads)
        check_repeatable(out, folder)
        check_base(out, folder)
        check_extract(out)
        manifest = json.loads((out / "manifest.json").read_text())
        assert manifest["documents"] == len(REPORTS)
        assert "## Names that were left unlinked" in (out / "report.md").read_text()


main()
