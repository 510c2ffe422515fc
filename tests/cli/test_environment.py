#!/usr/bin/env python3
"""The program in odd surroundings: other languages and widths, outputs that are full or closed, inputs that are
closed. What it prints and writes stays the same, and what cannot be written is an error."""

import os
import pathlib
import signal
import subprocess
import sys
import tempfile

PROGRAM = os.environ["STEMMA"]
SOURCE = pathlib.Path(__file__).resolve().parents[2]
SEEDS = SOURCE / "seeds"
NONE = ("--model", "none")
# Turkish has two letters i, German a comma in numbers; the last is no locale at all.
SURROUNDINGS = [
    {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    {"LC_ALL": "C", "COLUMNS": "10"},
    {"LC_ALL": "de_DE.UTF-8", "LC_NUMERIC": "de_DE.UTF-8", "COLUMNS": "100000"},
    {"LC_ALL": "xx_YY.nonsense", "COLUMNS": "-1", "TERM": "dumb", "TZ": "Pacific/Kiritimati"},
    {"COLUMNS": "wide", "LANG": "lt_LT", "LC_CTYPE": "C", "TZ": ":/nowhere"},
]


def run(*arguments, **options):
    options.setdefault("stdout", subprocess.PIPE)
    options.setdefault("stderr", subprocess.PIPE)
    return subprocess.run([PROGRAM, *map(str, arguments)], timeout=300, **options)


def surrounded(more):
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LC_") and name not in ("LANG", "COLUMNS")}
    return {**kept, **more}


def files_of(folder):
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def commands(out):
    yield "--help",
    yield "build", "--help"
    yield "extract", SEEDS, *NONE
    yield "query", out, "who-is-mentioned"
    yield "query", out, "documents", "--format", "csv"
    yield "query", "--list"
    yield "export", out, "--format", "graphml"
    yield "pack", "check"


def check_surroundings(folder):
    plain = surrounded({"LC_ALL": "C.UTF-8"})
    assert run("build", SEEDS, "-o", folder / "plain", *NONE, env=plain).returncode == 0
    built = files_of(folder / "plain")
    expected = [run(*command, env=plain) for command in commands(folder / "plain")]
    for more in SURROUNDINGS:
        env = surrounded(more)
        assert run("build", SEEDS, "-o", folder / "odd", *NONE, env=env).returncode == 0
        assert files_of(folder / "odd") == built, more
        for command, before in zip(commands(folder / "plain"), expected):
            done = run(*command, env=env)
            assert (done.returncode, done.stdout) == (before.returncode, before.stdout), (more, command)


def check_full_outputs(folder):
    """A result that cannot be written is an error; messages that cannot are none."""
    for command in commands(folder / "plain"):
        with open("/dev/full", "wb") as full:
            done = run(*command, stdout=full)
            assert done.returncode == 2 and b"cannot" in done.stderr and b"writ" in done.stderr, (command, done)
            quiet = run(*command, stderr=full)
            assert quiet.returncode == 0, (command, quiet)
    done = run("export", folder / "plain", "--format", "json", "-o", "/dev/full")
    assert done.returncode == 2 and b"error:" in done.stderr, done


def check_closed_streams(folder):
    """Whichever of the three is closed, no file of the result takes its number and gets its words."""
    built = files_of(folder / "plain")
    for closing in ("0", "1", "2", "012"):
        shell = 'exec "$0" "$@" ' + " ".join({"0": "<&-", "1": ">&-", "2": "2>&-"}[number] for number in closing)
        done = subprocess.run(["sh", "-c", shell, PROGRAM, "build", SEEDS, "-o", folder / "closed", *NONE], timeout=300)
        assert done.returncode == 0 and files_of(folder / "closed") == built, closing
    for command in commands(folder / "plain"):
        done = subprocess.run(["sh", "-c", 'exec "$0" "$@" >&-', PROGRAM, *map(str, command)], stderr=subprocess.PIPE, timeout=300)
        assert done.returncode == 2 and b"cannot" in done.stderr, (command, done)
    done = subprocess.run(["sh", "-c", 'exec "$0" "$@" <&-', PROGRAM, "extract", "-", *NONE], stderr=subprocess.PIPE, timeout=300)
    assert done.returncode in (1, 2) and b"error:" in done.stderr, done


def check_reader_that_leaves(folder):
    news = folder / "news"
    news.mkdir()
    for i in range(300):
        (news / f"{i}.txt").write_text(f"Report {i}\n\n" + f"North Korea sent {i} shells to Russia, Seoul said. " * 40)
    assert run("build", news, "-o", folder / "many", *NONE).returncode == 0
    long_query = "SELECT * { GRAPH ?g { ?s ?p ?o } }"
    for command in (("extract", news, *NONE), ("query", folder / "many", "-e", long_query, "--format", "csv"),
                    ("export", folder / "many", "--format", "json")):
        for ignored in (False, True):
            process = subprocess.Popen([PROGRAM, *map(str, command)], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                       restore_signals=not ignored)  # else Python leaves SIGPIPE ignored
            process.stdout.read(1)
            process.stdout.close()
            message = process.stderr.read()
            process.stderr.close()
            code = process.wait(timeout=300)
            assert code == (2 if ignored else -signal.SIGPIPE), (command, ignored, code, message)
            assert (b"cannot" in message) == ignored, (command, message)


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for check in (check_surroundings, check_full_outputs, check_closed_streams, check_reader_that_leaves):
            print(check.__name__, flush=True)
            check(folder)


main()
