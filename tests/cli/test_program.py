#!/usr/bin/env python3
"""The program as it is called: version, help, hints, exit codes."""

import os
import re
import subprocess
import sys

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
    lines = '{"id":"a","text":"Russia."}\n{"id":"b","text":"Japan."}\n'
    done = run("extract", "-", "--format", "ndjson", "--model", "none", input=lines)
    assert done.returncode == 0 and len(done.stdout.splitlines()) == 2, done


def main():
    check_help()
    check_hints()
    check_standard_streams()


sys.exit(main())
