#!/usr/bin/env python3
"""Each format, opened by a reader that is not ours, says what the records say. Exit 77: a reader is missing."""

import csv
import io
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

try:
    import igraph
    import networkx
except ImportError as missing:
    print(f"skipped: {missing}; tools/setup --test installs it")
    sys.exit(77)
if not shutil.which("dot"):
    print("skipped: no Graphviz here")
    sys.exit(77)

import sample_records
from export_run import Folder, export, run
from sample_records import BASE

XML_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
GEXF = "{http://gexf.net/1.3}"


def as_xml(label):
    return XML_FORBIDDEN.sub("", label)


def as_csv(label):
    kept = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "", label)
    return "'" + kept if re.match("[\t\r\n]| *[=+@\uff1d\uff0b\uff0d\uff20-]", kept) else kept


def graph_of(records):
    """What an export must hold, computed here: (id -> label, {ends} -> (weight, documents))."""
    nodes, edges = {}, {}
    for record in records:
        document = record["document"]
        nodes[document["id"]] = document["title"] or document["path"]
        entities = [e for e in record["entities"] if e["kind"] != "anonymous"]
        together = {}
        for e in entities:
            nodes[e["id"]] = e["label"]
            edges[frozenset((document["id"], e["id"]))] = (len(e["mentions"]), 1)
        for start, end in record["sentences"]:
            here = sorted({e["id"] for e in entities for m in e["mentions"] if start <= m["start"] < end})
            for i, a in enumerate(here):
                for b in here[i + 1:]:
                    together[frozenset((a, b))] = together.get(frozenset((a, b)), 0) + 1
        for ends, sentences in together.items():
            weight, documents = edges.get(ends, (0, 0))
            edges[ends] = (weight + sentences, documents + 1)
    return nodes, edges


SAMPLES = {"plain": sample_records.plain(), "hostile": sample_records.hostile(), "large": sample_records.large(),
           "empty": []}


