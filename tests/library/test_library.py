#!/usr/bin/env python3
"""The language runtime as part of another program: the files that docs/language.md shows, in a folder of their own.

  test_library.py          they are configured and the example is compiled, without the program's own packages
  test_library.py --run    it is linked and run, too: it prints the analysis of its sentence
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
MODEL = "build/models/en_core_web_sm-3.8.0"
SKIPPED = 77


def shown(language):
    """The one block of the page that is in this language."""
    blocks = re.findall(rf"^```{language}\n(.*?)^```$", (SOURCE / "docs/language.md").read_text(), re.M | re.S)
    assert len(blocks) == 1, (language, len(blocks))
    return blocks[0]


def run(*command, **options):
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, **options)
    assert done.returncode == 0, (command, done.stdout, done.stderr)
    return done


def main(arguments):
    model = pathlib.Path(os.environ.get("STEMMA_MODEL") or SOURCE / MODEL)
    if "--run" in arguments and not (model / "config.cfg").is_file():
        print("skipped: no language model")
        return SKIPPED
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "stemma").symlink_to(SOURCE)
        (folder / "CMakeLists.txt").write_text(
            "cmake_minimum_required(VERSION 3.25)\nproject(other LANGUAGES CXX)\n" + shown("cmake"))
        (folder / "example.cpp").write_text(shown("cpp"))
        without = [f"-DCMAKE_DISABLE_FIND_PACKAGE_{package}=ON" for package in ("CURL", "CLI11", "Boost", "Catch2")]
        build = folder / "build"
        run("cmake", "-G", "Ninja", "-S", folder, "-B", build, "-DCMAKE_BUILD_TYPE=Release", *without)
        if "--run" not in arguments:
            done = run("ninja", "-C", build, "CMakeFiles/example.dir/example.cpp.o")
            assert "warning" not in done.stdout, done.stdout
            return 0
        run("cmake", "--build", build, "--target", "example")
        (folder / "build/models").mkdir(exist_ok=True)
        (folder / MODEL).symlink_to(model)
        printed = run(build / "example", cwd=folder, env={}).stdout.splitlines()
        assert printed[:3] == ["Seoul nsubj 1", "say ROOT 1", "it nsubj 5"], printed
    return 0


sys.exit(main(sys.argv[1:]))
