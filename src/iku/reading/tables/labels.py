"""Labels: lines like `VISI: ...`, and the column heads of a matrix that stand alone on a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iku._attrs import frozen
from iku.glossary import fold_kolom, match_kolom
from iku.reading.grid import Cell, make_cell

if TYPE_CHECKING:
    from iku.reading.grid import Paragraph

HEADS: Final = ("tujuan", "indikator_tujuan", "sasaran", "indikator_sasaran")
"""Column heads of a stacked matrix."""
_LABELS: Final = frozenset({"visi", "misi", "iku", "versi", "perangkat_daerah", "periode"})
_LONGEST: Final = 60
_VERSION: Final = re.compile(r"iku\s++versi\s++\S.*", re.DOTALL)
_NUMBERED: Final = re.compile(r"misi\s++(?:ke\s*+-?\s*+)?(?P<nomor>\S{1,12})")
_ORDINALS: Final = {
    word: number
    for number, words in enumerate(
        (
            "kesatu pertama satu i 1", "kedua dua ii 2", "ketiga tiga iii 3",
            "keempat empat iv 4", "kelima lima v 5", "keenam enam vi 6", "ketujuh tujuh vii 7",
            "kedelapan delapan viii 8", "kesembilan sembilan ix 9", "kesepuluh sepuluh x 10",
        ),
        1,
    )
    for word in words.split()
}  # fmt: skip


@frozen(kw_only=True)
class Label:
    """A line that names a noun and may give its content."""

    noun: str
    """The noun."""
    name: str
    """The label as printed, without its colon."""
    value: str
    """What stands behind the colon and on the lines below; empty where nothing does."""
    cell: Cell
    """The line."""
    nomor: int | None = None
    """The number in the label ("MISI 3"), or that the content is ("KETIGA")."""


def is_label(paragraph: Paragraph) -> bool:
    """Say whether the first line of a paragraph is a label."""
    return _read_label(paragraph.lines[0]) is not None


def split_labels(paragraph: Paragraph) -> tuple[tuple[Cell, ...], tuple[Label, ...]]:
    """
    Divide a paragraph into the lines before the first label, and the labels.

    A line without label goes on with the content of the label above it.

    Raises:
        ReadingError: `text-too-long`.
    """
    before: list[Cell] = []
    found: list[tuple[Label, list[Cell]]] = []
    for cell in paragraph.lines:
        label = _read_label(cell)
        if label is not None:
            found.append((label, []))
        elif found:
            found[-1][1].append(cell)
        else:
            before.append(cell)
    return tuple(before), tuple(_lengthen(label, lines) for label, lines in found)


def _lengthen(label: Label, lines: list[Cell]) -> Label:
    """Add the lines below a label to its content."""
    if not lines:
        return label
    return Label(
        noun=label.noun,
        name=label.name,
        value=f"{label.value} {make_cell(lines).text}".strip(),
        cell=label.cell,
        nomor=label.nomor,
    )


def find_heads(paragraph: Paragraph, *, after: str | None) -> tuple[str, ...]:
    """
    Name the column heads that a paragraph consists of, none where it is something else.

    `after` is the head before it: "INDIKATOR KINERJA UTAMA" alone is a title,
    behind a Sasaran it is the head of the indicators.
    """
    nouns: list[str] = []
    for cell in paragraph.lines:
        noun = match_kolom(cell.text) if len(cell.text) <= _LONGEST else None
        before = nouns[-1] if nouns else after
        if noun == "indikator" and before in ("tujuan", "sasaran"):
            noun = f"indikator_{before}"
        if noun not in HEADS:
            return ()
        nouns.append(noun)
    return tuple(nouns)


def parse_ordinal(text: str) -> int | None:
    """
    Read a number that numbers a mission.

    >>> parse_ordinal("KETIGA"), parse_ordinal("IV"), parse_ordinal("Mewujudkan")
    (3, 4, None)
    """
    return _ORDINALS.get(fold_kolom(text))


def _read_label(cell: Cell) -> Label | None:
    name, colon, value = cell.text.partition(":")
    name, value = name.strip(), value.strip()
    if len(name) > _LONGEST:
        return None
    folded = fold_kolom(name)
    if not colon and _VERSION.fullmatch(folded):
        return Label(noun="versi", name=name, value="", cell=cell)
    numbered = _NUMBERED.fullmatch(folded)
    nomor = parse_ordinal(numbered["nomor"]) if numbered else None
    noun = "misi" if nomor else _match_label(folded)
    # "IKU" and "TAHUN 2024" without a colon are lines of a title.
    if noun not in _LABELS or not (colon or (noun != "iku" and folded.replace(" ", "").isalpha())):
        return None
    return Label(noun=noun, name=name, value=value, cell=cell, nomor=nomor or parse_ordinal(value))


def _match_label(folded: str) -> str | None:
    return "periode" if folded == "tahun" else match_kolom(folded)
