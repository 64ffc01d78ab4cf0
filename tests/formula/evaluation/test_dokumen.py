"""Every indicator of a document, computed from the figures that the document holds."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar, cast

import attrs
import pytest

from iku.angka import Angka
from iku.domain import (
    Data,
    Dokumen,
    Indikator,
    JenisDokumen,
    Kategori,
    Kosong,
    Penjelasan,
    Periode,
    Realisasi,
    Sasaran,
    Satuan,
    SebabKosong,
    Variabel,
)
from iku.errors import IkuError
from iku.formula import (
    FormulaTakDikenal,
    Langsung,
    Narasi,
    Persentase,
    evaluate_dokumen,
    parse_formula,
)

if TYPE_CHECKING:
    from iku.domain import Nilai
    from iku.tree import Expression
    from iku.typing import Formula

TAHUN = Periode.tahunan(2022)
KOPERASI = Penjelasan(kode="S1.1.a", formula=Persentase(pembilang="NTB_KOPERASI", penyebut="PDRB"))
UMKM = Penjelasan(kode="S1.1.b", formula=Persentase(pembilang="NTB_UMKM", penyebut="PDRB"))
FIGURES = {"NTB_KOPERASI": {2021: 1, 2022: 2}, "NTB_UMKM": {2022: 4}, "PDRB": {2021: 5, 2022: 7}}


@attrs.frozen(kw_only=True)
class _Failing:
    """A formula of a third party that raises."""

    tipe: ClassVar[str] = "uji:gagal/1"

    @property
    def variables(self) -> tuple[str, ...]:
        return ()

    def lower(self) -> Expression:
        raise RuntimeError


def _indikator(kode: str, *penjelasan: Penjelasan, **fields: object) -> Indikator:
    return attrs.evolve(
        Indikator(kode=kode, nama=kode),
        penjelasan=penjelasan,
        **fields,  # type: ignore[arg-type]  # any field
    )


def _dokumen(*indikator: Indikator, periode: Periode | None = None) -> Dokumen:
    """Put the first indicator under a Sasaran and the others beside it."""
    return Dokumen(
        jenis=JenisDokumen.IKU,
        judul="IKU",
        sasaran=(Sasaran(kode="S1", uraian="Sasaran", indikator=indikator[:1]),),
        indikator=indikator[1:],
        variabel=tuple(Variabel(kode=kode, nama=kode) for kode in FIGURES),
        data=tuple(
            Data(variabel=kode, periode=Periode.tahunan(tahun), nilai=Angka(nilai))
            for kode, by_year in FIGURES.items()
            for tahun, nilai in by_year.items()
        ),
        periode=periode,
    )


def _only(formula: Formula | None, **fields: object) -> Indikator:
    return _indikator("S1.1", Penjelasan(formula=formula), **fields)


class TestParts:
    """An Indikator with several Penjelasan has a value when the document says how."""

    def test_one(self) -> None:
        """Its Penjelasan is computed once, under both kode."""
        hasil = evaluate_dokumen(_dokumen(_indikator("S1.1", KOPERASI)), TAHUN)

        assert tuple(hasil) == ("S1.1", "S1.1.a")
        assert hasil["S1.1"] is hasil["S1.1.a"]
        assert hasil["S1.1"].trace == "2 / 7 × 100% = 28,57%"
        assert hasil["S1.1"].periode == TAHUN
        assert hasil.verify()

    def test_several_without_penggabungan(self) -> None:
        """The parts have values, the whole has a reason."""
        hasil = evaluate_dokumen(_dokumen(_indikator("S1.1", KOPERASI, UMKM)), TAHUN)
        reason = hasil["S1.1"].alasan

        assert hasil["S1.1.b"].eksak == Fraction(400, 7)
        assert reason is not None
        assert (reason.kode, reason.variabel) == ("tanpa_penggabungan", ("S1.1.a", "S1.1.b"))
        assert reason.pesan == "cara menggabungkan S1.1.a dan S1.1.b tidak disebutkan"
        assert reason.explain("en") == "nothing says how S1.1.a and S1.1.b make one value"
        assert hasil["S1.1"].formula is None
        assert hasil.verify()

    def test_several_with_penggabungan(self) -> None:
        """The formula over their kode makes the one value."""
        whole = parse_formula("rata_rata(`S1.1.a`, `S1.1.b`)")
        indikator = _indikator("S1.1", KOPERASI, UMKM, penggabungan=whole, satuan=Satuan("%"))
        hasil = evaluate_dokumen(_dokumen(indikator), TAHUN)

        assert hasil["S1.1"].eksak == Fraction(300, 7)
        assert hasil["S1.1"].trace == "rata-rata(28,571429; 57,142857) = 42,86%"

    def test_penggabungan_over_one(self) -> None:
        """It counts with one part too."""
        whole = parse_formula("2 * `S1.1.a`")
        hasil = evaluate_dokumen(_dokumen(_indikator("S1.1", KOPERASI, penggabungan=whole)), TAHUN)

        assert hasil["S1.1"].eksak == 2 * Fraction(200, 7)

    @pytest.mark.parametrize(
        ("formula", "kode", "pesan"),
        [
            (None, "tanpa_rumus", "rumus belum ada"),
            (
                Narasi(teks="Berdasarkan survei"),
                "narasi",
                "rumus berupa uraian: Berdasarkan survei",
            ),
            (
                FormulaTakDikenal(tag="kota-x:indeks/1"),
                "tak_dikenal",
                "rumus kota-x:indeks/1 tidak dikenal di sini",
            ),
            (_Failing(), "plugin_gagal", "plug-in 'uji:gagal/1' gagal menyusun rumusnya"),
        ],
    )
    def test_no_value(self, formula: Formula | None, kode: str, pesan: str) -> None:
        """The reason says what is missing; the others are computed."""
        hasil = evaluate_dokumen(_dokumen(_only(formula), _indikator("S1.2", KOPERASI)), TAHUN)
        reason = hasil["S1.1"].alasan

        assert reason is not None
        assert (reason.kode, reason.pesan) == (kode, pesan)
        assert hasil["S1.2"].alasan is None
        assert hasil.verify()

    def test_no_penjelasan(self) -> None:
        """Nobody said how it is measured."""
        reason = evaluate_dokumen(_dokumen(_indikator("S1.1")), TAHUN)["S1.1"].alasan

        assert reason is not None
        assert reason.kode == "tanpa_rumus"

    def test_satuan(self) -> None:
        """The formula's own, or that of the Penjelasan, or that of the Indikator."""
        rate = parse_formula("PDRB")
        satuan = [
            evaluate_dokumen(_dokumen(indikator), TAHUN)["S1.1"].satuan
            for indikator in (
                _only(KOPERASI.formula, satuan=Satuan("unit")),
                _indikator("S1.1", Penjelasan(formula=rate, satuan=Satuan("Rp"))),
                _only(rate, satuan=Satuan("unit")),
                _only(rate),
            )
        ]

        assert satuan == [Satuan("%"), Satuan("Rp"), Satuan("unit"), None]


