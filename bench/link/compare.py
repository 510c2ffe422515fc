#!/usr/bin/env python3
"""Finding the pack's names in a corpus: Stemma beside spaCy's PhraseMatcher, pyahocorasick and flashtext.

    bench/link/compare.py LINK_TEXTS FOLDER [--documents 500] [--rounds 5]

LINK_TEXTS is build/release/bench/link/link_texts (cmake --preset release -DSTEMMA_BENCH=ON). All get the same names and
the same texts, in one run, with one thread; times are of the processor, of the best of ROUNDS rounds over all texts.
Raw text goes in, what is found comes out. In each figure:

  Stemma, names          decoding, cleaning, header, words, sentences; the longest names of the pack
  Stemma, entities       the same; what each name means, names that the pack does not know, places and words in the source
  spaCy PhraseMatcher    the tokenizer; every name of the list (overlapping ones too)
  pyahocorasick          the longest strings of the list, also inside words
  flashtext              strings of the list between characters that are no letters

Needs: pip install spacy pyahocorasick flashtext; what is missing is left out.
"""

import argparse
import pathlib
import re
import subprocess
import sys
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


def timed(name, work, texts, rounds):
    best = None
    for _ in range(rounds):
        start = time.process_time()
        found = sum(work(text) for text in texts)
        spent = time.process_time() - start
        best = spent if best is None else min(best, spent)
    return name, best, found


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


def stemma(program, files, rounds):
    done = subprocess.run([program, ROOT / "ontology", str(rounds), *files], capture_output=True, text=True, check=True)
    rows = {line.split()[0]: line.split()[1:] for line in done.stdout.splitlines()}
    return [("Stemma, " + kind, float(rows[kind][0]), int(rows[kind][1])) for kind in ("names", "entities")]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    files = sorted(arguments.folder.rglob("*.txt"))[:arguments.documents]
    texts = [file.read_text() for file in files]
    size = sum(len(text.encode()) for text in texts)
    names = names_of_pack()
    print(f"{len(names)} names, {len(texts)} documents, {size / 1e6:.2f} MB")
    rows = stemma(arguments.program, files, arguments.rounds)
    for name, make in (("spaCy PhraseMatcher", phrase_matcher), ("pyahocorasick", aho_corasick), ("flashtext", flash_text)):
        try:
            rows.append(timed(name, make(names), texts, arguments.rounds))
        except ImportError as error:
            print(f"{name}: left out, {error}", file=sys.stderr)
    slowest = {name: seconds for name, seconds, _ in rows}.get("spaCy PhraseMatcher")
    for name, seconds, found in rows:
        ratio = f"{slowest / seconds:8.1f} x PhraseMatcher" if slowest else ""
        print(f"{name:20} {size / 1e6 / seconds:8.2f} MB/s {seconds:8.3f} s {found:8} found {ratio}")


main()
