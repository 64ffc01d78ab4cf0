"""Growth and decrease: which value they look back to, and when there is none."""

from __future__ import annotations

import copy
import pickle
from typing import TYPE_CHECKING, Final, cast

import pytest

from iku.domain import Kosong, Periode, SebabKosong
from iku.errors import IkuError
from iku.formula import (
    BasisPertumbuhan,
    PersentasePenurunan,
    Pertumbuhan,
    Seri,
    evaluate,
    parse_formula,
    registry,
    render_formula,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from iku.angka import Angka
    from iku.typing import Formula

LALU, KINI = BasisPertumbuhan.LALU, BasisPertumbuhan.KINI
YEAR: Final = Periode.tahunan(2023)
QUARTERS: Final = Seri.from_mapping(
    {"PDRB": {f"{year}-TW{n}": 100 + 10 * n + year - 2022 for year in (2022, 2023) for n in (1, 2)}}
)
ALL: Final[tuple[Formula, ...]] = (
    Pertumbuhan(variabel="PDRB", basis=LALU),
    Pertumbuhan(variabel="PDRB", basis=KINI),
    Pertumbuhan(variabel="PDRB", basis=LALU, jarak=4),
    PersentasePenurunan(variabel="PDRB"),
    PersentasePenurunan(variabel="PDRB", jarak=2),
)


def years(before: Angka | Kosong | int, now: Angka | Kosong | int) -> Seri:
    """Give one variable two years."""
    return Seri.from_mapping({"PDRB": {2022: before, 2023: now}})


class TestShapes:
    """Each is a value that names its variable and writes itself."""

    @pytest.mark.parametrize(
        ("formula", "ekspresi"),
        list(
            zip(
                ALL,
                (
                    "(PDRB - lalu(PDRB)) / lalu(PDRB) * 100",
                    "(PDRB - lalu(PDRB)) / PDRB * 100",
                    "(PDRB - lalu(PDRB, 4)) / lalu(PDRB, 4) * 100",
                    "(lalu(PDRB) - PDRB) / lalu(PDRB) * 100",
                    "(lalu(PDRB, 2) - PDRB) / lalu(PDRB, 2) * 100",
                ),
                strict=True,
            )
        ),
    )
    def test_tree(self, formula: Formula, ekspresi: str) -> None:
        """Its tree is the printed formula."""
        assert formula.variables == ("PDRB",)
        assert render_formula(formula) == ekspresi
        assert parse_formula(ekspresi).lower() == formula.lower()
        assert registry.find(formula.tipe) is type(formula)

    @pytest.mark.parametrize("formula", ALL)
    def test_value(self, formula: Formula) -> None:
        """It copies, compares and hashes."""
        assert pickle.loads(pickle.dumps(formula)) == formula  # noqa: S301 - our own bytes
        assert hash(copy.deepcopy(formula)) == hash(formula)
        assert len(set(ALL)) == len(ALL)

    def test_basis_is_a_word(self) -> None:
        """As in a document."""
        assert Pertumbuhan(variabel="PDRB", basis=cast("BasisPertumbuhan", "kini")) == ALL[1]

    def test_words(self) -> None:
        """As officials write it."""
        assert render_formula(ALL[0], style="text") == ("(PDRB − PDRB lalu) / PDRB lalu × 100%")

    @pytest.mark.parametrize(
        ("make", "code", "path"),
        [
            (lambda: Pertumbuhan(variabel="", basis=LALU), "bad-kode", "$.variabel"),
            (
                lambda: Pertumbuhan(variabel="A", basis=cast("BasisPertumbuhan", "tahun")),
                "bad-choice",
                "$.basis",
            ),
            (lambda: Pertumbuhan(variabel="A", basis=LALU, jarak=0), "bad-steps", "$.jarak"),
            (lambda: PersentasePenurunan(variabel="A", jarak=121), "bad-steps", "$.jarak"),
            (
                lambda: PersentasePenurunan(variabel="A", jarak=cast("int", "1")),
                "bad-steps",
                "$.jarak",
            ),
        ],
    )
    def test_refused(self, make: Callable[[], object], code: str, path: str) -> None:
        """Each fault has its code and its place."""
        with pytest.raises(IkuError) as caught:
            make()

        assert (caught.value.code, caught.value.path) == (code, path)


class TestValues:
    """What they give, and the sentence that says how."""

    @pytest.mark.parametrize(
        ("formula", "trace"),
        [
            (ALL[0], "(50 − 80) / 80 × 100% = −37,5%"),
            (ALL[1], "(50 − 80) / 50 × 100% = −60%"),
            (ALL[3], "(80 − 50) / 80 × 100% = 37,5%"),
        ],
    )
    def test_trace(self, formula: Formula, trace: str) -> None:
        """With a per cent sign behind."""
        hasil = evaluate(formula, years(80, 50), periode=YEAR)

        assert hasil.trace == trace
        assert hasil.verify()

    def test_the_same_quarter_a_year_ago(self) -> None:
        """`jarak` counts periods of the same kind."""
        hasil = evaluate(ALL[2], QUARTERS, periode=Periode.from_text("2023-TW2"))

        assert hasil.trace == "(121 − 120) / 120 × 100% = 0,83%"

    def test_a_negative_earlier_value_turns_the_sign(self) -> None:
        """As the printed formula does: from −50 to −40 is a rise, and prints as −20%."""
        assert evaluate(ALL[0], years(-50, -40), periode=YEAR).round(0) == -20

    @pytest.mark.parametrize(
        ("formula", "seri", "kode"),
        [
            (ALL[0], years(0, 5), "pembagi_nol"),
            (ALL[0], years(0, 0), "pembagi_nol"),
            (ALL[1], years(5, 0), "pembagi_nol"),
            (ALL[3], years(0, 5), "pembagi_nol"),
            (ALL[0], years(Kosong(sebab=SebabKosong.BELUM_DILAPORKAN), 5), "belum_dilaporkan"),
            (ALL[0], years(5, Kosong(sebab=SebabKosong.TIDAK_BERLAKU)), "tidak_berlaku"),
            (ALL[2], years(5, 6), "tanpa_periode_lalu"),
        ],
    )
    def test_reasons(self, formula: Formula, seri: Seri, kode: str) -> None:
        """Zero before, not yet reported, not applicable and too early are four things."""
        reason = evaluate(formula, seri, periode=YEAR).alasan

        assert reason is not None
        assert (reason.kode, reason.variabel) == (kode, ("PDRB",))

    def test_without_a_series(self) -> None:
        """One value knows no growth."""
        reason = evaluate(ALL[0], {"PDRB": 5}).alasan

        assert reason is not None
        assert reason.kode == "tanpa_periode"
