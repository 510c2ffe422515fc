#!/usr/bin/env python3
"""stemma export --format svg and --format dot with --around and --origins-of: drawn by Graphviz, whatever the labels."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

import test_page

stemma = test_page.stemma
SVG = "{http://www.w3.org/2000/svg}"


def texts(svg):
    return " ".join("".join(element.itertext()) for element in xml.fromstring(svg).iter(SVG + "text"))


def test_refusals(out):
    for arguments in (["--format", "svg"], ["--format", "svg", "--around", "Iran", "--origins-of", "drones"],
                      ["--format", "svg", "--around", "nobody at all"], ["--format", "svg", "--origins-of", "zeppelin"],
                      ["--format", "json", "--around", "Iran"]):
        assert "hint" in stemma("export", out, *arguments, code=2), arguments
    for typed, meant in (("Irann", "Iran"), ("Shahed-137", "Shahed-136")):
        assert f"did you mean '{meant}" in stemma("export", out, "--format", "svg", "--around", typed, code=2), typed
    assert "did you mean 'Iran" in stemma("export", out, "--format", "svg", "--origins-of", "Irann", code=2)
    without = dict(os.environ, PATH="/nonexistent")
    told = subprocess.run([os.environ["STEMMA"], "export", out, "--format", "svg", "--around", "Iran"], env=without, capture_output=True, check=False)
    assert told.returncode == 2 and b"graphviz" in told.stderr, told


def test_dot(out):
    around = stemma("export", out, "--format", "dot", "--around", "country:IR").decode()
    assert around == stemma("export", out, "--format", "dot", "--around", "iran").decode(), "an IRI and a label mean the same"
    assert around == stemma("export", out, "--format", "dot", "--around", "ir").decode(), "and a code"
    assert around.startswith("digraph") and "Russia" in around and "Shahed-136" in around
    origins = stemma("export", out, "--format", "dot", "--origins-of", "Iran drones").decode()
    assert "origin" in origins and "Oleksii Reznikov" in origins and "Gull Wire" in origins


def test_svg(out, hostile):
    around = stemma("export", out, "--format", "svg", "--around", "Iran")
    assert "Russia" in texts(around) and "supplier" in texts(around)
    origins = stemma("export", out, "--format", "svg", "--origins-of", "Iran drones")
    assert "Reznikov" in texts(origins)
    drawn = 0
    for player in test_page.data_of(stemma("export", hostile, "--format", "html", bundle=hostile.parent / "bundle"))["graph"]["players"]:
        svg = stemma("export", hostile, "--format", "svg", "--around", player[0])
        assert not list(xml.fromstring(svg).iter(SVG + "script")) and b"<script" not in svg, player
        drawn += "owned" in texts(svg)
    assert drawn > 0, "a hostile label is drawn as text"


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "bundle").mkdir()
        (folder / "bundle/page.html").write_text(test_page.TEMPLATE)
        out, hostile = folder / "out", folder / "hostile"
        stemma("fuse", test_page.RECORDS, "-o", out, "--quiet")
        stemma("fuse", test_page.hostile_records(folder), "-o", hostile, "--quiet")
        test_refusals(out)
        test_dot(out)
        if not shutil.which("dot"):
            print("skipped: no Graphviz")
            return 77
        test_svg(out, hostile)
    return 0


sys.exit(main())
