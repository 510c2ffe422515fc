#!/usr/bin/env python3
"""The program as it is called: version, help, hints, exit codes."""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

PROGRAM = os.environ["STEMMA"]


def run(*arguments, program=PROGRAM, **options):
    return subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, timeout=300, **options)


def check_help():
    assert re.fullmatch(r"stemma \d+\.\d+\.\d+\n", run("--version").stdout)
    top = run("--help")
    assert top.returncode == 0
    listed = top.stdout[top.stdout.index("Subcommands:"):]
    commands = re.findall(r"^  (\S+)", listed, re.M)
    assert {"build", "extract", "query", "load", "export"} <= set(commands), commands
    for command in commands:
        shown = run(command, "--help")
        assert shown.returncode == 0 and f"stemma {command}" in shown.stdout, command


def check_hints():
    for arguments, hint in ((["biuld"], "build"), (["build", "--jbos", "2", "x", "-o", "y"], "--jobs")):
        done = run(*arguments)
        assert done.returncode == 2 and f"did you mean '{hint}'?" in done.stderr, done
    for arguments in (["build"], ["build", "x"], ["build", "x", "-o", "y", "--jobs", "0"], ["build", "x", "-o", "y", "--base", "nonsense"]):
        done = run(*arguments)
        assert done.returncode == 2 and "error:" in done.stderr and "hint:" in done.stderr, done


def check_standard_streams():
    done = run("extract", "-", "--model", "none", input="North Korea has sent shells to Russia.\n")
    assert done.returncode == 0 and '"text":"North Korea"' in done.stdout, done
    done = run("extract", "-", "--model", "none", input="Seoul said on Monday")
    assert json.loads(done.stdout)["document"]["title"] is None, done
    lines = '{"id":"a","text":"Russia."}\n{"id":"b","text":"Japan."}\n'
    done = run("extract", "-", "--format", "ndjson", "--model", "none", input=lines)
    assert done.returncode == 0 and len(done.stdout.splitlines()) == 2, done


def check_parse(folder):
    texts = folder / "texts"
    texts.mkdir()
    (texts / "binary.txt").write_bytes(b"\x7fELF\0\0\0\1\2\3")
    (texts / "nul.txt").write_bytes(b"Seoul\0said so.\n")
    (texts / "n.ndjson").write_text('{"id":"a","text":"Seoul said so."}\n{bad\n{"text":5}\n{"id":"a","text":"Tokyo."}\n')
    done = run("parse", texts / "binary.txt", texts / "nul.txt")
    if "no language model was found" in done.stderr:
        print("no language model: parse is left out")
        return
    assert done.returncode == 1 and "binary.txt: error:" in done.stderr, done
    assert done.stdout.count("# newdoc") == 1 and "newdoc id = nul.txt" in done.stdout, done
    assert [row.split("\t")[1] for row in done.stdout.splitlines() if row[:1].isdigit()] == ["Seoul said", "so", "."], done  # NUL is a letter, as to spaCy
    done = run("parse", texts / "n.ndjson")
    assert done.returncode == 1 and done.stdout.count("# newdoc") == 2, done
    for words in ("n.ndjson:2:2: error: this line is no JSON [input.bad-line]", 'n.ndjson:3: error: "text" is no string [input.bad-line]',
                  "n.ndjson:4: warning: the id \"a\" is that of line 1, too [input.repeated-id]", "hint: a line looks like"):
        assert words in done.stderr, (words, done)


def check_words():
    """What a command says, where a shell script or a person reads it."""
    for arguments, code, out, err in (
        (["pack"], 2, "", "'stemma pack' needs one of its commands\nhint: 'stemma pack check'\n"),
        (["pack", "check"], 0, ": the pack is sound\n", ""),
        (["query", "out", "documents", "extra"], 2, "", "'extra' is one word too many\n"),
        (["query", "out", "other", "-e", "ASK {}"], 2, "", "'other' is one word too many\n"),
        (["build", "x", "-o", "y", "--model", ""], 2, "", "its value is empty"),
        (["query", "out", "-e", ""], 2, "", "its value is empty"),
        (["export", "no\nfolder", "--format", "json"], 2, "", "no\\nfolder"),
    ):
        done = run(*arguments)
        assert done.returncode == code and out in done.stdout and err in done.stderr, (arguments, done)
        assert bool(out) == bool(done.stdout) and bool(err) == bool(done.stderr), (arguments, done)


def main():
    check_help()
    check_hints()
    check_standard_streams()
    check_words()
    with tempfile.TemporaryDirectory() as name:
        check_parse(pathlib.Path(name))


sys.exit(main())
