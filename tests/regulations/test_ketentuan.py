"""What norms fix: each provision has a source, a status, and a value that computes."""

from __future__ import annotations

import copy
import pickle
from datetime import date
from fractions import Fraction
from importlib import import_module
from pkgutil import walk_packages
from typing import TYPE_CHECKING, Any, Final, cast

import attrs
import pytest

from iku import regulations
from iku.angka import Angka
from iku.domain import Predikat, Rujukan, Skala, StatusRujukan
from iku.errors import IkuError, NotFoundError
from iku.formula import AcuanIPM, evaluate
from iku.formula.named import UNSUR
from iku.regulations import IKM, IKM_TERCETAK, NILAI_AKIP, AturanTenggat, Ketentuan
from iku.regulations import permenpanrb_14_2017 as skm
from iku.regulations import permenpanrb_88_2021 as akip
from iku.typing import CapaianRule, Formula

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

ALL: Final = regulations.KETENTUAN
UNVERIFIED: Final = {"opini-bpk", "kategori-iki-8-2021"}
"""What no text that was read lays down; each has to be asked for."""
VERIFIED: Final = {
    "capaian-iki-8-2021",
    "nilai-iki-8-2021",
    "nilai-iki-8-2021-dibulatkan",
    "nilai-iki-8-2021-target-maksimal",
    "skp-waktu-biaya-1-2013",
    "koperasi-15-2021",
    "koperasi-15-2021-uraian",
    "capaian-maluku-tengah-2021",
    "maluku-tengah-2021",
}
"""What was read in the text that lays it down."""


def _modules() -> list[ModuleType]:
    found = walk_packages(regulations.__path__, f"{regulations.__name__}.")
    return [import_module(each.name) for each in found]


class TestAll:
    """Every provision that the library knows."""

    def test_none_is_left_out(self) -> None:
        """Whatever a module of the package defines is exported, listed and found by its kode."""
        defined = {
            name: cast("Ketentuan[object]", value)
            for module in _modules()
            for name, value in vars(module).items()
            if isinstance(value, Ketentuan)
        }

        assert {name: getattr(regulations, name, None) for name in defined} == defined
        assert set(defined) <= set(regulations.__all__)
        assert sorted(each.kode for each in defined.values()) == sorted(each.kode for each in ALL)
        assert len({each.kode for each in ALL}) == len(ALL)

    def test_scales_and_deadlines_are_listed(self) -> None:
        """By what they are."""
        scales = [each for each in ALL if isinstance(each.isi, Skala)]
        deadlines = [each for each in ALL if isinstance(each.isi, AturanTenggat)]

        assert scales == list(regulations.SKALA)
        assert deadlines == list(regulations.TENGGAT)

    @pytest.mark.parametrize("ketentuan", ALL, ids=lambda each: each.kode)
    def test_found_by_kode(self, ketentuan: Ketentuan[object]) -> None:
        """Whatever the constant is called."""
        assert regulations.find(ketentuan.kode) is ketentuan

    def test_not_found(self) -> None:
        """A near name is proposed."""
        with pytest.raises(NotFoundError) as caught:
            regulations.find("skm-14-2071")

        assert (caught.value.code, "skm-14-2017" in caught.value.repair) == ("not-found", True)

    @pytest.mark.parametrize("ketentuan", ALL, ids=lambda each: each.kode)
    def test_it_says_where_it_comes_from(self, ketentuan: Ketentuan[object]) -> None:
        """And how far that was read; what was read nowhere says so."""
        status = StatusRujukan.SEKUNDER
        if ketentuan.kode in VERIFIED:
            status = StatusRujukan.TERVERIFIKASI
        elif ketentuan.kode in UNVERIFIED:
            status = StatusRujukan.BELUM_TERVERIFIKASI

        assert ketentuan.rujukan.status is status
        assert ketentuan.rujukan.dasar_hukum or ketentuan.rujukan.uraian

    @pytest.mark.parametrize("ketentuan", ALL, ids=lambda each: each.kode)
    def test_it_is_a_value(self, ketentuan: Ketentuan[object]) -> None:
        """Like every other."""
        assert copy.deepcopy(ketentuan) == ketentuan
        assert pickle.loads(pickle.dumps(ketentuan)) == ketentuan  # noqa: S301 - our own bytes
        assert hash(copy.deepcopy(ketentuan)) == hash(ketentuan)

    @pytest.mark.parametrize("ketentuan", ALL, ids=lambda each: each.kode)
    def test_it_says_what_it_is(self, ketentuan: Ketentuan[object]) -> None:
        """A formula or a rule has a tag and a tree; the rest is a parameter of known type."""
        kinds = (Formula, CapaianRule, Skala, AcuanIPM, AturanTenggat)

        assert isinstance(ketentuan.isi, kinds)

    @pytest.mark.parametrize("ketentuan", regulations.SKALA, ids=lambda each: each.kode)
    def test_a_scale_carries_what_its_provision_says(self, ketentuan: Ketentuan[Skala]) -> None:
        """So that it says the same inside a document."""
        isi = ketentuan.isi

        assert (isi.kode, isi.nama, isi.rujukan) == (
            ketentuan.kode,
            ketentuan.nama,
            ketentuan.rujukan,
        )
        assert (isi.berlaku_mulai, isi.berlaku_sampai) == (
            ketentuan.berlaku_mulai,
            ketentuan.berlaku_sampai,
        )


