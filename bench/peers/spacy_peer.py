"""A spaCy pipeline alone over the files named in a list: spacy_peer.py MODEL LIST. Prints one line of JSON."""

import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[name] = "1"

import collections
import json
import pathlib
import sys
import time

import spacy


def main():
    nlp = spacy.load(sys.argv[1])
    nlp("North Korea has sent shells to Russia.")
    loaded = time.process_time()
    counts = collections.Counter()
    for file in pathlib.Path(sys.argv[2]).read_text(encoding="utf-8").splitlines():
        document = nlp(pathlib.Path(file).read_text(encoding="utf-8"))
        counts["tokens"] += len(document)
        counts["names"] += len(document.ents)
    print(json.dumps({"load": loaded, "texts": time.process_time() - loaded, "counts": counts}))


main()
