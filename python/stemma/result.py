"""A folder that `stemma build` wrote, and the ways to make one."""

import json
import os
import pathlib

import pandas
import rdflib

from . import frames
from .program import Failed, Program


class Result:
    """A result of `stemma build` or `stemma fuse`. Read when asked for; nothing is kept but the records."""

    def __init__(self, folder, program=None, told=""):
        self.folder = pathlib.Path(folder)
        self.program = program if isinstance(program, Program) else Program(program)
        self.told = told  # what the run that made it said: warnings, documents that failed
        self._records = None
        manifest = self.folder / "manifest.json"
        if not manifest.is_file():
            raise FileNotFoundError(f"{self.folder} holds no result of `stemma build`: there is no manifest.json in it")
        self.manifest = json.loads(manifest.read_text("utf-8"))

    def records(self):
        """The records: one dict a document, as docs/build.md describes them."""
        if self._records is None:
            with open(self.folder / "records.ndjson", encoding="utf-8") as file:
                self._records = [json.loads(line) for line in file if line.strip()]
        return self._records

    def documents(self):
        return frames.documents(self.records())

    def entities(self):
        return frames.entities(self.records())

    def mentions(self):
        return frames.mentions(self.records())

    def events(self):
        return frames.events(self.records())

    def roles(self):
        return frames.roles(self.records())

    def evidence(self):
        return frames.evidence(self.records())

    def query(self, question, timeout=None, **parameters):
        """The answer to a bundled question (its name), to a file that ends in .rq, or to SPARQL itself, as a frame:
        a column for each variable, numbers, days and truth values as such, unbound ones missing. ASK gives True or
        False, CONSTRUCT and DESCRIBE an rdflib graph.
        """
        text = os.fspath(question)
        sparql = any(mark in text for mark in "{\n")
        arguments = ["query", self.folder] + (["-e", text] if sparql else [text])
        for name, value in parameters.items():
            arguments += ["--set", f"{name}={value}"]
        if timeout is not None:
            arguments += ["--timeout", str(timeout)]
        try:
            return _answer(json.loads(self.program.run([*arguments, "--format", "json"])[0]))
        except Failed as failed:
            if "is a graph" not in failed.told:
                raise
        return rdflib.Graph().parse(data=self.program.run([*arguments, "--format", "ttl"])[0], format="turtle")

    def questions(self):
        """The bundled questions: name and title."""
        listed = self.program.run(["query", "--list"], fine=(0,))[0].splitlines()
        rows = [(name, title.strip()) for name, title in zip(listed, listed[1:]) if name and not name.startswith(" ")]
        return pandas.DataFrame(rows, columns=["question", "title"])

    def explain(self, *words):
        """Why an event is in the result: what `stemma explain --format json` says."""
        return json.loads(self.program.run(["explain", self.folder, *words, "--format", "json"], fine=(0,))[0])

    def verify(self, source=None):
        """Whether every quote stands in its source and every fact on a claim: (True or False, what was found)."""
        arguments = ["verify", self.folder] + (["--source", source] if source else [])
        printed, code, told = self.program.run(arguments)
        return code == 0, printed + told

    def export(self, form, *options):
        """What `stemma export --format form` gives, as text."""
        return self.program.run(["export", self.folder, "--format", form, *options], fine=(0,))[0]

    def dataset(self):
        """All graphs of the result, as an rdflib dataset. Large results are better asked by `query`."""
        return rdflib.Dataset().parse(self.folder / "dataset.nq", format="nquads")

    def facts(self):
        """The graph of what somebody says happened, as rdflib."""
        return rdflib.Graph().parse(self.folder / "graph.ttl", format="turtle")

    def __repr__(self):
        return f"Result({str(self.folder)!r}, {self.manifest['documents']} documents)"


def open_result(folder, program=None):
    """A result that is there already."""
    return Result(folder, program)


def build(inputs, output, *options, program=None):
    """Runs `stemma build` over files and folders (or one of them) and gives the result.

    Documents that could not be read do not end the run; `told` of the result names them.
    """
    program = program if isinstance(program, Program) else Program(program)
    arguments = ["build", *_listed(inputs), "-o", output, *options]
    return Result(output, program, program.run(arguments)[2])


def extract(texts, *options, program=None):
    """The records of texts that are in memory: a list of str, or of dicts with "text" and, where known, "id", "title",
    "date" and "publisher". One record a text, in the same order; the n-th text without an id is called "text-n".
    A text that could not be read has no record: that raises `Failed`.
    """
    program = program if isinstance(program, Program) else Program(program)
    lines = []
    for number, text in enumerate(_listed(texts), 1):
        entry = {"text": text} if isinstance(text, str) else dict(text)
        entry.setdefault("id", f"text-{number}")
        lines.append(json.dumps(entry))
    if not lines:
        return []
    arguments = ["extract", "-", "--format", "ndjson", *options]
    printed, code, told = program.run(arguments, given="\n".join(lines) + "\n")
    if code != 0:
        raise Failed(arguments, code, told)
    return [json.loads(line) for line in printed.splitlines()]


def _listed(inputs):
    return [inputs] if isinstance(inputs, (str, os.PathLike, dict)) else list(inputs)


def _answer(found):
    if "boolean" in found:
        return found["boolean"]
    columns = found["head"]["vars"]
    rows = [[_value(row.get(name)) for name in columns] for row in found["results"]["bindings"]]
    return pandas.DataFrame(rows, columns=columns)


_XSD = "http://www.w3.org/2001/XMLSchema#"
_NUMBERS = {_XSD + name: int for name in ("integer", "int", "long", "nonNegativeInteger", "positiveInteger")}
_NUMBERS.update({_XSD + name: float for name in ("decimal", "double", "float")})


def _value(term):
    if term is None:
        return None
    kind, value = term.get("datatype"), term["value"]
    if kind in _NUMBERS:
        return _NUMBERS[kind](value)
    if kind == _XSD + "boolean":
        return value in ("true", "1")
    if kind in (_XSD + "date", _XSD + "dateTime"):
        day = pandas.to_datetime(value, errors="coerce")
        return value if day is pandas.NaT else day
    return value
