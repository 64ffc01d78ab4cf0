"""Satuan: the unit of measure, as printed and as understood."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from attrs import field

from iku._attrs import frozen
from iku._checks import TEXT


class JenisSatuan(StrEnum):
    """Jenis satuan (kind of unit)."""

    PERSEN = "persen"
    MATA_UANG = "mata_uang"
    CACAH = "cacah"
    INDEKS = "indeks"
    WAKTU = "waktu"
    PREDIKAT = "predikat"
    LAINNYA = "lainnya"


_KNOWN: Final[dict[str, tuple[str, JenisSatuan]]] = {
    written: (standard, kind)
    for kind, standard, all_written in (
        (JenisSatuan.PERSEN, "%", "% persen persentase prosen prosentase presentase"),
        (JenisSatuan.MATA_UANG, "Rp", "rp rp. rupiah idr"),
        (JenisSatuan.CACAH, "orang", "orang jiwa org"),
        (JenisSatuan.CACAH, "unit", "unit bh buah"),
        (JenisSatuan.CACAH, "dokumen", "dokumen dok"),
        (JenisSatuan.CACAH, "kali", "kali"),
        (JenisSatuan.CACAH, "KK", "kk"),
        (JenisSatuan.CACAH, "koperasi", "koperasi"),
        (JenisSatuan.INDEKS, "indeks", "indeks index"),
        (JenisSatuan.INDEKS, "poin", "poin point"),
        (JenisSatuan.INDEKS, "nilai", "nilai skor angka"),
        (JenisSatuan.WAKTU, "hari", "hari"),
        (JenisSatuan.WAKTU, "bulan", "bulan bln"),
        (JenisSatuan.WAKTU, "tahun", "tahun th thn"),
        (JenisSatuan.WAKTU, "jam", "jam"),
        (JenisSatuan.WAKTU, "menit", "menit"),
        (JenisSatuan.PREDIKAT, "predikat", "predikat perdikat opini kategori"),
    )
    for written in all_written.split()
}


@frozen(kw_only=False)
class Satuan:
    """
    Satuan (unit of measure): the word a document prints, which keeps its spelling.

    Two units are equal when they are written alike; `baku` tells whether they
    mean the same. A word nobody listed is still a unit.

    >>> Satuan("Persen").baku, Satuan("Persen").jenis.value, Satuan("kelompok tani").baku
    ('%', 'persen', 'kelompok tani')
    """

    nama: str = field(metadata=TEXT)
    """The unit as printed."""

    @property
    def baku(self) -> str:
        """The standard spelling, or the printed one where none is known."""
        return self._known[0]

    @property
    def jenis(self) -> JenisSatuan:
        """Which kind of unit it is."""
        return self._known[1]

    @property
    def _known(self) -> tuple[str, JenisSatuan]:
        plain = " ".join(self.nama.split())
        return _KNOWN.get(plain.casefold(), (plain, JenisSatuan.LAINNYA))

    def __str__(self) -> str:
        return self.nama
