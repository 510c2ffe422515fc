"""A folder as `stemma build` leaves it, made from TriG."""

import hashlib
import json
import os
import pathlib
import subprocess

import triple_stores


def stemma(*arguments, **options):
    """The finished process of the program under test; its output is text."""
    return subprocess.run([os.environ["STEMMA"], *arguments], capture_output=True, text=True, timeout=300, **options)


def write_result(folder, trig, base):
    """Writes dataset.nq and manifest.json for the text `trig`, whose relative IRIs are below `base`."""
    folder = pathlib.Path(folder)
    folder.mkdir(exist_ok=True)
    source = folder / "source.trig"
    source.write_text(f"@base <{base}> .\n{trig}")
    program = triple_stores.find_oxigraph()
    if not program:
        triple_stores.skip("the Python package oxigraph (tests/requirements.txt) is not installed")
    subprocess.run([program, "convert", "--from-file", str(source), "--to-file", str(folder / "dataset.nq")], check=True,
                   capture_output=True)
    source.unlink()
    data = (folder / "dataset.nq").read_bytes()
    manifest = {"stemma": 1, "program": "stemma test", "base": base, "pack": "0" * 64, "model": None, "icu": "72.1",
                "documents": 4, "failed": 0,
                "files": {"dataset.nq": {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}}}
    (folder / "manifest.json").write_text(json.dumps(manifest) + "\n")
    return folder
