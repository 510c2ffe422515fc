#!/usr/bin/env python3
"""How well reports of one event are put together, and their independent origins counted, on clusters of written reports.

    measure_clusters.py STEMMA HALF [--misses] [--at-least F1 ORIGINS]

HALF is a folder of clusters, each with NN-outlet.txt and expected.json: events with their tellings (a document and the
words in which it tells the event) and the number of origins that assert and that deny it. All clusters of a half are
extracted and fused together, as one reader's news.

A telling is read by the events of its document's record that have the expected type and whose evidence overlaps the
words. Two tellings are together when a fused event holds events of both. Precision, recall and F1 are taken over pairs
of tellings: of all of them, and of those that were read at all. An event's origins are right when the fused event that
holds most of its tellings has both numbers.

--misses lists what went wrong. It is for the half that rules are made on.
Exit status: 0; 1 a figure is below --at-least; 77 there is no language model."""

import argparse
import collections
import itertools
import json
import pathlib
import re
import subprocess
import sys
import tempfile

NAMESPACE = "https://w3id.org/stemma/ns#"
STATEMENT = re.compile(r'<([^>]*)> <' + re.escape(NAMESPACE) + r'(report|originCount|denyingOriginCount)> (?:<([^>]*)>|"(\d+)")')

Telling = collections.namedtuple("Telling", "event document reports")
FusedEvent = collections.namedtuple("FusedEvent", "reports origins denying")


def run(*command):
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))} gave {done.returncode}:\n{done.stderr}")
    return done.stdout


def read_records(lines):
    records = {record["document"]["path"]: record for record in map(json.loads, lines.splitlines())}
    if not any(record["made"]["model"] for record in records.values()):
        print("skipped: no language model")
        sys.exit(77)
    return records


def read_fused(path):
    values = collections.defaultdict(lambda: {"report": [], "originCount": [0], "denyingOriginCount": [0]})
    for line in path.read_text(encoding="utf-8").splitlines():
        if found := STATEMENT.match(line):
            subject, name, iri, number = found.groups()
            values[subject][name].append(iri or int(number))
    return {subject: FusedEvent(set(value["report"]), value["originCount"][-1], value["denyingOriginCount"][-1])
            for subject, value in values.items() if value["report"]}


def spans_of(cues, text, where):
    for cue in cues:
        start = text.find(cue)
        if start < 0 or text.count(cue) > 1:
            sys.exit(f"{where}: {'no' if start < 0 else 'more than one'} place has the words: {cue}")
        yield start, start + len(cue)


def is_of_the_event(evidence):
    return evidence.get("role") is None and "hop" not in evidence


def reports_at(record, event_type, spans):
    return {event["id"] for event in record["events"] if event["type"] == event_type
            and any(is_of_the_event(e) and e["start"] < end and start < e["end"]
                    for e in event["evidence"] for start, end in spans)}


def read_expected(half, records):
    """Every event with its key "cluster/e1", and all tellings."""
    events, tellings = {}, []
    for path in sorted(half.glob("*/expected.json")):
        for event in json.loads(path.read_text(encoding="utf-8"))["events"]:
            key = f"{path.parent.name}/{event['id']}"
            events[key] = event
            for telling in event["tellings"]:
                source = path.parent / telling["document"]
                spans = list(spans_of(telling["cues"], source.read_text(encoding="utf-8"), source))
                record = records[f"{path.parent.name}/{telling['document']}"]
                tellings.append(Telling(key, telling["document"], reports_at(record, event["type"], spans)))
    return events, tellings


