#!/usr/bin/env python3
"""Fails when a page of the documentation points to a file or a heading that is not there, or is in no list of contents.

    check_links.py [ROOT]

Looked at: every tracked .md file but those that tests read. Addresses on the web are not tried.
Exit status: 0 all is there; 1 something is not.
"""

import pathlib
import re
import sys

from tracked_files import tracked_files

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


def anchors(text):
    headings = re.findall(r"^#+ (.+)$", re.sub(r"```.*?```", "", text, flags=re.S), flags=re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def check(root):
    faults, listed = [], set()
    pages = [path for path in tracked_files(root) if path.suffix == ".md" and path.parts[0] != "tests"]
    for path in pages:
        text = (root / path).read_text("utf-8")
        for target in LINK.findall(re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.S)):
            if re.match(r"[a-z]+:", target):
                continue
            name, _, heading = target.partition("#")
            there = (root / path.parent / name).resolve() if name else (root / path).resolve()
            if not there.exists():
                faults.append(f"{path}: there is no {target}")
            elif heading and there.suffix == ".md" and heading not in anchors(there.read_text("utf-8")):
                faults.append(f"{path}: {name or path} has no heading #{heading}")
            if path == pathlib.Path("docs/README.md"):
                listed.add(there)
    for path in pages:
        if path.parent == pathlib.Path("docs") and path.name != "README.md" and (root / path).resolve() not in listed:
            faults.append(f"{path}: is not in docs/README.md")
    return faults


if __name__ == "__main__":
    found = check(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parents[2]))
    print("\n".join(found))
    sys.exit(1 if found else 0)
