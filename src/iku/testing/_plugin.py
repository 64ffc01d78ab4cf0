"""Strategies for classes of others, found out from the annotations of their fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar
from unicodedata import normalize

import attrs
from hypothesis import reject
from hypothesis import strategies as st

from iku.angka import Angka
from iku.codec._shapes import Family, Kind, Many, OneOf, Plugin, Record, Scalar, Word, shape_of
from iku.testing._formula import formula
from iku.testing._nilai import angka, periode, satuan
from iku.testing._rules import aturan_capaian
from iku.testing._text import kode

if TYPE_CHECKING:
    from iku.codec._shapes import Shape

T = TypeVar("T")

# A class of others need not normalise its text: what a document gives it is in NFC.
_KODE: Final = kode().map(lambda text: normalize("NFC", text))
_NAMES: Final = st.sampled_from(("A", "B", "PDRB", "Nilai Tambah Bruto")) | _KODE
_NUMBERS: Final = st.integers(1, 1000).map(Angka) | angka(max_digits=8, max_decimals=4)
_SCALARS: Final[dict[Kind, st.SearchStrategy[Any]]] = {
    # Most texts of a formula are the kode of variables.
    Kind.TEXT: _NAMES,
    Kind.INTEGER: st.integers(1, 9) | st.integers(-(10**6), 10**6),
    Kind.FLAG: st.booleans(),
    Kind.ANGKA: _NUMBERS,
    Kind.SATUAN: satuan(),
    Kind.PERIODE: periode(),
    Kind.TANGGAL: st.dates(),
}
_MOST: Final = 5
"""Elements of the longest tuple."""


def build_formulas(kind: type[T]) -> st.SearchStrategy[T]:
    """
    Values of a class by the types of its fields; what its constructor refuses is left out.

    Raises:
        PluginError: `bad-plugin`, for a field of a type that does not travel.
    """
    return _build_record(shape_of(kind))


def _build(shape: Shape) -> st.SearchStrategy[Any]:
    match shape:
        case Scalar():
            return _SCALARS[shape.kind]
        case Word():
            return st.sampled_from(shape.kind)
        case Many():
            return st.lists(_build(shape.item), max_size=_MOST).map(tuple)
        case Plugin():
            return formula() if shape.family is Family.FORMULA else aturan_capaian()
        case OneOf():
            return st.one_of(_NUMBERS, *map(_build_record, shape.records))
        case _:
            return _build_record(shape)


@st.composite
def _build_record(draw: st.DrawFn, record: Record) -> Any:  # noqa: ANN401 - of the class that the record names
    aliases = {one.name: one.alias for one in attrs.fields(record.kind)}
    arguments = {
        aliases[member.name]: draw(_build(member.shape))
        for member in record.members
        if member.required or draw(st.booleans())
    }
    try:
        return record.kind(**arguments)
    except ValueError:
        reject()
