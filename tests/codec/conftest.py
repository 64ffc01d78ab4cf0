"""The complete document: every field and every kind of value of the format once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import pytest

TEXT: Final = (Path(__file__).parents[1] / "corpus" / "1.0" / "lengkap.json").read_text("utf-8")


@pytest.fixture
def complete() -> dict[str, Any]:
    """Give the complete document as plain values, anew for each test."""
    made: dict[str, Any] = json.loads(TEXT)
    return made


@pytest.fixture
def complete_text() -> str:
    """Give the canonical text of the complete document."""
    return TEXT
