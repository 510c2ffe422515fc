#!/usr/bin/env python3
"""No caller's string, whatever its bytes, can produce a triple that was not meant.

Makes hostile quads (the same ones every time), lets the program `write_hostile` write them in all four syntaxes and reads
its output with pyoxigraph, a strict parser that shares nothing with ours. What was accepted must come back term by term
and in order; what was refused must have left nothing. Terms that are surely good must be accepted, surely bad ones refused.

    hostile_terms.py WRITE_HOSTILE [--count N] [--seed N]

Exit status: 0 all is well; 1 not; 77 pyoxigraph is not installed.
"""
import argparse
import pathlib
import random
import shutil
import struct
import subprocess
import sys
import tempfile

try:
    import pyoxigraph
except ImportError:
    print("skipped: pyoxigraph is not installed (tests/requirements.txt)")
    sys.exit(77)

XSD = "http://www.w3.org/2001/XMLSchema#"
GOOD, BAD, OPEN = "good", "bad", "open"  # OPEN: nobody says beforehand whether it is to be taken

INJECTIONS = [
    b'" . <urn:x> <urn:x> <urn:x> .', b"> <urn:x> <urn:x> .\n", b'"@en . <urn:x:a> <urn:x:b> "', b"\\", b'\\"', b"\\u0022",
    b"\\u003E", b"\n", b"\r\n", b"\t", b"'''", b'"""', b'""""', b"#", b"] .", b") .", b"} GRAPH <urn:x> {", b"@prefix x: <urn:x> .",
    b"^^<urn:x>", b" ", b"", b";", b",", b".", b"<", b">", b"{", b"}", b"|", b"^", b"`", b"%", b"%00", b"%zz", b"\x00", b"\x1f",
    b"\x7f", b"\xc2\x85", b"\xe2\x80\xa8", b"\xef\xbb\xbf", b"\xef\xbf\xbf", b"\xed\xa0\x80", b"\xc0\xaf", b"\xf4\x90\x80\x80",
    b"\xff", b"\xe2\x82", b"\xf0\x9f\x9a", b"\xc3", "é".encode(), "北朝鮮".encode(), "🚀".encode(), "\u202e".encode(), "e\u0301".encode(),
]
IRIS = [b"https://w3id.org/stemma/id/event/5d20c1f4", b"https://w3id.org/stemma/ns#supplier", b"urn:isbn:0451450523",
        b"http://www.w3.org/1999/02/22-rdf-syntax-ns#type", b"http://www.w3.org/1999/02/22-rdf-syntax-ns#nil",
        b"https://w3id.org/stemma/lexicon/country/KP", b"https://example.org/a/../b?c=d#e", b"tag:example.org,2023:x",
        "https://пример.example/ключ?я#ю".encode(), b"http://[2001:db8::1]:8080/", b"mailto:a@example.org",
        b"https://w3id.org/stemma/id/", b"https://w3id.org/stemma/id//x", b"https://w3id.org/stemma/id/a/./b",
        b"https://w3id.org/stemma/ns#", b"https://w3id.org/stemma/ns#1.2-3_4", b"https://w3id.org/stemma/ns#.", b"a:"]
FORMS = {  # datatype: forms that are right, forms that are wrong
    "integer": (["0", "-7", "+1", "007", "9" * 40], ["", "1.0", "1e3", " 1", "1 ", "--1", "0x1", "one"]),
    "decimal": (["1.5", "-0.0", "1.", ".5", "12", "+1.0"], ["", ".", "1e3", "1,5", "1.5.1"]),
    "boolean": (["true", "false", "1", "0"], ["", "True", "yes", "2"]),
    "double": (["1e6", "-1.5E-3", "INF", "-INF", "NaN", "5", ".5"], ["", "e", "1e", "inf", "--1e0"]),
    "date": (["2023-11-01", "2024-02-29", "-0001-01-01", "2023-11-01Z", "2023-11-01-05:00"], ["2023-02-29", "2023-13-01", "23-1-1"]),
    "dateTime": (["2023-11-01T00:00:00", "2023-11-01T23:59:59.999Z"], ["2023-11-01", "2023-11-01T25:00:00", "2023-11-01 00:00:00"]),
    "gYear": (["2023", "-0044", "12023"], ["23", "0000", "02023"]),
    "gYearMonth": (["2023-11", "2023-11Z"], ["2023-13", "2023-1"]),
    "anyURI": (["https://example.org/", "a/b", "#c", ""], ["a b", "http://[", "%", "<"]),
}
TAGS = ["en", "en-GB", "zh-Hant-TW", "de-CH-1996", "x-private", "sr-Latn-RS", "es-419", "en-u-ca-gregory"]
BAD_TAGS = ["e", "en_US", "1en", "en-", "-en", "en--GB", "waytoolongtag", "en-waytoolongtag", "en GB", 'en . <urn:x>', "é", "en\n"]


