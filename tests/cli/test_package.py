#!/usr/bin/env python3
"""The Debian package: what is in it, whether a Debian 12 can satisfy what it depends on, and the program unpacked from
it, called from another folder with an empty environment."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

PROGRAM = pathlib.Path(os.environ["STEMMA"]).resolve()
SOURCE = pathlib.Path(__file__).resolve().parents[2]
MODEL = SOURCE / "build/models/en_core_web_sm-3.8.0"


def run(command, **more):
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=600, **more)
    assert done.returncode == 0, (command, done.stdout, done.stderr)
    return done.stdout


def main():
    for needed in ("dpkg-deb", "dpkg-shlibdeps", "file"):
        if not shutil.which(needed):
            print(f"skipped: no {needed} here")
            return 77
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        run(["cpack", "--config", PROGRAM.parent / "CPackConfig.cmake", "-B", folder], cwd=PROGRAM.parent)
        (package,) = folder.glob("stemma_*.deb")
        assert re.fullmatch(r"stemma_\d+\.\d+\.\d+_amd64\.deb", package.name), package.name
        fields = dict(line.split(": ", 1) for line in run(["dpkg-deb", "-f", package]).splitlines() if re.match(r"\S+: ", line))
        for library in ("libc6", "libicu72", "libserd-0-0", "libsord-0-0", "libcurl4"):
            assert library in fields["Depends"], fields["Depends"]
        if shutil.which("apt-get"):
            told = subprocess.run(["apt-get", "install", "--simulate", package], capture_output=True, text=True)
            assert told.returncode == 0 and "Inst stemma" in told.stdout, told

        if shutil.which("lintian"):
            told = subprocess.run(["lintian", package], capture_output=True, text=True).stdout
            found = [line for line in told.splitlines() if line.startswith("E:")]
            assert not found, found
        else:
            print("left out: no lintian here")

        root = folder / "root"
        run(["dpkg-deb", "-x", package, root])
        for there in ("bin/stemma", "share/stemma/ontology/stemma.ttl", "share/stemma/queries/timeline.rq",
                      "share/man/man1/stemma.1.gz", "share/man/man1/stemma-build.1.gz", "share/doc/stemma/copyright",
                      "share/doc/stemma/changelog.gz",
                      "share/bash-completion/completions/stemma", "share/zsh/vendor-completions/_stemma",
                      "share/fish/vendor_completions.d/stemma.fish"):
            assert (root / "usr" / there).stat().st_size > 0, there

        def stemma(*arguments):
            return run([root / "usr/bin/stemma", *arguments], cwd="/", env={})

        stemma("build", SOURCE / "seeds", "-o", folder / "out", "--quiet")
        assert "North Korea" in stemma("query", folder / "out", "who-is-mentioned")
        stemma("verify", folder / "out", "--source", SOURCE / "seeds")
        found = subprocess.run([root / "usr/bin/stemma", "doctor"], capture_output=True, text=True, cwd="/", env={}).stdout
        assert f"in {root}/usr/share/stemma/ontology" in found, found
        if MODEL.is_dir():
            assert (root / "usr/share/stemma/models" / MODEL.name / "LICENSES_SOURCES").is_file()
            assert f"in {root}/usr/share/stemma/models" in found, found
            assert "artillery shell" in stemma("query", folder / "out", "who-supplied-whom")
        else:
            print("no language model has been fetched: the package has none")
    return 0


sys.exit(main())
