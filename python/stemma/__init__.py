"""Runs the program `stemma` and gives its records, events and answers as pandas frames and RDF graphs."""

from .program import Failed, NotFound, Program
from .result import Result, build, extract, open_result

__all__ = ["Failed", "NotFound", "Program", "Result", "build", "extract", "open_result"]
