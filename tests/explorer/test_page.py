#!/usr/bin/env python3
"""stemma export --format html: one file that loads nothing, whose data are those of the result, in the same bytes
whatever the number of threads, and in which no label is markup."""

import html.parser
import json
import os
import pathlib
import re
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
RECORDS = ROOT / "tests/audit/records.ndjson"
TEMPLATE = "<!doctype html><title>t</title>\n<!--stemma:data-->\n<script>1</script>\n"
HOSTILE = [
    "</script><script>document.title='owned'</script>",
    "<!--<script>",
    "\"'`&amp;<img src=x onerror=alert(1)>",
    "\u202ecilbuper \u05d0\u05d1\u05d2 \u0627\u0644\u062c\u0645\u0647\u0648\u0631\u064a\u0629",
    "line\u2028and\u2029paragraph",
    "very " * 400 + "long",
]
# Each of them in front once, with all the others behind it.
HOSTILE_LABELS = [" ".join(HOSTILE[i:] + HOSTILE[:i]) for i in range(len(HOSTILE))]


def stemma(*arguments, bundle=None, code=0):
    environment = dict(os.environ)
    environment.pop("STEMMA_EXPLORER", None)
    if bundle:
        environment["STEMMA_EXPLORER"] = str(bundle)
    done = subprocess.run([os.environ["STEMMA"], *map(str, arguments)], capture_output=True, timeout=300,
                          env=environment)
    assert done.returncode == code, done
    return done.stdout if code == 0 else done.stderr.decode()


