#!/usr/bin/env python3
"""The program as it is called: version, help, hints, exit codes."""

import json
import os
import pathlib
import pty
import re
import shutil
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
    assert [row.split("\t")[1] for row in done.stdout.splitlines() if row[:1].isdigit()] == ["Seoul\ufffdsaid", "so", "."], done  # NUL is a letter, as to spaCy
    done = run("parse", texts / "n.ndjson")
    assert done.returncode == 1 and done.stdout.count("# newdoc") == 2, done
    for words in ("n.ndjson:2:2: error: this line is no JSON [input.bad-line]", 'n.ndjson:3: error: "text" is no string [input.bad-line]',
                  "n.ndjson:4: warning: the id \"a\" is that of line 1, too [input.repeated-id]", "hint: a line looks like"):
        assert words in done.stderr, (words, done)
    for name in ("one", "two"):
        (texts / name).mkdir()
        (texts / name / "same.txt").write_text("Seoul said so.\n")
        (texts / name / "n.ndjson").write_text('{"text":"Seoul."}\n{"text":"Tokyo."}\n')
    for kind, documents in (("same.txt", 2), ("n.ndjson", 4)):
        done = run("parse", texts / "one" / kind, texts / "two" / kind)
        assert done.returncode == 0 and done.stdout.count("# newdoc") == documents, done
        assert done.stderr.count(kind) == 1 and f"{kind}: warning: another input has this name" in done.stderr, done
    assert "warning" not in run("parse", texts / "one" / "same.txt").stderr
    done = run("parse", texts, "--input-format", "text")
    assert "one/same.txt" in done.stdout and "repeated-name" not in done.stderr, done


def check_broken_input(folder):
    """A standard input that cannot be read is told; the others are done."""
    (folder / "a.txt").write_text("Russia.\n")
    (folder / "b.ndjson").write_text('{"text":"Russia."}\n')
    for kind, name in (("text", "a.txt"), ("ndjson", "b.ndjson")):
        directory = os.open(folder, os.O_RDONLY)
        given = run("extract", "-", folder / name, "--model", "none", "--format", kind, stdin=directory)
        os.close(directory)
        closed = subprocess.run(["sh", "-c", '"$0" "$@" <&-', PROGRAM, "extract", "-", folder / name, "--model", "none", "--format", kind],
                                capture_output=True, text=True)
        for done in (given, closed):
            assert done.returncode == 1 and len(done.stdout.splitlines()) == 1, done
            assert done.stderr.startswith("-: error: ") and "[input.unreadable]" in done.stderr, done


def check_query_files(folder):
    """A byte order mark is passed over; what is no file is not waited for; few open files are told."""
    data = folder / "d.nq"
    data.write_text("<http://e.org/a> <http://e.org/b> <http://e.org/c> .\n")
    (folder / "bom.rq").write_bytes(b"\xef\xbb\xbfASK { ?a ?b ?c }")
    done = run("query", data, folder / "bom.rq")
    assert done.returncode == 0 and done.stdout == "yes\n", done
    (folder / "empty.rq").write_bytes(b"\n")
    assert "empty.rq: error: the query is empty" in run("query", data, folder / "empty.rq").stderr
    os.mkfifo(folder / "pipe.rq")
    assert "pipe.rq: error: is no regular file" in run("query", data, folder / "pipe.rq").stderr
    few = subprocess.run(["sh", "-c", 'ulimit -n 12; "$0" "$@"', PROGRAM, "query", data, "-e", "ASK {}"], capture_output=True, text=True)
    assert few.returncode == 2 and "too few files may be open" in few.stderr, few


def check_forbidden(folder):
    """What may not be read is not told as absent, and in the program's own words."""
    if os.geteuid() != 0:
        print("not root: what another user keeps closed is left out")
        return
    if not all(path.stat().st_mode & 0o001 for path in [pathlib.Path(PROGRAM).resolve(), *pathlib.Path(PROGRAM).resolve().parents]):
        print("another user may not run the program where it stands: what is closed to him is left out")
        return
    closed = folder / "closed"
    closed.mkdir(mode=0o700)
    os.chmod(folder, 0o755)
    nobody = {"user": 65534, "group": 65534, "extra_groups": []}
    for arguments in (["query", closed, "documents"], ["query", closed / "in", "documents"], ["verify", closed], ["explain", closed, "x"],
                      ["build", folder / "a.txt", "-o", closed / "out", "--model", "none"], ["extract", folder / "a.txt", "--model", closed]):
        done = run(*arguments, **nobody)
        assert done.returncode == 2 and "Permission denied" in done.stderr and "filesystem" not in done.stderr, (arguments, done)
    gone = folder / "gone"
    gone.mkdir()
    done = subprocess.run(["sh", "-c", 'cd "$0" && rmdir "$0" && "$@"', gone, PROGRAM, "build", folder / "a.txt", "-o", "out", "--model", "none"],
                          capture_output=True, text=True)
    assert done.returncode == 2 and "current folder" in done.stderr and "filesystem" not in done.stderr, done


