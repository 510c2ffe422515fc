#!/usr/bin/env python3
"""Records that were not made by this program, or were changed since: a bad one is told with its line, the others are fused."""

import copy
import itertools
import json
import os
import pathlib
import re
import tempfile

from program import SOURCE, stemma

RECORDS = SOURCE / "tests/audit/records.ndjson"
BAD = ("9999-12-31", "no IRI", "\x00\x01\ufffe", "<x> <y> <z> .", "")


def fuse(*arguments, code):
    done = stemma("fuse", *arguments)
    message = done.stderr.decode("utf-8", "replace")
    assert done.returncode == code, f"exit code {done.returncode}, not {code}:\n{message}"
    return message


def places_of_texts(value, path=()):
    """The path of one text for every kind of place in a record."""
    if isinstance(value, str):
        yield path
    items = value.items() if isinstance(value, dict) else enumerate(value[:1]) if isinstance(value, list) else ()
    for key, below in items:
        yield from places_of_texts(below, (*path, key))


def changed(record, path, value):
    out = copy.deepcopy(record)
    at = out
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    return out


def with_every_text_changed(records):
    richest = max(records, key=lambda record: len(list(places_of_texts(record))))
    entity = {"id": "http://example.org/linked", "kind": "person", "type": "Person", "label": "L", "linked": True,
              "country": "http://example.org/country", "sameAs": ["http://example.org/same"], "mentions": richest["entities"][0]["mentions"]}
    richest = {**richest, "entities": [entity, *richest["entities"]]}
    for path in places_of_texts(richest):
        for value in BAD:
            yield path, changed(richest, path, value)
    yield "country", changed(richest, ("entities", 0, "country"), "9999-12-31")


def every_text(folder, records):
    """Whatever stands in a text of a record, the run ends with a result; what is refused is told with its line."""
    lines, first = [], records[0]
    for number, (_, record) in enumerate(with_every_text_changed(records)):
        if record["document"]["id"].count("/document/") == 1:
            record["document"]["id"] += f"-{number}"  # documents of their own, not contradictions
        lines.append(json.dumps(record))
    lines.append(json.dumps(first))
    file = folder / "changed.ndjson"
    file.write_text("\n".join([json.dumps(first), *lines]) + "\n")
    message = fuse(file, "-o", folder / "changed-out", code=1)
    assert "changed.ndjson:" in message and "[input.bad-line]" in message, message
    manifest = json.loads((folder / "changed-out/manifest.json").read_text())
    assert manifest["documents"] > 0 and manifest["failed"] > 0, manifest
    linked = folder / "linked.ndjson"
    record = list(with_every_text_changed(records))[-1][1]
    linked.write_text(json.dumps(first) + "\n" + json.dumps(record) + "\n")
    message = fuse(linked, "-o", folder / "linked-out", code=1)
    assert 'linked.ndjson:2: error: cannot use this "country" of an entity' in message, message


def same_id(folder, records):
    other = changed(records[0], ("fingerprints",), [])
    file = folder / "twice.ndjson"
    results = set()
    for lines in itertools.permutations((records[0], other, changed(records[0], ("document", "title"), "Otherwise"), records[1])):
        file.write_text("".join(json.dumps(line) + "\n" for line in lines))
        message = fuse(file, "-o", folder / "twice-out", code=0)
        assert message.count("warning: not taken: another record of the same document, with other content, counts: ") == 2, message
        assert message.count("[record.repeated-id]") == 2, message
        counting, = set(re.findall(r"counts: \S*twice.ndjson:(\d+)", message))
        assert f"twice.ndjson:{counting}: warning" not in message, message
        assert "record.repeated-id" in (folder / "twice-out/report.md").read_text()
        results.add(tuple((folder / "twice-out" / name).read_bytes() for name in ("dataset.nq", "dataset.trig", "records.ndjson")))
    assert len(results) == 1, "the order of the records makes a difference"
    this_pack = json.loads((folder / "twice-out/manifest.json").read_text())["pack"]
    other_pack = changed(other, ("made", "pack"), "0" * 32)
    for lines in itertools.permutations((changed(records[0], ("made", "pack"), this_pack), other_pack)):
        file.write_text("".join(json.dumps(line) + "\n" for line in lines))
        fuse(file, "-o", folder / "pack-out", code=0)
        kept, = (folder / "pack-out/records.ndjson").read_text().splitlines()
        assert json.loads(kept)["made"]["pack"] == this_pack, "a record of another pack is taken before one of this pack"
    file.write_text(json.dumps(records[0]) + "\n" + json.dumps(changed(records[0], ("document", "path"), "elsewhere.txt")) + "\n")
    assert "record.repeated-id" not in fuse(file, "-o", folder / "same-out", code=0)


def no_record_first(folder, records):
    """Whatever stands where: a line that is no record is told, and the others are fused."""
    good = "".join(json.dumps(record) + "\n" for record in records)
    for name, text, line in (("first", "{\n" + good, 1), ("last", good + "{\n", len(records) + 1)):
        (folder / f"{name}.ndjson").write_text(text)
        message = fuse(folder / f"{name}.ndjson", "-o", folder / f"{name}-out", code=1)
        assert f"{name}.ndjson:{line}: error: not a record" in message, message
    assert (folder / "first-out/dataset.nq").read_bytes() == (folder / "last-out/dataset.nq").read_bytes()
    (folder / "none.ndjson").write_text("{\n[]\n")
    assert "none.ndjson:1" in fuse(folder / "none.ndjson", "-o", folder / "first-none", code=2)


def models_of(folder, records):
    """The result says which language model its records were read with."""
    file = folder / "models.ndjson"
    for second, said in (("small 1.0", "small 1.0"), (None, "none, small 1.0")):
        models = ["small 1.0", second]
        file.write_text("".join(json.dumps(changed(record, ("made",), dict(record["made"], model=model))) + "\n"
                                for record, model in zip(records, models)))
        fuse(file, "-o", folder / "models-out", code=0)
        assert json.loads((folder / "models-out/manifest.json").read_text())["model"] == said
        assert f"Language model: {said}." in (folder / "models-out/report.md").read_text()


def no_file(folder):
    os.mkfifo(folder / "pipe")
    for name in ("/dev/zero", folder / "pipe", folder):
        message = fuse(name, "-o", folder / "none-out", code=2)
        assert "no regular file" in message, message
    assert not (folder / "none-out").exists()


def main():
    records = [json.loads(line) for line in RECORDS.read_text().splitlines()]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        no_file(folder)
        same_id(folder, records)
        no_record_first(folder, records)
        models_of(folder, records)
        every_text(folder, records)


main()
