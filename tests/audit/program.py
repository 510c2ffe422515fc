"""The program under test and a result of the reports beside this file."""

import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parents[1]
REPORTS = HERE / "reports"


def skip(why):
    print("skipped:", why)
    sys.exit(77)


def stemma(*arguments, code=0):
    """Standard output of a run that must end with this exit code."""
    done = subprocess.run([os.environ["STEMMA"], *map(str, arguments)], capture_output=True, text=True, timeout=300)
    assert done.returncode == code, f"exit code {done.returncode}, not {code}: {arguments}\n{done.stdout}{done.stderr}"
    return done.stdout


def fuse(out, records=HERE / "records.ndjson"):
    """The result of the records in the folder `out`."""
    stemma("fuse", records, "-o", out, "--quiet")
    return out
