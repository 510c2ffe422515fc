#!/usr/bin/env python3
"""Very large documents: 200 MB, a line of 10 MB, a million mentions. The documents beside them are done."""

import json
import pathlib
import tempfile

from program import build


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        news = folder / "news"
        news.mkdir()
        (news / "small.txt").write_text("North Korea has sent shells to Russia.\n")
        (news / "line.txt").write_text("The shells came by rail and by sea " * 300000)
        sentence = "Russia thanked North Korea for the shells. "
        (news / "mentions.txt").write_text((sentence * 10 + "\n\n") * 34000)
        (news / "large.txt").write_text(("Nothing of note was said that day by anybody at all in the quiet old town. " * 8 + "\n\n") * 340000)
        assert (news / "large.txt").stat().st_size > 200e6
        message = build(news, "-o", folder / "out", "--model", "none", "--jobs", "1", "--timings")
        print(message)
        mentions = {}
        with (folder / "out/records.ndjson").open() as records:
            for line in records:
                record = json.loads(line)
                mentions[record["document"]["path"]] = sum(len(entity["mentions"]) for entity in record["entities"])
        print(mentions)
        assert set(mentions) == {"small.txt", "line.txt", "mentions.txt", "large.txt"}
        assert mentions["mentions.txt"] >= 1000000 and mentions["small.txt"] == 3


main()
