"""Runs `stemma export`. The program is named by the environment variable STEMMA."""

import os
import pathlib
import subprocess
import tempfile

import sample_records

STEMMA = os.environ.get("STEMMA", "stemma")


def run(*arguments, **options):
    return subprocess.run([STEMMA, "export", *map(str, arguments)], capture_output=True, timeout=300, **options)


class Folder(tempfile.TemporaryDirectory):
    """A folder with records.ndjson in it, as a build leaves one; in a `with` its path."""

    def __init__(self, records):
        super().__init__()
        sample_records.write(pathlib.Path(self.name) / "records.ndjson", records)

    def __enter__(self):
        return pathlib.Path(super().__enter__())


def export(records, format_name, *options):
    """The bytes of the export on standard output."""
    with Folder(records) as out:
        done = run(out, "--format", format_name, *options)
    if done.returncode != 0 or done.stderr:
        raise AssertionError(f"export failed with {done.returncode}: {done.stderr.decode()}")
    return done.stdout
