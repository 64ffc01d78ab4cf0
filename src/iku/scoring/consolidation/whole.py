"""The value of a period: what is reported for it, or else what its parts make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field

from iku._attrs import frozen
from iku._checks import many, one, optional
from iku.domain.nilai import Kosong, SebabKosong
from iku.domain.target import Realisasi, Target
from iku.formula.evaluation.alasan import Alasan, KodeAlasan, explain_absence
from iku.scoring.consolidation.choosing import find_own, measure_months
from iku.scoring.consolidation.disagreement import Perbedaan, find_perbedaan
from iku.scoring.consolidation.joining import HasilKonsolidasi, Lookup, build_konsolidasi
from iku.scoring.sentences import NILAI_DIPAKAI, NilaiDipakai

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iku.domain.periode import Periode

_FINAL = frozenset({SebabKosong.TIDAK_BERLAKU, SebabKosong.TIDAK_TERBACA})
"""Reasons of absence that no figures of parts can do away with."""


@frozen(kw_only=True)
class NilaiPeriode:
    """Nilai periode (value of a period): the figure that speaks of it, and where it is from."""

    isi: NilaiDipakai = field(metadata=one(*NILAI_DIPAKAI))
    """The value, or the reason why there is none."""
    baris: Target | Realisasi | None = field(
        default=None, metadata=optional(one(Target, Realisasi))
    )
    """The row of the period itself, where there is one."""
    konsolidasi: HasilKonsolidasi | None = field(
        default=None, metadata=optional(one(HasilKonsolidasi))
    )
    """What the parts of the period make, where there are any."""
    perbedaan: tuple[Perbedaan, ...] = field(default=(), metadata=many(Perbedaan))
    """Figures of the same period that disagree."""

    @property
    def dari_bagian(self) -> bool:
        """Whether the value was made of the parts."""
        made = self.konsolidasi
        return not self._is_stated and made is not None and self.isi == made.isi

    @property
    def belum_ada(self) -> tuple[Periode, ...]:
        """Belum ada (missing): the parts that the value was made without."""
        made = self.konsolidasi
        return made.belum_ada if self.dari_bagian and made is not None else ()

    @property
    def _is_stated(self) -> bool:
        return self.baris is not None and not isinstance(self.baris.nilai, Kosong)

    def verify(self) -> bool:
        """Tell whether the value is still that of the row, or of the parts recomputed."""
        if self.konsolidasi is not None and not self.konsolidasi.verify():
            return False
        if self.baris is not None and self._is_stated:
            return self.isi == self.baris.nilai
        return self.dari_bagian or isinstance(self.isi, Alasan)


def take_nilai_periode(
    rows: Iterable[Target | Realisasi], periode: Periode, how: Lookup
) -> NilaiPeriode:
    """
    Take the value of a period among rows whose periods are resolved.

    What is reported for the period itself is taken, and compared with its parts
    where none of them is missing. A figure that is not stated, or not reported
    yet, gives way to them; one that does not apply or cannot be read does not.
    """
    given = tuple(rows)
    own = find_own(given, periode, how.sumber, how.variabel)
    joined = build_konsolidasi(given, periode, how)
    parts = joined if joined.bagian else None
    if isinstance(own, Alasan) and (own.kode == KodeAlasan.BEBERAPA_SUMBER or parts is None):
        return NilaiPeriode(isi=own, konsolidasi=parts)
    if own is None or isinstance(own, Alasan):
        return NilaiPeriode(isi=joined.isi, konsolidasi=parts)
    if isinstance(own.nilai, Kosong):
        if parts is None or own.nilai.sebab in _FINAL:
            absent = explain_absence(own.nilai, how.variabel)
            return NilaiPeriode(isi=absent, baris=own, konsolidasi=parts)
        return NilaiPeriode(isi=joined.isi, baris=own, konsolidasi=parts)
    return NilaiPeriode(
        isi=own.nilai,
        baris=own,
        konsolidasi=parts,
        perbedaan=_compare(own, given, joined),
    )


def _compare(
    own: Target | Realisasi, rows: Iterable[Target | Realisasi], joined: HasilKonsolidasi
) -> tuple[Perbedaan, ...]:
    """Compare a figure with its parts, and with figures of the same time and source."""
    found = list(find_perbedaan(own, joined.isi)) if joined.lengkap else []
    months = measure_months(own.periode)
    for row in rows:
        if row.sumber == own.sumber and measure_months(row.periode) == months != range(0):
            found.extend(find_perbedaan(row, own.nilai))
    return tuple(found)
