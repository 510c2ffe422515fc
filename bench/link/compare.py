#!/usr/bin/env python3
"""Finding the pack's names in a corpus: Stemma beside spaCy's PhraseMatcher, pyahocorasick and flashtext.

    bench/link/compare.py STEMMA FOLDER [--documents 500]

All four get the same names and the same texts, in one run, with one thread; times are of the processor. Stemma's figure is its stages `text` and
`link` together (decoding, cutting into words and sentences, matching, and deciding what each name means); PhraseMatcher's
is the cutting into words and the matching; the other two look for strings in plain text and know no words (pyahocorasick)
or only their ends (flashtext). Needs: pip install spacy pyahocorasick flashtext.
"""

import argparse
import pathlib
import re
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"@en')


def names_of_pack():
    """Every name of a country, person, organisation, munition or place."""
    names = set()
    for file in sorted((ROOT / "ontology/lexicon").glob("*.ttl")):
        if not file.name.startswith(("countries", "people", "organisations", "munitions", "places")):
            continue
        for block in file.read_text().split("\n\n"):
            if " a stm:Office" not in block:
                names.update(LITERAL.findall(block))
    return sorted(name for name in names if len(name) > 1)


def timed(name, work, texts):
    start = time.process_time()
    found = sum(work(text) for text in texts)
    return name, time.process_time() - start, found


def phrase_matcher(names):
    import spacy
    from spacy.matcher import PhraseMatcher
    nlp = spacy.blank("en")
    nlp.max_length = 10 ** 9
    matcher = PhraseMatcher(nlp.vocab)
    matcher.add("NAME", list(nlp.tokenizer.pipe(names)))
    return lambda text: len(matcher(nlp.make_doc(text)))


def aho_corasick(names):
    import ahocorasick
    automaton = ahocorasick.Automaton()
    for name in names:
        automaton.add_word(name, name)
    automaton.make_automaton()
    return lambda text: sum(1 for _ in automaton.iter_long(text))


def flash_text(names):
    from flashtext import KeywordProcessor
    processor = KeywordProcessor(case_sensitive=True)
    for name in names:
        processor.add_keyword(name)
    return lambda text: len(processor.extract_keywords(text))


def stemma(program, files):
    """Seconds of the stages text and link together, and the mentions found."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([program, "build", *files, "-o", folder + "/out", "--model", "none", "--jobs", "1", "--timings"],
                              capture_output=True, text=True, check=True)
    spent = {line.split()[0]: float(line.split()[1]) for line in done.stderr.splitlines() if re.match(r"(text|link) +[\d.]+ s", line)}
    return "stemma (text, link)", spent["text"] + spent["link"], int(re.search(r"([\d]+) mentions", done.stderr).group(1))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stemma")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--documents", type=int, default=500)
    arguments = parser.parse_args()
    files = sorted(arguments.folder.rglob("*.txt"))[:arguments.documents]
    texts = [file.read_text() for file in files]
    size = sum(len(text.encode()) for text in texts)
    names = names_of_pack()
    print(f"{len(names)} names, {len(texts)} documents, {size / 1e6:.2f} MB")
    rows = [stemma(arguments.stemma, files)]
    for name, make in (("spaCy PhraseMatcher", phrase_matcher), ("pyahocorasick", aho_corasick), ("flashtext", flash_text)):
        try:
            rows.append(timed(name, make(names), texts))
        except ImportError as error:
            print(f"{name}: left out, {error}", file=sys.stderr)
    for name, seconds, found in rows:
        print(f"{name:22} {size / 1e6 / seconds:9.2f} MB/s {seconds:8.3f} s {found:8} found {seconds / rows[0][1]:7.2f} x the time of Stemma")


main()
