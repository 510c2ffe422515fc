#!/usr/bin/env python3
"""Fails when a tracked file speaks of one particular workplace, or promises work instead of doing it.

    check_words.py [ROOT]

Looked for: paths of a workplace and of somebody's home, addresses of mirrors, notes to oneself, marks of a conflict,
keys and passwords.
Exit status: 0 clean; 1 something was found.
"""

import pathlib
import re
import sys

from tracked_files import tracked_files

# Written in pieces, so that this file does not accuse itself.
EVERYWHERE = {
    "path of a workplace": r"/" + r"work/(?:main|shared|wt-|\.)|/" + r"home/\w+/|/" + r"Users/\w+/",
    "note to oneself": r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b",
    "mark of a conflict": r"^(?:<{7} |={7}$|>{7} )",
    "key": r"-----BEGIN [A-Z ]*PRIVATE" + r" KEY-----|\bgh[pousr]_[A-Za-z0-9]{30,}\b|\bAKIA[A-Z0-9]{16}\b",
    "address with a password": r"https?://[^/\s:@\"'<>]+:[^/\s:@\"'<>]+@",
    "mirror": r"\b(?:extra-)?index-" + r"url\b|\barti" + r"factory\b|GO" + r"PROXY",
}
IN_PROSE = {
    "path of a temporary folder": r"(?<![\w.])/" + r"tmp/",
}
PROSE = {".md", ".txt", ".ttl", ".rq", ".1"}
BINARY = {".png", ".jpg", ".gz", ".zst", ".bin", ".jar", ".pdf", ".ico"}


def check(root):
    faults = []
    for path in tracked_files(root):
        if path.suffix in BINARY:
            continue
        try:
            text = (root / path).read_text()
        except UnicodeDecodeError:
            continue  # test data that is broken on purpose
        patterns = EVERYWHERE | (IN_PROSE if path.suffix in PROSE else {})
        for what, pattern in patterns.items():
            for match in re.finditer(pattern, text, re.MULTILINE):
                line = text.count("\n", 0, match.start()) + 1
                faults.append(f"{path}:{line}: {what}: {match.group(0).strip()}")
    return faults


def main(arguments):
    root = pathlib.Path(arguments[0] if arguments else pathlib.Path(__file__).parents[2]).resolve()
    faults = check(root)
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
