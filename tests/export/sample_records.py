"""Records as `stemma extract` prints them, made up: ordinary ones and ones whose labels want to break the formats."""

import json
import random

BASE = "https://example.org/stemma/"

# Every character that some format gives a meaning to, and some that no format can carry.
HOSTILE_LABELS = [
    'say "aye"', "it's", "<script>alert(1)</script>", "</node></graph>", "]]>", "&amp; & &#0;", "a\\b\\", "\\N \\G \\l",
    "line\nbreak", "car\r\nriage", "tab\tbed", "comma, semi; colon:", "=1+2", "+1", "-1", "@cmd", " =2", "\t=3", "\n=4",
    "\uff1d5", "'quoted", "\u202eright to left\u202c", "\u05e9\u05dc\u05d5\u05dd", "\u200bzero\u200dwidth", "nul\0byte",
    "bell\x07escape\x1bdelete\x7f", "\ufffe\uffff", "\U0001f6a2 ship", "e\u0301", "<b>", "--", "->", "{}[]()", "%s%n",
    "long " * 20000, "\u0085\u2028\u2029", "#comment", "//", "/*", "null", "\x01",
]


def entity(name, label, places, kind="org", linked=False, **more):
    mentions = [{"start": p, "end": p + 3, "text": "abc"} for p in places]
    return {"id": BASE + "entity/" + name, "kind": kind, "type": "Organisation", "label": label, "code": None,
            "category": None, "linked": linked, "sameAs": [], "mentions": mentions} | more


def record(name, entities, sentences=1, **document):
    """`sentences` of 100 code points each."""
    return {"document": {"id": BASE + "document/" + name, "path": name + ".txt", "sha256": "0" * 64,
                         "title": "Report " + name, "published": "2023-11-01", "publisher": None, "wire": None,
                         "authors": [], "dateline": None, "language": "en"} | document,
            "entities": entities, "events": [], "sentences": [[100 * s, 100 * s + 100] for s in range(sentences)],
            "fingerprints": [], "made": {"program": "stemma 0.1.0", "pack": "0", "model": None, "icu": "72.1"}}


def plain():
    """Four entities in two documents: a and b together in two sentences of two documents, c with b once, d alone."""
    return [
        record("1", [entity("a", "Alpha", [0, 100], "country", True, code="AA"), entity("b", "Beta", [10, 120, 220]),
                     entity("c", "Gamma", [230], "munition", category="missile"), entity("d", "Delta", [300], "person"),
                     entity("x", "officials", [20], "anonymous")], 4),
        record("2", [entity("a", "Alpha", [0], "country", True, code="AA"), entity("b", "Beta", [50])]),
    ]


def hostile():
    entities = [entity(str(i), label, [2 * i]) for i, label in enumerate(HOSTILE_LABELS)]
    odd_ids = [entity("%22%3C", "percent", [90]), entity("a;b,c&d='e'", "legal in an IRI", [91]),
               entity("\u00e9\u4e2d", "not ASCII", [92])]
    return [record("h&'1", entities + odd_ids, title='<i>"T"</i>\x00\n=cmd', publisher="Ring & Bell", path="=a&<b>.txt")]


def large(documents=200, names=400, seed=1):
    chance = random.Random(seed)
    records = []
    for number in range(documents):
        named = {}
        for sentence in range(5):
            for _ in range(3):
                named.setdefault(chance.randrange(names), []).append(100 * sentence)
        entities = [entity(f"n{key}", f"Name {key}", places) for key, places in sorted(named.items())]
        records.append(record(str(number), entities, 5))
    return records


def write(path, records):
    path.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