class Measure:
    def __init__(self, events, tellings, fused):
        self.events, self.tellings, self.fused = events, tellings, fused
        fused_of = {report: iri for iri, event in fused.items() for report in event.reports}
        self.held_by = [{fused_of[report] for report in telling.reports} for telling in tellings]
        self.apart, self.wrongly_joined = [], []
        self.pairs = {"all": [0, 0, 0], "read": [0, 0, 0]}  # rightly together, wrongly together, wrongly apart
        self.count_pairs()

    def count_pairs(self):
        for a, b in itertools.combinations(range(len(self.tellings)), 2):
            expected = self.tellings[a].event == self.tellings[b].event
            together = bool(self.held_by[a] & self.held_by[b])
            if not expected and not together:
                continue
            which = 0 if expected and together else 1 if together else 2
            both_read = bool(self.held_by[a] and self.held_by[b])
            self.pairs["all"][which] += 1
            if both_read:
                self.pairs["read"][which] += 1
                if which:
                    (self.wrongly_joined if together else self.apart).append((a, b))

    def scores(self, over):
        right, wrong, missing = self.pairs[over]
        precision = right / (right + wrong) if right + wrong else 1
        recall = right / (right + missing) if right + missing else 1
        return precision, recall, 2 * right / (2 * right + wrong + missing) if right + wrong + missing else 1

    def main_event(self, key):
        held = collections.Counter(iri for telling, iris in zip(self.tellings, self.held_by) if telling.event == key
                                   for iri in iris)
        return min(held, key=lambda iri: (-held[iri], iri)) if held else None

    def origins_of(self, key):
        main = self.main_event(key)
        return (self.fused[main].origins, self.fused[main].denying) if main else None

    def wrong_origins(self):
        return {key: self.origins_of(key) for key, event in self.events.items()
                if self.origins_of(key) != (event["origins"], event["denying"])}

    def fully_read(self):
        unread = {telling.event for telling in self.tellings if not telling.reports}
        return [key for key in self.events if key not in unread]


def print_figures(name, measure):
    unread = sum(not telling.reports for telling in measure.tellings)
    print(f"{name}: {len(measure.events)} events, {len(measure.tellings)} tellings, {unread} of them not read")
    for over, words in (("all", "all tellings"), ("read", "tellings that were read")):
        precision, recall, f1 = measure.scores(over)
        print(f"  pairs of {words}: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")
    wrong, full = measure.wrong_origins(), measure.fully_read()
    right_of = lambda keys: f"{sum(key not in wrong for key in keys)} of {len(keys)}"
    print(f"  origins right: {right_of(list(measure.events))} events; {right_of(full)} events whose tellings were all read")


def print_misses(measure):
    told = lambda i: f"{measure.tellings[i].event} in {measure.tellings[i].document}"
    for i, telling in enumerate(measure.tellings):
        if not telling.reports:
            print(f"  not read: {told(i)}")
    for words, pairs in (("apart", measure.apart), ("joined", measure.wrongly_joined)):
        for a, b in pairs:
            print(f"  {words}: {told(a)} | {told(b)}")
    for key, found in measure.wrong_origins().items():
        event = measure.events[key]
        print(f"  origins: {key} has {found}, expected {(event['origins'], event['denying'])}: {event['why']}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stemma")
    parser.add_argument("half", type=pathlib.Path)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--at-least", nargs=2, type=float, metavar=("F1", "ORIGINS"), default=(0, 0),
                        help="smallest F1 over all tellings, and smallest share of events with the right origins")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        records, out = pathlib.Path(folder, "records.ndjson"), pathlib.Path(folder, "out")
        records.write_text(run(options.stemma, "extract", options.half, "-q"), encoding="utf-8")
        run(options.stemma, "fuse", records, "-o", out, "-q")
        by_path = read_records(records.read_text(encoding="utf-8"))
        measure = Measure(*read_expected(options.half, by_path), read_fused(out / "dataset.nq"))
    print_figures(options.half.name, measure)
    if options.misses:
        print_misses(measure)
    share = 1 - len(measure.wrong_origins()) / len(measure.events)
    return 0 if measure.scores("all")[2] >= options.at_least[0] and share >= options.at_least[1] else 1


if __name__ == "__main__":
    sys.exit(main())
