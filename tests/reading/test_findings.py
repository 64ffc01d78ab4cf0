"""The codes of the readers, and the page that lists them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from iku.reading import findings, read_text
from iku.reading.rules import RULES

if TYPE_CHECKING:
    import pytest

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "temuan.md"


class TestCodes:
    """Codes are stable and documented."""

    def test_the_page_lists_them_all(self) -> None:
        """Code, severity, message and advice, as they are."""
        rows = [
            f"| {kode} | {rule.tingkat.value} | {rule.pesan} | {rule.saran} |"
            for kode, rule in RULES.items()
        ]
        listed = [
            line
            for line in PAGE.read_text(encoding="utf-8").splitlines()
            if line.startswith("| IKU-B")
        ]

        assert listed == rows

    def test_shape(self) -> None:
        """IKU-B and three digits, in order."""
        assert list(RULES) == sorted(RULES)
        assert all(re.fullmatch(r"IKU-B[0-9]{3}", kode) for kode in RULES)


class TestList:
    """Findings come in the order of the file, and not without end."""

    def test_most(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The rest is counted."""
        monkeypatch.setattr(findings, "MAXIMUM_FINDINGS", 3)
        kode = [item.kode for item in read_text("a\n\nb\n\nc\n\nd\n").temuan]
        pesan = read_text("a\n\nb\n\nc\n\nd\n").temuan[-1].pesan

        assert kode == ["IKU-B022", "IKU-B022", "IKU-B022", "IKU-B099"]
        assert pesan == "Masih ada 2 temuan lain yang tidak dimuat."

    def test_long_text_is_cut(self) -> None:
        """A message stays short; the raw text is whole."""
        (_, temuan) = read_text("kata " * 100).temuan

        assert len(temuan.pesan) < 250
        assert temuan.asal is not None
        assert temuan.asal.teks is not None
        assert len(temuan.asal.teks) == 499
