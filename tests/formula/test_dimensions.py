"""The satuan check: what it finds, and what it leaves alone."""

from __future__ import annotations

import time
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku.angka import Angka
from iku.domain import Satuan, Temuan, TingkatTemuan
from iku.errors import IkuError
from iku.formula import (
    BasisPertumbuhan,
    IndeksKepuasanMasyarakat,
    Jumlah,
    Laju,
    Langsung,
    Persentase,
    Pertumbuhan,
    Selisih,
    check_satuan,
    evaluate,
    parse_formula,
)
from iku.formula.dimensions import (
    UNKNOWN,
    Measure,
    compute_power,
    compute_product,
    is_same_kind,
    read_measure,
    write_measure,
)
from iku.formula.satuan_check import RULES
from iku.testing.strategies import formula as formulas

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iku.typing import Formula

UNITS = {
    "PAD": "Rp",
    "PDRB": "juta rupiah",
    "BELANJA": "miliar Rp",
    "PENDUDUK": "jiwa",
    "MISKIN": "orang",
    "KOPERASI": "koperasi",
    "UMKM": "unit",
    "LAPORAN": "dokumen",
    "TINGKAT": "%",
    "BAGIAN": "persen",
    "IPM": "indeks",
    "NILAI": "Nilai",
    "HARI": "hari",
    "JAM": "jam",
    "TERNAK": "ekor",
    "SEKOLAH": "sekolah",
    "GURU": "tenaga pendidik",
    "PANEN": "ton",
    "BERAS": "ribu ton",
}
SATUAN: dict[str, Satuan | None] = {kode: Satuan(nama) for kode, nama in UNITS.items()}


def _check(text: str | Formula, hasil: str | None = None) -> tuple[Temuan, ...]:
    formula = parse_formula(text) if isinstance(text, str) else text
    return check_satuan(formula, SATUAN, satuan_hasil=None if hasil is None else Satuan(hasil))


def _codes(text: str | Formula, hasil: str | None = None) -> list[str]:
    return [temuan.kode for temuan in _check(text, hasil)]


