"""The codes of the readers, and the page that lists them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from iku.reading import findings, read_text
from iku.reading.rules import RULES

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
        temuan = read_text("a\u200b\n\n" * 4).temuan

        assert [item.kode for item in temuan] == ["IKU-B023", "IKU-B023", "IKU-B023", "IKU-B099"]
        assert temuan[-1].pesan == "Masih ada 3 temuan lain yang tidak dimuat."

    @pytest.mark.parametrize(
        ("lines", "pesan"),
        [
            (["a"], '1 baris tidak dibaca: "a".'),
            (["a", "b"], '2 baris tidak dibaca: "a", "b".'),
            (["a", "b", "c"], '3 baris tidak dibaca: "a", "b", "c".'),
            (["a", "b", "c", "d", "e"], '5 baris tidak dibaca: "a", "b", …, "e".'),
            (["a" * 70, "b"], f'2 baris tidak dibaca: "{"a" * 59}…", "b".'),
        ],
    )
    @pytest.mark.parametrize("between", ["\n", "\n\n"])
    def test_lines_that_are_not_read(self, lines: list[str], between: str, pesan: str) -> None:
        """One finding for those that follow each other, in a paragraph or in several."""
        table = "INDIKATOR KINERJA UTAMA\n\nSasaran\tIndikator\nA\tB\n\n"
        (_, alone) = read_text(between.join(lines)).temuan
        below = read_text(f"{table}{between.join(lines)}").temuan[-1]

        assert (alone.kode, alone.pesan, alone.asal and alone.asal.baris) == ("IKU-B022", pesan, 1)
        assert (below.kode, below.pesan, below.asal and below.asal.baris) == ("IKU-B022", pesan, 6)

    def test_what_is_read_divides_them(self) -> None:
        """Lines above and below the title, or a label, are two runs."""
        text = "a\nb\nINDIKATOR KINERJA UTAMA\nc\n\nVISI: x\n\nSasaran\tIndikator\nA\tB\n"
        temuan = [one for one in read_text(text).temuan if one.kode == "IKU-B022"]

        assert [one.asal and one.asal.baris for one in temuan] == [1, 4]

    def test_long_text_is_cut(self) -> None:
        """A message stays short; the raw text is whole."""
        (_, temuan) = read_text("kata " * 100).temuan

        assert len(temuan.pesan) < 250
        assert temuan.asal is not None
        assert temuan.asal.teks is not None
        assert len(temuan.asal.teks) == 499
