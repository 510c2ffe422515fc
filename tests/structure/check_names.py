#!/usr/bin/env python3
"""Fails when the C++ names a country, a person or a weapon of the lexicon, or uses a name that says nothing.

    check_names.py [ROOT]

The domain belongs into the pack. Every name of the lexicon's countries, people and munitions is looked for, as whole
words, in the string literals of src/. A file of more than 600 lines is named, without failing.
Exit status: 0 clean; 1 something was found; 2 nothing to check.
"""

import pathlib
import re
import sys

from tracked_files import tracked_files

# name: why the program must say it all the same.
EXCUSED_NAMES = {
    "munition": "the kind of entity of that name (model/record.hpp), the root of the lexicon's hierarchy",
    "arms": "limbs, after a possessor: in 'in her arms' the linker must see no weapon",
    "engine": "what answers SPARQL queries",
    "component": "a connected component of a graph",
    "fuse": "the command that joins records",
}

# Words for a place where things are put that belong nowhere.
EMPTY_FILE_NAMES = {"util", "utils", "utility", "utilities", "common", "helper", "helpers", "misc", "manager", "handler"}
EMPTY_TYPE_NAME = re.compile(
    r"\b(?:class|struct|enum(?: class)?|namespace)\s+(\w*(?:[Uu]tils?|[Hh]elpers?|Manager|Handler|[Cc]ommon|[Mm]isc))\b")
LONGEST_FILE = 600

LITERAL = re.compile(
    r"//[^\n]*|/\*.*?\*/|'(?:[^'\\\n]|\\.)+'"
    r'|R"(?P<mark>[^(\s]*)\((?P<raw>.*?)\)(?P=mark)"|"(?P<plain>(?:[^"\\\n]|\\.)*)"', re.DOTALL)
LABEL = re.compile(r'"((?:[^"\\]|\\.)+)"')
NAMING = re.compile(r'skos:(?:prefLabel|altLabel|hiddenLabel)\s+((?:"(?:[^"\\]|\\.)*"(?:@[A-Za-z-]+)?\s*,?\s*)+)')


def read_lexicon_names(root):
    names = set()
    for path in sorted((root / "ontology/lexicon").glob("*.ttl")):
        if not re.match(r"countr|people|person|munition", path.stem):
            continue
        for group in NAMING.finditer(path.read_text()):
            names.update(LABEL.findall(group.group(1)))
    # Shorter names are words of every language ("US", "AK"); those a reader would know are long.
    return {name for name in names if len(name) >= 4}


def words_of(text):
    return tuple(re.findall(r"\w+", text))


def index_names(names):
    """First word -> the names that begin with it, as tuples of words."""
    index = {}
    for name in names:
        words = words_of(name)
        if words:
            index.setdefault(words[0], []).append((words, name))
    return index


def find_names(text, index):
    words = words_of(text)
    for place, word in enumerate(words):
        for name_words, name in index.get(word, ()):
            if words[place:place + len(name_words)] == name_words:
                yield name


def literals(source):
    """(line, text of the string literal), comments and includes left out."""
    source = re.sub(r"^[ \t]*#[ \t]*include[^\n]*", "", source, flags=re.MULTILINE)
    for match in LITERAL.finditer(source):
        text = match.group("raw") if match.group("raw") is not None else match.group("plain")
        if text:
            yield source.count("\n", 0, match.start()) + 1, text


def check(root):
    """(faults, warnings)."""
    faults, warnings = [], []
    index = index_names(read_lexicon_names(root) - set(EXCUSED_NAMES))
    for path in tracked_files(root):
        if path.suffix not in {".cpp", ".hpp", ".c", ".h", ".rs", ".py", ".java"} or path.parts[0] == "ontology":
            continue
        source = (root / path).read_text(errors="replace")
        if source.count("\n") > LONGEST_FILE:
            warnings.append(f"{path}: {source.count(chr(10))} lines; more than {LONGEST_FILE} hold more than one thing")
        if (set(path.stem.lower().split("_")) | {part.lower() for part in path.parts[:-1]}) & EMPTY_FILE_NAMES:
            faults.append(f"{path}: the name says nothing; name the one type or verb it holds")
        if path.suffix not in {".cpp", ".hpp"}:
            continue
        for match in EMPTY_TYPE_NAME.finditer(re.sub(r"//[^\n]*", "", source)):
            faults.append(f"{path}: the name '{match.group(1)}' says nothing")
        if path.parts[0] == "src":
            for line, text in literals(source):
                for name in find_names(text, index):
                    faults.append(f"{path}:{line}: names '{name}' of the lexicon; the domain belongs into the pack")
    return faults, warnings


def main(arguments):
    root = pathlib.Path(arguments[0] if arguments else pathlib.Path(__file__).parents[2]).resolve()
    if not (root / "src").is_dir():
        print(f"{root}: no src/", file=sys.stderr)
        return 2
    faults, warnings = check(root)
    for warning in warnings:
        print(f"warning: {warning}")
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
