"""The indikator, and a table of what everybody reports of them, made from a seed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import polars as pl

from iku import Angka, BasisPertumbuhan, Persentase, Pertumbuhan, Rasio

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from iku.typing import Formula

FIRST_YEAR, YEARS = 2015, 10
ABSENT = 400
"""One figure in so many was not reported, and one in so many below the line is zero."""


class Ukuran(NamedTuple):
    """What is measured, and roughly where it began and where it goes."""

    kode: str
    nama: str
    formula: Formula
    begins: float
    """Share of the penyebut that the pembilang has in the first year."""
    rises: float
    """What that share is multiplied with each year."""
    per: int = 100
    """How many of the penyebut a value is of."""
    negatif: bool = False
    """Whether less is better."""


SHARE = Persentase(pembilang="pembilang", penyebut="penyebut")
PER_10_000 = Rasio(pembilang="pembilang", penyebut="penyebut", pengali=Angka("10000"))
GROWTH = Pertumbuhan(variabel="pembilang", basis=BasisPertumbuhan.LALU)

INDIKATOR = (
    Ukuran("SEKOLAH", "Angka partisipasi sekolah", SHARE, 0.71, 1.02),
    Ukuran("IMUNISASI", "Cakupan imunisasi dasar lengkap", SHARE, 0.62, 1.03),
    Ukuran("AIR", "Rumah tangga dengan air minum layak", SHARE, 0.68, 1.025),
    Ukuran("JALAN", "Jalan dalam kondisi mantap", SHARE, 0.55, 1.03),
    Ukuran("KTP", "Kepemilikan KTP elektronik", SHARE, 0.8, 1.015),
    Ukuran("TEMUAN", "Temuan yang ditindaklanjuti", SHARE, 0.6, 1.04),
    Ukuran("DOKTER", "Dokter per 10.000 penduduk", PER_10_000, 0.0004, 1.05, per=10_000),
    Ukuran("MISKIN", "Penduduk miskin", SHARE, 0.13, 0.96, negatif=True),
    Ukuran("STUNTING", "Prevalensi stunting", SHARE, 0.3, 0.94, negatif=True),
    Ukuran("UMKM", "Pertumbuhan usaha mikro", GROWTH, 0.05, 1.06),
)


def make_rows(wilayah: int, opd: int, seed: int) -> Iterator[pl.DataFrame]:
    """Make the reports of each indikator: one row for each wilayah, OPD and year."""
    for number, ukuran in enumerate(INDIKATOR):
        random = np.random.default_rng([seed, number])
        count = wilayah * opd
        year = np.tile(np.arange(YEARS), count)
        unit = np.repeat(np.arange(count), YEARS)
        below = np.repeat(random.integers(2_000, 400_000, count), YEARS) + year * 150
        level = ukuran.begins * ukuran.rises**year
        own = np.repeat(random.normal(1.0, 0.12, count), YEARS)
        share = np.clip(level * own * random.normal(1.0, 0.04, len(unit)), 0, 1)
        above = np.rint(below * share).astype(np.int64)
        below[random.random(len(unit)) < 1 / ABSENT] = 0
        yield pl.DataFrame(
            {
                "indikator": [ukuran.kode] * len(unit),
                "wilayah": (unit // opd + 1).astype(np.int32),
                "opd": (unit % opd + 1).astype(np.int32),
                "tahun": (year + FIRST_YEAR).astype(np.int32),
                "pembilang": _leave_out(above, random),
                "penyebut": _leave_out(below, random),
                "target": _make_target(ukuran, year),
            }
        )


def _make_target(ukuran: Ukuran, year: NDArray[np.int64]) -> NDArray[np.float64]:
    """Write targets with two decimals: ahead of what is usual first, and behind it at the end."""
    if ukuran.formula is GROWTH:
        return np.full(len(year), 5.25)
    return np.round(ukuran.begins * ukuran.rises ** (0.6 * year + 3) * ukuran.per, 2)


def _leave_out(values: NDArray[np.int64], random: np.random.Generator) -> pl.Series:
    """Take some reports away."""
    kept = pl.Series(random.random(len(values)) >= 1 / ABSENT)
    return pl.select(pl.when(kept).then(pl.Series(values))).to_series()
