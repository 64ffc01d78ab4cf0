"""What is drawn of computed values: the sentence of one, the table of many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from iku.formula import KumpulanHasil
from iku.formula.evaluation.alasan import Alasan
from iku.formula.evaluation.computed import Computed
from iku.rendering.grid import Cell, Grid, Note
from iku.rendering.labels import find_label
from iku.rendering.tables import build_head
from iku.scoring import (
    Agregat,
    CapaianIndikator,
    Jarak,
    Kemajuan,
    KumpulanCapaian,
    Penilaian,
    Perubahan,
)
from iku.scoring.sentences import write_nilai

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iku.formula import Hasil
    from iku.rendering.grid import Block, Row
    from iku.scoring.sentences import NilaiDipakai
    from iku.typing import Language

Single: TypeAlias = Computed | CapaianIndikator | Penilaian | Agregat | Perubahan | Kemajuan | Jarak
"""One computed value, which tells how it came about."""
Outcome: TypeAlias = Single | KumpulanHasil | KumpulanCapaian
"""What was computed: one value, or those of a document."""
OUTCOMES: Final = (
    *(Computed, CapaianIndikator, Penilaian, Agregat, Perubahan, Kemajuan, Jarak),
    *(KumpulanHasil, KumpulanCapaian),
)
"""The classes of `Outcome`."""

_DIGITS: Final = 2


def build_outcome(
    value: Outcome, language: Language, *, most: int | None = None
) -> Iterator[Block]:
    """
    Build the picture of what was computed: the sentence of one value, a table of many.

    `most` bounds the rows.
    """
    match value:
        case KumpulanHasil():
            rows = [_build_hasil_row(*item, language) for item in value.items()[:most]]
            yield from _build_table(_HASIL, rows, len(value), language)
        case KumpulanCapaian():
            rows = [_build_capaian_row(each, language) for each in value.values()[:most]]
            yield from _build_table(_CAPAIAN, rows, len(value), language)
        case _:
            yield Note(text=value.explain(language, digits=_DIGITS))


_HASIL: Final = ("kode", "hasil", "perhitungan")
_CAPAIAN: Final = ("kode", "indikator", "target", "realisasi", "capaian", "perhitungan")


def _build_table(
    keys: Sequence[str], rows: Sequence[Row], total: int, language: Language
) -> Iterator[Block]:
    yield Grid(head=build_head([(find_label(key, language),) for key in keys]), body=tuple(rows))
    if len(rows) < total:
        yield Note(text=find_label("sisanya", language).format(total - len(rows)))


def _build_hasil_row(kode: str, hasil: Hasil, language: Language) -> Row:
    value = "" if hasil.eksak is None else write_nilai(hasil.eksak, _DIGITS, hasil.satuan)
    return (
        Cell(text=kode),
        Cell(text=value, right=True),
        Cell(text=hasil.explain(language, digits=_DIGITS)),
    )


def _build_capaian_row(one: CapaianIndikator, language: Language) -> Row:
    satuan = None if one.capaian is None else one.capaian.satuan
    value = "" if one.eksak is None else write_nilai(one.eksak, _DIGITS, satuan)
    return (
        Cell(text=one.kode),
        Cell(text=one.nama),
        Cell(text=_write_side(one.nilai_target), right=True),
        Cell(text=_write_side(one.nilai_realisasi), right=True),
        Cell(text=value, right=True),
        Cell(text=one.explain(language, digits=_DIGITS)),
    )


def _write_side(nilai: NilaiDipakai) -> str:
    """Write a target or a realisasi; why there is none stands in the last column."""
    return "" if isinstance(nilai, Alasan) else write_nilai(nilai, _DIGITS)
