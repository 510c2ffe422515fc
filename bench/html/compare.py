#!/usr/bin/env python3
"""How much of a page's text is kept, and how much of what stands around it: words, as F1.

    bench/html/compare.py FOLDER... [--stemma PROGRAM] [--each]

FOLDER holds pages. Where truth.txt stands beside page.html, both programs are held against it; else stemma is held
against trafilatura, which is not the truth but a second opinion. Words are counted, not their order, as often as they
stand in both. Needs trafilatura (pip install trafilatura==2.3.1).
"""

import argparse
import collections
import json
import pathlib
import re
import subprocess
import tempfile
import time

import trafilatura


def words(text):
    return collections.Counter(re.findall(r"\w+", text.lower()))


def score(found, wanted):
    """Precision, recall, F1 of words."""
    common = sum((found & wanted).values())
    precision = common / max(1, sum(found.values()))
    recall = common / max(1, sum(wanted.values()))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def read_with_stemma(program, pages):
    """Page → text, and the seconds that all took."""
    with tempfile.TemporaryDirectory() as scratch:
        news, out = pathlib.Path(scratch, "news"), pathlib.Path(scratch, "out")
        news.mkdir()
        for i, page in enumerate(pages):
            (news / f"{i:06}.html").write_bytes(page.read_bytes())
        start = time.perf_counter()
        subprocess.run([program, "build", news, "-o", out, "--model", "none", "-q"], check=False, capture_output=True)
        seconds = time.perf_counter() - start
        texts = {}
        for line in (out / "records.ndjson").read_text().splitlines():
            document = json.loads(line)["document"]
            text = out / "texts" / (document["textSha256"] + ".txt")
            texts[pages[int(document["path"][:6])]] = text.read_text() if text.exists() else ""
        return texts, seconds


def read_with_trafilatura(pages):
    start = time.perf_counter()
    texts = {}
    for page in pages:
        html = page.read_bytes()
        title = trafilatura.extract_metadata(html)
        text = trafilatura.extract(html, include_comments=False, include_tables=True) or ""
        texts[page] = text if not (title and title.title) or text.startswith(title.title) else title.title + "\n" + text
    return texts, time.perf_counter() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    parser.add_argument("--stemma", default="build/release/stemma")
    parser.add_argument("--each", action="store_true", help="a line for each page")
    options = parser.parse_args()
    for folder in options.folders:
        pages = sorted(p for p in folder.rglob("*") if p.suffix in (".html", ".htm") and p.is_file())
        ours, our_time = read_with_stemma(options.stemma, pages)
        theirs, their_time = read_with_trafilatura(pages)
        pages = [page for page in pages if page in ours]  # the same document under two names is one
        truth = {p: words(p.with_name("truth.txt").read_text()) for p in pages if p.with_name("truth.txt").exists()}
        rows = {"stemma against the truth": (ours, truth), "trafilatura against the truth": (theirs, truth)}
        if not truth:
            rows = {"stemma against trafilatura": (ours, {p: words(theirs[p]) for p in pages})}
        for name, (texts, wanted) in rows.items():
            scores = {p: score(words(texts[p]), wanted[p]) for p in wanted}
            if options.each:
                for page, one in scores.items():
                    print("   ", page.relative_to(folder), *(f"{x:.3f}" for x in one))
            mean = [sum(one[i] for one in scores.values()) / len(scores) for i in range(3)]
            print(f"{folder.name}: {name}: {len(scores)} pages, precision {mean[0]:.3f}, recall {mean[1]:.3f}, F1 {mean[2]:.3f}")
        print(f"{folder.name}: stemma {our_time:.2f} s (a whole build), trafilatura {their_time:.2f} s")


if __name__ == "__main__":
    main()
