"""Series: one figure for each variable and period, however it arrives."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal
from typing import TYPE_CHECKING, cast

import pytest

from iku.angka import Angka
from iku.domain import Data, Dokumen, JenisDokumen, Kosong, Periode, Variabel
from iku.errors import CODES, IkuError
from iku.formula import Seri

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from iku.formula.evaluation.seri import BarisSeri, NilaiSeri, PeriodeSeri, PilihanSumber

TAHUN = Periode.tahunan(2022)


def _data(nilai: str, *, sumber: str | None = None, periode: Periode = TAHUN) -> Data:
    return Data(variabel="PDRB", periode=periode, nilai=Angka(nilai), sumber=sumber)


def _dokumen(*data: Data, periode: Periode | None = None) -> Dokumen:
    return Dokumen(
        jenis=JenisDokumen.IKU,
        judul="IKU",
        variabel=(Variabel(kode="PDRB", nama="PDRB"),),
        data=data,
        periode=periode,
    )


class TestMaking:
    """Rows, mappings and documents make the same series."""

    def test_same_from_everywhere(self) -> None:
        """Neither the order nor the shape of what was given matters."""
        expected = Seri(
            (_data("1"), Data(variabel="NTB", periode=Periode.triwulan_ke(2022, 1), nilai=Kosong()))
        )
        rows: tuple[tuple[BarisSeri, ...], ...] = (
            (("PDRB", 2022, 1), ("NTB", "2022-TW1", Kosong())),
            (("NTB", Periode.triwulan_ke(2022, 1), Kosong()), ("PDRB", "2022", Decimal(1))),
            (
                {"variabel": "PDRB", "periode": 2022, "nilai": Angka("1"), "catatan": "ADHB"},
                ("NTB", "2022-TW1", Kosong(), None),
            ),
            (_data("1"), ("NTB", "2022-TW1", Kosong()), ("NTB", 2021, None)),
        )

        assert all(Seri.from_rows(each) == expected for each in rows)
        pdrb: dict[PeriodeSeri, NilaiSeri] = {"2022": 1, 2021: None}
        ntb: dict[PeriodeSeri, NilaiSeri] = {Periode.triwulan_ke(2022, 1): Kosong()}
        assert expected == Seri.from_mapping({"PDRB": pdrb, "NTB": ntb})
        assert expected.variabel == ("NTB", "PDRB")

    def test_sumber_is_kept(self) -> None:
        """Whose figure it is stays with it."""
        (row,) = Seri.from_rows([("PDRB", 2022, 1, "BPS")]).data

        assert row == _data("1", sumber="BPS")

    def test_find(self) -> None:
        """The figure, the stated absence, or nothing."""
        seri = Seri.from_rows([("PDRB", 2022, Angka("1.50")), ("PDRB", 2023, Kosong())])

        assert seri.find("PDRB", TAHUN) == Angka("1.50")
        assert seri.find("PDRB", Periode.tahunan(2023)) == Kosong()
        assert seri.find("PDRB", Periode.tahunan(2024)) is None
        assert seri.find("NTB", TAHUN) is None

    def test_it_is_a_value(self) -> None:
        """It copies, compares, hashes, and finds afterwards."""
        seri = Seri.from_rows([("PDRB", 2022, 1)])
        for same in (copy.deepcopy(seri), pickle.loads(pickle.dumps(seri))):  # noqa: S301 - our own bytes
            assert same == seri
            assert hash(same) == hash(seri)
            assert same.find("PDRB", TAHUN) == Angka("1")

    def test_from_dokumen(self) -> None:
        """Years of the plan are calendar years where the plan says when it begins."""
        row = _data("1", periode=Periode.tahun_ke(2))

        assert Seri.from_dokumen(_dokumen(row)).data == (row,)
        assert Seri.from_dokumen(_dokumen(row, periode=Periode.rentang(2021, 2025))).data == (
            _data("1"),
        )
        assert Seri.from_dokumen(_dokumen(row, periode=Periode.tahun_ke(1))).data == (row,)


class TestSources:
    """Where several sources have a figure, the caller says whose to take."""

    ROWS = (_data("1", sumber="BPS"), _data("2", sumber="Dinas"), _data("3"))

    @pytest.mark.parametrize(
        ("sumber", "nilai"),
        [
            ("BPS", "1"),
            ("Dinas", "2"),
            (("Bappeda", "Dinas", "BPS"), "2"),
            ((None,), "3"),
            (["BPS"], "1"),
        ],
    )
    def test_chosen(self, sumber: PilihanSumber, nilai: str) -> None:
        """The first of the names that has one."""
        for seri in (
            Seri.from_rows(self.ROWS, sumber=sumber),
            Seri.from_dokumen(_dokumen(*self.ROWS), sumber=sumber),
        ):
            assert seri.find("PDRB", TAHUN) == Angka(nilai)

    def test_the_only_one_is_taken(self) -> None:
        """Whoever it is from."""
        assert Seri.from_rows(self.ROWS[:1], sumber="Dinas").find("PDRB", TAHUN) == Angka("1")

    def test_refused(self) -> None:
        """Nobody guesses; the error names the sources there are."""
        makers: tuple[Callable[[], Seri], ...] = (
            lambda: Seri(self.ROWS),
            lambda: Seri.from_rows(self.ROWS),
            lambda: Seri.from_rows(self.ROWS, sumber="Bappeda"),
            lambda: Seri.from_dokumen(_dokumen(*self.ROWS)),
        )
        for make in makers:
            with pytest.raises(IkuError) as caught:
                make()

            assert caught.value.code == "several-sources"
            assert caught.value.code in CODES
            assert caught.value.found == "3 figures of 'PDRB' for 2022: 'BPS', 'Dinas', no source"

    def test_one_source_twice(self) -> None:
        """A name does not decide between two rows of its own."""
        with pytest.raises(IkuError) as caught:
            Seri.from_rows([_data("1", sumber="BPS"), _data("2", sumber="BPS")], sumber="BPS")
        assert caught.value.code == "several-sources"


class TestRefusals:
    """What is no row is refused at its place."""

    @pytest.mark.parametrize(
        ("row", "code", "path"),
        [
            (5, "wrong-type", "$[1]"),
            ("PDRB", "wrong-type", "$[1]"),
            (("PDRB", 2022), "wrong-type", "$[1]"),
            (("PDRB", 2022, 1, "BPS", "x"), "wrong-type", "$[1]"),
            ({"variabel": "PDRB", "nilai": 1}, "missing-field", "$[1]"),
            (("PDRB", 2022, 1.5), "wrong-type", "$[1].nilai"),
            (("PDRB", 2022, "1,5"), "wrong-type", "$[1].nilai"),
            (("PDRB", 2022, True), "wrong-type", "$[1].nilai"),
            (("PDRB", 2022, Decimal("NaN")), "wrong-type", "$[1]"),
            (("PDRB", True, 1), "wrong-type", "$[1].periode"),
            (("PDRB", None, 1), "wrong-type", "$[1].periode"),
            (("PDRB", 22, 1), "bad-periode", "$[1].tahun"),
            (("PDRB", "TW1", 1), "bad-periode", "$[1]"),
            (("", 2022, 1), "bad-kode", "$[1].variabel"),
            (("PDRB", 2022, 1, 7), "wrong-type", "$[1].sumber"),
        ],
    )
    def test_row(self, row: object, code: str, path: str) -> None:
        """With the number of the row."""
        with pytest.raises(IkuError) as caught:
            Seri.from_rows(cast("Iterable[BarisSeri]", [("NTB", 2022, 1), row]))

        assert (caught.value.code, caught.value.path) == (code, path)

    def test_only_data(self) -> None:
        """The constructor takes the nouns of the model."""
        with pytest.raises(IkuError) as caught:
            Seri(cast("tuple[Data, ...]", (1,)))
        assert (caught.value.code, caught.value.path) == ("wrong-type", "$.data[0]")

    def test_year_beyond_the_plan(self) -> None:
        """A plan of two years has no third."""
        row = _data("1", periode=Periode.tahun_ke(3))
        with pytest.raises(IkuError) as caught:
            Seri.from_dokumen(_dokumen(row, periode=Periode.rentang(2021, 2022)))
        assert caught.value.code == "bad-periode"
