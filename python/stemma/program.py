"""The program itself: where it is, and how it is run."""

import os
import pathlib
import shutil
import subprocess


class NotFound(Exception):
    """There is no program `stemma` to run."""


class Failed(Exception):
    """A command could not run. `told` is what the program wrote on standard error, `code` its exit code."""

    def __init__(self, arguments, code, told):
        super().__init__(told.strip() or f"stemma {' '.join(arguments)} ended with code {code}")
        self.arguments, self.code, self.told = list(arguments), code, told


class Program:
    """A program `stemma` on this machine. `path`: the file to run; else $STEMMA, else the one on the PATH."""

    def __init__(self, path=None):
        wanted = path or os.environ.get("STEMMA") or "stemma"
        found = shutil.which(wanted)
        if found is None:
            raise NotFound(
                f"there is no program {os.fspath(wanted)!r} here; give its path as `program`, or in the variable STEMMA"
            )
        self.path = pathlib.Path(found).resolve()

    def run(self, arguments, given=None, fine=(0, 1)):
        """Runs one command; `given` is its standard input (text). Returns (standard output, exit code, what it told).

        Code 1 says that the run went to its end but some documents failed, or that the answer is no: no exception,
        unless the caller leaves it out of `fine`.
        """
        arguments = [os.fspath(argument) for argument in arguments]
        done = subprocess.run(
            [self.path, *arguments],
            input=None if given is None else given.encode("utf-8"),
            stdin=subprocess.DEVNULL if given is None else None,
            capture_output=True,
            check=False,
        )
        told = done.stderr.decode("utf-8", "replace")
        if done.returncode not in fine:
            raise Failed(arguments, done.returncode, told)
        return done.stdout.decode("utf-8"), done.returncode, told

    def version(self):
        """Such as "stemma 0.1.0"."""
        return self.run(["--version"], fine=(0,))[0].strip()

    def __repr__(self):
        return f"Program({str(self.path)!r})"
