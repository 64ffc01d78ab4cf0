"""The registry of formulas, filled with those of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iku.formula.ekspresi import Ekspresi
from iku.formula.named import (
    IPM,
    IndeksKepuasanMasyarakat,
    IndeksKomposit,
    Jumlah,
    Laju,
    NilaiAKIP,
    Persentase,
    PersentasePenurunan,
    Pertumbuhan,
    Rasio,
    RataRata,
    RataTertimbang,
    Selisih,
)
from iku.formula.plugins import Registry
from iku.formula.uncomputed import Langsung, Narasi

if TYPE_CHECKING:
    from iku.typing import Formula

registry: Final[Registry[Formula]] = Registry(
    what="formula",
    group="iku.formula",
    members=("variables", "lower"),
    builtin=(
        Persentase,
        Rasio,
        Laju,
        Pertumbuhan,
        PersentasePenurunan,
        Jumlah,
        Selisih,
        RataRata,
        RataTertimbang,
        IndeksKomposit,
        IndeksKepuasanMasyarakat,
        NilaiAKIP,
        IPM,
        Ekspresi,
        Langsung,
        Narasi,
    ),
)
"""
The formulas of this process, by tag.

>>> registry.find("persentase").__name__
'Persentase'
"""