class TestMixtures:
    """What is added, averaged or compared must be of one kind."""

    def test_rupiah_and_people(self) -> None:
        """The finding names both, and says what to do."""
        assert _check("PAD + MISKIN") == (
            Temuan(
                kode="IKU-S001",
                tingkat=TingkatTemuan.KESALAHAN,
                pesan="Rumus mencampur satuan yang berbeda: PAD (Rp) dan MISKIN (orang).",
                saran="Periksa rumus atau satuan variabelnya.",
            ),
        )

    @pytest.mark.parametrize(
        "text",
        [
            *("PAD - MISKIN", "rata_rata(PAD, PENDUDUK)", "minimum(PAD, HARI)", "MISKIN + UMKM"),
            *(
                "PAD / PENDUDUK + PAD",
                "maksimum(TINGKAT, PAD)",
                "TINGKAT + MISKIN",
                "lalu(PAD) - JAM",
            ),
            *("SEKOLAH + PAD", "PAD + PANEN", "TERNAK + TINGKAT", "TERNAK * 100 / TERNAK - GURU"),
            *("PAD / GURU + PAD^2", "TINGKAT / TERNAK + TINGKAT"),
            *("KOPERASI + LAPORAN", "-PAD + MISKIN", "PAD^2 + PAD", "(PAD + PAD) - MISKIN"),
        ],
    )
    def test_different(self, text: str) -> None:
        """Money, people, things, time and plain numbers are not one another."""
        assert _codes(text) == ["IKU-S001"]

    @pytest.mark.parametrize(
        "text",
        [
            *("PENDUDUK - MISKIN", "KOPERASI + UMKM", "TINGKAT + BAGIAN", "PAD - lalu(PAD)"),
            *("100 - TINGKAT", "1 - MISKIN / PENDUDUK", "IPM + TINGKAT", "rata_rata(IPM, TINGKAT)"),
            *(
                "PAD / MISKIN - PAD / PENDUDUK",
                "KOPERASI / UMKM + MISKIN / PENDUDUK",
                "PAD + 1 / 0",
            ),
            *(
                "PAD * 0.5 + PDRB * 0.5",
                "MISKIN + TERNAK",
                "NILAI + PAD",
                "TANPA + PAD",
                "ln(PAD) + 3",
            ),
            *(
                "rata_rata_geometrik(PAD, MISKIN)",
                "PAD^0 + MISKIN^0",
                "PAD * MISKIN / MISKIN + PAD",
            ),
            *("SEKOLAH + TERNAK", "SEKOLAH + KOPERASI", "HARI + PANEN", "IPM + PANEN", "GURU + KK"),
            *("SEKOLAH / TERNAK * 100 + TINGKAT", "(BERAS + TERNAK) - PAD", "PAD / GURU + PAD"),
            *("BERAS + TERNAK", "PANEN - lalu(PANEN)", "PANEN * SEKOLAH / SEKOLAH + BERAS * 1000"),
            *("1 + 2", "rata_rata_geometrik(IPM, IPM)", "minimum(PAD, 5)"),
        ],
    )
    def test_alike_or_unknown(self, text: str) -> None:
        """What is of one kind is not found, nor what nobody can know."""
        assert _codes(text) == []

    def test_different_magnitudes(self) -> None:
        """Millions and milliards are both rupiah and cannot be added as they are."""
        (temuan,) = _check("PDRB + BELANJA + PDRB")

        assert (temuan.kode, temuan.tingkat) == ("IKU-S002", TingkatTemuan.PERINGATAN)
        assert temuan.pesan == (
            "Rumus mencampur besaran yang berbeda: PDRB (juta rupiah) dan BELANJA (miliar Rp)."
        )
        assert _codes("PDRB + BELANJA * 1000") == []
        assert _codes("TINGKAT + MISKIN / PENDUDUK") == ["IKU-S002"]
        assert _codes("HARI - JAM") == ["IKU-S002"]
        assert _codes("BERAS - PANEN") == ["IKU-S002"]

    def test_one_finding_for_one_fault(self) -> None:
        """A fault below does not make others above, nor the same one twice."""
        assert _codes("(PAD + MISKIN) + HARI", "%") == ["IKU-S001"]
        assert _codes("(PAD + MISKIN) * (PAD + MISKIN)") == ["IKU-S001"]
        assert _codes("(PAD + MISKIN) * (PAD + HARI)") == ["IKU-S001", "IKU-S001"]

    def test_long_operands_are_cut(self) -> None:
        """A finding fits on a line."""
        long = " + ".join(["PAD"] * 100)
        (temuan,) = _check(f"({long}) - MISKIN")

        assert len(temuan.pesan) < 200
        assert "… (Rp) dan MISKIN (orang)" in temuan.pesan


