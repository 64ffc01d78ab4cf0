"""Documents with faults: each is found, with its code and its place, and nothing else is."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import pytest

from iku.codec import loads
from iku.errors import CODES, LoadError

if TYPE_CHECKING:
    from collections.abc import Sequence

Json: TypeAlias = Any
"""What `json.loads` gives, or anything else."""

COMPLETE: Final[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "corpus" / "1.0" / "lengkap.json").read_text(encoding="utf-8")
)
CASES: Final[list[dict[str, Any]]] = [
    json.loads(line)
    for line in Path(__file__).with_name("bad_documents.jsonl").read_text("utf-8").splitlines()
]
"""Each is a text, or the complete document with some keys set and some dropped."""

STEP: Final = re.compile(r"\.([a-z_]+)|\[([0-9]+)\]")


def reach(document: Json, path: Sequence[str | int]) -> Json:
    """Go inward along a path."""
    for step in path:
        document = document[step]
    return document


def write(case: dict[str, Any]) -> str:
    """Write the document of a case."""
    if "text" in case:
        return str(case["text"])
    document = deepcopy(COMPLETE)
    for path, value in case.get("set", []):
        reach(document, path[:-1])[path[-1]] = value
    for path in case.get("drop", []):
        del reach(document, path[:-1])[path[-1]]
    return json.dumps(document)


def faults_of(text: str | bytes) -> LoadError:
    """Load a document that has faults."""
    with pytest.raises(LoadError) as caught:
        loads(text)
    return caught.value


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
class TestBadDocuments:
    """Every fault is one error, in the order of the document."""

    def test_codes_and_paths(self, case: dict[str, Any]) -> None:
        """All are found in one run, each where it is."""
        found = faults_of(write(case))

        assert [[fault.code, fault.path] for fault in found.faults] == case["faults"]

    def test_words(self, case: dict[str, Any]) -> None:
        """Each says what was found, what was expected and what to do, on one line."""
        for fault in faults_of(write(case)).faults:
            assert fault.code in CODES
            assert fault.found
            assert fault.expected
            assert fault.repair
        for line in str(faults_of(write(case))).splitlines():
            assert len(line) <= 500
            assert line.isprintable()
