#!/usr/bin/env python3
"""Gephi's own importer reads GEXF and GraphML without complaint and counts what the records hold.

Exit 77: no Java, or no Gephi toolkit in the local Maven repository (tools/setup --all fetches it).
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import sample_records
from export_run import Folder, run

JAR = pathlib.Path.home() / ".m2/repository/org/gephi/gephi-toolkit/0.10.1/gephi-toolkit-0.10.1-all.jar"
if not shutil.which("java") or not JAR.is_file():
    print("skipped: no Java or no Gephi toolkit; tools/setup --all installs them")
    sys.exit(77)


class Gephi(unittest.TestCase):
    def test_counts(self):
        with tempfile.TemporaryDirectory() as place:
            files, wanted = [], []
            for name, records in {"plain": sample_records.plain(), "hostile": sample_records.hostile(),
                                  "large": sample_records.large()}.items():
                with Folder(records) as out:
                    graph = json.loads(run(out, "--format", "json").stdout)
                    for format_name in "gexf", "graphml":
                        files.append(f"{place}/{name}.{format_name}")
                        self.assertEqual(run(out, "--format", format_name, "-o", files[-1]).returncode, 0)
                        wanted.append([len(graph["nodes"]), len(graph["edges"]),
                                       sum(edge["weight"] for edge in graph["edges"])])
            counter = pathlib.Path(__file__).parent / "gephi/CountGraph.java"
            done = subprocess.run(["java", "-Djava.awt.headless=true", "-cp", JAR, counter, *files],
                                  capture_output=True, text=True, timeout=300)
        self.assertEqual(done.returncode, 0, done.stderr[-3000:])
        counted = [[int(n) for n in line.split()] for line in done.stdout.splitlines()]
        self.assertEqual(counted, wanted)


if __name__ == "__main__":
    unittest.main()
