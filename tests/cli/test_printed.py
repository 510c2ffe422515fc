#!/usr/bin/env python3
"""What README and tutorial show is what the commands print.

Below "$ stemma …" or "== stemma …" in a block, each line stands in what the command prints, in that order; "…" stands for
words or lines that are left out.
"""

import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

PROGRAM = pathlib.Path(os.environ["STEMMA"]).resolve()
SOURCE = pathlib.Path(__file__).resolve().parents[2]
PAGES = ("README.md", "docs/tutorial.md")


def shown_in(page):
    """(command, lines) for each command of a page, in order."""
    for block in re.findall(r"^```\w*\n(.*?)^```", page.read_text(), re.M | re.S):
        for part in re.split(r"^(?=\$ |== )", block, flags=re.M):
            first, *lines = part.splitlines() or [""]
            if first.startswith(("$ stemma ", "== stemma ")):
                yield first.split(" ", 1)[1], lines


def run(command, folder):
    # PATH is left out on purpose: nothing else is run.
    done = subprocess.run([PROGRAM, *shlex.split(command)[1:]], cwd=folder, capture_output=True, text=True, timeout=300,
                          env={**os.environ, "STEMMA_CONFIG": "none"})
    return done.returncode, done.stdout + done.stderr


def is_part(words, line):
    """In this order, others between them where "…" stands."""
    found = r"\s+".join("" if word == "…" else re.escape(word) for word in words)
    return re.search(found.replace(r"\s+\s+", r"\s.*\s"), line) is not None


def missing(lines, printed):
    """The lines that are not printed, or not in this order."""
    rest = printed.splitlines()
    for line in lines:
        words = line.split()
        if not words or set(line) <= set("─… "):
            continue
        at = next((i for i, there in enumerate(rest) if is_part(words, there)), None)
        if at is None:
            yield line
        else:
            rest = rest[at + 1:]


def main():
    failures, commands = [], 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "seeds").symlink_to(SOURCE / "seeds")
        if "fine     language model" not in run("stemma doctor", folder)[1]:
            print("skipped: no language model is here")
            return 77
        run("stemma build seeds -o out", folder)
        for page in PAGES:
            for command, lines in shown_in(SOURCE / page):
                code, printed = run(command, folder)
                commands += 1
                failures += [f"{page}: {command}: exit code {code}"] * (code != 0)
                failures += [f"{page}: {command}: not printed: {line}" for line in missing(lines, printed)]
    if commands < 6:
        failures.append(f"only {commands} commands are shown: are they written otherwise now?")
    print("\n".join(failures) or f"{commands} commands print what is shown")
    return 1 if failures else 0


sys.exit(main())
