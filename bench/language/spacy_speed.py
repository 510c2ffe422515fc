#!/usr/bin/env python3
"""Tokens a second of spaCy's nlp.pipe: spacy_speed.py MODEL FILE…; one thread, processor seconds, the better of two."""
import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[name] = "1"

import pathlib
import sys
import time

import spacy

start = time.process_time()
nlp = spacy.load(sys.argv[1])
loaded = time.process_time() - start
texts = [pathlib.Path(name).read_bytes().decode("utf-8", "replace") for name in sys.argv[2:]]
rates = []
for _ in range(2):
    start = time.process_time()
    tokens = sum(len(doc) for doc in nlp.pipe(texts))
    rates.append(tokens / (time.process_time() - start))
print(f"spaCy {spacy.__version__}   {tokens} tokens: load {loaded:.3f} s; cold {rates[0]:.0f} tokens/s, "
      f"warm {rates[1]:.0f} tokens/s ({', '.join(nlp.pipe_names)})")
