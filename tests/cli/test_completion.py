#!/usr/bin/env python3
"""Completion in the shells themselves, and the manual pages as man reads them.

bash is always there; for zsh, fish, groff and mandoc a part is left out, and said so, where they are not.
"""

import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile

PROGRAM = pathlib.Path(os.environ["STEMMA"]).resolve()
SOURCE = pathlib.Path(__file__).resolve().parents[2]
SURROUNDINGS = {**os.environ, "PATH": f"{PROGRAM.parent}:{os.environ['PATH']}", "STEMMA_CONFIG": "none"}
failures = []

# What is typed, and all that is offered. None: only that the first of the list is among it.
CASES = [
    ("stemma expl", ["explain"]),
    ("stemma pack ", ["check"]),
    ("stemma query out arms-", ["arms-in-and-out", "arms-register"]),
    ("stemma query out meetings-between --set ", ["one=", "other="]),
    ("stemma explain --format ", ["text", "json", "ttl"]),
    ("stemma explain out --format t", ["text", "ttl"]),
    ("stemma build x --untes", ["--untested-model"]),
    ("stemma export out --format ", ["graphml", "gexf", "dot", "json", "csv", "register", "unroca", "series", "matrix", "html", "svg"]),
    ("stemma export out --format g", ["graphml", "gexf"]),
    ("stemma export out --kinds p", ["person", "place"]),
    ("stemma export out --kinds person,p", ["person,place"]),
    ("stemma query out who-s", ["who-supplied-whom"]),
    ("stemma build x --format n", ["ndjson"]),
    ("stemma completion ", ["bash", "zsh", "fish"]),
    ("stemma manual pa", ["pack", "parse"]),
    ("stemma nonsense ", []),
]


def run(command, **more):
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, env=SURROUNDINGS, cwd=SOURCE, **more)
    if done.returncode != 0 or done.stderr:
        failures.append(f"{command[:2]}: code {done.returncode}: {done.stderr.strip()}")
    return done.stdout


def expect(what, found, wanted):
    if sorted(found) != sorted(wanted):
        failures.append(f"{what}: {found}, expected {wanted}")


def in_bash(typed):
    script = f"""source <(stemma completion bash)
compopt() {{ :; }}
COMP_LINE={shlex.quote(typed)} COMP_POINT=${{#COMP_LINE}}
COMP_POINT=${{#COMP_LINE}} COMPREPLY=()
_stemma
printf '%s\\n' "${{COMPREPLY[@]}}\""""
    return [line for line in run(["bash", "--norc", "-c", script]).splitlines() if line]


def in_fish(typed):
    return [line.split("\t")[0] for line in
            run(["fish", "--no-config", "-c", f"stemma completion fish | source; complete -C {typed!r}"]).splitlines()]


def in_zsh(typed):
    # The function itself, with what only works below a prompt put aside.
    words = " ".join(repr(word) for word in typed.split(" "))
    script = f"""compdef() {{ :; }}
_files() {{ print -r -- files }}
compset() {{ :; }}
_describe() {{ print -rl -- "${{(@)offered%%:*}}" }}
source <(stemma completion zsh)
words=({words}) CURRENT=${{#words}} PREFIX="${{words[-1]}}"
_stemma"""
    typed_last = typed.split(" ")[-1]
    return [line for line in run(["zsh", "-f", "-c", script]).splitlines() if line.startswith(typed_last)]


def test_shells():
    shells = {"bash": in_bash, "fish": in_fish, "zsh": in_zsh}
    for name, ask in shells.items():
        if shutil.which(name) is None:
            print(f"left out: no {name} here")
            continue
        for typed, wanted in CASES:
            expect(f"{name}: {typed!r}", ask(typed), wanted)


def test_what_bash_parts():
    expect("bash, a value behind '='", in_bash("stemma explain --format=j"), ["json"])
    expect("bash, values behind '='", in_bash("stemma export out --kinds=org,m"), ["org,munition"])
    expect("bash, a parameter behind '='", in_bash("stemma query out mentions-of --set=en"), ["entity="])
    expect("bash, a file", in_bash("stemma build seeds/01"), ["seeds/01-harbour-wire-shells.txt"])
    expect("bash, a file behind '='", in_bash("stemma build --pack=onto"), ["ontology"])
    for typed in ('"seeds/01', "'seeds/01", "se\\eds/01", "--pack seeds/01"):
        expect(f"bash, {typed}", in_bash("stemma build " + typed), ["seeds/01-harbour-wire-shells.txt"])
    with tempfile.TemporaryDirectory() as name:
        (pathlib.Path(name) / "my reports").mkdir()
        for typed in (f'"{name}/my r', f"{name}/my\\ r", f"'{name}/my "):
            expect(f"bash, a blank in a name: {typed}", in_bash("stemma build " + typed), [f"{name}/my reports"])
    expect("bash, what was given already", in_bash("stemma build --quiet --qui"), [])


def test_manual():
    commands = [line.split()[0] for line in run([PROGRAM, "--help"]).split("Subcommands:")[1].splitlines()
                if line.startswith("  ") and line[2] != " "]
    assert len(commands) > 10, commands
    with tempfile.TemporaryDirectory() as folder:
        run([PROGRAM, "manual", "-o", folder])
        pages = sorted(pathlib.Path(folder).iterdir())
        expect("pages", [page.name for page in pages if page.name != "stemma-pack-check.1"],
               ["stemma.1"] + [f"stemma-{command}.1" for command in commands if command != "pack"])
        for page in pages:
            if shutil.which("groff"):
                told = subprocess.run(["groff", "-man", "-Tutf8", "-Kutf8", "-ww", page], capture_output=True, text=True)
                expect(f"groff on {page.name}", told.stderr.splitlines(), [])
            if shutil.which("mandoc"):
                told = subprocess.run(["mandoc", "-Tlint", "-Wwarning", page], capture_output=True, text=True)
                expect(f"mandoc on {page.name}", told.stdout.splitlines(), [])
        # Every option of the help is in the page.
        help_text = run([PROGRAM, "build", "--help"])
        page = (pathlib.Path(folder) / "stemma-build.1").read_text("utf-8").replace("\\", "")
        for option in [word.strip(",") for word in help_text.split() if word.startswith("--") and len(word) > 3]:
            for name in option.split(","):
                if name.rstrip(".") not in page:
                    failures.append(f"{name} is not in the manual of build")


for test in (test_shells, test_what_bash_parts, test_manual):
    test()
for failure in failures:
    print(failure)
sys.exit(1 if failures else 0)
