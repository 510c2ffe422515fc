#!/usr/bin/env python3
"""Everything `stemma extract` does, beside a spaCy pipeline alone: the same texts, one run, one thread each.

    bench/extract/compare.py STEMMA MODEL FOLDER

STEMMA is the program, MODEL the folder of a language model that both read. Times are of the processor. Stemma's are of the
whole program (starting, loading pack and model, reading files, linking, events, records), once as it is and once
without what it needs for one short document; spaCy's are of nlp.pipe over texts in memory, its loading left out.
"""

import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[name] = "1"

import argparse
import pathlib
import resource
import subprocess
import sys
import tempfile
import time


def seconds_of(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stemma")
    parser.add_argument("model")
    parser.add_argument("folder", type=pathlib.Path)
    arguments = parser.parse_args()
    texts = [file.read_text() for file in sorted(arguments.folder.rglob("*.txt"))]
    options = ["extract", "--model", arguments.model, "--jobs", "1", "--quiet"]
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as short:
        short.write("North Korea has sent shells to Russia.\n")
        short.flush()
        seconds_of([arguments.stemma, *options, short.name])  # the pack is compiled and kept now
        start = min(seconds_of([arguments.stemma, *options, short.name]) for _ in range(3))
    whole = min(seconds_of([arguments.stemma, *options, str(arguments.folder)]) for _ in range(3))
    print(f"{len(texts)} texts, {sum(len(text.encode()) for text in texts) / 1e6:.2f} MB", flush=True)
    print(f"stemma extract                {whole:8.3f} s {len(texts) / whole:8.1f} documents/s", flush=True)
    print(f"stemma extract, started       {whole - start:8.3f} s {len(texts) / (whole - start):8.1f} documents/s", flush=True)
    try:
        import spacy
    except ImportError as error:
        sys.exit(f"spaCy is left out: {error}")
    nlp = spacy.load(arguments.model)
    before = time.process_time()
    for _ in nlp.pipe(texts):
        pass
    spent = time.process_time() - before
    print(f"spaCy, the pipeline alone     {spent:8.3f} s {len(texts) / spent:8.1f} documents/s")
    print(f"{spent / whole:.1f} x, {spent / (whole - start):.1f} x once started")


main()
