#!/usr/bin/env python3
"""Counts what goes wrong with events, by class, against annotated reports.

    bench/errors/classify.py STEMMA GOLD SCORER [--model DIR] [--write docs/errors.md] [--list CLASS] [--by-words]

GOLD holds NAME.txt and NAME.json, SCORER is the script whose rules of matching count (event_score, best_pairs, agreement,
attributes). The table goes to standard output, or between the two marks of --write. --list shows the places of one class.
--by-words prints instead how the attributes of matched events fare where our evidence lies on the annotated words, and
where another event of the same sides stands in for the annotated one; and how many sides that the text leaves open were
filled rightly.
"""

import argparse
import collections
import importlib.util
import json
import pathlib
import subprocess
import sys

MARKS = "<!-- counts: made by bench/errors/classify.py -->", "<!-- end of counts -->"

MISSED = ["not found", "not found, others of its type are", "wrong roles", "a side left open", "a side wrong", "reversed",
          "told as another type", "two told as one"]
INVENTED = ["told twice, same status", "told twice, other status", "told twice, a side other or open", "reversed, invented",
            "of another type than annotated", "beside an annotated event of the type", "invented"]
ATTRIBUTES = ["status wrong", "speaker lost", "speaker wrong", "speaker invented", "time lost", "time wrong", "time invented",
              "quantity lost", "quantity wrong", "item wrong"]