class Formats(unittest.TestCase):
    maxDiff = 2000

    def compare(self, nodes, edges, expected_label):
        """`nodes`: (id, label) pairs; `edges`: (source, target, weight, documents) of the sample `self.records`."""
        wanted_nodes, wanted_edges = graph_of(self.records)
        ids = [node for node, _ in nodes]
        self.assertEqual(len(ids), len(set(ids)), "an id stands twice")
        self.assertEqual(dict(nodes), {node: expected_label(label) for node, label in wanted_nodes.items()})
        found = {}
        for source, target, weight, documents in edges:
            self.assertIn(source, wanted_nodes, "an edge dangles")
            self.assertIn(target, wanted_nodes, "an edge dangles")
            self.assertNotIn(frozenset((source, target)), found, "an edge stands twice")
            found[frozenset((source, target))] = (int(weight), int(documents))
        self.assertEqual(found, wanted_edges)

    def for_each_sample(self, format_name, check):
        for name, self.records in SAMPLES.items():
            with self.subTest(name):
                check(export(self.records, format_name))

    def test_graphml_as_xml(self):
        def check(data):
            root = ElementTree.fromstring(data)
            keys = {key.get("id"): key for key in root.iter(GRAPHML + "key")}
            self.assertEqual(len(keys), len(list(root.iter(GRAPHML + "key"))))
            for element in root.iter(GRAPHML + "data"):
                self.assertIn(element.get("key"), keys)
            def values(element):
                return {keys[d.get("key")].get("attr.name"): d.text or "" for d in element.iter(GRAPHML + "data")}
            iri = {node.get("id"): values(node)["iri"] for node in root.iter(GRAPHML + "node")}
            for token in iri:
                self.assertRegex(token, r"^[A-Za-z0-9]+$")
            self.compare([(values(n)["iri"], values(n)["label"]) for n in root.iter(GRAPHML + "node")],
                         [(iri[e.get("source")], iri[e.get("target")], values(e)["weight"], values(e)["documents"])
                          for e in root.iter(GRAPHML + "edge")], as_xml)
        self.for_each_sample("graphml", check)

    def test_graphml_in_networkx(self):
        def check(data):
            graph = networkx.read_graphml(io.BytesIO(data), force_multigraph=True)
            iri = dict(graph.nodes(data="iri"))
            self.compare([(iri[n], d["label"]) for n, d in graph.nodes(data=True)],
                         [(iri[a], iri[b], d["weight"], d["documents"]) for a, b, d in graph.edges(data=True)], as_xml)
        self.for_each_sample("graphml", check)

    def test_graphml_in_igraph(self):
        self.records = SAMPLES["large"]
        with Folder(self.records) as out, tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "g.graphml"
            self.assertEqual(run(out, "--format", "graphml", "-o", file).returncode, 0)
            graph = igraph.Graph.Read_GraphML(str(file))
        iri = graph.vs["iri"]
        self.compare(list(zip(iri, graph.vs["label"])),
                     [(iri[e.source], iri[e.target], e["weight"], e["documents"]) for e in graph.es], str)
        without = graph.subgraph_edges(graph.es.select(kind="co_mention"))
        self.assertGreater(without.ecount(), 0)
        self.assertEqual(graph.vs["degree"], graph.degree())
        self.assertEqual(len(set(graph.vs["component"])), len(graph.connected_components()))
        ranks = graph.pagerank(weights="weight", damping=0.85)
        for ours, theirs in zip(graph.vs["pagerank"], ranks):
            self.assertAlmostEqual(ours, theirs, places=6)

    def test_gexf_as_xml(self):
        def check(data):
            root = ElementTree.fromstring(data)
            self.assertEqual(root.tag, GEXF + "gexf")
            def value(element, name):
                return next(v.get("value") for v in element.iter(GEXF + "attvalue") if v.get("for") == name)
            edges = list(root.iter(GEXF + "edge"))
            self.assertEqual(len({e.get("id") for e in edges}), len(edges))
            declared = {(c.get("class"), a.get("id")) for c in root.iter(GEXF + "attributes")
                        for a in c.iter(GEXF + "attribute")}
            for tag in "node", "edge":
                for element in root.iter(GEXF + tag):
                    for attribute in element.iter(GEXF + "attvalue"):
                        self.assertIn((tag, attribute.get("for")), declared)
            self.compare([(n.get("id"), n.get("label")) for n in root.iter(GEXF + "node")],
                         [(e.get("source"), e.get("target"), e.get("weight"), value(e, "documents")) for e in edges],
                         as_xml)
        self.for_each_sample("gexf", check)

    def test_gexf_in_networkx(self):
        def check(data):
            graph = networkx.read_gexf(io.BytesIO(data))
            self.compare([(n, d["label"]) for n, d in graph.nodes(data=True)],
                         [(a, b, d["weight"], d["documents"]) for a, b, d in graph.edges(data=True)], as_xml)
        self.for_each_sample("gexf", check)

    def test_json_in_networkx(self):
        def check(data):
            graph = networkx.node_link_graph(json.loads(data), edges="edges")
            self.compare([(n, d["label"]) for n, d in graph.nodes(data=True)],
                         [(a, b, d["weight"], d["documents"]) for a, b, d in graph.edges(data=True)], str)
        self.for_each_sample("json", check)

    def test_csv(self):
        for name, self.records in SAMPLES.items():
            with self.subTest(name), Folder(self.records) as out:
                self.assertEqual(run(out, "--format", "csv", "-o", out / "tables").returncode, 0)
                nodes = (out / "tables/nodes.csv").read_bytes()
                edges = (out / "tables/edges.csv").read_bytes()
                self.assertEqual(run(out, "--format", "csv").stdout, edges)
                self.check_tables(nodes, edges)

    def check_tables(self, nodes, edges):
        node_rows, edge_rows = [list(csv.reader(io.StringIO(t.decode(), newline=""), strict=True)) for t in (nodes, edges)]
        for rows in node_rows, edge_rows:
            self.assertEqual({len(row) for row in rows}, {len(rows[0])})
            for row in rows[1:]:
                for cell in row:
                    self.assertNotRegex(cell, r"^[=+\-@\t\r\n]")
        node_at, edge_at = node_rows[0].index, edge_rows[0].index
        self.compare([(r[node_at("Id")], r[node_at("Label")]) for r in node_rows[1:]],
                     [(r[edge_at("Source")], r[edge_at("Target")], r[edge_at("Weight")], r[edge_at("documents")])
                      for r in edge_rows[1:]], as_csv)
        label = {r[node_at("Id")]: r[node_at("Label")] for r in node_rows[1:]}
        for row in edge_rows[1:]:
            self.assertEqual(row[edge_at("source_label")], label[row[edge_at("Source")]])

    def test_dot(self):
        def check(data):
            done = subprocess.run(["dot", "-Tdot_json"], input=data, capture_output=True, timeout=100)
            self.assertEqual((done.returncode, done.stderr), (0, b""))
            drawn = json.loads(done.stdout, strict=False)
            objects, edges = drawn.get("objects", []), drawn.get("edges", [])
            name = {o["_gvid"]: o["name"] for o in objects}
            wanted_nodes, wanted_edges = graph_of(self.records)
            # Graphviz shows labels as they were written; what they mean is seen in test_dot_drawing.
            self.assertEqual(sorted(name.values()), sorted(wanted_nodes))
            found = {frozenset((name[e["tail"]], name[e["head"]])):
                     (int(e.get("sentences") or e["mentions"]), int(e["documents"])) for e in edges}
            self.assertEqual(len(found), len(edges))
            self.assertEqual(found, wanted_edges)
        self.for_each_sample("dot", check)

    def test_dot_drawing(self):
        data = export(SAMPLES["hostile"], "dot", "--no-documents")
        drawn = subprocess.run(["dot", "-Knop2", "-Tsvg"], capture_output=True, timeout=100,
                               input=subprocess.run(["dot", "-Kcirco", "-Tdot"], input=data, capture_output=True).stdout)
        root = ElementTree.fromstring(drawn.stdout)
        svg = "{http://www.w3.org/2000/svg}"
        # Blanks of a drawing are no-break ones.
        texts = {"\n".join(t.text or "" for t in g.iter(svg + "text")).replace("\u00a0", " ")
                 for g in root.iter(svg + "g") if g.get("class") == "node"}
        for label in 'say "aye"', "<script>alert(1)</script>", "&amp; & &#0;", "a\\b\\", "\\N \\G \\l", "line\nbreak":
            self.assertIn(label, texts)
        self.assertTrue(any(t.startswith("long long") and len(t) == 80 and t.endswith("…") for t in texts))