def on_terminal(*arguments, **variables):
    """What a command writes to a terminal; the variables stand in the place of those that decide on colour."""
    ours, its = pty.openpty()
    surroundings = {name: value for name, value in os.environ.items() if name not in ("TERM", "NO_COLOR")}
    process = subprocess.Popen([PROGRAM, *map(str, arguments)], stdout=its, stderr=its, env={**surroundings, **variables})
    os.close(its)
    text = b""
    try:
        while piece := os.read(ours, 65536):
            text += piece
    except OSError:  # how a terminal ends
        pass
    os.close(ours)
    process.wait(60)
    return text


def check_colour(folder):
    data = folder / "one.nq"
    data.write_text("<a:s> <a:p> <a:o> <a:g> .\n")
    for arguments in (["query", data, "-e", "SELECT ?s { GRAPH ?g { ?s ?p ?o } }"], ["doctor"], ["query", "nowhere", "timeline"]):
        assert b"\x1b[" in on_terminal(*arguments, TERM="xterm"), arguments
        for variables in ({"TERM": "dumb"}, {"TERM": "xterm", "NO_COLOR": "1"}):
            assert b"\x1b" not in on_terminal(*arguments, **variables), (arguments, variables)
        done = run(*arguments, env={**os.environ, "TERM": "xterm"})
        assert "\x1b" not in done.stdout + done.stderr, done


def check_words():
    """What a command says, where a shell script or a person reads it."""
    for arguments, code, out, err in (
        (["pack"], 2, "", "'stemma pack' needs one of its commands\nhint: 'stemma pack check'\n"),
        (["pack", "check"], 0, ": the pack is sound\n", ""),
        (["query", "out", "documents", "extra"], 2, "", "'extra' is one word too many\n"),
        (["query", "out", "other", "-e", "ASK {}"], 2, "", "'other' is one word too many\n"),
        (["build", "x", "-o", "y", "--model", ""], 2, "", "its value is empty"),
        (["build", "--nope"], 2, "", "'stemma build' has no option '--nope'"),
        (["pack", "check", "--nope"], 2, "", "'stemma pack check' has no option '--nope'"),
        (["--quiet", "build", "x"], 2, "", "it belongs behind the command: stemma build --quiet"),
        (["query", "out", "documents", "--timeout", "nan"], 2, "", "'nan' is no number of seconds"),
        (["load", "out", "--endpoint", "http://127.0.0.1:1", "--timeout", "-nan"], 2, "", "no number of seconds"),
        (["query", "out", "-e", "# nothing"], 2, "", "-e: error: the query is empty"),
        (["query", "out", "-e", "PREFIX a: <b> LOAD <c>"], 2, "", "-e:1:15: error: updates are not allowed: LOAD"),
        (["query", "out", "-e", ""], 2, "", "its value is empty"),
        (["export", "no\nfolder", "--format", "json"], 2, "", "no\\nfolder"),
    ):
        done = run(*arguments)
        assert done.returncode == code and out in done.stdout and err in done.stderr, (arguments, done)
        assert bool(out) == bool(done.stdout) and bool(err) == bool(done.stderr), (arguments, done)


def check_damaged_model(folder):
    """One byte of a known model is another: told as damage, with the file; --untested-model runs it."""
    named = os.environ.get("STEMMA_MODEL", "")
    if not named or not pathlib.Path(named, "config.cfg").exists():
        print("STEMMA_MODEL names no model: the damaged one is left out")
        return
    copy = folder / "model"
    shutil.copytree(named, copy)
    weights = copy / "tagger/model"
    data = bytearray(weights.read_bytes())
    data[len(data) // 2] ^= 1
    weights.write_bytes(data)
    for command in ("extract", "parse"):
        done = run(command, folder / "a.txt", "--model", copy)
        assert done.returncode == 2 and "tagger/model: error: this file is not as it is in en_core_web_" in done.stderr, done
        assert run(command, folder / "a.txt", "--model", copy, "--untested-model").returncode == 0


def main():
    check_help()
    check_hints()
    check_standard_streams()
    check_words()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        check_parse(folder)
        check_broken_input(folder)
        check_query_files(folder)
        check_colour(folder)
        check_forbidden(folder)
        check_damaged_model(folder)


sys.exit(main())
