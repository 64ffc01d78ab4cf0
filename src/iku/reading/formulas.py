"""The formulasi of a file, each proposed as a formula where it has one meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

import attrs

from iku.angka import Angka
from iku.domain import Indikator, Variabel
from iku.formula import Ekspresi, Narasi
from iku.formula.grammar import parse_expression, write_canonical
from iku.reading.bacaan import FormulasiTerbaca
from iku.reading.prose import parse_formulasi
from iku.reading.tables.kode import KodePool

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from iku.domain import Dokumen, Sasaran
    from iku.reading.findings import Findings, Formulasi
    from iku.reading.prose import Pembacaan
    from iku.typing import Formula

MAXIMUM_PROSE_READ: Final = 100_000
"""Characters of all formulasi of a file that are read into formulas."""
_Formulas: TypeAlias = "dict[tuple[str, int], Formula]"
"""Formulas by the kode of the indicator, and by which of its Penjelasan they are for."""


class Proposer:
    """
    Reads the formulasi of the documents of one file.

    Each Penjelasan whose sentence has one meaning is given its formula; the
    sentence stays beside it. Where a sentence is cut off, what is missing may
    change its meaning: the formula is shown and not given.
    """

    def __init__(self, found: Findings) -> None:
        self._found = found
        self._left = MAXIMUM_PROSE_READ
        self.read: list[FormulasiTerbaca] = []
        """What was read, in the order of the documents."""

    def propose(self, dokumen: Dokumen, number: int) -> Dokumen:
        """Give a document the formulas of its formulasi, and the variables that they name."""
        written = self._found.formulasi.get(number, [])
        if not written:
            return dokumen
        owners = {one.kode: one for one in dokumen.walk(Indikator)}
        variables = _Variables(dokumen)
        formulas: _Formulas = {}
        for item in written:
            formula = self._read(item, owners[item.indikator], number)
            if formula is not None:
                formulas[item.indikator, item.nomor] = variables.take(*formula)
        return _attach(dokumen, formulas, variables.declared) if formulas else dokumen

    def _read(
        self, item: Formulasi, owner: Indikator, number: int
    ) -> tuple[Formula, tuple[Variabel, ...]] | None:
        """Read one sentence; give its formula and variables where it is to have them."""
        text, part = item.cell.text, owner.penjelasan[item.nomor]
        self._left -= len(text)
        if self._left < 0:
            return None
        pembacaan = parse_formulasi(text, indikator=owner.nama, satuan=part.satuan or owner.satuan)
        dipasang = self._judge(item, pembacaan)
        self.read.append(
            FormulasiTerbaca(
                dokumen=number,
                subjek=part.kode or owner.kode,
                asal=self._found.locate(item.cell),
                pembacaan=pembacaan,
                dipasang=dipasang,
            )
        )
        return (pembacaan.formula, pembacaan.variabel) if dipasang else None

    def _judge(self, item: Formulasi, pembacaan: Pembacaan) -> bool:
        """Say whether a reading is sure enough for the document; where not, note why."""
        teks, kode = item.cell.text, item.indikator
        if self._found.is_cut(item.cell):
            self._found.add("IKU-B047", item.cell, kode, teks=teks)
            return False
        if pembacaan.calon:
            jumlah = len(pembacaan.calon)
            self._found.add("IKU-B043", item.cell, kode, teks=teks, jumlah=jumlah)
            return False
        if isinstance(pembacaan.formula, Narasi):
            self._found.add("IKU-B044", item.cell, kode, teks=teks)
            return False
        return True


class _Variables:
    """The variables of one document: one phrase with one meaning is declared once."""

    def __init__(self, dokumen: Dokumen) -> None:
        self._pool = KodePool()
        for noun in dokumen.walk():
            if noun.kode is not None:
                self._pool.take(noun.kode)
        self._known: dict[tuple[str, str], str] = {}
        self.declared: list[Variabel] = []

    def take(self, formula: Formula, variabel: tuple[Variabel, ...]) -> Formula:
        """Declare the variables of a formula, and give it over the kode that they have here."""
        given = {one.kode: self._declare(one) for one in variabel}
        changed = {old: new for old, new in given.items() if old != new}
        return cast("Formula", apply_names(formula, changed)) if changed else formula

    def _declare(self, variabel: Variabel) -> str:
        meaning = (variabel.nama.casefold(), (variabel.definisi or "").casefold())
        kode = self._known.get(meaning)
        if kode is None:
            kode = self._known[meaning] = self._pool.make(variabel.kode)
            self.declared.append(attrs.evolve(variabel, kode=kode))
        return kode


def apply_names(value: object, kode: Mapping[str, str]) -> object:
    """
    Give a formula, or a part of one, over other names of its variables.

    >>> apply_names(Ekspresi(teks="A / B * 100"), {"A": "Koperasi sehat"})
    Ekspresi(teks='`Koperasi sehat` / B * 100')
    """
    if isinstance(value, Ekspresi):
        tree = apply_names(parse_expression(value.teks), kode)
        return Ekspresi(teks=write_canonical(cast("Any", tree)))
    if type(value) is str:
        return kode.get(value, value)
    if isinstance(value, tuple):
        return tuple(apply_names(item, kode) for item in cast("tuple[object, ...]", value))
    if attrs.has(type(value)) and not isinstance(value, Angka):
        noun = cast("Any", value)
        kind = cast("type[attrs.AttrsInstance]", type(value))
        fields = (one.name for one in attrs.fields(kind) if one.init)
        return attrs.evolve(
            noun, **{name: apply_names(getattr(noun, name), kode) for name in fields}
        )
    return value


def _attach(dokumen: Dokumen, formulas: _Formulas, variabel: Iterable[Variabel]) -> Dokumen:
    """Make the document whose Penjelasan have these formulas."""
    return attrs.evolve(
        dokumen,
        misi=tuple(
            attrs.evolve(one, indikator=_attach_indikator(one.indikator, formulas))
            for one in dokumen.misi
        ),
        tujuan=tuple(
            attrs.evolve(
                one,
                indikator=_attach_indikator(one.indikator, formulas),
                sasaran=_attach_sasaran(one.sasaran, formulas),
            )
            for one in dokumen.tujuan
        ),
        sasaran=_attach_sasaran(dokumen.sasaran, formulas),
        indikator=_attach_indikator(dokumen.indikator, formulas),
        variabel=(*dokumen.variabel, *variabel),
    )


def _attach_sasaran(sasaran: tuple[Sasaran, ...], formulas: _Formulas) -> tuple[Sasaran, ...]:
    return tuple(
        attrs.evolve(one, indikator=_attach_indikator(one.indikator, formulas)) for one in sasaran
    )


def _attach_indikator(
    indikator: tuple[Indikator, ...], formulas: _Formulas
) -> tuple[Indikator, ...]:
    return tuple(
        attrs.evolve(
            one,
            penjelasan=tuple(
                attrs.evolve(part, formula=formulas.get((one.kode, nomor)))
                for nomor, part in enumerate(one.penjelasan)
            ),
        )
        for one in indikator
    )
