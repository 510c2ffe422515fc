#!/usr/bin/env python3
"""Writes a corpus of invented reports: the same bytes for the same arguments.

    bench/build/make_corpus.py FOLDER [--documents 20000] [--seed 1]

Names come from the domain pack; sentences are templates. A report has 12 to 30 sentences, some 2 kB.
"""

import argparse
import pathlib
import random
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
SENTENCES = (
    "{c} has sent {n} {m} to {d}, {o} said on {w}.",
    "The {m} reached the port of {p} in the night, according to {a}.",
    "{a}, who spoke to reporters in {p}, would not say how many {m} were on board.",
    "Officials in {c} denied that any {m} had left the country.",
    "The two sides met in {p} to talk about training and spare parts.",
    "Nothing of the sort had been seen before, an analyst said, and nobody expected it to end soon.",
    "{o} put the number at {n}, far above what had been known.",
    "The government of {d} called the report an invention and asked {c} to publish its figures.",
    "Trade between {c} and {d} rose by {n} percent in the year before, customs data show.",
    "A second shipment is planned for the spring, the paper wrote, citing people who know of it.",
    "{a} thanked {o} for its help and said that the work would go on.",
    "Rain and wind kept most of the ships in port until late on {w}.",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def labels(name, limit):
    text = (ROOT / "ontology/lexicon" / name).read_text()
    return re.findall(r' a stm:(?!Office)[^;]+;\s+skos:prefLabel "([^"\\]+)"@en', text)[:limit]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--documents", type=int, default=20000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    names = {"c": labels("countries.ttl", 250), "d": labels("countries.ttl", 250), "p": labels("places.ttl", 1500),
             "m": labels("munitions-classes.ttl", 400), "o": labels("organisations-government.ttl", 400),
             "a": labels("people-a.ttl", 600), "w": DAYS}
    chance = random.Random(arguments.seed)
    for i in range(arguments.documents):
        sentences = []
        for _ in range(chance.randint(12, 30)):
            words = {key: chance.choice(values) for key, values in names.items()}
            sentences.append(chance.choice(SENTENCES).format(n=chance.randint(2, 900), **words))
        paragraphs = [" ".join(sentences[k:k + 3]) for k in range(0, len(sentences), 3)]
        text = f"date 2023-{i % 12 + 1:02}-{i % 28 + 1:02} Report {i} from {chance.choice(names['p'])}\n\n" + "\n\n".join(paragraphs) + "\n"
        file = arguments.folder / f"{i // 1000:03}" / f"{i:06}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)


main()
