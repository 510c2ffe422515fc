#!/usr/bin/env python3
"""What `stemma export` cannot do it refuses with exit code 2, a message, and nothing half-written."""

import json
import os
import stat
import subprocess
import unittest

import sample_records
from export_run import STEMMA, Folder, run


class Refusals(unittest.TestCase):
    def refused(self, done, *words):
        message = done.stderr.decode(errors="replace")
        self.assertEqual(done.returncode, 2, message)
        self.assertIn("error:", message)
        for word in words:
            self.assertIn(word, message)

    def test_usage(self):
        with Folder([]) as out:
            self.refused(run(out), "--format")
            self.refused(run(out, "--format", "xls"), "xls", "graphml")
            self.refused(run(out, "--format", "json", "--kinds", "country,cities"), "cities", "munition")
            self.refused(run(out, "--format", "json", "--min-weight", "0"))
            self.refused(run(out, "--format", "json", "--path", "AA"))
            self.refused(run("--format", "json"), "OUT")

    def test_nothing_to_read(self):
        with Folder([]) as out:
            self.refused(run(out / "absent", "--format", "json"), "absent", "stemma build")
            (out / "records.ndjson").unlink()
            self.refused(run(out, "--format", "json"), "records.ndjson")

    def test_bad_records_are_named_by_line(self):
        good = json.dumps(sample_records.plain()[0])
        bad_id = good.replace(sample_records.BASE + "entity/a", "no iri at all")
        same_id = good.replace(sample_records.BASE + "entity/a", sample_records.BASE + "document/1")
        for line in "{", "[]", "null", '{"document": {}}', "\xff", good[:-20], bad_id, same_id, "[" * 100000, '"\\ud800"':
            with self.subTest(line[:40]), Folder([]) as out:
                (out / "records.ndjson").write_text(good + "\n\n" + line + "\n", encoding="latin-1")
                self.refused(run(out, "--format", "json", "-o", out / "g"), "records.ndjson:3:")
                self.assertEqual(sorted(os.listdir(out)), ["records.ndjson"])

    def test_unknown_and_ambiguous_names(self):
        records = sample_records.plain() + [sample_records.record("3", [sample_records.entity("b2", "Beta", [0])])]
        with Folder(records) as out:
            self.refused(run(out, "--format", "json", "--path", "AA", "Omega"), "Omega")
            self.refused(run(out, "--format", "json", "--path", "AA", "Beta"), "entity/b>", "entity/b2>")
            self.refused(run(out, "--format", "json", "--path", "AA", "Delta"), "no path")

    def test_full_device(self):
        for format_name in "graphml", "gexf", "dot", "json", "csv":
            with self.subTest(format_name), Folder(sample_records.plain()) as out, open("/dev/full", "wb") as full:
                done = subprocess.run([STEMMA, "export", out, "--format", format_name], stdout=full,
                                      stderr=subprocess.PIPE)
                self.refused(done, "written")
                if format_name != "csv":
                    self.refused(run(out, "--format", format_name, "-o", "/dev/full"), "/dev/full")

    def test_unwritable_places(self):
        with Folder(sample_records.plain()) as out:
            self.refused(run(out, "--format", "json", "-o", out / "no/where.json"), "where.json")
            self.refused(run(out, "--format", "json", "-o", out), "folder")
            self.refused(run(out, "--format", "csv", "-o", out), "records.ndjson", "empty")
            self.refused(run(out, "--format", "csv", "-o", out / "records.ndjson"), "folder")
            self.assertEqual(os.listdir(out), ["records.ndjson"])


class Places(unittest.TestCase):
    def test_a_file_is_replaced_whole(self):
        with Folder(sample_records.plain()) as out:
            file = out / "g.json"
            file.write_text("old")
            file.chmod(0o640)
            (out / "link.json").symlink_to("g.json")
            self.assertEqual(run(out, "--format", "json", "-o", out / "link.json").returncode, 0)
            self.assertEqual(len(json.loads(file.read_text())["nodes"]), 6)
            self.assertTrue((out / "link.json").is_symlink())
            self.assertEqual(stat.S_IMODE(file.stat().st_mode), 0o640)
            (out / "records.ndjson").write_text("{\n")
            before = file.read_bytes()
            self.assertEqual(run(out, "--format", "json", "-o", file).returncode, 2)
            self.assertEqual(file.read_bytes(), before)
            self.assertEqual(sorted(os.listdir(out)), ["g.json", "link.json", "records.ndjson"])

    def test_a_folder_is_replaced_whole(self):
        with Folder(sample_records.plain()) as out:
            for name in "tables", "tables/", "tables":
                self.assertEqual(run(out, "--format", "csv", "-o", f"{out}/{name}").returncode, 0)
                self.assertEqual(sorted(os.listdir(out / "tables")), ["edges.csv", "nodes.csv"])
            self.assertEqual(sorted(os.listdir(out)), ["records.ndjson", "tables"])
            self.assertEqual(run(out, "--format", "csv", "-o", "here", cwd=out).returncode, 0)
            (out / "tables/mine.txt").write_text("mine")
            self.assertEqual(run(out, "--format", "csv", "-o", out / "tables").returncode, 2)
            self.assertEqual((out / "tables/mine.txt").read_text(), "mine")

    def test_records_from_a_file_and_from_standard_input(self):
        with Folder(sample_records.plain()) as out:
            whole = run(out, "--format", "json").stdout
            self.assertEqual(run(out / "records.ndjson", "--format", "json").stdout, whole)
            records = (out / "records.ndjson").read_bytes()
            self.assertEqual(run("-", "--format", "json", input=records).stdout, whole)

    def test_a_crowded_sentence_is_named(self):
        crowd = [sample_records.entity(str(i), f"Name {i}", [i]) for i in range(90)]
        with Folder([sample_records.record("1", crowd)]) as out:
            done = run(out, "--format", "json")
        self.assertEqual(done.returncode, 0)
        self.assertIn(b"1 sentence", done.stderr)
        self.assertEqual(len(json.loads(done.stdout)["edges"]), 90)


if __name__ == "__main__":
    unittest.main()