class TestResults:
    """The result must be what the indicator is measured in."""

    def test_percent_without_hundred(self) -> None:
        """A ratio is no percentage yet."""
        (temuan,) = _check("MISKIN / PENDUDUK", "Persen")

        assert temuan.kode == "IKU-S004"
        assert temuan.pesan == (
            "Satuan indikator adalah Persen, tetapi rumus tidak dikalikan 100%."
        )
        assert _codes("SEKOLAH / lalu(SEKOLAH)", "%") == ["IKU-S004"]
        assert _codes("GURU / (GURU + GURU)", "persen") == ["IKU-S004"]

    @pytest.mark.parametrize(
        ("text", "hasil"),
        [
            ("MISKIN / PENDUDUK * 100", "%"),
            ("MISKIN / PENDUDUK * 100000", "per 100.000 penduduk"),
            ("MISKIN / PENDUDUK * 1000", "orang per 1.000 penduduk"),
            ("UMKM / PENDUDUK", "indeks"),
            ("PAD / PENDUDUK", "Rp/jiwa"),
            ("PDRB / PENDUDUK", "juta rupiah per kapita"),
            ("PDRB * 1000000", "rupiah"),
            ("PDRB / 1000", "Rp (miliar)"),
            ("PAD", "Rp per tahun"),
            ("TINGKAT * PENDUDUK / 100", "orang"),
            ("MISKIN / PENDUDUK * 1000", "‰"),
            ("HARI", "hari"),
            ("TINGKAT * 0.4 + BAGIAN * 0.6", "%"),
            ("rata_rata(TINGKAT, 5)", "%"),
            ("TINGKAT * 0.1 + BAGIAN * 0.1", "%"),
            ("KOPERASI", "Unit"),
            ("MISKIN + TERNAK", "orang"),
            ("SEKOLAH / lalu(SEKOLAH) * 100", "%"),
            ("SEKOLAH / TERNAK", "%"),
            ("SEKOLAH / SEKOLAH", "Rasio"),
            ("MISKIN / PENDUDUK * 100", "Persen (%)"),
            ("MISKIN / PENDUDUK * 100", "Nilai IKM"),
            ("BERAS", "kuintal"),
            ("PAD", "Rp per semester"),
            ("PAD", "m"),
            ("PAD", "-"),
            ("MISKIN / PENDUDUK * 1000", "per 1.000 balita"),
            ("5", "%"),
            ("NILAI / 7", "Rp"),
            ("PAD / TERNAK", "Rp per ekor"),
            ("IPM", "%"),
            ("PAD", "predikat"),
            ("MISKIN", "ribu"),
            ("PAD", "Rp per 1.0.0 orang"),
            ("MISKIN", "orang per 0 orang"),
            ("PAD / MISKIN * 1000", "Rp per 1.000 anak"),
            ("minimum(MISKIN / PENDUDUK * 100, 100)", "%"),
            ("MISKIN / PENDUDUK * 12", "%"),
        ],
    )
    def test_fits(self, text: str, hasil: str) -> None:
        """Units, magnitudes and rates as documents print them; vague ones fit anything."""
        assert _codes(text, hasil) == []

    @pytest.mark.parametrize(
        ("text", "hasil", "pesan"),
        [
            ("MISKIN", "%", "Rumus menghasilkan orang, bukan %."),
            ("PAD", "orang", "Rumus menghasilkan Rp, bukan orang."),
            ("HARI", "Rp", "Rumus menghasilkan hari, bukan Rp."),
            ("HARI * 100", "Rp", "Rumus menghasilkan waktu, bukan Rp."),
            ("MISKIN / PENDUDUK * 100", "Orang", "Rumus menghasilkan %, bukan Orang."),
            ("MISKIN / PENDUDUK", "Rp", "Rumus menghasilkan perbandingan, bukan Rp."),
            ("MISKIN / PENDUDUK * 7", "Rp", "Rumus menghasilkan bilangan, bukan Rp."),
            (
                "MISKIN / PENDUDUK * 1000",
                "Rp",
                "Rumus menghasilkan perbandingan × 1.000, bukan Rp.",
            ),
            ("PDRB^2 / HARI", "%", "Rumus menghasilkan Rp^2/waktu, bukan %."),
            ("1 / PAD", "%", "Rumus menghasilkan 1/Rp, bukan %."),
            ("PDRB * MISKIN", "%", "Rumus menghasilkan 1.000.000 Rp·orang, bukan %."),
            ("PAD / PENDUDUK", "hari", "Rumus menghasilkan Rp/orang, bukan hari."),
            ("MISKIN", "indeks", "Rumus menghasilkan orang, bukan indeks."),
            ("PAD", "ekor", "Rumus menghasilkan Rp, bukan ekor."),
            ("SEKOLAH", "%", "Rumus menghasilkan sekolah, bukan %."),
            ("PAD / GURU", "%", "Rumus menghasilkan Rp/tenaga pendidik, bukan %."),
        ],
    )
    def test_another_kind(self, text: str, hasil: str, pesan: str) -> None:
        """The finding says what the formula gives instead."""
        (temuan,) = _check(text, hasil)

        assert (temuan.kode, temuan.pesan) == ("IKU-S003", pesan)

    @pytest.mark.parametrize(
        ("text", "hasil", "saran"),
        [
            ("MISKIN / PENDUDUK * 1000", "%", "Bagi hasilnya dengan 10"),
            ("MISKIN / PENDUDUK", "per 1.000 penduduk", "Kalikan hasilnya dengan 1.000"),
            ("TINGKAT * PENDUDUK", "orang", "Bagi hasilnya dengan 100"),
            ("PDRB", "Rp", "Kalikan hasilnya dengan 1.000.000"),
            ("BERAS", "ton", "Kalikan hasilnya dengan 1.000"),
            ("MISKIN / PENDUDUK", "per 1.000 balita", "Kalikan hasilnya dengan 1.000"),
            ("PDRB / BELANJA * 100", "%", "Bagi hasilnya dengan 1.000"),
            ("HARI", "jam", "Kalikan hasilnya dengan 24"),
            ("TAHUN", "bulan", "Sesuaikan besarannya"),
        ],
    )
    def test_another_magnitude(self, text: str, hasil: str, saran: str) -> None:
        """The finding says by how much it is off, where that is a whole number."""
        satuan = SATUAN | {"TAHUN": Satuan("tahun")}
        (temuan,) = check_satuan(parse_formula(text), satuan, satuan_hasil=Satuan(hasil))

        assert (temuan.kode, temuan.saran) == (
            "IKU-S005",
            f"{saran} agar sesuai dengan satuan indikator.",
        )