class Measures(unittest.TestCase):
    def test_plain(self):
        graph = json.loads(export(sample_records.plain(), "json", "--no-documents"))
        node = {n["label"]: n for n in graph["nodes"]}
        self.assertEqual(set(node), {"Alpha", "Beta", "Gamma", "Delta"})
        self.assertEqual(node["Alpha"]["code"], "AA")
        self.assertEqual((node["Alpha"]["mentions"], node["Alpha"]["documents"]), (3, 2))
        self.assertIs(node["Alpha"]["linked"], True)
        self.assertEqual((node["Beta"]["degree"], node["Beta"]["weighted_degree"]), (2, 4))
        self.assertEqual((node["Beta"]["component"], node["Delta"]["component"]), (1, 2))
        self.assertEqual(node["Gamma"]["category"], "missile")
        self.assertNotIn("code", node["Beta"])

    def test_order_of_records(self):
        records = sample_records.large(40)
        for format_name in "graphml", "gexf", "dot", "json", "csv":
            forward = export(records, format_name)
            self.assertEqual(forward, export(records[::-1] + records[:3], format_name))

    def test_options(self):
        def labels(*options):
            return {n["label"] for n in json.loads(export(sample_records.plain(), "json", *options))["nodes"]}
        self.assertEqual(labels("--no-documents", "--min-weight", "3"), {"Alpha", "Beta", "Delta"})
        self.assertEqual(labels("--kinds", "country,munition", "--no-documents"), {"Alpha", "Gamma"})
        self.assertEqual(labels("--path", "AA", "Gamma"), {"Alpha", "Beta", "Gamma"})
        self.assertEqual(labels("--path", BASE + "entity/a", "Beta"), {"Alpha", "Beta"})


if __name__ == "__main__":
    unittest.main()
