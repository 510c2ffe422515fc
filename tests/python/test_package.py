#!/usr/bin/env python3
"""The package under python/: records, events and answers as frames, graphs as rdflib, failures as exceptions; and its
example runs.

Frames are held against the records that the program prints, and against each other: what a report says once must be the
same wherever it is asked. Without pandas or rdflib the test skips.
"""

import importlib.util
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import warnings

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "python"))
for needed in ("pandas", "rdflib"):
    if importlib.util.find_spec(needed) is None:
        print(f"skipped: no {needed} here (tools/setup --test installs it)")
        sys.exit(77)

import pandas  # noqa: E402
import rdflib  # noqa: E402

import stemma  # noqa: E402

warnings.filterwarnings("ignore", category=DeprecationWarning, module="rdflib")

SPEAKS = "The navy of Japan bought ten torpedoes. 🚢 Japan paid for them."
work = tempfile.TemporaryDirectory()
FOLDER = pathlib.Path(work.name)
RESULT = stemma.build(ROOT / "seeds", FOLDER / "out")
HAS_MODEL = bool(RESULT.manifest["model"])


class Frames(unittest.TestCase):
    def test_every_record_is_there(self):
        printed = [json.loads(line) for line in (FOLDER / "out" / "records.ndjson").read_text("utf-8").splitlines()]
        self.assertEqual(RESULT.records(), printed)
        self.assertEqual(len(RESULT.documents()), len(printed))
        self.assertEqual(len(RESULT.entities()), sum(len(r["entities"]) for r in printed))
        self.assertEqual(len(RESULT.mentions()), sum(len(e["mentions"]) for r in printed for e in r["entities"]))
        self.assertEqual(len(RESULT.events()), sum(len(r["events"]) for r in printed))
        self.assertEqual(len(RESULT.evidence()), sum(len(v["evidence"]) for r in printed for v in r["events"]))
        self.assertEqual(
            len(RESULT.roles()),
            sum(len(things) for r in printed for v in r["events"] for things in v["roles"].values()),
        )

    def test_places_are_those_of_the_source(self):
        paths = RESULT.documents().set_index("document").path
        for frame in (RESULT.mentions(), RESULT.evidence()):
            for row in frame.itertuples():
                source = (ROOT / "seeds" / paths[row.document]).read_bytes().decode("utf-8")
                self.assertEqual(source[row.start:row.end], row.text)

    def test_days_and_numbers_are_such(self):
        self.assertTrue(pandas.api.types.is_datetime64_any_dtype(RESULT.documents().published))
        events = RESULT.events()
        self.assertTrue(pandas.api.types.is_datetime64_any_dtype(events.start))
        self.assertTrue(pandas.api.types.is_numeric_dtype(events["min"]))
        if HAS_MODEL:
            self.assertEqual(events[events.type == "transfer"]["min"].max(), 1_000_000)

    def test_addresses_and_days_of_retrieval(self):
        page = (b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
                b"<!DOCTYPE html><title>Drones</title><p>Japan has sold drones to Norway, the port of Bergen said.</p>")
        head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://harbour.example/drones\r\n"
                f"WARC-Date: 2024-05-03T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(page)}\r\n\r\n")
        archive = FOLDER / "web.warc"
        archive.write_bytes(head.encode() + page + b"\r\n\r\n")
        (FOLDER / "plain.txt").write_text("Japan has sold drones to Norway.\n", "utf-8")
        rows = stemma.build([archive, FOLDER / "plain.txt"], FOLDER / "addresses").documents().set_index("title")
        self.assertTrue(pandas.api.types.is_datetime64_any_dtype(rows.retrieved))
        self.assertEqual(rows.loc["Drones"].url, "https://harbour.example/drones")
        self.assertEqual(rows.loc["Drones"].retrieved, pandas.Timestamp("2024-05-03"))
        without = rows[rows.url.isna()]
        self.assertEqual(len(without), 1)
        self.assertTrue(without.retrieved.isna().all())
        found = RESULT.documents()  # of files: none has an address
        self.assertTrue(found.url.isna().all() and found.retrieved.isna().all())
        self.assertFalse(found.url.str.startswith("https").any(), "a column without values is one of texts all the same")

    def test_what_a_role_names_is_an_entity(self):
        known = set(RESULT.entities().entity) | set(RESULT.events().event)
        roles = RESULT.roles()
        things = roles[roles.filler.str.startswith("http")]
        self.assertTrue(set(things.filler) <= known)
        self.assertFalse((things.label == things.filler).any())

    def test_columns_are_there_without_rows(self):
        (FOLDER / "empty.txt").write_text("Nothing happened.\n", "utf-8")
        nothing = stemma.build([FOLDER / "empty.txt"], FOLDER / "nothing")
        self.assertEqual(len(nothing.events()), 0)
        self.assertEqual(list(nothing.events().columns), list(RESULT.events().columns))
        self.assertEqual(list(nothing.roles().columns), list(RESULT.roles().columns))


