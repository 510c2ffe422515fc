#!/usr/bin/env python3
"""Invented records with about so many events: make_records.py EVENTS > records.ndjson

Parties of made-up regions act on each other, mostly within their region, so that the graph has communities as a real one
has. The text of each document is made of the sentences that its evidence quotes; with --texts DIR they are written there.
The same number gives the same records."""

import argparse
import datetime
import hashlib
import json
import pathlib
import random

LEXICON = "https://w3id.org/stemma/lexicon/"
SYLLABLES = "ba ke lo mi ru ta vo zen dal fir gor hes jun kar lim nor pel qua sor tis".split()
PUBLISHERS = ["Harbour Wire", "Meridian Post", "Eastfield Courier", "Lakeside Herald", "Hill Gazette", "Open Desk"]
VERBS = {"transfer": "has delivered", "attack": "struck", "meeting": "met", "sanction": "imposed sanctions on", "visit": "visited"}
ROLES = {"transfer": ("supplier", "recipient"), "attack": ("attacker", "target"), "sanction": ("issuer", "target"),
         "visit": ("visitor", "host")}
STATUSES = ["occurred"] * 12 + ["ongoing"] * 2 + ["planned"] * 3 + ["possible", "wanted", "denied", "failed", "cancelled"]


def name(chance, taken):
    while True:
        word = "".join(chance.choice(SYLLABLES) for _ in range(chance.choice((2, 3, 3)))).capitalize()
        if word not in taken:
            taken.add(word)
            return word


def make_world(chance, events):
    """Regions, each with its countries, bodies, persons and things."""
    taken, regions = set(), []
    for _ in range(max(3, events // 90)):
        region = {"country": [], "org": [], "person": [], "munition": []}
        for kind, many, word in (("country", 5, ""), ("org", 8, " Ministry"), ("person", 9, ""), ("munition", 24, "")):
            for _ in range(many):
                label = name(chance, taken)
                label = label + " " + name(chance, taken) if kind == "person" else label + word
                if kind == "munition":
                    label += chance.choice(("-4 missile", " howitzer", " drone", " shell", " radar"))
                folder = {"country": "country", "org": "organisation", "person": "person", "munition": "munition"}[kind]
                region[kind].append({"kind": kind, "label": label, "id": f"{LEXICON}{folder}/made-up-{len(taken)}",
                                     "type": {"country": "Country", "org": "Ministry", "person": "Person", "munition": "Munition"}[kind]})
        regions.append(region)
    return regions


def pick(chance, list_, many=1):
    """Few are in much, many in little."""
    found = []
    while len(found) < many:
        entity = list_[min(int(chance.paretovariate(0.9)) - 1, len(list_) - 1)] if chance.random() < 0.5 else chance.choice(list_)
        if entity not in found:
            found.append(entity)
    return found


def make_event(chance, regions):
    here = chance.choice(regions)
    there = here if chance.random() < 0.85 else chance.choice(regions)
    kind = chance.choices(list(VERBS), (6, 3, 2, 1, 1))[0]
    if kind == "meeting":
        return kind, {"participants": pick(chance, here["person"], 4) + pick(chance, here["country"], 1)}
    actors = pick(chance, here["country"])
    others = [entity for entity in pick(chance, there["country"], 2) if entity not in actors][:1]
    roles = dict(zip(ROLES[kind], (actors, others)))
    if kind in ("transfer", "attack"):
        roles["item"] = pick(chance, here["munition"], chance.choice((2, 3, 4)))
    if kind in ("sanction", "visit"):
        roles[ROLES[kind][0]] = actors + pick(chance, here["org"], 2)
    return kind, roles


class Text:
    def __init__(self):
        self.text = ""

    def add(self, words):
        start = len(self.text)
        self.text += words
        return {"start": start, "end": start + len(words), "text": words}


def record(chance, regions, number, events):
    text, entities, said = Text(), {}, []
    identity = hashlib.sha256(str(number).encode()).hexdigest()[:32]
    base = f"https://w3id.org/stemma/id/document/{identity}"
    published = datetime.date(2019, 1, 1) + datetime.timedelta(days=chance.randrange(5 * 365))
    sentences = []

    def mention(entity):
        span = text.add(entity["label"])
        known = entities.setdefault(entity["id"], {**entity, "code": None, "category": None, "country": None, "linked": True, "sameAs": [], "mentions": []})
        known["mentions"].append({**span, "kind": "name"})
        return span

    text.add(f"Report {number} of an invented world.\n\n")
    for turn in range(events):
        kind, roles = make_event(chance, regions)
        start, evidence = len(text.text), []
        speaker = pick(chance, chance.choice(regions)["person"])[0]
        evidence.append({**mention(speaker), "role": None, "hop": 0})
        text.add(" said that ")
        event_start = len(text.text)
        for place, (role, filled) in enumerate(roles.items()):
            if place == 1 or (place == 0 and kind == "meeting"):
                text.add(f" {VERBS[kind]} " if place else "")
            elif place:
                text.add(" with ")
            for index, entity in enumerate(filled):
                text.add(", " if index else "")
                evidence.append({**mention(entity), "role": role})
        day = published - datetime.timedelta(days=chance.randrange(400))
        text.add(f" on {day.isoformat()}")
        evidence.append({"start": event_start, "end": len(text.text), "text": text.text[event_start:], "role": None})
        sentences.append([start, len(text.text) + 1])
        text.add(".\n" if turn % 2 else ". ")
        said.append({"id": f"{base}/event-{turn:032x}", "type": kind, "roles": {r: sorted(e["id"] for e in f) for r, f in sorted(roles.items()) if f},
                     "implied": {}, "quantity": [], "time": {"start": day.isoformat(), "end": day.isoformat(), "text": day.isoformat()},
                     "place": [], "status": chance.choice(STATUSES), "about": f"{base}/about-{turn:032x}", "attribution": [[speaker["id"]]],
                     "frame": "https://w3id.org/stemma/frames/transfer.give",
                     "evidence": sorted(evidence, key=lambda e: (e["start"], e["end"]))})
    document = {"id": base, "path": f"report-{number:06}.txt", "sha256": hashlib.sha256(text.text.encode()).hexdigest(), "title": f"Report {number}",
                "published": published.isoformat(), "publisher": chance.choice(PUBLISHERS), "wire": None, "authors": [], "dateline": None, "language": "en"}
    return text.text, {"document": document, "entities": [entities[key] for key in sorted(entities)], "events": said, "abstained": [],
                       "sentences": sentences, "fingerprints": [],
                       "made": {"program": "stemma 0.1.0", "pack": "0" * 64, "model": "none", "icu": "72.1"}}


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("events", type=int)
    arguments.add_argument("--texts", type=pathlib.Path)
    options = arguments.parse_args()
    chance = random.Random(options.events)
    regions = make_world(chance, options.events)
    each = 3
    for number in range(-(-options.events // each)):
        text, made = record(chance, regions, number, each)
        if options.texts:
            options.texts.mkdir(parents=True, exist_ok=True)
            (options.texts / made["document"]["path"]).write_text(text)
        print(json.dumps(made, ensure_ascii=False))


main()
