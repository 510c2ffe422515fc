"""The program under test, and how a test says that it cannot run here."""

import os
import pathlib
import shutil
import subprocess
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("STEMMA", "")


def skip(why):
    print("skipped:", why)
    sys.exit(77)


def stemma(*arguments, **options):
    """The finished process; its output is bytes. The pack's snapshot is kept between the runs of one test."""
    options.setdefault("timeout", 900)
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, **options)


def build(*arguments, code=0, **options):
    """A build that must end with this exit code; its messages."""
    done = stemma("build", *arguments, **options)
    message = done.stderr.decode("utf-8", "replace")
    assert done.returncode == code, f"exit code {done.returncode}, not {code}:\n{message}"
    return message


def find_oxigraph():
    beside = pathlib.Path(sys.executable).with_name("oxigraph")
    return str(beside) if beside.exists() else shutil.which("oxigraph")


def find_jena():
    """The jar that holds riot and shacl; None where it or Java is missing."""
    jars = sorted(pathlib.Path.home().glob(".m2/repository/org/apache/jena/jena-fuseki-server/*/jena-fuseki-server-*.jar"))
    return str(jars[-1]) if jars and shutil.which("java") else None


def files_of(folder):
    """Name → bytes of every file below a folder."""
    folder = pathlib.Path(folder)
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}
