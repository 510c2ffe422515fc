#!/usr/bin/env python3
"""How well annotated reports are read: precision, recall and F1 of entities and events, and the attributes of events.

    measure_reports.py STEMMA FOLDER [--at-least ENTITIES EVENTS] [--misses]

FOLDER holds NAME.txt and NAME.json side by side; README.md beside the folders says what is annotated. An entity is
found when one of its names is among the predicted entity's names, a country when its code is the same. An event is
found when one of its type has, on each side that is annotated, one of the actors annotated there (of meetings,
exercises and agreements two, where two are named); where no side is annotated, the same item, place or kind. One event
stands for one. Of the events found it is counted how often status, time, item, one of the quantities and one of the
first speakers agree, and how often nobody is credited where nobody should be.

A transfer or an aid that goes the wrong way (giver and taker of an annotated one changed over) is told by name: there
may be none.

--misses lists what was not found and what was found beside it. It is for the reports that rules are made on.
Exit status: 0; 1 a figure is below --at-least, or something goes the wrong way; 77 there is no language model."""

import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import unicodedata

SIDES = {
    "transfer": ("supplier", "recipient"), "assistance": ("donor", "recipient"), "visit": ("visitor", "host"),
    "launch": ("actor",), "attack": ("attacker", "target"), "sanction": ("issuer", "target"),
    "condemnation": ("speaker", "target"), "deployment": ("actor", "place"), "meeting": ("participants",),
    "agreement": ("parties",), "exercise": ("participants",),
}
SEVERAL = {"participants", "parties"}
DIRECTED = {"transfer", "assistance"}


def plain(text):
    text = "".join(c for c in unicodedata.normalize("NFKD", text or "").casefold() if not unicodedata.combining(c))
    return re.sub(r"^(the|an?) ", "", re.sub(r"[^a-z0-9]+", " ", re.sub(r"['’]s\b", "", text)).strip())


def names_of(annotated):
    return {plain(name) for name in [annotated["key"].split(":", 1)[1], *annotated.get("names", [])]} - {""}


def names_found(entity):
    return {plain(name) for name in [entity["label"], *(mention["text"] for mention in entity["mentions"])]} - {""}


class Report:
    """One annotated report beside its record."""

    def __init__(self, annotated, record):
        self.name = annotated["doc"]
        self.annotated = {entity["key"]: entity for entity in annotated["entities"]}
        self.found = {entity["id"]: entity for entity in record["entities"]}
        self.events = [event for event in annotated["events"] if event["type"] in SIDES]
        self.events_found = [event for event in record["events"] if event["type"] in SIDES]

    def means(self, key, iri, same_kind=False):
        """Does the predicted entity stand for the annotated one?"""
        entity = self.found.get(iri)
        if entity is None:
            return False
        kind, value = key.split(":", 1)
        if kind == "anonymous":
            telling = set(plain(value).split()) - {"a", "of", "the", "some", "official"}
            return entity["kind"] == "anonymous" and (
                not telling or any(telling & set(name.split()) for name in names_found(entity)))
        annotated = self.annotated.get(key, {"key": key})
        if kind == "country" and entity["kind"] == "country" and len(value) == 2:
            return entity["code"] == value
        if same_kind and entity["kind"] != kind:
            return False
        return bool(names_of(annotated) & names_found(entity))

    def any_of(self, keys, iris):
        return any(self.means(key, iri) for key in keys for iri in iris)

    def matches(self, event, found):
        if event["type"] != found["type"]:
            return False
        asked = False
        for side in SIDES[event["type"]]:
            keys, iris = event["roles"].get(side) or [], found["roles"].get(side, [])
            if not keys:
                continue
            asked = True
            hit = [key for key in keys if any(self.means(key, iri) for iri in iris)]
            if len(hit) < (min(2, len(keys)) if side in SEVERAL else 1):
                return False
        if asked:
            return True
        rest = [role for role in ("item", "place") if event["roles"].get(role)]
        return not rest or any(self.any_of(event["roles"][role], found["roles"].get(role, [])) for role in rest)

    def goes_wrong_way(self, found):
        if found["type"] not in DIRECTED:
            return False
        first, second = SIDES[found["type"]]
        same = [event for event in self.events if event["type"] in DIRECTED]
        sides = [(event["roles"].get(SIDES[event["type"]][0]) or [], event["roles"].get(SIDES[event["type"]][1]) or [])
                 for event in same]
        giver, taker = found["roles"].get(first, []), found["roles"].get(second, [])
        right = any(self.any_of(a, giver) and self.any_of(b, taker) for a, b in sides)
        turned = any(self.any_of(a, taker) and self.any_of(b, giver) for a, b in sides)
        return turned and not right

    def attributes(self, event, found):
        """The attributes that are annotated, and whether they agree."""
        yield "status", event["status"] == found["status"]
        if items := event["roles"].get("item"):
            categories = {self.annotated[key].get("category") for key in items if key in self.annotated} - {None}
            got = found["roles"].get("item", [])
            yield "item", self.any_of(items, got) or any(
                iri in self.found and self.found[iri]["category"] in categories for iri in got)
        if time := event.get("time"):
            got = found["time"] or {}
            yield "time", (time.get("start"), time.get("end")) == (got.get("start"), got.get("end"))
        quantities = event.get("quantity") or []
        if wanted := {(q.get("min"), q.get("max")) for q in ([quantities] if isinstance(quantities, dict) else quantities)}:
            yield "quantity", bool(wanted & {(q["min"], q["max"]) for q in found["quantity"]})
        if chains := [chain for chain in event.get("attribution") or [] if chain]:
            yield "speaker", any(chain and self.means(wanted[0], chain[0])
                                 for wanted in chains for chain in found["attribution"])
        else:
            yield "no speaker invented", not found["attribution"]