class Guide(unittest.TestCase):
    def test_questions_of_the_guide_have_answers(self):
        text = (ROOT / "docs" / "python.md").read_text("utf-8")
        asked = re.findall(r'result\.query\("((?:SELECT|ASK) [^"]*)"\)', text)
        self.assertTrue(asked)
        classes = set(re.findall(r"^(stm:\w+) a rdfs:Class", "".join(
            (ROOT / "ontology" / name).read_text("utf-8") for name in ("stemma.ttl", "events.ttl")), re.M))
        for query in asked:
            RESULT.query(query)
            self.assertLessEqual(set(re.findall(r" a (stm:\w+)", query)), classes)
        for frame, columns in re.findall(r"^\| `(\w+)\(\)` \|[^|]*\| ([^|]*) \|$", text, re.M):
            self.assertEqual(re.findall(r"`(\w+)`", columns), list(getattr(RESULT, frame)().columns), frame)


class Answers(unittest.TestCase):
    def test_bundled_question(self):
        asked = RESULT.query("who-is-mentioned")
        counted = RESULT.mentions().groupby("entity").size()
        top = asked.iloc[0]
        self.assertEqual(int(top.mentions), counted[top.entity])

    def test_parameter(self):
        asked = RESULT.query("mentions-of", entity="country:KP")
        frame = RESULT.mentions()
        self.assertEqual(len(asked), (frame.entity == "https://w3id.org/stemma/lexicon/country/KP").sum())
        self.assertEqual(set(asked.columns) & {"start", "end"}, {"start", "end"})

    def test_own_sparql_and_its_forms(self):
        count = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?c a stm:Country } }"
        self.assertGreater(RESULT.query(count).n[0], 3)
        self.assertIs(RESULT.query("ASK { GRAPH ?g { ?c a stm:Country } }"), True)
        self.assertIs(RESULT.query("ASK { GRAPH ?g { ?c a stm:Nowhere } }"), False)
        graph = RESULT.query("CONSTRUCT { ?c a stm:Country } WHERE { GRAPH ?g { ?c a stm:Country } }")
        self.assertIsInstance(graph, rdflib.Graph)
        self.assertGreater(len(graph), 3)

    def test_missing_values_are_missing(self):
        asked = RESULT.query("SELECT ?a ?b { VALUES (?a ?b) { (1 UNDEF) (2.5 true) } }")
        self.assertEqual(asked.a.tolist(), [1, 2.5])
        self.assertTrue(pandas.isna(asked.b[0]) and asked.b[1] is True)

    def test_questions_are_listed(self):
        asked = RESULT.questions()
        self.assertEqual(set(asked.question), {path.stem for path in (ROOT / "queries").glob("*.rq")})
        self.assertTrue(all(asked.title))

    def test_explanation_and_check(self):
        fine, told = RESULT.verify(ROOT / "seeds")
        self.assertTrue(fine, told)
        if HAS_MODEL:
            self.assertIn("artillery shell", RESULT.explain("shells", "russia")["label"])


class Graphs(unittest.TestCase):
    def test_dataset_has_every_statement(self):
        quads = (FOLDER / "out" / "dataset.nq").read_text("utf-8").splitlines()
        self.assertEqual(sum(1 for _ in RESULT.dataset().quads()), len(set(quads)))

    def test_facts(self):
        self.assertIn((None, rdflib.RDF.type, rdflib.URIRef("https://w3id.org/stemma/ns#Country")), RESULT.facts())


class Texts(unittest.TestCase):
    def test_in_memory(self):
        one, two = stemma.extract([SPEAKS, {"id": "second", "text": "Norway.", "date": "2024-05-01"}])
        self.assertEqual(two["document"]["published"], "2024-05-01")
        last = max((m for e in one["entities"] for m in e["mentions"] if m["text"] == "Japan"), key=lambda m: m["start"])
        self.assertEqual(SPEAKS[last["start"]:last["end"]], "Japan")
        self.assertGreater(last["start"], SPEAKS.index("🚢"))

    def test_none(self):
        self.assertEqual(stemma.extract([]), [])


class Failures(unittest.TestCase):
    def test_no_program(self):
        with self.assertRaises(stemma.NotFound):
            stemma.Program(FOLDER / "no-such-program")

    def test_no_result(self):
        with self.assertRaises(FileNotFoundError) as caught:
            stemma.open_result(ROOT / "seeds")
        self.assertIn("no result", str(caught.exception))

    def test_no_input(self):
        with self.assertRaises(stemma.Failed) as caught:
            stemma.build([FOLDER / "no-such-file.txt"], FOLDER / "never")
        self.assertIn("no-such-file", str(caught.exception))
        self.assertEqual(caught.exception.code, 2)
        self.assertFalse((FOLDER / "never").exists())

    def test_unknown_question(self):
        with self.assertRaises(stemma.Failed) as caught:
            RESULT.query("who-is-mentionned")
        self.assertIn("who-is-mentionned", str(caught.exception))

    def test_bad_document_does_not_end_the_run(self):
        (FOLDER / "good.txt").write_text("Japan.\n", "utf-8")
        (FOLDER / "bad.txt").write_bytes(b"\x00\x01\x02\x00" * 500)
        mixed = stemma.build([FOLDER / "good.txt", FOLDER / "bad.txt"], FOLDER / "mixed")
        self.assertEqual(len(mixed.documents()), 1)
        self.assertIn("bad.txt", mixed.told)


class Example(unittest.TestCase):
    @unittest.skipUnless(HAS_MODEL, "no language model here")
    def test_first_questions(self):
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "python")}
        done = subprocess.run(
            [sys.executable, "-B", ROOT / "python" / "examples" / "first_questions.py"],
            capture_output=True, text=True, env=environment, check=False,
        )
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("artillery shell more than a million", " ".join(done.stdout.split()))


if __name__ == "__main__":
    unittest.main()
