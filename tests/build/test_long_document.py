#!/usr/bin/env python3
"""A document longer than what is read for events at one time (20,000 tokens), and one too long to be parsed at all."""

import json
import pathlib
import sys
import tempfile

from program import skip, stemma

FILLER = "The weather stayed mild, and the shops of the old town were open until late in the evening.\n"
FIRST = "Norway delivered ten tanks to Estonia in May, a senior official said.\n"
LAST = "Poland delivered twenty howitzers to Latvia in June, a senior official said.\n"


def extract(text, *options):
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "long.txt"
        file.write_text("date 2023-08-01 A long report\n\n" + text, encoding="utf-8")
        done = stemma("extract", file, *options)
    messages = done.stderr.decode()
    if "no language model was found" in messages:
        skip("no language model (tools/get-model fetches one)")
    return done.returncode, messages, json.loads(done.stdout), "date 2023-08-01 A long report\n\n" + text


def check_stretches():
    code, messages, record, text = extract(FIRST + FILLER * 2500 + LAST)
    assert code == 0 and not messages, messages
    labels = {entity["id"]: entity["label"] for entity in record["entities"]}
    assert len(labels) == len(record["entities"]), "an entity stands twice"
    told = {}
    for event in record["events"]:
        for part in event["evidence"]:
            assert text[part["start"]:part["end"]] == part["text"], part
        if event["type"] == "transfer":
            told[labels[event["roles"]["supplier"][0]]] = (labels[event["roles"]["recipient"][0]],
                                                           [labels[hop] for chain in event["attribution"] for hop in chain])
    assert told == {"Norway": ("Estonia", ["senior official"]), "Poland": ("Latvia", ["senior official"])}, told
    official = [entity for entity in record["entities"] if entity["label"] == "senior official"]
    assert len(official) == 1, official


def check_too_long():
    code, messages, record, _ = extract(FIRST + FILLER * 60_000)
    assert code == 0 and "[language.too-long]" in messages and "long.txt" in messages, (code, messages)
    assert not record["events"] and any(entity["label"] == "Norway" for entity in record["entities"])


if __name__ == "__main__":
    check_stretches()
    check_too_long()
    sys.exit(0)