class TestSkm:
    """PermenPANRB 14/2017."""

    def test_bounds(self) -> None:
        """All ones are 25 and all fours are 100, exactly; with 0,111 they are not."""
        one, four = dict.fromkeys(UNSUR, 1), dict.fromkeys(UNSUR, 4)

        assert [evaluate(IKM.isi, data).eksak for data in (one, four)] == [25, 100]
        assert [evaluate(IKM_TERCETAK.isi, data).eksak for data in (one, four)] == [
            Fraction("24.975"),
            Fraction("99.9"),
        ]

    def test_variables(self) -> None:
        """The nine unsur have names, under the kode that the formula uses."""
        assert tuple(each.kode for each in skm.VARIABEL) == IKM.isi.variables
        assert skm.VARIABEL[0].nama == "Persyaratan"
        assert len({each.nama for each in skm.VARIABEL}) == 9


class TestAkip:
    """PermenPANRB 88/2021."""

    def test_bounds(self) -> None:
        """The score goes from 0 to 100."""
        names = NILAI_AKIP.isi.variables

        assert names == tuple(each.kode for each in akip.VARIABEL)
        assert evaluate(NILAI_AKIP.isi, dict.fromkeys(names, 0)).eksak == 0
        assert evaluate(NILAI_AKIP.isi, dict.fromkeys(names, 100)).eksak == 100

    def test_each_weight_is_a_share(self) -> None:
        """One full component alone gives its weight."""
        for each in NILAI_AKIP.isi.komponen:
            data = {name: 100 * (name == each.variabel) for name in NILAI_AKIP.isi.variables}

            assert evaluate(NILAI_AKIP.isi, data).eksak == Fraction(each.bobot.nilai)


class TestKetentuan:
    """A provision of somebody else's norm."""

    def test_validity(self) -> None:
        """It may say from when to when it holds."""
        ours = Ketentuan(
            kode="bobot-contoh",
            nama="Bobot contoh",
            isi=Angka("0.5"),
            rujukan=Rujukan(uraian="Peraturan contoh"),
            berlaku_mulai=date(2024, 1, 1),
            berlaku_sampai=date(2024, 12, 31),
        )

        assert ours.isi.teks == "0.5"
        assert attrs.evolve(ours, berlaku_sampai=None).berlaku_mulai == date(2024, 1, 1)

    def test_a_scale_needs_a_source(self) -> None:
        """A scale of nobody is no provision."""
        mine = Skala(kode="x", nama="x", predikat=(Predikat(label="A"),))
        with pytest.raises(IkuError) as caught:
            regulations.make_ketentuan(mine)

        assert (caught.value.code, caught.value.path) == ("wrong-type", "$.rujukan")

    @pytest.mark.parametrize(
        ("changes", "code", "path"),
        [
            ({"kode": ""}, "bad-kode", "$.kode"),
            ({"nama": " "}, "empty-text", "$.nama"),
            ({"rujukan": None}, "wrong-type", "$.rujukan"),
            ({"berlaku_mulai": "2017"}, "wrong-type", "$.berlaku_mulai"),
        ],
    )
    def test_refused(self, changes: dict[str, Any], code: str, path: str) -> None:
        """Nothing is without a source."""
        evolve = cast("Callable[..., object]", attrs.evolve)
        with pytest.raises(IkuError) as caught:
            evolve(IKM, **changes)

        assert (caught.value.code, caught.value.path) == (code, path)
