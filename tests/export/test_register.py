#!/usr/bin/env python3
"""stemma export --format register, unroca, series, matrix: the rows of the bundled queries, and what they count."""

import csv
import io
import os
import pathlib
import re
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
RECORDS = HERE.parent / "audit" / "records.ndjson"
ORDERS = HERE / "orders.ndjson"  # of written reports: two orders, their delivery, and two transfers more


def stemma(*arguments, code=0):
    done = subprocess.run([os.environ["STEMMA"], *map(str, arguments)], capture_output=True, text=True, timeout=300)
    assert done.returncode == code, done
    return done.stdout


def table(out, name):
    return list(csv.DictReader(io.StringIO(stemma("export", out, "--format", name))))


def check_orders(out):
    """The year of order, of the same item, in brackets where the order names no supplier; the categories of registers."""
    rows = {(row["supplier"], row["designation"]): row for row in table(out, "register")}
    assert {key: row["year_of_order"] for key, row in rows.items()} == {
        ("South Korea", "main battle tank"): "2022", ("South Korea", "howitzer"): "(2022)",
        ("United States", "F-16 Fighting Falcon"): "", ("Iran", "drone"): ""}
    assert {key[1]: (row["sipri_category"], row["unroca_category"]) for key, row in rows.items()} == {
        "main battle tank": ("Armoured vehicles", "II Armoured combat vehicles"),
        "howitzer": ("Artillery", "III Large-calibre artillery systems"),
        "F-16 Fighting Falcon": ("Aircraft", "IV Combat aircraft and UCAVs"), "drone": ("Aircraft", "")}


def check_unroca(out):
    found = [(row["category"].split()[0], row["exporter"], row["importer"], row["years"], row["number"],
              row["state_of_origin"], row["item"]) for row in table(out, "unroca")]
    assert found == [("II", "South Korea", "Poland", "2024", "30", "", "main battle tank"),
                     ("III", "South Korea", "Poland", "2024", "12", "", "howitzer"),
                     ("IV", "United States", "Poland", "2024", "(20)", "United States", "F-16 Fighting Falcon")], found


def check_series(out):
    rows = table(out, "series")
    events = [(row["month"], row["dated_by"], row["status"], row["events"]) for row in rows if not row["item"]]
    assert events == [("2022-05", "event", "planned", "1"), ("2022-06", "event", "planned", "1"),
                      ("2024-03", "event", "occurred", "1"), ("2024-04", "event", "occurred", "1"),
                      ("2024-04", "report", "occurred", "1")], events
    items = {(row["month"], row["item"]): (row["with_number"], row["least"], row["most"]) for row in rows if row["item"]}
    assert items == {("2022-05", "main battle tank"): ("1", "30", "30"), ("2022-06", "howitzer"): ("0", "", ""),
                     ("2024-03", "howitzer"): ("1", "12", "12"), ("2024-03", "main battle tank"): ("1", "30", "30"),
                     ("2024-04", "F-16 Fighting Falcon"): ("1", "20", ""), ("2024-04", "drone"): ("1", "0", "40")}, items


def check_matrix(out):
    assert stemma("export", out, "--format", "matrix").splitlines() == [
        "supplier,Poland,Russia", "Iran,0,1", "South Korea,1,0", "United States,1,0"]


def check_formulas(folder):
    """The names of files come from elsewhere, and stand in cells."""
    hostile = folder / "hostile.ndjson"
    hostile.write_text(re.sub(r'"path":\s*"', '"path":"=cmd|x!', RECORDS.read_text()))
    stemma("fuse", hostile, "-o", folder / "hostile", "--quiet")
    for name in ("register", "unroca"):
        rows = table(folder / "hostile", name)
        assert rows and all(row["evidence"].startswith("'=cmd|x!") for row in rows), rows


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
        for name in ("register", "unroca", "series", "matrix"):
            stemma("export", RECORDS, "--format", name, code=2)
        assert table(out, "unroca")[0]["category"] == "IV Combat aircraft and UCAVs"
        stemma("fuse", ORDERS, "-o", out, "--quiet")
        check_orders(out)
        check_unroca(out)
        check_series(out)
        check_matrix(out)
        check_formulas(out.parent)


main()
