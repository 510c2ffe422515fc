#!/usr/bin/env python3
"""`stemma build … --into OUT`: only what is new is read, and the bytes are those of a full build.

The model decides what takes long, not what is taken over: the test runs without one, and once more with one where
STEMMA_MODEL names it."""

import json
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import tempfile
import time

from program import PROGRAM, SOURCE, build, files_of

BASE = "https://example.org/news/"


def report(number, *, item="shells", party="Russia"):
    """A report of our own: no two are alike."""
    return (f"Harbour Post\n2024-03-{1 + number % 28:02d}\nShipment {number} is on its way\n\n"
            f"North Korea delivered {100 + number} {item} to {party}, Harbour Wire said on Monday. Kim Jong Un saw the\n"
            f"ship {number} leave. The capital kept silent; a Mr. Kim denied what paper {number} had printed.\n")


def write(folder, numbers, **words):
    folder.mkdir(exist_ok=True)
    for number in numbers:
        (folder / f"{number:03d}.txt").write_text(report(number, **words))


def same(one, other):
    one, other = files_of(one), files_of(other)
    assert one.keys() == other.keys()
    differing = [name for name in one if one[name] != other[name]]
    assert not differing, differing


def reused(message):
    found = re.search(r"(\d+) documents? not read again", message)
    return int(found[1]) if found else 0


def left_beside(out):
    return sorted(entry.name for entry in out.parent.iterdir() if entry.name.startswith(f".{out.name}.stemma"))


class Case:
    """Reports, a result that is added to, and one that is built anew each time to be compared with."""

    def __init__(self, folder, *options):
        self.news, self.out, self.full = folder / "news", folder / "out", folder / "full"
        self.options = ["--base", BASE, *options]

    def into(self, *options):
        return build(self.news, "--into", self.out, *self.options, *options)

    def check(self, taken, *options):
        message = self.into(*options)
        assert reused(message) == taken, (taken, message)
        build(self.news, "-o", self.full, *self.options)
        same(self.out, self.full)
        assert left_beside(self.out) == []
        return message


def check_documents(case):
    """Added, none new, changed, removed, renamed, and read with other numbers of threads."""
    write(case.news, range(20))
    assert reused(case.into("-j", "3")) == 0
    write(case.news, range(20, 40))
    case.check(20, "-j", "2")
    case.check(40, "-j", "1")
    write(case.news, [7], item="drones")
    assert "1 record of the earlier result not taken over" in case.check(39)
    for number in (3, 4, 5):
        (case.news / f"{number:03d}.txt").unlink()
    assert "3 records of the earlier result not taken over" in case.check(37)
    (case.news / "008.txt").rename(case.news / "zzz.txt")
    case.check(37, "-j", "4")
    (case.news / "broken.txt").write_bytes(b"\x7fELF\0\0\0\0")
    message = build(case.news, "--into", case.out, *case.options, code=1)
    assert reused(message) == 37
    build(case.news, "-o", case.full, *case.options, code=1)
    same(case.out, case.full)
    (case.news / "broken.txt").unlink()


def check_made_otherwise(case, folder):
    """Another pack, base or program: everything is read anew, and said."""
    pack = folder / "pack"
    shutil.copytree(SOURCE / "ontology", pack)
    lexicon = next(pack.glob("lexicon/*.ttl"))
    lexicon.write_text(lexicon.read_text() + "\n# a note\n")
    other = Case(folder)
    other.options += ["--pack", pack]
    assert "another domain pack" in other.check(0)
    assert reused(other.into()) == 37
    assert "another domain pack" in case.check(0)
    elsewhere = Case(folder)
    elsewhere.options = ["--base", "https://example.com/", *case.options[2:]]
    assert "its base is" in elsewhere.check(0)
    case.check(0)
    manifest = case.out / "manifest.json"
    held = json.loads(manifest.read_text())
    held["modelHash"], held["model"] = "0" * 32, "another 1.0"
    manifest.write_text(json.dumps(held))
    assert "another language model, another 1.0" in case.check(0)
    held = json.loads(manifest.read_text())
    held["build"] = "0" * 32
    manifest.write_text(json.dumps(held))
    assert "another build of stemma " in case.check(0)
    del held["build"]
    manifest.write_text(json.dumps(held))
    assert "not known with which build" in case.check(0)


def check_damage(case):
    """Records that are not those of the manifest are not believed."""
    records = case.out / "records.ndjson"
    whole = records.read_bytes()
    records.write_bytes(whole.replace(b"North Korea", b"South Korea", 1))
    assert "records are damaged" in case.check(0)
    records.write_bytes(whole[:-100])
    assert "records are damaged" in case.check(0)
    records.unlink()
    assert "records are damaged" in case.check(0)
    (case.out / "graph.ttl").write_text("")  # not what is read
    case.check(37)


