#!/usr/bin/env python3
"""Two reports of one wire on one delivery, built together: founding_documents.py STEMMA FOLDER

FOLDER holds seed-000.txt and seed-001.txt. The delivery of more than a million artillery shells is one event with two
reports, one wire, one origin; the shipments of which the United States spoke are not in it.
Exit status: 0; 1 something else was found; 77 the folder or the language model is not there."""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

SHELLS, SHIPMENTS = "million", "arms shipments from Pyongyang to Moscow"


def run(*command):
    return subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True, encoding="utf-8").stdout


def own_words(event):
    return [e["text"] for e in event["evidence"] if e.get("role") is None and "hop" not in e]


def statements_about(lines, subject):
    found = {}
    for line in lines:
        if match := re.match(r'<([^>]*)> <[^>]*#(\w+)> (?:<([^>]*)>|"(\d+)")', line):
            if match[1] == subject:
                found.setdefault(match[2], []).append(match[3] or int(match[4]))
    return found


def main():
    stemma, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    sources = [folder / "seed-000.txt", folder / "seed-001.txt"]
    if not all(source.exists() for source in sources):
        print("skipped: the documents are not here")
        return 77
    with tempfile.TemporaryDirectory() as scratch:
        records, out = pathlib.Path(scratch, "records.ndjson"), pathlib.Path(scratch, "out")
        records.write_text(run(stemma, "extract", *sources, "-q"), encoding="utf-8")
        run(stemma, "fuse", records, "-o", out, "-q")
        read = [json.loads(line) for line in records.read_text(encoding="utf-8").splitlines()]
        graph = (out / "dataset.nq").read_text(encoding="utf-8").splitlines()
    if not any(record["made"]["model"] for record in read):
        print("skipped: no language model")
        return 77
    events = [event for record in read for event in record["events"] if event["type"] == "transfer"]
    shells = [event["id"] for event in events if any(q["text"] and SHELLS in q["text"] for q in event["quantity"])]
    shipments = [event["id"] for event in events if any(SHIPMENTS in words for words in own_words(event))]
    holder = lambda report: next(line.split(">")[0][1:] for line in graph if f"#report> <{report}>" in line)
    problems = []
    if len(shells) != 2 or len({holder(report) for report in shells}) != 1:
        problems.append(f"the delivery of shells is not one event of two reports: {shells}")
    else:
        found = statements_about(graph, holder(shells[0]))
        for name, expected in (("documentCount", 2), ("wireCount", 1), ("originCount", 1), ("denyingOriginCount", 0)):
            if found[name] != [expected]:
                problems.append(f"{name} is {found[name]}, expected {expected}")
        if not shipments or {holder(report) for report in shipments} & {holder(shells[0])}:
            problems.append("the shipments of which the United States spoke do not stand apart")
    print("\n".join(problems) or "one event, two reports, one wire, one origin; the shipments apart")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