def pair(wanted, got, weight):
    """One-to-one pairs, the heaviest first; a pair without weight is none."""
    cells = [(weight(a, b), i, j) for i, a in enumerate(wanted) for j, b in enumerate(got)]
    left, right, pairs = set(), set(), []
    for value, i, j in sorted(cells, key=lambda cell: (-cell[0], cell[1], cell[2])):
        if value and i not in left and j not in right:
            left.add(i), right.add(j), pairs.append((i, j))
    return pairs


def figures(right, found, annotated):
    precision = right / found if found else 0.0
    recall = right / annotated if annotated else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0


def read_reports(stemma, folder):
    run = subprocess.run([stemma, "extract", folder, "-q"], capture_output=True, text=True, encoding="utf-8")
    if run.returncode:
        sys.exit(f"{stemma} extract {folder} gave {run.returncode}:\n{run.stderr}")
    records = {pathlib.Path(record["document"]["path"]).stem: record
               for record in map(json.loads, run.stdout.splitlines())}
    if not any(record["made"]["model"] for record in records.values()):
        print("skipped: no language model")
        sys.exit(77)
    for path in sorted(folder.glob("*.json")):
        annotated = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        for event in annotated["events"]:
            if event["cue"] not in text:
                sys.exit(f"{path}: the cue of {event['id']} is not in the text: {event['cue']}")
        yield Report(annotated, records[path.stem])


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("stemma")
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("--at-least", nargs=2, type=float, metavar=("ENTITIES", "EVENTS"), default=(0.0, 0.0))
    options.add_argument("--misses", action="store_true")
    given = options.parse_args()

    entities, events = (collections.defaultdict(lambda: [0, 0, 0]) for _ in range(2))  # right, found, annotated
    agreeing = collections.defaultdict(lambda: [0, 0])
    turned = []
    for report in read_reports(given.stemma, given.folder):
        for kind in ("country", "person", "org", "munition", "place"):
            wanted = [key for key in report.annotated if key.startswith(kind + ":")]
            got = [iri for iri, entity in report.found.items() if entity["kind"] == kind]
            tally = entities[kind]
            tally[0] += len(pair(wanted, got, lambda key, iri: int(report.means(key, iri, same_kind=True))))
            tally[1] += len(got)
            tally[2] += len(wanted)
        pairs = pair(report.events, report.events_found,
                     lambda a, b: 1 + sum(ok for _, ok in report.attributes(a, b)) if report.matches(a, b) else 0)
        for event in report.events:
            events[event["type"]][2] += 1
        for event in report.events_found:
            events[event["type"]][1] += 1
        for i, j in pairs:
            events[report.events[i]["type"]][0] += 1
            for name, ok in report.attributes(report.events[i], report.events_found[j]):
                agreeing[name][0] += ok
                agreeing[name][1] += 1
        turned += [f"{report.name}: {found['type']} the wrong way: "
                   f"{[report.found[iri]['label'] for side in SIDES[found['type']] for iri in found['roles'].get(side, [])]}"
                   for found in report.events_found if report.goes_wrong_way(found)]
        if given.misses:
            hit, used = {i for i, _ in pairs}, {j for _, j in pairs}
            for i, event in enumerate(report.events):
                if i not in hit:
                    print(f"{report.name}: not found: {event['type']} {event['roles']} “{event['cue']}”")
            for j, event in enumerate(report.events_found):
                if j not in used:
                    roles = {role: [report.found.get(iri, {"label": iri})["label"] for iri in iris]
                             for role, iris in event["roles"].items()}
                    print(f"{report.name}: beside it: {event['type']} {roles}")

    below = []
    for title, table, floor in (("entities", entities, given.at_least[0]), ("events", events, given.at_least[1])):
        print(f"{title:20}{'P':>6}{'R':>6}{'F1':>6}{'annotated':>11}{'found':>7}")
        for name, (right, found, annotated) in [*sorted(table.items()),
                                                ("all", [sum(column) for column in zip(*table.values())])]:
            precision, recall, f1 = figures(right, found, annotated)
            print(f"  {name:18}{precision:6.2f}{recall:6.2f}{f1:6.2f}{annotated:11}{found:7}")
        if f1 < floor:
            below.append(f"{title}: F1 {f1:.3f} is below {floor}")
    print("of the events found")
    for name, (ok, of) in sorted(agreeing.items()):
        print(f"  {name:20}{ok / of:6.2f}  of {of}")
    for line in turned + below:
        print(line)
    sys.exit(1 if below or turned else 0)


if __name__ == "__main__":
    main()
