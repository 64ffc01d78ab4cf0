"""The published table of error codes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from iku.errors import CODES

ROOT: Final = Path(__file__).parents[2]


class TestCodes:
    """What programs test for is written down."""

    def test_the_page_has_them_all(self) -> None:
        """In the order of the source, with the same words."""
        page = (ROOT / "docs" / "reference" / "errors.md").read_text(encoding="utf-8")
        rows = dict(re.findall(r"^\| `([a-z0-9-]+)` \| (.+) \|$", page, re.MULTILINE))

        assert list(rows.items()) == list(CODES.items())
