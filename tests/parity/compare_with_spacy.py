#!/usr/bin/env python3
"""Compares `stemma parse` with spaCy itself, token by token, for the small and the medium model.

  compare_with_spacy.py --program build/dev/stemma [--models build/models] [--gold ../shared/gold/dev] [--text FILE…]

The texts: the sentences of hard_sentences.jsonl (one JSON string a line), the *.txt files of the gold folder where it
exists, and any further files named. Both read the same unchanged text. Compared for each token: text, offsets, tag,
part of speech, morphology, lemma, head, label, sentence start, entity. A difference that differences.tsv does not list
and explain fails the test, and so does agreement below 99.99 % of the tokens.
Exit status: 0 equal; 1 not; 77 spaCy or a model is not here (the other one was compared, and is equal).
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parent.parent
MODELS = ("en_core_web_sm-3.8.0", "en_core_web_md-3.8.0")
FIELDS = ("text", "start", "end", "tag", "pos", "morph", "lemma", "head", "dep", "sent_start", "ent_iob", "ent_type")


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(77)


def read_texts(options):
    """Id -> text."""
    texts = {}
    lines = (HERE / "hard_sentences.jsonl").read_text(encoding="utf-8").split("\n")
    for number, line in enumerate(lines, 1):
        if line:
            texts[f"hard-{number}"] = json.loads(line)
    gold = pathlib.Path(options.gold)
    if gold.is_dir():
        for path in sorted(gold.glob("*.txt")):
            texts[path.name] = path.read_bytes().decode("utf-8")
    else:
        print(f"{gold} is not here: the hard sentences alone are compared")
    for name in options.text:
        texts[name] = pathlib.Path(name).read_bytes().decode("utf-8")
    return texts


def parse_with_stemma(program, model, texts):
    with tempfile.NamedTemporaryFile("w", suffix=".ndjson", encoding="utf-8") as file:
        for name, text in texts.items():
            file.write(json.dumps({"id": name, "text": text}) + "\n")
        file.flush()
        command = [program, "parse", file.name, "--format", "json", "--model", str(model)]
        done = subprocess.run(command, capture_output=True)
    if done.returncode != 0:
        sys.exit(f"stemma parse: exit {done.returncode}\n{done.stderr.decode()}")
    parsed = {}
    for line in done.stdout.decode("utf-8").split("\n"):
        if line:
            document = json.loads(line)
            parsed[document["path"].split("#", 1)[1]] = document["tokens"]
    return parsed


def tokens_of_spacy(doc):
    return [dict(zip(FIELDS, (token.text, token.idx, token.idx + len(token), token.tag_, token.pos_, str(token.morph),
                              token.lemma_, token.head.i, token.dep_, bool(token.is_sent_start),
                              token.ent_iob_ or "O", token.ent_type_))) for token in doc]


def compare(theirs, ours):
    """Yields (token index, field, spaCy's value, ours)."""
    if [t["text"] for t in theirs] != [t["text"] for t in ours]:
        at = next((i for i, (a, b) in enumerate(zip(theirs, ours)) if a["text"] != b["text"]),
                  min(len(theirs), len(ours)))
        yield at, "tokens", [t["text"] for t in theirs[at:at + 5]], [t["text"] for t in ours[at:at + 5]]
        return
    for i, (a, b) in enumerate(zip(theirs, ours)):
        for field in FIELDS:
            if a[field] != b[field]:
                yield i, field, a[field], b[field]


def read_explained():
    lines = (HERE / "differences.tsv").read_text(encoding="utf-8").splitlines()
    return {tuple(line.split("\t")[:4]) for line in lines if line and not line.startswith("#")}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--models", default=str(TOP / "build" / "models"))
    parser.add_argument("--gold", default=str(TOP.parent / "shared" / "gold" / "dev"))
    parser.add_argument("--text", nargs="*", default=[])
    options = parser.parse_args()
    try:
        import spacy
    except ImportError:
        skip("spaCy is not installed")
    models = [pathlib.Path(options.models) / name for name in MODELS]
    present = [model for model in models if (model / "config.cfg").is_file()]
    missing = [model.name for model in models if model not in present]
    if not present:
        skip(f"no model in {options.models}")

    texts = read_texts(options)
    explained = read_explained()
    failed = False
    for model in present:
        nlp = spacy.load(model)
        ours = parse_with_stemma(options.program, model, texts)
        tokens = sentences = entities = 0
        different_tokens = set()
        for name, text in texts.items():
            doc = nlp(text)
            tokens += len(doc)
            sentences += sum(1 for _ in doc.sents) if len(doc) else 0
            entities += len(doc.ents)
            for at, field, theirs, our in compare(tokens_of_spacy(doc), ours[name]):
                different_tokens.add((name, at))
                if (model.name, name, str(at), field) not in explained:
                    failed = True
                    print(f"{model.name}\t{name}\t{at}\t{field}\tspaCy: {theirs!r}\tstemma: {our!r}")
        agreement = 1 - len(different_tokens) / max(tokens, 1)
        failed = failed or agreement < 0.9999
        print(f"{model.name}: {len(texts)} texts, {tokens} tokens, {sentences} sentences, {entities} entities; "
              f"{len(different_tokens)} tokens differ ({100 * agreement:.4f} % equal)")
    if missing and not failed:
        skip(f"the others are equal, but there is no {' and no '.join(missing)} in {options.models}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
