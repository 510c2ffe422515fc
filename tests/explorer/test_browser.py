#!/usr/bin/env python3
"""The page in Debian's Chromium: every view, keys, hostile labels, axe (test_browser.mjs says what).

    test_browser.py [WORD]     only the tests that have the word in their name

Skipped (77) without Chromium, Node, the packages of browser/package-lock.json or the page's scripts: tools/setup --all
brings them."""

import collections
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import test_page

ROOT = test_page.ROOT
PACKAGES = ROOT / "build/explorer-test-packages/node_modules"
BROWSER = pathlib.Path(__file__).resolve().parent / "browser"


def find_node():
    own = ROOT / "build/node/bin/node"
    return str(own) if own.exists() else shutil.which("node")


def missing():
    if not os.path.exists(os.environ.get("CHROMIUM", "/usr/bin/chromium")):
        return "no Chromium"
    if not find_node():
        return "no Node"
    if not (PACKAGES / "playwright-core").is_dir():
        return f"no {PACKAGES}"
    if not (ROOT / "build/explorer/page.html").is_file():
        return "no build/explorer"
    return None


def rows(out, *arguments):
    return json.loads(test_page.stemma("query", out, *arguments, "--format", "json"))["results"]["bindings"]


def combined_filters(graph):
    """Every filter set at once, and what the events that pass them are."""
    types, statuses, documents = graph["types"], graph["statuses"], graph["documents"]
    publisher = collections.Counter(documents[number][3] for event in graph["events"] for number in set(event[14])).most_common(1)[0][0]
    days = sorted(event[4] for event in graph["events"] if event[4])
    first, last = days[len(days) // 10], days[len(days) * 9 // 10]
    used = [index for index, _ in collections.Counter(event[2] for event in graph["events"]).most_common()]
    without_type, without_status = used[-1], next(i for i, row in enumerate(statuses) if row[1] == "denied")
    passing = [event for event in graph["events"]
               if event[2] != without_type and event[3] != without_status and event[9] >= 1 and (event[4] or event[5])
               and not (event[5] and event[5] < first) and not (event[4] and event[4] > last)
               and any(publisher in (documents[number][3], documents[number][5]) for number in event[14])]
    assert 0 < len(passing) < len(graph["events"])
    shown = passing[len(passing) // 2]
    hidden = next(event for event in graph["events"] if event[2] == without_type)
    return {"type": types[without_type][1], "status": statuses[without_status][1], "from": first, "to": last, "origins": 1,
            "publisher": publisher, "events": len(passing), "ofType": sum(event[2] == used[0] for event in passing),
            "tableType": used[0], "shown": shown[1], "hidden": hidden[1]}


def make_facts(out, hostile, page, large):
    """What the other commands say of the result on the page."""
    graph = test_page.data_of(page)["graph"]
    events = graph["events"]
    explained = [json.loads(test_page.stemma("explain", out, event[0], "--format", "json")) for event in events]
    richest = max(explained, key=lambda e: (len(e["disagreements"]) > 0, e["origins"] + e["denyingOrigins"], e["documents"]))
    richest["id"] = events[explained.index(richest)][0]
    names = [name for origin in (o for e in explained for o in e["toldBy"]) for claim in origin["claims"]
             for name in {claim["publisher"], claim["wire"]} if name]
    publisher = min(set(names))
    told_by = [e for e in explained if any(publisher in (c["publisher"], c["wire"]) for o in e["toldBy"] for c in o["claims"])]
    transfer = next(i for i, row in enumerate(graph["types"]) if row[4])
    hostile_graph = test_page.data_of(hostile)["graph"]
    labels = [row[1] for row in hostile_graph["players"] if row[1] in test_page.HOSTILE_LABELS]
    assert labels
    # Two players of different events that share a third: a path of four steps.
    parts_of = {}
    for event, node, _ in graph["parts"]:
        parts_of.setdefault(event, []).append(node)
    players = graph["players"]
    one, other = next((players[a][1], players[b][1]) for first in parts_of.values() for second in parts_of.values()
                      if set(first) & set(second) and first != second
                      for a in first for b in second if a < len(players) and b < len(players) and a not in second and b not in first
                      and [p[1] for p in players].count(players[a][1]) == 1)
    return {
        "event": richest, "events": len(events), "transfers": sum(event[2] == transfer for event in events),
        "combined": combined_filters(test_page.data_of(large)["graph"]), "withTwoOrigins": sum(e["origins"] >= 2 for e in explained), "dated": sum(bool(event[4] or event[5]) for event in events),
        "publisher": {"name": publisher, "events": len(told_by)}, "hostile": sorted(set(labels)), "path": [one, other],
        "query": {"title": "Who supplied what to whom", "rows": len(rows(out, "who-supplied-whom"))},
        "asking": {"title": "One country's arms, in and out", "value": "country:RU", "label": "Russia", "rows": len(rows(out, "arms-in-and-out", "--set", "country=country:RU"))},
    }


def main():
    if lacking := missing():
        print(f"skipped: {lacking}")
        return 77
    stemma = test_page.stemma
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        stemma("fuse", test_page.RECORDS, "-o", folder / "small", "--quiet")
        stemma("fuse", test_page.hostile_records(folder), "-o", folder / "hostile", "--quiet")
        nothing = [json.dumps({**json.loads(line), "events": []}) for line in test_page.RECORDS.read_text().splitlines()]
        (folder / "empty.ndjson").write_text("\n".join(nothing) + "\n")
        stemma("fuse", folder / "empty.ndjson", "-o", folder / "empty", "--quiet")
        large = subprocess.run([sys.executable, str(ROOT / "bench/explorer/make_records.py"), "3200"], check=True, capture_output=True)
        (folder / "large.ndjson").write_bytes(large.stdout)
        stemma("fuse", folder / "large.ndjson", "-o", folder / "large", "--quiet")
        for page, options in (("small", ["--with-sparql", "--source", ROOT / "tests/audit/reports"]), ("empty", []), ("hostile", []), ("large", [])):
            stemma("export", folder / page, "--format", "html", "-o", folder / f"{page}.html", *options)
        facts = make_facts(folder / "small", (folder / "hostile.html").read_bytes(), (folder / "small.html").read_bytes(), (folder / "large.html").read_bytes())
        (folder / "facts.json").write_text(json.dumps(facts))
        node = find_node()
        layouts = [subprocess.run([node, str(BROWSER / name)], timeout=120, check=False) for name in ("labels_test.mjs", "timeline_test.mjs")]
        tests = subprocess.run([node, str(BROWSER / "browser_test.mjs"), str(PACKAGES), name, *sys.argv[1:]], timeout=1500, check=False)
        if keep := os.environ.get("KEEP_PAGES"):
            shutil.copytree(folder, keep, dirs_exist_ok=True)
        return 1 if any(run.returncode for run in (*layouts, tests)) else 0


sys.exit(main())
