"""Runs what the documentation shows: code blocks of Markdown pages and doctests of the source."""

from __future__ import annotations

from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser

pages = Sybil(
    parsers=[PythonCodeBlockParser(), SkipParser()],
    patterns=["*.md"],
)
docstrings = Sybil(
    parsers=[DocTestParser()],
    patterns=["*.py"],
    path="src",
)

pytest_collect_file = (pages + docstrings).pytest()
