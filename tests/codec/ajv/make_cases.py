"""Print documents with what the JSON Schema says of them in Python, one a line, for ajv."""

from __future__ import annotations

import json
import sys
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from jsonschema import Draft202012Validator

from iku.codec import json_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

Json: TypeAlias = Any
"""What `json.loads` gives, or anything else."""

HERE: Final = Path(__file__).parent
COMPLETE: Final = json.loads((HERE.parents[1] / "corpus/1.0/lengkap.json").read_text("utf-8"))


def make_cases() -> Iterator[dict[str, Any]]:
    """Take the complete document and every bad one that is JSON."""
    yield {"name": "complete", "document": COMPLETE}
    for line in (HERE.parent / "bad_documents.jsonl").read_text("utf-8").splitlines():
        case = json.loads(line)
        try:
            document = json.loads(case["text"]) if "text" in case else change(case)
        except ValueError:
            continue
        if "NaN" not in json.dumps(document):
            yield {"name": case["name"], "document": document}


def change(case: dict[str, Any]) -> Json:
    """Set and drop what the case says."""
    document = deepcopy(COMPLETE)
    for path, value in case.get("set", []):
        reach(document, path)[path[-1]] = value
    for path in case.get("drop", []):
        del reach(document, path)[path[-1]]
    return document


def reach(document: Json, path: list[str | int]) -> Json:
    """Go to what holds the last step of a path."""
    for step in path[:-1]:
        document = document[step]
    return document


if __name__ == "__main__":
    validator: Any = Draft202012Validator(json_schema())
    for one in make_cases():
        accepted = validator.is_valid(one["document"])
        sys.stdout.write(json.dumps({**one, "accepted": accepted}) + "\n")
