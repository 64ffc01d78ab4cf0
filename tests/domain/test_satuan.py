"""Units of measure keep their spelling and know what they mean."""

from __future__ import annotations

from typing import Any, cast

import pytest

from iku.domain import JenisSatuan, Satuan
from iku.errors import IkuError


@pytest.mark.parametrize(
    ("written", "standard", "kind"),
    [
        ("%", "%", JenisSatuan.PERSEN),
        ("Persen", "%", JenisSatuan.PERSEN),
        ("prosentase", "%", JenisSatuan.PERSEN),
        ("Rp", "Rp", JenisSatuan.MATA_UANG),
        ("Rp.", "Rp", JenisSatuan.MATA_UANG),
        ("jiwa", "orang", JenisSatuan.CACAH),
        ("bh", "unit", JenisSatuan.CACAH),
        ("Koperasi", "koperasi", JenisSatuan.CACAH),
        ("Indeks", "indeks", JenisSatuan.INDEKS),
        ("Nilai", "nilai", JenisSatuan.INDEKS),
        ("Tahun", "tahun", JenisSatuan.WAKTU),
        ("Opini", "predikat", JenisSatuan.PREDIKAT),
        ("perdikat", "predikat", JenisSatuan.PREDIKAT),
        ("kelompok  tani", "kelompok tani", JenisSatuan.LAINNYA),
    ],
)
def test_a_unit_is_understood_and_kept_as_written(
    written: str, standard: str, kind: JenisSatuan
) -> None:
    """`nama` is what was printed; `baku` and `jenis` are what it means."""
    satuan = Satuan(written)
    assert (str(satuan), satuan.baku, satuan.jenis) == (written, standard, kind)


def test_two_spellings_are_two_units_that_mean_the_same() -> None:
    """Equality is of spelling, so that documents compare as printed."""
    assert Satuan("%") != Satuan("Persen")
    assert Satuan("%").baku == Satuan("Persen").baku


@pytest.mark.parametrize(("written", "code"), [("", "empty-text"), (5, "wrong-type")])
def test_no_word_is_no_unit(written: object, code: str) -> None:
    """The field is named."""
    with pytest.raises(IkuError) as caught:
        Satuan(cast("Any", written))
    assert (caught.value.code, caught.value.path) == (code, "$.nama")
