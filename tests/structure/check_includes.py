#!/usr/bin/env python3
"""Draws the include graph of src/ and fails on an include that points upward or to a foreign library.

    check_includes.py [ROOT]         the graph as lines "module: modules it includes", then what is wrong
    check_includes.py [ROOT] --dot   the graph for Graphviz

The order of the modules is that of src/CMakeLists.txt: a module may include itself and what its DEPENDS reach.
Exit status: 0 sound; 1 something points the wrong way; 2 nothing to check.
"""

import pathlib
import re
import sys

# A library is seen in one module only; everything else would spread it.
FOREIGN = {
    "unicode/": {"text"},
    "serd/": {"rdf"},
    "sord/": {"rdf"},
    "boost/": {"graph"},
    "CLI/": {"cli"},
    "curl/": {"store"},
    "openssl/": {"model"},
    "gumbo.h": {"input"},
    "archive.h": {"input"},
}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)
MODULE = re.compile(r"^[ \t]*stemma_module\(([^)]*)\)", re.MULTILINE)
KEYWORDS = {"DEPENDS", "LIBRARIES", "PRIVATE_LIBRARIES"}


def read_modules(root):
    """Module -> modules its DEPENDS names, lowest first, and what is wrong with the list itself."""
    modules, faults = {}, []
    text = re.sub(r"#.*", "", (root / "src/CMakeLists.txt").read_text())
    for match in MODULE.finditer(text):
        name, *words = match.group(1).split()
        depends, keyword = [], None
        for word in words:
            if word in KEYWORDS:
                keyword = word
            elif keyword == "DEPENDS":
                depends.append(word)
        for other in depends:
            if other not in modules:
                faults.append(f"src/CMakeLists.txt: {name} depends on {other}, which is not listed before it")
        modules[name] = depends
    return modules, faults


def reachable(modules, start):
    found, waiting = set(), [start]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(modules.get(name, []))
    return found


def check_file(root, path, module, allowed, modules):
    """(modules this file includes, faults)."""
    includes, faults = set(), []
    text = path.read_text(errors="replace")
    for match in INCLUDE.finditer(text):
        bracket, target = match.groups()
        where = f"{path.relative_to(root)}:{text.count(chr(10), 0, match.start()) + 1}"
        for prefix, homes in FOREIGN.items():
            if target.startswith(prefix) and module not in homes:
                faults.append(f"{where}: <{target}> may be included in {', '.join(sorted(homes))} only")
        other = target.split("/")[0]
        if not (root / "src" / target).is_file():
            if bracket == '"':
                faults.append(f'{where}: "{target}" is no header under src/ (quotes are for our own, by full path)')
            continue
        if other in modules:
            includes.add(other)
        if other not in allowed:
            faults.append(f"{where}: {module} may not include {target}: {other} is not below it")
    return includes - {module}, faults


def check(root):
    """(module -> modules it includes, faults)."""
    modules, faults = read_modules(root)
    drawn = {name: set() for name in modules}
    for path in sorted((root / "src").rglob("*")):
        if path.suffix not in {".hpp", ".cpp", ".h", ".c"} or "target" in path.parts:
            continue
        module = path.relative_to(root / "src").parts[0]
        if module not in modules:
            faults.append(f"{path.relative_to(root)}: {module} is no module of src/CMakeLists.txt")
            continue
        includes, found = check_file(root, path, module, reachable(modules, module), modules)
        drawn[module] |= includes
        faults += found
    return drawn, faults


def main(arguments):
    as_dot = "--dot" in arguments
    places = [a for a in arguments if not a.startswith("--")]
    root = pathlib.Path(places[0] if places else pathlib.Path(__file__).parents[2]).resolve()
    if not (root / "src/CMakeLists.txt").is_file():
        print(f"{root}: no src/CMakeLists.txt", file=sys.stderr)
        return 2
    drawn, faults = check(root)
    if as_dot:
        print("digraph modules {")
        for name, includes in drawn.items():
            print(f'  "{name}";')
            for other in sorted(includes):
                print(f'  "{name}" -> "{other}";')
        print("}")
    else:
        for name, includes in drawn.items():
            print(f"{name}: {' '.join(sorted(includes))}".rstrip())
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