class TestReference:
    """The reference lists every code."""

    def test_table(self) -> None:
        """With its severity and its message."""
        page = Path(__file__).parents[2] / "docs" / "reference" / "formula.md"
        rows = [
            line for line in page.read_text(encoding="utf-8").splitlines() if "IKU-S" in line[:8]
        ]

        assert rows == [
            f"| {kode} | {rule.tingkat.value} | {rule.pesan} |" for kode, rule in RULES.items()
        ]


class TestNamedFormulas:
    """Formulas of the library are in the unit that they declare."""

    @pytest.mark.parametrize(
        "formula",
        [
            Persentase(pembilang="MISKIN", penyebut="PENDUDUK"),
            Pertumbuhan(variabel="PDRB", basis=BasisPertumbuhan.LALU),
            Jumlah(suku=("KOPERASI", "UMKM")),
            Langsung(),
        ],
    )
    def test_declared(self, formula: Formula) -> None:
        """Nothing is found without a unit of the indicator; theirs is used."""
        assert _codes(formula) == []

    def test_declared_unit_is_checked(self) -> None:
        """A percentage of rupiah in people is none."""
        assert _codes(Persentase(pembilang="PAD", penyebut="PENDUDUK")) == ["IKU-S003"]

    def test_examples(self) -> None:
        """Rates, differences and survey scores."""
        laju = Laju(pembilang="MISKIN", penyebut="PENDUDUK", per=Angka("1000"))
        survey = {f"U{place}": Satuan("nilai") for place in range(1, 10)}

        assert _codes(laju, "per 1.000 penduduk") == []
        assert _codes(laju, "per 10.000 penduduk") == ["IKU-S005"]
        assert _codes(Selisih(pengurang="PAD", dikurangi="MISKIN")) == ["IKU-S001"]
        assert check_satuan(IndeksKepuasanMasyarakat(), survey, satuan_hasil=Satuan("Indeks")) == ()

    def test_no_formula(self) -> None:
        """Text is no formula."""
        with pytest.raises(IkuError) as caught:
            check_satuan(cast("Formula", "A + B"), {})
        assert caught.value.code == "wrong-type"


UNLISTED = st.sampled_from(["sekolah", "Ton", "kelompok tani", "m2", "ribu ekor", "desa (siaga)"])
WORDS = st.sampled_from(
    [*UNITS.values(), "per 1.000 penduduk", "Rp per orang", "%/tahun", "bulan", "ton/ha"]
)


