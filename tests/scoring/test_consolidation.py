"""Parts of a year: published years, and what is never guessed about the parts."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import attrs
import pytest

from iku.angka import Angka
from iku.domain import (
    Ambang,
    Kategori,
    Konsolidasi,
    Kosong,
    Nilai,
    Pembanding,
    Periode,
    Realisasi,
    Satuan,
    SebabKosong,
    Target,
)
from iku.errors import IkuError
from iku.scoring import (
    HasilKonsolidasi,
    Perbedaan,
    RealisasiPerTarget,
    compute_capaian,
    compute_konsolidasi,
    convert_to_bagian,
    convert_to_kumulatif,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    Figures = Mapping[str, str | int | Nilai]

ROWS: list[dict[str, object]] = json.loads(
    (Path(__file__).parents[1] / "vectors" / "konsolidasi.json").read_text(encoding="utf-8")
)["rows"]
B, BB = Kategori(label="B"), Kategori(label="BB")


def rows(figures: Figures, *, sumber: str | None = None) -> tuple[Realisasi, ...]:
    """Reported results by period."""
    return tuple(
        Realisasi(
            periode=Periode.from_text(periode),
            nilai=Angka(nilai) if isinstance(nilai, str | int) else nilai,
            sumber=sumber,
        )
        for periode, nilai in figures.items()
    )


def join(
    figures: Figures,
    how: Konsolidasi | str | None = Konsolidasi.JUMLAH,
    periode: str = "2023",
) -> HasilKonsolidasi:
    """Join them."""
    made = compute_konsolidasi(rows(figures), periode=Periode.from_text(periode), konsolidasi=how)
    assert made.verify()
    return made


def missing(made: HasilKonsolidasi) -> str:
    """The missing parts as text."""
    return " ".join(map(str, made.belum_ada))


class TestPublished:
    """Years that offices printed."""

    @pytest.mark.parametrize("row", ROWS, ids=[str(row["id"]) for row in ROWS])
    def test_year(self, row: dict[str, str]) -> None:
        """Exactly, and with the printed capaian where there is one."""
        figures = cast("dict[str, str]", row["angka"])
        made = join(figures, row["konsolidasi"], row["tahun"])

        assert made.eksak == Fraction(row["hasil"])
        assert made.perbedaan == ()
        if "capaian" in row:
            cap = Angka(row["maksimum"]) if "maksimum" in row else None
            capaian = compute_capaian(
                Angka(row["target"]), made.jawaban, rule=RealisasiPerTarget(maksimum=cap)
            )
            assert str(capaian.round(len(row["capaian"].partition(".")[2]))) == row["capaian"]


class TestZeroAndMissing:
    """Zero is a figure; what is missing is listed and never zero."""

    def test_zero_counts(self) -> None:
        """In a mean as in a sum."""
        assert join({"2023-TW1": 0, "2023-TW2": 4}, "rata_rata").eksak == 2
        assert join({"2023-TW1": 4, "2023-TW2": 0}, "terakhir").eksak == 0

    def test_missing_is_listed(self) -> None:
        """Whether there is no row, or a row that says so."""
        made = join({"2023-TW1": 4, "2023-TW3": Kosong(sebab=SebabKosong.BELUM_DILAPORKAN)})

        assert (made.trace, made.lengkap) == ("4; belum ada 2023-TW2, 2023-TW3, 2023-TW4", False)
        assert made.explain("en") == "4; missing 2023-TW2, 2023-TW3, 2023-TW4"

    def test_complete(self) -> None:
        """Twelve months are a year."""
        made = join({f"2023-B{month:02}": 1 for month in range(1, 13)})

        assert (made.eksak, made.lengkap, missing(made)) == (Fraction(12), True, "")

    @pytest.mark.parametrize(
        ("part", "left"),
        [
            ("2023-B11", " ".join(f"2023-B{m:02}" for m in (*range(1, 11), 12))),
            ("2023-S2", "2023-S1"),
            ("2023-sd-B10", "2023-sd-B11 2023-sd-B12"),
            ("2023-sd-S1", "2023-sd-S2"),
            ("2023-sd-TW3", "2023-sd-TW4"),
        ],
    )
    def test_what_is_missing_is_of_the_same_kind(self, part: str, left: str) -> None:
        """Months beside months; after a running total only the later ones."""
        assert missing(join({part: 1})) == left

    def test_years_of_a_span(self) -> None:
        """A span consists of years; quarters inside it say nothing about it."""
        made = join({"2021": 2, "2022": 3, "2022-TW1": 7}, periode="2020/2022")

        assert (made.eksak, missing(made)) == (Fraction(5), "2020")

    def test_nothing(self) -> None:
        """No parts, no value, and no list of what is missing."""
        made = join({})

        assert (made.trace, made.lengkap) == ("data realisasi tidak tersedia (2023)", False)
        assert made.isi == made.alasan

    def test_all_absent(self) -> None:
        """The first reason is the reason."""
        absent = {"2023-TW2": Kosong(sebab=SebabKosong.TIDAK_TERBACA), "2023-TW3": Kosong()}
        assert join(absent).trace == "nilai realisasi 2023-TW2 tidak terbaca"

    def test_parts_of_another_year(self) -> None:
        """They are none of this one."""
        assert join({"2022-TW4": 3, "2024-TW1": 1}).eksak is None

    def test_year_of_a_plan(self) -> None:
        """Nobody knows which one it is, so nothing is part of it, nor it of anything."""
        assert join({"TAHUN-1": 3, "2023-TW1": 1}).eksak == 1
        assert join({"TAHUN-1": 3, "2023-TW1": 1}, periode="TAHUN-1").eksak is None


class TestExplain:
    """Two decimals, unless others are asked for."""

    def test_digits(self) -> None:
        """Rounded half-up, the list of the missing behind it."""
        made = join({"2023-TW1": 1, "2023-TW2": 1, "2023-TW3": 0}, "rata_rata")

        assert made.explain() == "rata-rata(1; 1; 0) = 0,67; belum ada 2023-TW4"
        assert made.explain(digits=0) == "rata-rata(1; 1; 0) = 1; belum ada 2023-TW4"
        year = compute_konsolidasi(
            rows({"2023-TW1": 1, "2023-TW2": 1, "2023-TW3": 0, "2023-TW4": 0, "2023-sd-TW3": 9}),
            periode=Periode.tahunan(2023),
            konsolidasi="rata_rata",
        )
        assert year.perbedaan[0].explain() == "2023-sd-TW3 dilaporkan 9, sedangkan hitungannya 0,67"


class TestHow:
    """What nobody stated is not chosen."""

    def test_not_stated(self) -> None:
        """Even a single part is not the year."""
        made = join({"2023-TW1": 90}, None)

        assert made.alasan is not None
        assert made.alasan.kode == "tanpa_konsolidasi"
        assert made.trace == (
            "cara konsolidasi bagian-bagian realisasi tidak disebutkan (2023-TW1)"
        )
        assert [str(row.periode) for row in made.bagian] == ["2023-TW1"]

    def test_four_quarters_of_a_percentage(self) -> None:
        """90% in each quarter is 90%, unless somebody says that it is a sum."""
        figures = {f"2023-TW{ke}": 90 for ke in range(1, 5)}

        assert [join(figures, how).eksak for how in Konsolidasi] == [360, 90, 90]


class TestRunningTotals:
    """What is cumulative is never added up."""

    @pytest.mark.parametrize("how", Konsolidasi)
    def test_last_known(self, how: Konsolidasi) -> None:
        """Whatever joins the parts, the last total is the value."""
        made = join({"2023-sd-TW1": 3, "2023-sd-TW2": 8, "2023-sd-TW3": 9}, how)

        assert (made.eksak, made.kumulatif, missing(made)) == (Fraction(9), True, "2023-sd-TW4")

    def test_first_quarter_is_its_own_total(self) -> None:
        """TW I and "s.d. TW I" are the same time."""
        made = join({"2023-TW1": 3, "2023-sd-TW2": 8})

        assert (made.eksak, made.kumulatif) == (Fraction(8), True)

    def test_semester_after_its_first_quarter(self) -> None:
        """What contains the quarter is the later total."""
        made = join({"2023-TW1": 3, "2023-S1": 8})

        assert (made.eksak, made.kumulatif, missing(made)) == (Fraction(8), True, "2023-sd-S2")

    def test_mixed(self) -> None:
        """A total that its quarters do not explain makes no series with them."""
        made = join({"2023-TW1": 3, "2023-TW2": 5, "2023-sd-TW3": 9})

        assert made.alasan is not None
        assert made.alasan.kode == "bagian_campuran"
        assert made.explain("en") == (
            "the parts of realisasi are of several kinds of period, "
            "one has to be completed or used alone (2023-TW1, 2023-TW2, 2023-sd-TW3)"
        )

    def test_up_to_a_quarter(self) -> None:
        """A running total can be asked for as well."""
        figures = {"2023-TW1": 20, "2023-TW2": 50, "2023-TW3": 80, "2023-TW4": 7}
        made = join(figures, periode="2023-sd-TW3")

        assert (made.trace, made.lengkap) == ("20 + 50 + 80 = 150", True)


class TestCompleteKinds:
    """One kind of which nothing is missing is the year, whatever divides its parts."""

    @pytest.mark.parametrize("how", Konsolidasi)
    def test_semesters_beside_quarters_of_one(self, how: Konsolidasi) -> None:
        """Quarters of the first semester tell nothing that the semesters do not."""
        both: Figures = {"2023-S1": 10, "2023-S2": 12}
        made = join({**both, "2023-TW1": 4, "2023-TW2": 6}, how)

        assert [str(row.periode) for row in made.bagian] == ["2023-S1", "2023-S2"]
        assert (made.eksak, made.lengkap) == (join(both, how).eksak, True)

    @pytest.mark.parametrize(("second", "count"), [(6, 0), (5, 1)])
    def test_the_finer_ones_are_compared(self, second: int, count: int) -> None:
        """Two quarters that do not make up their semester are shown beside the year."""
        made = join({"2023-S1": 10, "2023-S2": 12, "2023-TW1": 4, "2023-TW2": second})
        told = "; 2023-S1 dilaporkan 10, sedangkan hitungannya 9"

        assert made.trace == "10 + 12 = 22" + told * count

    def test_a_lone_quarter(self) -> None:
        """One that makes up no semester alone cannot be compared with it."""
        made = join({"2023-S1": 10, "2023-S2": 12, "2023-TW1": 99})

        assert (made.trace, made.perbedaan) == ("10 + 12 = 22", ())

    def test_the_finest_complete_kind(self) -> None:
        """Quarters, where a month stands beside them; semesters are compared with them."""
        quarters: Figures = {f"2023-TW{ke}": ke for ke in range(1, 5)}
        made = join({**quarters, "2023-B05": 1, "2023-S1": 4})

        assert made.trace == "1 + 2 + 3 + 4 = 10; 2023-S1 dilaporkan 4, sedangkan hitungannya 3"

    @pytest.mark.parametrize(
        "figures",
        [
            {"2023-TW1": 1, "2023-TW2": 2, "2023-S2": 3},
            {"2023-S1": 1, "2023-TW3": 2, "2023-TW4": 3},
            {"2023-S1": 1, "2023-S2": 2, "2023-sd-TW3": 3},
            {"2023-TW1": 1, "2023-TW2": 2, "2023-TW3": 3, "2023-TW4": 4, "2023-sd-B11": 5},
        ],
    )
    def test_no_kind_alone(self, figures: Figures) -> None:
        """Incomplete kinds are not pieced together, and no running total is left unexplained."""
        made = join(figures)

        assert made.trace.startswith(
            "bagian-bagian realisasi bercampur jenis periodenya, "
            "lengkapi satu jenis atau pakai satu saja (2023-"
        )


class TestBeside:
    """Figures beside the series are compared with it."""

    def test_semester_that_disagrees(self) -> None:
        """The quarters are taken, and the semester is shown."""
        made = join({"2023-TW1": 5, "2023-TW2": 5, "2023-S1": 11})

        assert made.perbedaan == (
            Perbedaan(
                periode=Periode.semester_ke(2023, 1),
                dilaporkan=Angka("11"),
                hitungan=Fraction(10),
            ),
        )
        assert made.trace == (
            "5 + 5 = 10; belum ada 2023-TW3, 2023-TW4; "
            "2023-S1 dilaporkan 11, sedangkan hitungannya 10"
        )
        assert made.explain("en").endswith("for 2023-S1, 11 is reported and 10 is computed")
        with pytest.raises(IkuError) as caught:
            made.perbedaan[0].explain(cast("Any", "fr"))
        assert caught.value.code == "bad-choice"

    def test_rounded_figures_agree(self) -> None:
        """A printed mean has the decimals that it has."""
        for printed, count in (("1.5", 0), ("2", 0), ("1.50", 0), ("1.51", 1)):
            figures: Figures = {"2023-TW1": 1, "2023-TW2": 2, "2023-S1": printed}
            assert len(join(figures, "rata_rata").perbedaan) == count

    def test_two_names_of_one_time(self) -> None:
        """The same total twice is no sum; if they differ it is said."""
        made = join({"2023-sd-TW2": 4, "2023-S1": 5, "2023-sd-TW3": 6})

        assert made.eksak == 6
        assert [str(each.periode) for each in made.perbedaan] == ["2023-sd-TW2"]


class TestOtherKinds:
    """Labels and ranges can be last, and never added up."""

    def test_last_label(self) -> None:
        """The last known label is the label of the year."""
        made = join({"2023-S1": B, "2023-S2": BB}, "terakhir")

        assert (made.isi, made.trace, made.verify()) == (BB, "BB", True)
        assert made.alasan is not None

    def test_sum_of_labels(self) -> None:
        """There is none, and both are to blame."""
        made = join({"2023-S1": B, "2023-S2": BB})

        assert made.trace.endswith("nilai 2023-S1 dan 2023-S2 bukan satu bilangan")

    def test_labels_agree_by_their_words(self) -> None:
        """A label on a scale and one without are one label; another is not, nor a number."""

        def semester(label: str | int | Nilai) -> str:
            figures: Figures = {"2023-TW1": B, "2023-TW2": BB, "2023-S1": label}
            return join(figures, "terakhir").trace.removeprefix("BB; belum ada 2023-TW3, 2023-TW4")

        assert semester(Kategori(label="BB", skala="AKIP")) == ""
        assert semester(B) == "; 2023-S1 dilaporkan B, sedangkan hitungannya BB"
        assert semester(3) == "; 2023-S1 dilaporkan 3, sedangkan hitungannya BB"
        limit = Ambang(pembanding=Pembanding.LEBIH_DARI, batas=Angka("3"))
        assert semester(limit) == "; 2023-S1 dilaporkan > 3, sedangkan hitungannya BB"


class TestSources:
    """Several sources of which none was asked for are no choice."""

    BOTH = (
        *rows({"2023-TW1": 1, "2023-TW2": 2}, sumber="BPS"),
        *rows({"2023-TW2": 3}, sumber="Dinas"),
    )

    def test_not_chosen(self) -> None:
        """The reason lists them."""
        made = compute_konsolidasi(self.BOTH, periode=Periode.tahunan(2023), konsolidasi="jumlah")

        assert made.trace == (
            "nilai realisasi 2023-TW2 ada dari beberapa sumber (2023-TW2: BPS; Dinas)"
        )

    @pytest.mark.parametrize(
        ("sumber", "value"), [("BPS", 3), ("Dinas", 3), (("Dinas", "BPS"), 4), ((None,), None)]
    )
    def test_chosen(self, sumber: str | tuple[str | None, ...], value: int | None) -> None:
        """Other sources than those that were asked for are none."""
        made = compute_konsolidasi(
            self.BOTH, periode=Periode.tahunan(2023), konsolidasi="jumlah", sumber=sumber
        )

        assert made.eksak == value
        if value is None:
            assert made.trace == (
                "nilai realisasi 2023-TW1 dari sumber yang diminta tidak ada (2023-TW1: BPS)"
            )


class TestSeveralSources:
    """Figures of different documents are not added up, unless the caller names both."""

    QUARTERS = (
        *rows({"2023-TW1": 1, "2023-TW2": 2}, sumber="PK"),
        *rows({"2023-TW3": 3}),
        *rows({"2023-TW4": 4}, sumber="PK Perubahan"),
    )

    def make(self, how: str, sumber: tuple[str | None, ...] | str | None) -> HasilKonsolidasi:
        """Join the quarters of three sources, one of which has no name."""
        made = compute_konsolidasi(
            self.QUARTERS, periode=Periode.tahunan(2023), konsolidasi=how, sumber=sumber
        )
        assert made.verify()
        return made

    @pytest.mark.parametrize("how", ["jumlah", "rata_rata"])
    def test_not_joined(self, how: str) -> None:
        """The reason says which part is of which source."""
        made = self.make(how, None)

        assert made.trace == (
            "nilai realisasi ada dari beberapa sumber "
            "(2023-TW1: PK; 2023-TW2: PK; 2023-TW3: –; 2023-TW4: PK Perubahan)"
        )
        assert made.bagian == self.QUARTERS

    @pytest.mark.parametrize(
        ("sumber", "value"), [("PK", 3), (("PK Perubahan", "PK"), 7), (("PK", None), 6)]
    )
    def test_named(self, sumber: tuple[str | None, ...] | str, value: int) -> None:
        """What is named is joined, and what is not named is missing."""
        assert self.make("jumlah", sumber).eksak == value

    def test_one_figure(self) -> None:
        """The last known one is of one source alone."""
        assert self.make("terakhir", None).eksak == 4

    def test_running_totals(self) -> None:
        """So is the last total."""
        totals = (
            *rows({"2023-sd-TW1": 3}, sumber="PK"),
            *rows({"2023-sd-TW2": 5}, sumber="PK Perubahan"),
        )
        made = compute_konsolidasi(totals, periode=Periode.tahunan(2023), konsolidasi="jumlah")

        assert made.eksak == 5


class TestVerify:
    """A result that was tampered with does not agree with itself."""

    @pytest.mark.parametrize(
        "changes",
        [
            {"jawaban": Fraction(4)},
            {"konsolidasi": Konsolidasi.RATA_RATA},
            {"kumulatif": True},
            {"bagian": ()},
            {"konsolidasi": None, "jawaban": Fraction(4)},
        ],
    )
    def test_changed(self, changes: dict[str, object]) -> None:
        """Whatever was changed."""
        made = join({"2023-TW1": 1, "2023-TW2": 2})

        assert not attrs.evolve(cast("Any", made), **changes).verify()

    def test_satuan_is_shown(self) -> None:
        """The unit stands behind the value."""
        year = Periode.tahunan(2023)
        for figures, text in (({"2023-TW4": 9}, "9%"), ({"2023-TW3": 4, "2023-TW4": 5}, "9%")):
            made = compute_konsolidasi(
                rows(figures), periode=year, konsolidasi="jumlah", satuan=Satuan("persen")
            )
            assert made.trace.partition(";")[0].endswith(text)


class TestTargets:
    """Targets of parts are joined likewise."""

    def test_reasons_name_the_target(self) -> None:
        """Not the realisasi."""
        target = [Target(periode=Periode.triwulan_ke(2023, 1), nilai=Angka("1"))]
        made = compute_konsolidasi(target, periode=Periode.tahunan(2023), konsolidasi=None)

        assert "bagian-bagian target" in made.trace


class TestHostile:
    """Wrong arguments are refused with their place."""

    @pytest.mark.parametrize(
        ("changes", "code", "path"),
        [
            ({"baris": None}, "wrong-type", "$.baris"),
            ({"baris": [1]}, "wrong-type", "$.baris[0]"),
            ({"periode": 2023}, "wrong-type", "$.periode"),
            ({"periode": None}, "wrong-type", "$.periode"),
            ({"konsolidasi": "kumulatif"}, "bad-choice", "$.konsolidasi"),
            ({"konsolidasi": []}, "bad-choice", "$.konsolidasi"),
            ({"sumber": 5}, "wrong-type", "$.sumber"),
            ({"sumber": ["BPS", 5]}, "wrong-type", "$.sumber[1]"),
        ],
    )
    def test_refused(self, changes: dict[str, object], code: str, path: str) -> None:
        """With code and location."""
        arguments: dict[str, object] = {
            "baris": (),
            "periode": Periode.tahunan(2023),
            "konsolidasi": "jumlah",
        }
        with pytest.raises(IkuError) as caught:
            compute_konsolidasi(**cast("Any", arguments | changes))

        assert (caught.value.code, caught.value.path) == (code, path)


class TestConvert:
    """Running totals and parts of a year are two ways to write one series."""

    def test_gap(self) -> None:
        """Behind a gap every total is unknown, and one part."""
        parts = convert_to_kumulatif(rows({"2023-B01": 1, "2023-B03": 2, "2023-B04": 3}))
        totals = rows({"2023-sd-B01": 1, "2023-sd-B03": 2, "2023-sd-B04": 5})

        assert [isinstance(each.nilai, Kosong) for each in parts] == [False, True, True]
        back = convert_to_bagian(totals)
        assert [isinstance(each.nilai, Kosong) for each in back] == [False, True, False]
        assert back[2].nilai == Angka("3")
        assert [str(each.periode) for each in back] == ["2023-B01", "2023-B03", "2023-B04"]

    def test_stated_absence_stays(self) -> None:
        """Its own reason is kept; those behind it say which one is missing."""
        absent = Kosong(sebab=SebabKosong.TIDAK_TERBACA)
        parts = convert_to_kumulatif(rows({"2023-TW1": absent, "2023-TW2": 2}))

        assert parts[0].nilai == absent
        assert parts[1].nilai == Kosong(keterangan="2023-TW1 tidak ada")
        (total,) = convert_to_bagian(rows({"2023-sd-TW1": absent}))
        assert total.nilai == absent

    def test_any_order(self) -> None:
        """Parts are put in order."""
        parts = convert_to_kumulatif(rows({"2023-S2": "0.25", "2023-S1": "1"}))

        assert [(str(each.periode), str(each.nilai)) for each in parts] == [
            ("2023-sd-S1", "1"),
            ("2023-sd-S2", "1.25"),
        ]

    def test_first_total_after_nothing(self) -> None:
        """The second total alone says nothing about the second part."""
        (part,) = convert_to_bagian(rows({"2023-sd-TW2": 4}))

        assert part.nilai == Kosong(keterangan="2023-sd-TW1 tidak ada")

    @pytest.mark.parametrize(
        ("figures", "index"),
        [
            ({"2023-TW1": 1, "2024-TW2": 1}, 1),
            ({"2023-TW1": 1, "2023-S1": 1}, 1),
            ({"2023": 1}, 0),
            ({"2023-sd-TW1": 1}, 0),
            ({"2023-TW1": B}, 0),
        ],
    )
    def test_no_series(self, figures: Figures, index: int) -> None:
        """Parts of one year and kind only."""
        with pytest.raises(IkuError) as caught:
            convert_to_kumulatif(rows(figures))

        assert (caught.value.code, caught.value.path) == ("bad-bagian", f"$.baris[{index}]")

    def test_refused(self) -> None:
        """One part twice, a part among totals, and what is no row."""
        twice = (*rows({"2023-TW1": 1}, sumber="A"), *rows({"2023-TW1": 1}, sumber="B"))
        for given, code in ((twice, "bad-bagian"), ([None], "wrong-type"), (None, "wrong-type")):
            with pytest.raises(IkuError) as caught:
                convert_to_kumulatif(cast("Any", given))
            assert caught.value.code == code
        with pytest.raises(IkuError, match="each once, running totals"):
            convert_to_bagian(rows({"2023-TW1": 1}))