class Elements(html.parser.HTMLParser):
    """The tags of a page in order, and the text of its data."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.data, self.inside = [], {}, None
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.tags.append((tag, attributes))
        self.inside = attributes.get("id") if attributes.get("type") == "application/json" else None

    def handle_endtag(self, tag):
        self.inside = None

    def handle_data(self, text):
        if self.inside:
            self.data[self.inside] = self.data.get(self.inside, "") + text


def data_of(page):
    return {name: json.loads(text) for name, text in Elements(page.decode()).data.items()}


def hostile_records(folder):
    """The records of the audit tests, with labels, titles and publishers that no page likes. Countries become bodies that
    no lexicon knows, so that their labels are those of the records."""
    lines, known = [], {}
    for number, line in enumerate(RECORDS.read_text().splitlines()):
        record = json.loads(re.sub(r"lexicon/country/(\w+)", r"lexicon/organisation/hostile-\1", line))
        record["document"]["title"] = HOSTILE[number % len(HOSTILE)]
        record["document"]["publisher"] = HOSTILE[(number + 1) % len(HOSTILE)]
        for entity in record["entities"]:
            if "hostile-" in entity["id"]:
                label = known.setdefault(entity["id"], HOSTILE_LABELS[len(known) % len(HOSTILE)])
                entity.update(kind="org", type="Organisation", code=None, sameAs=[], label=label)
        lines.append(json.dumps(record))
    file = folder / "hostile.ndjson"
    file.write_text("\n".join(lines) + "\n")
    return file


def test_data(out, bundle):
    """Nodes, parts and counts are those that the other commands tell of the same result."""
    data = data_of(stemma("export", out, "--format", "html", bundle=bundle))
    graph = data["graph"]
    rows = json.loads(stemma("query", out, "-e", "SELECT ?e (COUNT(DISTINCT ?r) AS ?n) WHERE { GRAPH ?g { ?e stm:report ?r } } GROUP BY ?e",
                             "--format", "json"))["results"]["bindings"]
    base = graph["made"]["base"]
    reports = {row["e"]["value"].removeprefix(base): int(row["n"]["value"]) for row in rows}
    assert [event[0] for event in graph["events"]] == sorted(reports), "the fused events, by id"
    players = len(graph["players"])
    for event, node, role in graph["parts"]:
        assert event < len(graph["events"]) and node < players + len(graph["events"]) and role < len(graph["roles"])
    places = {(row[-3], row[-2]) for row in graph["players"] + graph["events"]}
    assert len(places) == players + len(graph["events"]), "no two nodes on one place"
    evidence = [event for part in sorted((n for n in data if n.startswith("evidence-")), key=lambda n: int(n[9:])) for event in data[part]]
    assert len(evidence) == len(graph["events"])
    for event, told in zip(graph["events"], evidence):
        explained = json.loads(stemma("explain", out, event[0], "--format", "json"))
        assert event[1] == explained["label"] and event[9:11] == [explained["origins"], explained["denyingOrigins"]]
        assert [origin["label"] for origin in told["told"]] == [origin["label"] for origin in explained["toldBy"]]
        claims = [claim for origin in told["told"] for claim in origin["claims"]]
        theirs = [claim for origin in explained["toldBy"] for claim in origin["claims"]]
        for claim, their in zip(claims, theirs, strict=True):
            assert claim["id"] == their["id"]
            assert [quote["text"] for quote in claim["quotes"]] == [quote["text"] for quote in their["evidence"]]
            assert [hop["label"] for hop in claim["chain"]] == [hop["speaker"]["label"] for hop in their["chain"]]
            assert graph["documents"][claim["document"]][1] == (their["path"] or "")
    sided = {row[0]: row[2:] for row in graph["types"]}
    assert sided["stm:ArmsTransfer"][2] is True and min(sided["stm:ArmsTransfer"][:2]) >= 0


def test_same_bytes(folder, bundle):
    pages = set()
    for jobs in (1, 3):
        out = folder / f"jobs-{jobs}"
        stemma("fuse", RECORDS, "-o", out, "--quiet", "--jobs", jobs)
        pages.add(stemma("export", out, "--format", "html", bundle=bundle))
        file = folder / "page.html"
        stemma("export", out, "--format", "html", "-o", file, bundle=bundle)
        pages.add(file.read_bytes())
    assert len(pages) == 1


def test_hostile(folder, bundle):
    """Labels arrive as they are, and not one of them makes an element."""
    out = folder / "hostile"
    stemma("fuse", hostile_records(folder), "-o", out, "--quiet")
    page = stemma("export", out, "--format", "html", bundle=bundle)
    elements = Elements(page.decode())
    assert {tag for tag, _ in elements.tags} == {"title", "script"}, elements.tags
    for name, text in elements.data.items():
        assert not re.search("[<\u2028\u2029]", text), name
    data = data_of(page)
    titles = {document[2] for document in data["graph"]["documents"]}
    assert titles <= set(HOSTILE) and len(titles) > 2, titles
    labels = {player[1] for player in data["graph"]["players"]} & set(HOSTILE_LABELS)
    assert len(labels) >= 2, labels


def test_refusals(folder, out):
    told = stemma("export", out, "--format", "html", bundle=folder / "nowhere", code=2)
    assert "tools/explorer" in told, told
    empty = folder / "empty"
    empty.mkdir()
    (empty / "page.html").write_text("<p>no place</p>")
    file = folder / "kept.html"
    file.write_text("kept")
    told = stemma("export", out, "--format", "html", "-o", file, bundle=empty, code=2)
    assert "page.html" in told and file.read_text() == "kept"
    stemma("export", RECORDS, "--format", "html", bundle=empty, code=2)


def test_real_page(out):
    """What tools/explorer made: nothing is loaded from anywhere."""
    if not (ROOT / "build/explorer/page.html").is_file():
        print("not looked at: build/explorer is not made")
        return
    page = stemma("export", out, "--format", "html", "--with-sparql").decode()
    elements = Elements(page)
    policies = [a["content"] for tag, a in elements.tags if tag == "meta" and "Content-Security-Policy" in a.get("http-equiv", "")]
    assert len(policies) == 1 and "default-src 'none'" in policies[0] and "http" not in policies[0], policies
    for tag, attributes in elements.tags:
        assert tag not in {"link", "iframe", "object", "embed", "base", "form"}, tag
        assert not {"src", "srcset", "action", "background"} & set(attributes), (tag, attributes)
    data = data_of(page.encode())
    assert data["dataset"].startswith("@base") and len(data["queries"]) > 20 and len(data["engine"]) > 1_000_000


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        out, bundle = folder / "out", folder / "bundle"
        bundle.mkdir()
        (bundle / "page.html").write_text(TEMPLATE)
        stemma("fuse", RECORDS, "-o", out, "--quiet")
        test_data(out, bundle)
        test_same_bytes(folder, bundle)
        test_hostile(folder, bundle)
        test_refusals(folder, out)
        test_real_page(out)


if __name__ == "__main__":
    main()