class TestBuiltOnEachOther:
    """Formulas may name Indikator and Penjelasan as they name Variabel."""

    def test_indicators_on_indicators(self) -> None:
        """In whatever order the document has them."""
        hasil = evaluate_dokumen(
            _dokumen(
                _only(parse_formula("`S1.2` + `S1.1.b` - `S1.3`")),
                _indikator("S1.2", KOPERASI),
                _indikator("S1.3", UMKM),
            ),
            TAHUN,
        )

        assert hasil["S1.1"].eksak == Fraction(200, 7)
        assert tuple(hasil) == ("S1.1", "S1.2", "S1.1.a", "S1.3", "S1.1.b")

    def test_growth_of_an_indicator(self) -> None:
        """The earlier value is computed from the earlier figures."""
        hasil = evaluate_dokumen(
            _dokumen(_only(parse_formula("`S1.2` - lalu(`S1.2`)")), _indikator("S1.2", KOPERASI)),
            TAHUN,
        )

        assert hasil["S1.1"].eksak == Fraction(200, 7) - 20
        assert hasil["S1.1"].trace == "28,571429 − 20 = 8,57"

    def test_year_of_the_plan(self) -> None:
        """It is the calendar year that it is in the plan of the document."""
        dokumen = _dokumen(_indikator("S1.1", KOPERASI), periode=Periode.rentang(2021, 2025))
        hasil = evaluate_dokumen(dokumen, Periode.tahun_ke(2))

        assert hasil == evaluate_dokumen(dokumen, TAHUN)
        assert hasil.periode == TAHUN


