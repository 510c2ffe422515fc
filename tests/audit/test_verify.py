#!/usr/bin/env python3
"""stemma verify: a sound result passes; each way of tampering with one is caught, and said to be what it is.

After each change to a file of the result the manifest is made to agree, so that it is not the hash that gives it away.
"""

import hashlib
import json
import pathlib
import re
import shutil
import tempfile

from program import REPORTS, fuse, stemma

STM = "https://w3id.org/stemma/ns#"
OA = "http://www.w3.org/ns/oa#"
COUNTRY = "https://w3id.org/stemma/lexicon/country/"


class Result:
    """A copy of a sound result and of its sources, to be changed."""

    def __init__(self, sound, folder):
        self.out, self.sources = folder / "out", folder / "reports"
        shutil.copytree(sound, self.out)
        shutil.copytree(REPORTS, self.sources)

    def replace(self, name, pattern, new, count=1):
        file = self.out / name
        text, found = re.subn(pattern, new, file.read_text(), count=count, flags=re.MULTILINE)
        assert found, f"nothing in {name} is like {pattern}"
        file.write_text(text)
        manifest = json.loads((self.out / "manifest.json").read_text())
        data = file.read_bytes()
        manifest["files"][name] = {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        (self.out / "manifest.json").write_text(json.dumps(manifest))

    def drop(self, pattern, count=0):
        self.replace("dataset.nq", rf"^.*{pattern}.*\n", "", count)

    def change_source(self, old, new):
        file = self.sources / "01-gull-wire.txt"
        text = file.read_text()
        assert old in text
        file.write_text(text.replace(old, new))


def change_role_everywhere(result):
    # The lexicon's Ukraine, which the document names elsewhere, as a supplier.
    result.replace("records.ndjson", rf'"supplier":\["{COUNTRY}IR"\]', f'"supplier":["{COUNTRY}UA"]')
    name = re.search(rf'"id":"([^"]*/event-[^"]*)"[^{{]*{{[^}}]*"supplier":\["{COUNTRY}UA"\]',
                     (result.out / "records.ndjson").read_text()).group(1)
    result.replace("dataset.nq", rf"^<{name}> <{STM}supplier> <{COUNTRY}IR>", f"<{name}> <{STM}supplier> <{COUNTRY}UA>")


def change_speaker_everywhere(result):
    records = (result.out / "records.ndjson").read_text()
    old = re.search(r'"attribution":\[\["([^"]*/organisation/[^"]*)"', records).group(1)
    result.replace("records.ndjson", rf'"attribution":\[\["{old}"', f'"attribution":[["{COUNTRY}RU"')


def swap_sides(result):
    result.replace("records.ndjson", rf'"recipient":\["{COUNTRY}RU"\],"supplier":\["{COUNTRY}IR"\]',
                   f'"recipient":["{COUNTRY}IR"],"supplier":["{COUNTRY}RU"]')


def drop_a_claim(result):
    claim = re.search(r"^<([^>]*/claim-[0-9a-f]*)>", (result.out / "dataset.nq").read_text(), re.MULTILINE).group(1)
    result.drop(claim)


# What is changed → the code of the failure that must be among those found.
TAMPERING = {
    "a source has another text": ("source", lambda r: r.change_source("two ports", "six ports")),
    "a source is gone": ("source", lambda r: (r.sources / "02-harbour-post.txt").unlink()),
    "the dataset quotes other words": ("quote", lambda r: r.replace("dataset.nq", r'exact> "Iran"', 'exact> "Iraq"')),
    "a mention of a record has other words": (
        "quote", lambda r: r.replace("records.ndjson", '"text":"Iran"', '"text":"Iraq"')),
    "evidence of a record has other words": (
        "quote", lambda r: r.replace("records.ndjson", "has sent more than 200", "has sent more than 900")),
    "a place has moved": ("quote", lambda r: r.replace(
        "dataset.nq", rf'(<{OA}start> )"78"', r'\1"77"')),
    "a place lies behind the end": ("place", lambda r: r.replace(
        "dataset.nq", rf'(<{OA}end> )"133"', r'\1"99133"')),
    "a role is another's": ("role", change_role_everywhere),
    "a role of the dataset is another's": ("record", lambda r: r.replace(
        "dataset.nq", rf"(/event-[0-9a-f]*> <{STM}supplier> <{COUNTRY})IR", r"\1UA")),
    "a speaker is another": ("speaker", change_speaker_everywhere),
    "a speaker of the dataset is another": ("record", lambda r: r.replace(
        "dataset.nq", r"(/hop-0> <[^>]*wasAttributedTo> )<[^>]*>", rf"\1<{COUNTRY}RU>")),
    "the status is another": ("record", lambda r: r.replace(
        "dataset.nq", rf"(/event-[0-9a-f]*> <{STM}status> )<{STM}denied>", rf"\1<{STM}occurred>")),
    "two have changed sides": ("role", swap_sides),
    "a claim is gone from the dataset": ("record", drop_a_claim),
    "an event has no claim": ("claim", lambda r: r.drop(f"<{STM}asserts>")),
    "a claim has no evidence": ("claim", lambda r: r.drop(rf"/claim-[0-9a-f]*> <{STM}evidence>")),
    "a claim has no document": ("claim", lambda r: r.drop(r"/claim-[0-9a-f]*> <[^>]*wasDerivedFrom>")),
    "a document is not described": ("claim", lambda r: r.drop(f"<{STM}sha256>")),
    "a fact has no report": ("fact", lambda r: r.drop(f"<{STM}report>")),
    "a fact has a role that no report has": ("fact", lambda r: r.replace(
        "dataset.nq", rf"(/event/[0-9a-f]*> <{STM}supplier> <{COUNTRY})IR", r"\1UA")),
    "what was only denied is a fact": ("fact", lambda r: r.replace(
        "dataset.nq", rf"(/event-[0-9a-f]*> <{STM}status> )<{STM}occurred>", rf"\1<{STM}denied>", 0)),
    "origins are counted wrong": ("count", lambda r: r.replace(
        "dataset.nq", rf'(<{STM}originCount> )"2"', r'\1"3"')),
    "documents are counted wrong": ("count", lambda r: r.replace(
        "dataset.nq", rf'(<{STM}documentCount> )"4"', r'\1"3"')),
    "a record is gone": ("record", lambda r: r.replace("records.ndjson", r"^.*04-hill-courier.*\n", "")),
    "a record is no record": ("record", lambda r: r.replace("records.ndjson", "^{", "")),
    "a file was edited": ("file", lambda r: (r.out / "graph.ttl").write_text("")),
    "a file is gone": ("file", lambda r: (r.out / "reported.ttl").unlink()),
}


def check_tampering(sound, scratch):
    for number, (what, (code, change)) in enumerate(TAMPERING.items()):
        result = Result(sound, scratch / str(number))
        change(result)
        said = stemma("verify", result.out, "--source", result.sources, code=1)
        assert any(line.startswith(code + ": ") for line in said.splitlines()), f"{what}:\n{said}"


def check_lines(scratch):
    """Documents that are lines of NDJSON, found again by their hash."""
    lines = scratch / "lines"
    lines.mkdir()
    file = lines / "news.ndjson"
    file.write_text("".join(json.dumps({"id": name, "text": (REPORTS / name).read_text()}) + "\n"
                            for name in ("01-gull-wire.txt", "04-hill-courier.txt")))
    stemma("build", lines, "--format", "ndjson", "--model", "none", "-o", scratch / "of-lines", "--quiet")
    stemma("verify", scratch / "of-lines", "--source", lines)
    file.write_text(file.read_text().replace("Poland", "Norway"))
    assert stemma("verify", scratch / "of-lines", "--source", lines, code=1).startswith("source: ")


def main():
    with tempfile.TemporaryDirectory() as name:
        scratch = pathlib.Path(name)
        sound = fuse(scratch / "sound")
        assert stemma("verify", sound, "--source", REPORTS) == ""
        assert stemma("verify", sound, "--source", REPORTS.parent) == ""
        stemma("verify", sound, "--source", scratch / "absent", code=2)
        check_tampering(sound, scratch)
        check_lines(scratch)


main()
