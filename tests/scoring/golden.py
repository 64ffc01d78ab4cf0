"""
Texts that are stored whole and compared with what the library writes today.

Wording is no API, but a change of it is a change that somebody should read:
`IKU_WRITE_SNAPSHOTS=1 pytest tests/scoring tests/regulations` writes the files
anew, and the difference shows what a reader would see.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

from iku.errors import IkuError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

Calls = dict[str, "Callable[[], object]"]
"""What is done, under a name that a reader understands."""
ANY: Any = 5
"""An argument of the wrong type, whatever the right one is."""


def odd(value: object) -> Any:  # noqa: ANN401 - that is the point
    """Give what no type checker would let pass."""
    return value


def read_stored(path: Path, drawn: str) -> str:
    """Read a stored text; `IKU_WRITE_SNAPSHOTS=1` stores the one that was drawn first."""
    if os.environ.get("IKU_WRITE_SNAPSHOTS"):
        path.write_text(drawn, encoding="utf-8", newline="\n")
    return path.read_text(encoding="utf-8")


def draw_blocks(blocks: Mapping[str, Mapping[str, object]]) -> str:
    """Draw one block for each name, a line for each thing that is said of it."""
    drawn: list[str] = []
    for name, lines in blocks.items():
        drawn.append(name)
        drawn.extend(f"    {key}: {value}" for key, value in lines.items())
    return "\n".join([*drawn, ""])


def draw_refusals(calls: Calls) -> str:
    """Draw what each call is refused with: all that a reader of the error is told."""
    return draw_blocks({name: _refuse(call) for name, call in calls.items()})


def _refuse(call: Callable[[], object]) -> dict[str, object]:
    with pytest.raises(IkuError) as caught:
        call()
    error = caught.value
    return {
        type(error).__name__: f"{error.code} at {error.path}",
        "found": error.found,
        "expected": error.expected,
        "repair": error.repair,
    }
