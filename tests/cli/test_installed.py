#!/usr/bin/env python3
"""The installed program, moved elsewhere, called from another folder with an empty environment: it finds its pack, its
queries, its shapes and, where tools/setup has fetched one, the language model."""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

PROGRAM = pathlib.Path(os.environ["STEMMA"])
SOURCE = pathlib.Path(__file__).resolve().parents[2]
MODEL = SOURCE / "build/models/en_core_web_sm-3.8.0"


def install(folder):
    done = subprocess.run(["cmake", "--install", PROGRAM.parent, "--prefix", folder / "usr"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    moved = folder / "elsewhere"
    (folder / "usr").rename(moved)
    return moved


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        prefix = install(folder)

        def run(*arguments):
            done = subprocess.run([prefix / "bin/stemma", *map(str, arguments)], capture_output=True, text=True,
                                  timeout=600, cwd="/", env={})
            assert done.returncode == 0 and "error" not in done.stderr, done
            return done.stdout

        assert re.fullmatch(r"stemma \d+\.\d+\.\d+\n", run("--version"))
        out = folder / "out"
        run("build", SOURCE / "seeds", "-o", out, "--quiet")
        assert (out / "graph.ttl").stat().st_size > 1000
        assert "together" in run("query", "--list")
        assert "North Korea" in run("query", out, "together")
        run("export", out, "--format", "graphml", "-o", folder / "graph.graphml")
        run("pack", "check")
        shared = prefix / "share/stemma"
        assert (shared / "ontology/shapes.ttl").is_file()
        assert (prefix / "share/doc/stemma/LICENSE").read_bytes() == (SOURCE / "LICENSE").read_bytes()
        record = json.loads((out / "records.ndjson").read_text().splitlines()[0])
        if not MODEL.is_dir():
            print("no language model has been fetched: its installation is not tested")
            return
        installed = shared / "models" / MODEL.name
        for part in ("config.cfg", "LICENSE", "LICENSES_SOURCES"):
            assert (installed / part).read_bytes() == (MODEL / part).read_bytes(), part
        assert record["made"]["model"] and record["made"]["model"] in (out / "report.md").read_text()
        assert "nsubj" in run("parse", SOURCE / "seeds")


sys.exit(main())