def load_scorer(path):
    spec = importlib.util.spec_from_file_location("scorer", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Report:
    """One annotated report and what was made of it."""

    def __init__(self, scorer, gold, record, text):
        self.s, self.gold, self.record, self.text = scorer, gold, record, text
        self.by_id = {e["id"]: e for e in record["entities"]}
        self.by_key = {e["key"]: e for e in gold["entities"]}
        self.wanted = [e for e in gold["events"] if e["type"] != "exchange"]
        self.made = [e for e in record["events"] if e["type"] != "exchange"]

    def level(self, g, p):
        return self.s.event_score(g, p, self.by_key, self.by_id)

    def weight(self, g, p):
        level = self.level(g, p)
        return level * 100 + self.s.agreement(g, p, self.by_key, self.by_id) if level else 0

    def overlap(self, g, p, gold_role, made_role):
        return self.s.overlap(self.s.side(g, gold_role), self.s.side(p, made_role), self.by_key, self.by_id)

    def reversed(self, g, p):
        first, second = self.s.SIDES.get(g["type"], (None, None))
        if g["type"] != p["type"] or not first or not second or not self.s.side(g, first) or not self.s.side(g, second):
            return False
        return self.overlap(g, p, first, second) and self.overlap(g, p, second, first)

    def same_place(self, g, p):
        """Whether the annotated words and the evidence of the event lie on each other."""
        start = self.text.find(g.get("cue") or "\0")
        if start < 0:
            return False
        end = start + len(g["cue"])
        return any(not e.get("role") and "hop" not in e and e["start"] < end and start < e["end"] for e in p["evidence"])

    def missed(self, g, strict, pairs):
        lenient = [p for i, p, w in pairs if i is g and w == 1]
        if lenient:
            sides = [name for name in self.s.SIDES[g["type"]] if name and self.s.side(g, name)]
            if self.reversed(g, lenient[0]):
                return "reversed"
            if not all(self.s.side(lenient[0], name) for name in sides):
                return "a side left open"
            return "a side wrong"
        taken = [p for _, p in strict]
        if any(self.reversed(g, p) and not any(p is other for other in taken) for p in self.made):
            return "reversed"
        if any(self.level(g, p) == 2 for p in self.made):
            return "two told as one"
        here = [p for p in self.made if self.same_place(g, p)]
        if any(p["type"] == g["type"] for p in here):
            return "wrong roles"
        if here:
            return "told as another type"
        same_type = any(p["type"] == g["type"] for p in self.made)
        return "not found, others of its type are" if same_type else "not found"

    def invented(self, p):
        for g in self.wanted:
            if self.level(g, p) == 2:
                return "told twice, same status" if g.get("status") == p["status"] else "told twice, other status"
        if any(self.reversed(g, p) for g in self.wanted):
            return "reversed, invented"
        if any(self.level(g, p) == 1 for g in self.wanted):
            return "told twice, a side other or open"
        here = [g for g in self.wanted if self.same_place(g, p)]
        if any(g["type"] == p["type"] for g in here):
            return "beside an annotated event of the type"
        return "of another type than annotated" if here else "invented"

    def attributes(self, g, p):
        tally = collections.defaultdict(lambda: [0, 0])
        self.s.attributes(g, p, self.by_key, self.by_id, tally)
        wrong = {name for name, (right, asked) in tally.items() if right < asked}
        made_chains = [c for c in p["attribution"] if c]
        for name, given in (("speaker", made_chains), ("time", p.get("time")), ("quantity", p.get("quantity"))):
            if name in wrong:
                yield f"{name} wrong" if given else f"{name} lost"
        if "status" in wrong:
            yield "status wrong"
        if "no speaker invented" in wrong:
            yield "speaker invented"
        if "item" in wrong:
            yield "item wrong"
        if p.get("time") and not self.s.span(g.get("time") or {}):
            yield "time invented"

    def strict_pairs(self):
        pairs = self.s.best_pairs(self.wanted, self.made, self.weight)
        return [(self.wanted[i], self.made[j]) for i, j, w in pairs if w // 100 == 2]

    def is_read_there(self, g):
        """Whether an event of its type has its evidence on the annotated words."""
        return any(p["type"] == g["type"] and self.same_place(g, p) for p in self.made)

    def implied_sides(self, g, p):
        """For each side of `p` that is filled from the rest of the document: is it the annotated one?"""
        for role, fillers in p["implied"].items():
            yield self.s.overlap(self.s.side(g, role), fillers, self.by_key, self.by_id)

    def classes(self):
        """(group, class, event of the annotation, event that was made) for everything that is not right."""
        pairs = [(self.wanted[i], self.made[j], w // 100) for i, j, w in self.s.best_pairs(self.wanted, self.made, self.weight)]
        strict = [(g, p) for g, p, w in pairs if w == 2]
        met = [g for g, _ in strict]
        for g in self.wanted:
            if not any(g is other for other in met):
                yield "missed", self.missed(g, strict, pairs), g, None
        for p in self.made:
            if not any(p is other for _, other, _ in pairs):
                yield "invented", self.invented(p), None, p
        for g, p in strict:
            for name in self.attributes(g, p):
                yield "attributes", name, g, p
            yield "matched", g["status"] + " told as " + p["status"], g, p


def reports(arguments):
    scorer = load_scorer(arguments.scorer)
    command = [arguments.stemma, "extract", arguments.gold, "--quiet"] + (["--model", arguments.model] if arguments.model else [])
    made = subprocess.run(list(map(str, command)), capture_output=True, check=True).stdout
    records = {pathlib.Path(r["document"]["path"]).stem: r for r in map(json.loads, made.splitlines())}
    for file in sorted(arguments.gold.glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        if gold["doc"] in records:
            text = file.with_suffix(".txt").read_text(encoding="utf-8")
            yield Report(scorer, gold, records[gold["doc"]], text)


def by_words(arguments):
    tallies = {True: collections.defaultdict(lambda: [0, 0]), False: collections.defaultdict(lambda: [0, 0])}
    pairs, there, wanted, implied = collections.Counter(), 0, 0, collections.Counter()
    for report in reports(arguments):
        wanted += len(report.wanted)
        there += sum(map(report.is_read_there, report.wanted))
        for g, p in report.strict_pairs():
            same = report.same_place(g, p)
            pairs[same] += 1
            report.s.attributes(g, p, report.by_key, report.by_id, tallies[same])
            if g["type"] in ("transfer", "assistance"):
                implied.update(report.implied_sides(g, p))
    yield (f"{pairs[True]} of {pairs.total()} matched events are told in the same words ({pairs[False] / pairs.total():.0%} are not); of "
           f"{wanted} annotated events {there} ({there / wanted:.0%}) are read in the annotators' words.")
    yield f"Sides of matched transfers and aid taken from the rest of the document: {implied[True]} of {implied.total()} right."
    yield ""
    yield "| | same words | other words |"
    yield "|---|---:|---:|"
    for name in sorted(tallies[True]):
        yield f"| {name} | " + " | ".join(f"{ok / n:.2f} of {n}" for ok, n in (tallies[True][name], tallies[False][name]) if n) + " |"


def table(counts, wanted, made, matched):
    yield (f"{wanted:,} events are annotated, {made:,} are made, {matched:,} of them match an annotated one in type and in "
           "every side.")
    for group, names, heading in (("missed", MISSED, "annotated, and not matched"), ("invented", INVENTED, "made, and beside no annotated event"),
                                  ("attributes", ATTRIBUTES, "of matched events")):
        total = sum(counts[group].values())
        yield ""
        yield f"| {heading} | {total:,} | |"
        yield "|---|---:|---:|"
        for name in names:
            if count := counts[group][name]:
                share = count / (matched if group == "attributes" else total)
                yield f"| {name} | {count:,} | {share:.0%} |"
    wrong = collections.Counter({name: n for name, n in counts["matched"].items() if len(set(name.split(" told as "))) == 2})
    yield ""
    yield "The commonest wrong statuses: " + ", ".join(f"{name} ({n})" for name, n in wrong.most_common(6)) + "."


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stemma", type=pathlib.Path)
    parser.add_argument("gold", type=pathlib.Path)
    parser.add_argument("scorer", type=pathlib.Path)
    parser.add_argument("--model")
    parser.add_argument("--write", type=pathlib.Path)
    parser.add_argument("--list")
    parser.add_argument("--by-words", action="store_true")
    arguments = parser.parse_args()
    if arguments.by_words:
        print("\n".join(by_words(arguments)))
        return
    counts = collections.defaultdict(collections.Counter)
    wanted = made = matched = 0
    for report in reports(arguments):
        wanted += len(report.wanted)
        made += len(report.made)
        for group, name, g, p in report.classes():
            counts[group][name] += 1
            matched += group == "matched"
            if name == arguments.list:
                print(report.gold["doc"], (g or p)["type"], (g or {}).get("cue") or [e["text"] for e in p["evidence"][:1]])
    lines = "\n".join(table(counts, wanted, made, matched))
    if not arguments.write:
        print(lines)
        return
    text = arguments.write.read_text(encoding="utf-8")
    if not all(mark in text for mark in MARKS):
        sys.exit(f"{arguments.write} holds no place for the counts:\n{MARKS[0]}\n{MARKS[1]}")
    before, after = text.split(MARKS[0])[0], text.split(MARKS[1])[1]
    arguments.write.write_text(f"{before}{MARKS[0]}\n{lines}\n{MARKS[1]}{after}", encoding="utf-8")


main()