class TestLangsung:
    """A formula that says the value is reported takes what was reported."""

    @staticmethod
    def _reported(*nilai: Nilai, formula: Formula | None = None) -> Indikator:
        realisasi = tuple(
            Realisasi(periode=TAHUN, nilai=one, sumber=sumber)
            for one, sumber in zip(nilai, ("BPS", "Dinas"), strict=False)
        )
        return _only(formula or Langsung(sumber="BPS"), realisasi=realisasi, satuan=Satuan("%"))

    def test_reported(self) -> None:
        """The Realisasi of the period is the value."""
        hasil = evaluate_dokumen(_dokumen(self._reported(Angka("75.50"))), TAHUN)

        assert (hasil["S1.1"].eksak, hasil["S1.1"].trace) == (Fraction(151, 2), "75,5%")
        assert hasil.verify()
        changed = attrs.evolve(hasil["S1.1"], jawaban=Fraction(1))
        assert not changed.verify()

    @pytest.mark.parametrize(
        ("nilai", "kode"),
        [
            ((), "tanpa_data"),
            ((Kosong(sebab=SebabKosong.BELUM_DILAPORKAN),), "belum_dilaporkan"),
            ((Kategori(label="BB"),), "bukan_bilangan"),
        ],
    )
    def test_nothing_reported(self, nilai: tuple[Nilai, ...], kode: str) -> None:
        """The reason names the Indikator."""
        hasil = evaluate_dokumen(_dokumen(self._reported(*nilai)), TAHUN)
        reason = hasil["S1.1"].alasan

        assert reason is not None
        assert (reason.kode, reason.variabel) == (kode, ("S1.1",))
        assert hasil.verify()

    def test_others_build_on_it(self) -> None:
        """This year and the year before."""
        before = Realisasi(periode=Periode.tahunan(2021), nilai=Angka("70"))
        reported = self._reported(Angka("75.50"))
        reported = attrs.evolve(reported, realisasi=(*reported.realisasi, before))
        naik = _indikator("S1.2", Penjelasan(formula=parse_formula("`S1.1` - lalu(`S1.1`)")))
        hasil = evaluate_dokumen(_dokumen(reported, naik), TAHUN)

        assert hasil["S1.2"].eksak == Fraction(11, 2)
        assert hasil.verify()

    def test_computed_is_computed(self) -> None:
        """Whatever was reported beside it."""
        indikator = self._reported(Angka("1"), formula=KOPERASI.formula)

        assert evaluate_dokumen(_dokumen(indikator), TAHUN)["S1.1"].eksak == Fraction(200, 7)

    def test_year_of_the_plan(self) -> None:
        """A Realisasi may be printed under it."""
        realisasi = (Realisasi(periode=Periode.tahun_ke(2), nilai=Angka("8")),)
        dokumen = _dokumen(
            _only(Langsung(), realisasi=realisasi), periode=Periode.rentang(2021, 2025)
        )

        assert evaluate_dokumen(dokumen, TAHUN)["S1.1"].eksak == 8

    def test_part_of_several(self) -> None:
        """What was reported is of the Indikator, so one part of it has no value."""
        indikator = attrs.evolve(
            self._reported(Angka("8")),
            penjelasan=(Penjelasan(kode="S1.1.a", formula=Langsung()), UMKM),
        )
        hasil = evaluate_dokumen(_dokumen(indikator), TAHUN)
        reason = hasil["S1.1.a"].alasan

        assert reason is not None
        assert (reason.kode, reason.pesan) == ("langsung", "nilai dilaporkan langsung")

    def test_whole_of_several(self) -> None:
        """With a penggabungan that says so it is that of the Indikator."""
        indikator = attrs.evolve(
            self._reported(Angka("8")), penjelasan=(KOPERASI, UMKM), penggabungan=Langsung()
        )

        assert evaluate_dokumen(_dokumen(indikator), TAHUN)["S1.1"].eksak == 8


class TestSources:
    """Several sources of one figure need a choice."""

    def test_data(self) -> None:
        """The error names the variable; the choice settles it."""
        dokumen = _dokumen(_indikator("S1.1", KOPERASI)).with_data(
            Data(variabel="PDRB", periode=TAHUN, nilai=Angka("8"), sumber="BPS")
        )
        with pytest.raises(IkuError) as caught:
            evaluate_dokumen(dokumen, TAHUN)

        assert caught.value.code == "several-sources"
        assert evaluate_dokumen(dokumen, TAHUN, sumber="BPS")["S1.1"].eksak == 25

    def test_realisasi(self) -> None:
        """The same for what is reported."""
        dokumen = _dokumen(TestLangsung._reported(Angka("1"), Angka("2")))
        with pytest.raises(IkuError) as caught:
            evaluate_dokumen(dokumen, TAHUN)

        assert caught.value.code == "several-sources"
        assert evaluate_dokumen(dokumen, TAHUN, sumber=("Bappeda", "Dinas"))["S1.1"].eksak == 2

    @pytest.mark.parametrize(
        ("dokumen", "periode", "path"),
        [(None, TAHUN, "$.dokumen"), (_dokumen(_only(None)), 2022, "$.periode")],
    )
    def test_arguments(self, dokumen: object, periode: object, path: str) -> None:
        """A document and a period."""
        with pytest.raises(IkuError) as caught:
            evaluate_dokumen(cast("Dokumen", dokumen), cast("Periode", periode))
        assert (caught.value.code, caught.value.path) == ("wrong-type", path)