class TestLaws:
    """The algebra of units."""

    @given(formula=formulas(variabel=st.sampled_from("ABC")), word=WORDS, other=WORDS)
    def test_numbers_never_change(self, formula: Formula, word: str, other: str) -> None:
        """A check, whatever it finds, changes no value and is the same each time."""
        data = {kode: Angka(f"{place}.5") for place, kode in enumerate("ABC", 1)}
        satuan: Mapping[str, Satuan | None] = {"A": Satuan(word), "B": Satuan(other)}
        before = evaluate(formula, data)
        found = check_satuan(formula, satuan, satuan_hasil=Satuan(word))

        assert evaluate(formula, data) == before
        assert check_satuan(formula, satuan, satuan_hasil=Satuan(word)) == found
        assert {temuan.kode for temuan in found} <= RULES.keys()

    @given(formula=formulas(variabel=st.sampled_from("ABC")))
    def test_nothing_known_nothing_found(self, formula: Formula) -> None:
        """Without units there are no findings, nor with words that say nothing."""
        vague: Mapping[str, Satuan | None] = dict.fromkeys("ABC", Satuan("nilai"))

        assert check_satuan(formula, {}) == ()
        assert check_satuan(formula, vague, satuan_hasil=Satuan("Tingkat / Level")) == ()

    @given(first=UNLISTED, second=UNLISTED, counted=st.sampled_from(["orang", "unit", "KK"]))
    def test_words_nobody_listed(self, first: str, second: str, counted: str) -> None:
        """They may be one another and what is counted; they are no money and no per cent."""
        word, other = read_measure(Satuan(first)), read_measure(Satuan(second))

        assert compute_product(word, compute_power(word, -1)) == Measure({}, Fraction(1))
        assert is_same_kind(word, other)
        assert is_same_kind(word, read_measure(Satuan(counted)))
        assert not is_same_kind(word, read_measure(Satuan("juta rupiah")))
        assert not is_same_kind(word, read_measure(Satuan("persen")))

    @given(word=WORDS, other=WORDS)
    def test_addition_needs_equal_dimensions(self, word: str, other: str) -> None:
        """Adding finds a difference exactly where the units are not of one kind."""
        satuan = {"A": Satuan(word), "B": Satuan(other)}
        codes = [temuan.kode for temuan in check_satuan(parse_formula("A + B"), satuan)]

        assert ("IKU-S001" in codes) == (not is_same_kind(*map(read_measure, satuan.values())))
        assert not [
            temuan for temuan in check_satuan(parse_formula("A + A"), satuan) if temuan.kode
        ]

    @given(word=WORDS)
    def test_percent_of_a_unit_is_the_unit(self, word: str) -> None:
        """Per cent times a unit is that unit, a hundred times as large."""
        unit = read_measure(Satuan(word))
        product = compute_product(read_measure(Satuan("%")), unit)

        assert product.powers == unit.powers
        assert product.scale is None or product.scale * 100 == unit.scale

    @given(word=WORDS)
    def test_reciprocals(self, word: str) -> None:
        """A unit over itself is a plain number, and twice turned over it is itself."""
        unit = read_measure(Satuan(word))

        assert compute_power(compute_power(unit, -1), -1) == unit
        if unit.scale is not None:
            assert compute_product(unit, compute_power(unit, -1)) == Measure({}, Fraction(1))

    @given(word=WORDS, other=WORDS)
    def test_agreement(self, word: str, other: str) -> None:
        """It holds both ways, for everything with itself, and with what is unknown."""
        first, second = read_measure(Satuan(word)), read_measure(Satuan(other))

        assert is_same_kind(first, first)
        assert is_same_kind(first, UNKNOWN)
        assert is_same_kind(first, second) == is_same_kind(second, first)

    @pytest.mark.parametrize("word", ["Rp", "hari", "Rp per orang", "juta Rp", "%"])
    def test_what_is_described_reads_back(self, word: str) -> None:
        """A description is a unit again."""
        measure = read_measure(Satuan(word))

        assert is_same_kind(read_measure(Satuan(write_measure(measure))), measure)

    def test_powers_without_end(self) -> None:
        """Powers of powers cost no time."""
        formula = parse_formula("(" * 29 + "PDRB" + "^64)" * 29)
        begin = time.process_time()
        check_satuan(formula, SATUAN, satuan_hasil=Satuan("%"))

        assert time.process_time() - begin < 1
