"""A capaian rule of a third party that cannot be used here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from iku.angka import Angka
from iku.domain import Ambang, Kategori, Pembanding, Rentang
from iku.errors import IkuError
from iku.formula import Persentase
from iku.scoring import AturanTakDikenal, RentangTarget, compute_capaian

if TYPE_CHECKING:
    from iku.formula.evaluation.masukan import NilaiMasukan
    from iku.scoring import Capaian

DELAPAN: Final = Rentang(bawah=Angka("7"), atas=Angka("8"))
TARGETS: Final[tuple[NilaiMasukan, ...]] = (
    *(4, 0, -4),
    DELAPAN,
    Ambang(pembanding=Pembanding.KURANG_DARI, batas=Angka("49")),
    Kategori(label="A"),
)


def kode(capaian: Capaian) -> str:
    """Give the kode of the reason."""
    assert capaian.alasan is not None
    return capaian.alasan.kode


class TestUnknown:
    """A rule of others that cannot be used has no values and says why."""

    RULE: Final = AturanTakDikenal(tag="kota-x:progresif/1")

    @pytest.mark.parametrize("target", TARGETS)
    def test_whatever_the_target(self, target: NilaiMasukan) -> None:
        """Even where other rules would have a reason of their own."""
        capaian = compute_capaian(target, 3, rule=self.RULE)

        assert kode(capaian) == "tak_dikenal"
        assert capaian.trace == "aturan capaian kota-x:progresif/1 tidak dikenal di sini"
        assert capaian.explain("en") == "the formula or rule is unknown here (kota-x:progresif/1)"
        assert capaian.verify()

    def test_what_is_missing_comes_first(self) -> None:
        """Another rule could not compute it either."""
        assert kode(compute_capaian(None, 3, rule=self.RULE)) == "tanpa_data"

    def test_inside_others(self) -> None:
        """They hand over to it."""
        rule = RentangTarget(aturan=self.RULE)
        assert kode(compute_capaian(DELAPAN, 9, rule=rule)) == "tak_dikenal"

    def test_the_cause_is_not_compared(self) -> None:
        """It belongs to the installation and not to the document."""
        broken = AturanTakDikenal(tag="kota-x:progresif/1", sebab="rusak")

        assert (broken, hash(broken)) == (self.RULE, hash(self.RULE))
        assert kode(compute_capaian(4, 3, rule=broken)) == "plugin_gagal"

    def test_a_plain_tag_is_refused(self) -> None:
        """It would be a rule of the library."""
        with pytest.raises(IkuError) as caught:
            AturanTakDikenal(tag="realisasi_per_target")

        assert (caught.value.code, caught.value.path) == ("bad-tag", "$.tag")

    def test_a_formula_is_no_rule(self) -> None:
        """It has variables of its own."""
        with pytest.raises(IkuError) as caught:
            compute_capaian(4, 3, rule=Persentase(pembilang="realisasi", penyebut="target"))

        assert (caught.value.code, caught.value.path) == ("wrong-type", "$.rule")
