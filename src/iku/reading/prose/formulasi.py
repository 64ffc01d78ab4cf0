"""`parse_formulasi`: the sentence of a document, read into a formula."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iku.domain import Satuan
from iku.errors import IkuError
from iku.formula import Narasi
from iku.reading.characters import normalise_cell
from iku.reading.prose.choosing import find_formula
from iku.reading.prose.doubt import Doubt
from iku.reading.prose.equations import read_equation
from iku.reading.prose.lists import read_list
from iku.reading.prose.names import Names
from iku.reading.prose.pembacaan import Pembacaan
from iku.reading.prose.plain import (
    check_counts,
    read_count,
    read_name,
    read_rate,
    read_report,
    read_total,
    read_unit_ratio,
)
from iku.reading.prose.scaling import Setting
from iku.reading.prose.sides.layers import read_layers
from iku.reading.prose.text.labels import build_labelled
from iku.reading.prose.text.normalising import normalise_prose
from iku.reading.prose.text.parts import Parts, split_parts, take_conversion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iku.tree import Expression
    from iku.typing import Formula

MAXIMUM_FORMULA: Final = 10_000
"""Characters of a text that is looked at; what is longer is prose."""
MAXIMUM_LINES: Final = 400
"""Lines of such a text."""


def parse_formulasi(
    text: str, *, indikator: str | None = None, satuan: str | Satuan | None = None
) -> Pembacaan:
    """
    Read the formulasi of an indicator into a formula, with the evidence for it.

    What is printed beside the sentence, the name of the indicator and its
    satuan, is evidence where the sentence leaves something open. A sentence
    that stays open is `Narasi`, with the candidates.

    >>> bacaan = parse_formulasi("Jumlah koperasi sehat dibagi jumlah koperasi dikali 100%")
    >>> bacaan.formula.pembilang, bacaan.formula.penyebut
    ('Jumlah koperasi sehat', 'jumlah koperasi')
    >>> parse_formulasi("Rata-rata kinerja pegawai").formula.tipe
    'narasi'

    Raises:
        DomainError: `wrong-type` or `empty-text`.
        FormulaError: `text-too-long`.
    """
    lines = normalise_prose(text)
    setting = Setting(indikator=_normalise_name(indikator), satuan=_take_satuan(satuan))
    reader = _Reader(text, lines, setting)
    try:
        return reader.read()
    except Doubt as doubt:
        return reader.keep((doubt.reason,), doubt.candidates)
    except IkuError:
        return reader.keep(("rumus tidak dapat dibentuk di dalam batas model",), ())


def _normalise_name(name: str | None) -> str:
    return " ".join(normalise_cell(name or "").lower().split())


def _take_satuan(satuan: str | Satuan | None) -> Satuan | None:
    if satuan is None or isinstance(satuan, Satuan):
        return satuan
    plain = " ".join(normalise_cell(satuan).split())
    return Satuan(plain) if plain else None


class _Reader:
    """One text on its way through the readings; the first that knows it answers."""

    def __init__(self, text: str, lines: Sequence[str], setting: Setting) -> None:
        self.text = text
        self.lines = lines
        self.setting = setting
        self.names = Names()
        self.noted: tuple[str, ...] = ()

    def read(self) -> Pembacaan:
        """Try the readings in turn."""
        if sum(map(len, self.lines)) > MAXIMUM_FORMULA or len(self.lines) > MAXIMUM_LINES:
            return self.keep(("teks lebih panjang dari rumus mana pun",), ())
        lines, conversion = take_conversion(self.lines)
        if labelled := build_labelled(lines):
            lines = [labelled]
            self.noted = ("judul di depan setiap bagian menyebut pembilang dan penyebut",)
        parts = split_parts(lines)
        self.names = Names(parts.legend)
        if not any(parts.body):
            return self.keep(("teks hanya berisi keterangan",), ())
        if listed := read_list(parts.body, self.names):
            return self._propose(listed.formula, listed.evidence)
        if found := self._read_sentence(" ".join(filter(None, parts.body))):
            return found
        if equation := read_equation(parts.body, self.names, self.setting, conversion=conversion):
            if parts.labels > 1:
                raise Doubt("ada lebih dari satu rumus")
            return self._propose(equation.formula, equation.evidence)
        return self._read_plain(parts)

    def _read_sentence(self, sentence: str) -> Pembacaan | None:
        """Read what is written in one sentence and has a form of its own."""
        if total := read_total(sentence, self.names):
            return self._propose(total, ("daftar jumlah yang dipisahkan titik koma",))
        if rate := read_rate(sentence, self.names):
            return self._propose(rate, (f"kata “{rate.satuan}” menyebut penyebut dan pengalinya",))
        return None

    def _read_plain(self, parts: Parts) -> Pembacaan:
        """Read a sentence in which nothing is computed."""
        sentence = " ".join(filter(None, parts.body))
        if ratio := read_unit_ratio(sentence, self.names, self.setting):
            return self._propose(ratio, ("satuan menyebut satuan pembilang dan penyebut",))
        if report := read_report(sentence):
            return self._propose(report, ("nilai berasal dari survei, penilaian atau publikasi",))
        if layers := read_layers(parts.body, self.names, self.setting):
            return self._propose(layers, ("cacah di atas cacah seluruhnya; garis tidak tercetak",))
        check_counts(parts.body)
        count = read_count(sentence, self.names, self.setting)
        if count is not None:
            return self._propose(count, ("teks hanya menyebut satu cacah",))
        if not self.setting.indikator and self.setting.satuan is None:
            name = read_name(sentence, self.names)
            if name is not None:
                return self._propose(name, ("teks hanya menyebut satu nama",))
        return self.keep(("tidak ada rumus yang dapat dikenali",), ())

    def _propose(self, formula: Formula, evidence: Sequence[str]) -> Pembacaan:
        legend = [
            f"{kode} = {self.names.legend[kode]}"
            for kode in formula.variables
            if kode in self.names.legend
        ]
        return Pembacaan(
            formula=formula,
            bukti=(*self.noted, *evidence, *legend),
            variabel=self.names.list_variabel(formula.variables),
        )

    def keep(self, evidence: Sequence[str], candidates: Sequence[Expression]) -> Pembacaan:
        """Keep the words, with what they could mean."""
        calon = tuple(dict.fromkeys(find_formula(tree) for tree in candidates))
        return Pembacaan(
            formula=Narasi(teks=normalise_cell(self.text)),
            bukti=tuple(evidence),
            calon=calon,
            variabel=self.names.list_variabel(
                dict.fromkeys(kode for each in calon for kode in each.variables)
            ),
        )
