#!/usr/bin/env python3
"""stemma export --format register: one row for each item of a transfer that happened, as the bundled query has them."""

import csv
import io
import os
import pathlib
import subprocess
import tempfile

RECORDS = pathlib.Path(__file__).resolve().parents[1] / "audit" / "records.ndjson"


def stemma(*arguments, code=0):
    done = subprocess.run([os.environ["STEMMA"], *map(str, arguments)], capture_output=True, text=True, timeout=300)
    assert done.returncode == code, done
    return done.stdout


def main():
    with tempfile.TemporaryDirectory() as name:
        out, file = pathlib.Path(name) / "out", pathlib.Path(name) / "register.csv"
        stemma("fuse", RECORDS, "-o", out, "--quiet")
        text = stemma("export", out, "--format", "register")
        stemma("export", out, "--format", "register", "-o", file)
        with file.open(newline="") as written:
            assert list(csv.reader(written)) == list(csv.reader(io.StringIO(text)))
        rows = list(csv.DictReader(io.StringIO(text)))
        assert rows == list(csv.DictReader(io.StringIO(stemma("query", out, "arms-register", "--format", "csv"))))
        numbers = {(row["supplier"], row["recipient"], row["designation"]): row["number"] for row in rows
                   if row["years_of_delivery"] == "2023"}
        assert numbers == {("Iran", "Russia", "Shahed-136"): "(300)",
                           ("United States", "Poland", "F-16 Fighting Falcon"): ""}, numbers
        assert all(row["evidence"] and int(row["origins"]) > 0 for row in rows)
        stemma("export", RECORDS, "--format", "register", code=2)


main()