def is_text(value):
    """May these bytes stand in a literal: UTF-8, and nothing XML 1.0 could not carry."""
    try:
        text = value.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return all(c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff") for c in text)


class Generator:
    """Terms as (kind, value, datatype, language, verdict), all strings as bytes."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def spoil(self, value):
        at = self.random.randint(0, len(value))
        return value[:at] + self.random.choice(INJECTIONS) + value[at:]

    def random_bytes(self):
        size = self.random.choice([0, 1, 2, 3, 7, 8, 9, 40])
        kind = self.random.random()
        if kind < 0.4:
            return self.random.randbytes(size)
        if kind < 0.7:
            return bytes(self.random.randint(32, 126) for _ in range(size))
        points = (self.random.choice([0x20, 0x7F, 0x80, 0x7FF, 0x800, 0xFFFD, 0x10000, 0x10FFFD, 0x4E00]) for _ in range(size))
        return "".join(map(chr, points)).encode()

    def iri(self):
        choice = self.random.random()
        if choice < 0.5:
            return ("i", self.random.choice(IRIS), b"", b"", GOOD)
        if choice < 0.7:
            return ("i", self.spoil(self.random.choice(IRIS)), b"", b"", OPEN)
        if choice < 0.9:  # each byte at each kind of place
            byte = bytes([self.random.randrange(256)])
            place = self.random.choice([b"https://example.org/%", b"https://%.example/", b"%:x", b"https://example.org/?%",
                                        b"https://w3id.org/stemma/ns#%", b"https://w3id.org/stemma/id/%", b"http://e:%/",
                                        b"https://w3id.org/stemma/ns#a%b", b"https://w3id.org/stemma/id/a%b", b"http://[%::]/"])
            return ("i", place.replace(b"%", byte), b"", b"", BAD if byte in b'\0\n\r\t <>"{}|^`\\' else OPEN)
        value = self.random_bytes()
        return ("i", value, b"", b"", BAD if value and b":" not in value else OPEN)  # empty: the default graph

    def literal(self):
        choice = self.random.random()
        text = b"".join(self.random.choice([self.random_bytes(), self.random.choice(INJECTIONS), b"word "]) for _ in range(self.random.randint(0, 4)))
        if choice < 0.35:
            return ("l", text, b"", b"", GOOD if is_text(text) else BAD)
        if choice < 0.5:
            tag = self.random.choice(TAGS)
            return ("l", text, b"", tag.encode(), GOOD if is_text(text) else BAD)
        if choice < 0.6:
            return ("l", text, b"", self.random.choice(BAD_TAGS).encode(), BAD)
        if choice < 0.65:
            return ("l", text, b"", self.spoil(self.random.choice(TAGS).encode()), OPEN)
        name = self.random.choice(list(FORMS))
        right, wrong = FORMS[name]
        datatype = (XSD + name).encode()
        if choice < 0.75:
            return ("l", self.random.choice(right).encode(), datatype, b"", GOOD)
        if choice < 0.8:
            return ("l", self.random.choice(wrong).encode(), datatype, b"", BAD)
        if choice < 0.9:
            return ("l", self.spoil(self.random.choice(right).encode()), datatype, b"", OPEN)
        if choice < 0.95:
            return ("l", text, self.spoil(datatype), b"", OPEN)
        _, value, _, _, verdict = self.iri()
        return ("l", text, value, b"", OPEN if verdict == GOOD else verdict)

    def blank(self):
        label = self.random.choice([b"b1", b"a-b", b"_x", b"", b"a b", b"a.", b"-a", b"1", "é".encode(), self.random_bytes()])
        return ("b", label, b"", b"", OPEN)

    def wrong_kind(self):
        kind, value, datatype, language, _ = self.random.choice([self.literal, self.iri, self.blank])()
        return (kind, value, datatype, language, OPEN)

    def quad(self, named_graphs):
        """One place, or all of them, may be hostile."""
        places = [self.iri, self.iri, self.literal, self.iri]
        hostile = self.random.choice([0, 1, 2, 2, 2, 3, None])
        terms = []
        for place, make in enumerate(places):
            if hostile not in (place, None):
                terms.append(("i", self.random.choice(IRIS), b"", b"", GOOD))
            elif self.random.random() < 0.1:
                terms.append(self.wrong_kind())
            elif place in (0, 2) and self.random.random() < 0.1:
                terms.append(self.blank())
            else:
                terms.append(make())
        if not named_graphs or self.random.random() < 0.2:
            terms[3] = ("i", b"", b"", b"", GOOD)
        return terms


def verdict_on(quad):
    verdicts = [term[4] for term in quad]
    return BAD if BAD in verdicts else OPEN if OPEN in verdicts else GOOD


def pack(quad):
    strings = ((term[0].encode(), term[1:4]) for term in quad)
    return b"".join(kind + b"".join(struct.pack("<I", len(s)) + s for s in values) for kind, values in strings)


def expected(term):
    """The term as pyoxigraph knows it; languages are compared without their case."""
    kind, value, datatype, language, _ = term
    value, datatype, language = value.decode(), datatype.decode(), language.decode().lower()
    if kind == "i":
        return ("iri", value) if value else ("default",)
    if kind == "b":
        return ("blank",)
    return ("literal", value, "" if language else datatype or XSD + "string", language)


def found(term):
    if isinstance(term, pyoxigraph.NamedNode):
        return ("iri", term.value)
    if isinstance(term, pyoxigraph.BlankNode):
        return ("blank",)
    if isinstance(term, pyoxigraph.Literal):
        language = (term.language or "").lower()
        return ("literal", term.value, "" if language else term.datatype.value, language)
    return ("default",)


def check(program, suffix, quads, folder):
    """All that is wrong with one syntax, as lines."""
    output = folder / ("hostile." + suffix)
    run = subprocess.run([program, output], input=b"".join(map(pack, quads)), capture_output=True)
    if run.returncode != 0:
        return [f"write_hostile ended with {run.returncode}: {run.stderr.decode(errors='replace')[-2000:]}"]
    taken = run.stdout.decode()
    if len(taken) != len(quads):
        return [f"{len(taken)} verdicts on {len(quads)} quads"]
    faults = [f"a good quad was refused: {quad}" for quad, t in zip(quads, taken) if t == "0" and verdict_on(quad) == GOOD]
    faults += [f"a bad quad was accepted: {quad}" for quad, t in zip(quads, taken) if t == "1" and verdict_on(quad) == BAD]
    wanted = [tuple(map(expected, quad)) for quad, t in zip(quads, taken) if t == "1"]
    try:
        format = pyoxigraph.RdfFormat.from_extension(suffix)
        back = [tuple(map(found, (q.subject, q.predicate, q.object, q.graph_name))) for q in pyoxigraph.parse(path=str(output), format=format)]
    except (SyntaxError, ValueError) as error:
        return faults + [f"the strict parser refuses the output: {error}"]
    faults += [f"reads back as {b}, was {w}" for w, b in zip(wanted, back) if w != b][:10]
    if len(wanted) != len(back):
        faults.append(f"{len(wanted)} quads were accepted, {len(back)} came back")
    faults += convert(output)
    print(f"{suffix}: {len(quads)} quads, {len(wanted)} accepted, {len(faults)} faults")
    return faults


def convert(output):
    """What the command-line program of the same maker says, where it is installed."""
    beside = pathlib.Path(sys.executable).with_name("oxigraph")
    program = str(beside) if beside.exists() else shutil.which("oxigraph")
    if program is None:
        return []
    run = subprocess.run([program, "convert", "--from-file", output, "--to-format", "nq"], capture_output=True)
    return [] if run.returncode == 0 else [f"oxigraph convert: {run.stderr.decode(errors='replace')[-500:]}"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--count", type=int, default=6000, help="quads in each syntax")
    parser.add_argument("--seed", type=int, default=20231101)
    options = parser.parse_args()
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        for suffix in ("nt", "nq", "ttl", "trig"):
            generator = Generator(f"{options.seed} {suffix}")
            quads = [generator.quad(suffix in ("nq", "trig")) for _ in range(options.count)]
            faults += [f"{suffix}: {fault}" for fault in check(options.program, suffix, quads, pathlib.Path(folder))]
    print("\n".join(faults[:40]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
