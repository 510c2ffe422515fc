#!/usr/bin/env python3
"""Stemma beside programs that people use for the same texts: one run, one table, in Markdown.

    bench/peers/compare.py STEMMA MODEL FOLDER… [--needs build/peers] [--only NAME…]

STEMMA is the program, MODEL the folder of the spaCy model that it and spaCy read, FOLDER holds .txt files. The peers are
installed below --needs, in the versions written here and in bench/peers/*/pom.xml (about 0.7 GB): spaCy with pip, Stanford
CoreNLP and GATE with Maven; Java 17 runs them. Each peer runs by itself over all texts with one thread. Times are of the
processor, loading apart; "memory" is the most that the process held.
"""

import argparse
import json
import os
import pathlib
import platform
import subprocess
import sys
import tempfile
import time
import venv

HERE = pathlib.Path(__file__).resolve().parent
MAVEN = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies"
JAVA = ["java", "-Xmx3g", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1"]


def python_with_spacy(needs):
    python = needs / "venv/bin/python"
    if not python.exists():
        venv.create(needs / "venv", with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "spacy==3.8.18"], check=True)
    return str(python)


def jars(needs, peer):
    folder = needs / peer
    if not list(folder.glob("*.jar")):
        subprocess.run(["mvn", "-q", "-f", HERE / peer / "pom.xml", MAVEN, f"-DoutputDirectory={folder}"], check=True)
    return f"{folder}/*"


def measured(command):
    """What the command printed, its seconds of the processor and the most memory it held, in MB."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(list(map(str, command)), stdout=out, stderr=err)
        _, status, used = os.wait4(process.pid, 0)
        out.seek(0), err.seek(0)
        if status:
            sys.exit(f"{command[0]} failed:\n{err.read().decode(errors='replace')[-2000:]}")
        return out.read().decode(), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def peer_result(command):
    out, _, memory = measured(command)
    result = json.loads(out.strip().splitlines()[-1])
    return {**result, "memory": memory}


def stemma_result(program, model, files):
    options = [program, "extract", "--model", model, "--jobs", "1", "--quiet"]
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as short:
        short.write("North Korea has sent shells to Russia.\n")
        short.flush()
        measured([*options, short.name])  # the pack is compiled and kept now
        load = measured([*options, short.name])[1]
    out, whole, memory = measured([*options, *files])
    records = [json.loads(line) for line in out.splitlines()]
    counts = {"mentions": sum(len(e["mentions"]) for r in records for e in r["entities"]),
              "entities": sum(len(r["entities"]) for r in records),
              "events": sum(len(r["events"]) for r in records),
              "events with a speaker": sum(bool(e["attribution"]) for r in records for e in r["events"])}
    return {"load": load, "texts": whole - load, "memory": memory, "counts": counts}


GIVES = {
    "Stemma": ("linked to a lexicon", "typed, with roles", "yes", "chain", "source, code points"),
    "spaCy": ("names, not linked", "no (a parse)", "no", "no", "text, code points"),
    "CoreNLP OpenIE": ("no (NER left out)", "subject, words, object", "no", "no", "token numbers"),
    "GATE ANNIE": ("names, not linked", "no", "no", "no", "text, UTF-16 units"),
}


def table(results, texts, size):
    yield f"{texts} texts, {size / 1e6:.2f} MB; {processor()}; {time.strftime('%Y-%m-%d')}; load average {os.getloadavg()[0]:.1f}."
    yield ""
    yield "| | documents/s | loading, s | memory, MB | entities | events or triples | status | who says so | places in the text | found |"
    yield "|---|---:|---:|---:|---|---|---|---|---|---|"
    for name, result in results.items():
        found = ", ".join(f"{count:,} {what}" for what, count in result["counts"].items())
        yield (f"| {name} | {texts / result['texts']:.1f} | {result['load']:.1f} | {result['memory']:.0f} | "
               f"{' | '.join(GIVES[name])} | {found} |")


def processor():
    for line in pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return f"{line.split(':', 1)[1].strip()}, {os.cpu_count()} cores"
    return platform.machine()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stemma")
    parser.add_argument("model")
    parser.add_argument("folders", type=pathlib.Path, nargs="+")
    parser.add_argument("--needs", type=pathlib.Path, default=HERE.parents[1] / "build/peers")
    parser.add_argument("--only", nargs="+", default=list(GIVES), choices=list(GIVES))
    arguments = parser.parse_args()
    needs = arguments.needs.resolve()
    needs.mkdir(parents=True, exist_ok=True)
    files = [file.resolve() for folder in arguments.folders for file in sorted(folder.rglob("*.txt"))]
    with tempfile.NamedTemporaryFile("w", suffix=".list") as listed:
        listed.write("".join(f"{file}\n" for file in files))
        listed.flush()
        runs = {
            "Stemma": lambda: stemma_result(arguments.stemma, arguments.model, files),
            "spaCy": lambda: peer_result([python_with_spacy(needs), HERE / "spacy_peer.py", arguments.model, listed.name]),
            "CoreNLP OpenIE": lambda: peer_result(
                [*JAVA, "-cp", jars(needs, "corenlp"), HERE / "CoreNlpPeer.java", listed.name]),
            "GATE ANNIE": lambda: peer_result([*JAVA, "-cp", jars(needs, "gate"), HERE / "GatePeer.java", listed.name]),
        }
        results = {}
        for name in arguments.only:
            results[name] = runs[name]()
            print(f"{name}: {results[name]}", file=sys.stderr, flush=True)
    for line in table(results, len(files), sum(file.stat().st_size for file in files)):
        print(line)


main()