def lines_of(journal):
    return journal.read_bytes().count(b"\n") if journal.exists() else 0


def check_killed(folder, *options):
    """Killed once the journal has ten records: the next run reads only the others. And again with a torn journal."""
    lines = [json.dumps({"id": f"n{number}", "date": "2024-03-01", "publisher": "Harbour Post", "title": f"Ship {number}",
                         "text": report(number)}) for number in range(25)]
    out, full, journal = folder / "killed", folder / "whole", folder / ".killed.stemma-journal"
    command = [PROGRAM, "build", "-", "--format", "ndjson", "--into", out, "-j", "1", "--base", BASE, *options]
    run = subprocess.Popen([str(part) for part in command], stdin=subprocess.PIPE, stderr=subprocess.DEVNULL)
    run.stdin.write("".join(line + "\n" for line in lines[:10]).encode())
    run.stdin.flush()
    for _ in range(6000):
        if lines_of(journal) == 11:
            break
        assert run.poll() is None
        time.sleep(0.05)
    assert lines_of(journal) == 11, "its heading and ten records"
    run.send_signal(signal.SIGKILL)
    run.wait()
    run.stdin.close()
    assert not out.exists()
    kept = journal.read_bytes()
    whole = "".join(line + "\n" for line in lines).encode()
    build("-", "--format", "ndjson", "-o", full, "--base", BASE, *options, input=whole)

    def again(journal_bytes, taken, word=""):
        shutil.rmtree(out, ignore_errors=True)
        journal.write_bytes(journal_bytes)
        message = build(*command[2:], input=whole)
        assert reused(message) == taken and word in message, (taken, message)
        same(out, full)
        assert left_beside(out) == []

    again(kept, 10)
    again(kept[:-50], 9)  # the last line was being written
    again(kept.replace(b"shells", b"drones", 1), 9, "damaged: 1")
    again(kept.replace(b"journal 1 ", b"journal 1 0", 1), 0, "something else")
    again(b"\x00" * 300, 0)
    again(b"", 0)
    # With the lines in another order, and some before them: places in the file are not taken over.
    journal.write_bytes(kept)
    shutil.rmtree(out)
    turned = "".join(line + "\n" for line in ["{}"] + lines[::-1]).encode()
    message = build(*command[2:], input=turned, code=1)
    assert reused(message) == 10, message
    build("-", "--format", "ndjson", "-o", full, "--base", BASE, *options, input=turned, code=1)
    same(out, full)


def check_full_disk(folder, *options):
    """No room for the journal: an error that says so, and what was written so far are whole lines."""
    news, out, journal = folder / "news", folder / "full-disk", folder / ".full-disk.stemma-journal"

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))

    # The pack's snapshot and the pieces of the result are greater than that: they must not be what fails.
    build(news, "-o", folder / "warm", "--base", BASE, *options)
    done = subprocess.run([PROGRAM, "build", news, "--into", out, "--base", BASE, "-j", "1", *map(str, options)],
                          capture_output=True, preexec_fn=limit, timeout=600)
    message = done.stderr.decode()
    assert done.returncode == 2 and "journal cannot be written" in message, message
    assert not out.exists() and left_beside(out) == [journal.name]
    held = journal.read_bytes()
    assert held.endswith(b"\n") and len(held) <= 40_000
    records = held.count(b"\n") - 1
    assert records > 2
    message = build(news, "--into", out, "--base", BASE, *options)
    assert reused(message) == records, message
    same(out, folder / "warm")


def check_command(folder):
    assert "is not named" in build(folder / "news", code=2)
    assert "named both" in build(folder / "news", "-o", folder / "a", "--into", folder / "b", code=2)
    other = folder / "other"
    other.mkdir()
    (other / "mine.txt").write_text("mine")
    assert "left alone" in build(folder / "news", "--into", other, code=2)
    assert left_beside(other) == []


def check(folder, *options):
    case = Case(folder, *options)
    check_documents(case)
    check_made_otherwise(case, folder)
    check_damage(case)
    check_killed(folder, *options)
    check_full_disk(folder, *options)
    check_command(folder)


def main():
    with tempfile.TemporaryDirectory() as name:
        check(pathlib.Path(name), "--model", "none")
    if model := os.environ.get("STEMMA_MODEL"):
        with tempfile.TemporaryDirectory() as name:
            check(pathlib.Path(name), "--model", model)


main()
