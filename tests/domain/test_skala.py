"""Scales: classes that follow each other upward."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku.angka import Angka
from iku.domain import Predikat, Skala, Tepi
from iku.domain.skala import Letak, find_letak
from iku.errors import CODES, IkuError
from iku.testing.strategies import skala

if TYPE_CHECKING:
    from collections.abc import Callable

ANY: Any = 0


def _scale(*bounds: str | None, **fields: object) -> Skala:
    classes = tuple(
        Predikat(label=f"kelas {index}", batas_bawah=None if bound is None else Angka(bound))
        for index, bound in enumerate(bounds)
    )
    return Skala(**cast("Any", {"kode": "s", "nama": "Skala", "predikat": classes, **fields}))


def _class(**fields: object) -> Predikat:
    return Predikat(**cast("Any", {"label": "A", **fields}))


def _rows(*rows: tuple[str | None, str | None], **fields: object) -> Skala:
    classes = tuple(
        Predikat(
            label=f"kelas {index}",
            batas_bawah=None if first is None else Angka(first),
            batas_atas=None if last is None else Angka(last),
        )
        for index, (first, last) in enumerate(rows)
    )
    return Skala(**cast("Any", {"kode": "s", "nama": "Skala", "predikat": classes, **fields}))


def _find(made: Skala, *numbers: str) -> list[Letak]:
    return [find_letak(made, Fraction(number)) for number in numbers]


class TestLetak:
    """Where a number stands among classes."""

    def test_a_class_ends_where_the_next_begins(self) -> None:
        """Closed below, open above; nothing is left out and nothing counted twice."""
        made = _scale("0", "50", "80")

        assert _find(made, "-0.01", "0", "49.99", "50", "79.999", "80", "1000") == [
            (-1, False),
            (0, True),
            (0, True),
            (1, True),
            (1, True),
            (2, True),
            (2, True),
        ]

    def test_an_open_edge_leaves_the_bound_to_the_class_below(self) -> None:
        """`>80` begins behind 80."""
        made = Skala(
            kode="s",
            nama="s",
            predikat=(
                _class(label="BB", batas_bawah=Angka("70"), tepi_bawah="terbuka"),
                _class(label="A", batas_bawah=Angka("80"), tepi_bawah=Tepi.TERBUKA),
            ),
        )

        assert _find(made, "70", "70.001", "80", "80.001") == [
            (-1, False),
            (0, True),
            (0, True),
            (1, True),
        ]

    def test_the_ends_of_a_scale(self) -> None:
        """Without a bound the lowest class has no lower end, and the highest no upper one."""
        assert _find(_rows((None, "50"), ("51", "100")), "-9", "50", "100", "100.1") == [
            (0, True),
            (0, True),
            (1, True),
            (1, False),
        ]

    def test_a_gap_lies_behind_the_class_below(self) -> None:
        """Between 90 and 91."""
        assert _find(_rows(("76", "90"), ("91", None)), "90", "90.001", "91") == [
            (0, True),
            (0, False),
            (1, True),
        ]

    def test_one_number_may_be_forgotten(self) -> None:
        """`<85` and `>85` leave 85 out, and nothing beside it."""
        edges = {"tepi_bawah": "terbuka", "tepi_atas": "terbuka"}
        made = Skala(
            kode="s",
            nama="s",
            predikat=(
                _class(label="a", batas_bawah=Angka("75"), batas_atas=Angka("85"), **edges),
                _class(label="b", batas_bawah=Angka("85"), batas_atas=Angka("100"), **edges),
            ),
        )

        assert _find(made, "84.999", "85", "85.001", "100") == [
            (0, True),
            (0, False),
            (1, True),
            (1, False),
        ]

    def test_one_number_may_be_a_class(self) -> None:
        """`100%` between `<100%` and `>100%`."""
        made = Skala(
            kode="s",
            nama="s",
            predikat=(
                _class(label="belum", batas_bawah=Angka("0")),
                _class(label="tercapai", batas_bawah=Angka("100"), batas_atas=Angka("100")),
                _class(label="melebihi", batas_bawah=Angka("100"), tepi_bawah="terbuka"),
            ),
        )

        assert _find(made, "99.99", "100", "100.01") == [(0, True), (1, True), (2, True)]

    @given(skala(), st.fractions())
    def test_it_is_in_the_only_row_that_holds_it(self, made: Skala, number: Fraction) -> None:
        """Read against each row alone, as a person would."""
        holding = [index for index in range(len(made.predikat)) if _holds(made, index, number)]
        letak = find_letak(made, number)

        assert holding == ([letak.kelas] if letak.di_dalam else []) or not made.has_bounds


def _holds(made: Skala, index: int, number: Fraction) -> bool:
    row = made.predikat[index]
    above = made.predikat[index + 1] if index + 1 < len(made.predikat) else None
    if row.batas_bawah is not None:
        bound = Fraction(row.batas_bawah.nilai)
        if number < bound or (number == bound and row.tepi_bawah is Tepi.TERBUKA):
            return False
    if row.batas_atas is not None:
        bound = Fraction(row.batas_atas.nilai)
        return number < bound or (number == bound and row.tepi_atas is Tepi.TERTUTUP)
    if above is None or above.batas_bawah is None:
        return True
    bound = Fraction(above.batas_bawah.nilai)
    return number < bound or (number == bound and above.tepi_bawah is Tepi.TERBUKA)


def test_a_letak_is_a_pair() -> None:
    """The class, and whether it is inside."""
    assert find_letak(_scale("0"), Fraction(1)) == Letak(kelas=0, di_dalam=True)


def test_labels_have_an_order() -> None:
    """The lowest is 1; an unknown label has no place."""
    made = _scale(None, None, None)

    assert [made.find_position(name) for name in ("KELAS 0", "kelas 2", "x")] == [1, 3, None]
    assert not made.has_bounds
    assert _rows((None, "50"), ("51", None)).has_bounds


def test_a_scale_of_labels_alone_has_no_bounds() -> None:
    """As for the opinions of the auditor."""
    made = Skala(kode="bpk", nama="Opini", predikat=(Predikat(label="WDP"), Predikat(label="WTP")))
    assert made.find("wtp") is made.predikat[1]
    assert made.find("WTB") is None


def test_bounds_are_compared_as_numbers() -> None:
    """Not as text: 9 is below 10."""
    assert len(_scale("-5", "9", "10.0").predikat) == 3


@given(skala())
def test_every_label_is_found_whatever_its_case(made: Skala) -> None:
    """Because no two differ by case alone."""
    for predikat in made.predikat:
        assert made.find(predikat.label) is predikat


def test_a_scale_may_hold_for_one_day() -> None:
    """From and to the same day."""
    day = date(2021, 1, 1)
    assert _scale(None, berlaku_mulai=day, berlaku_sampai=day).berlaku_sampai == day


@pytest.mark.parametrize(
    ("make", "code", "path"),
    [
        (_scale, "bad-skala", "$.predikat"),
        (lambda: _scale("1", "1.0"), "bad-skala", "$.predikat[1].batas_bawah"),
        (lambda: _scale("1", "2", "1"), "bad-skala", "$.predikat[2].batas_bawah"),
        (lambda: _scale(None, None, "2"), "bad-skala", "$.predikat[1].batas_bawah"),
        (lambda: _scale("2", None), "bad-skala", "$.predikat[1].batas_bawah"),
        (
            lambda: _scale(predikat=(Predikat(label="Baik"), Predikat(label="BAIK"))),
            "duplicate-label",
            "$.predikat[1].label",
        ),
        (
            lambda: _scale(None, berlaku_mulai=date(2021, 1, 2), berlaku_sampai=date(2021, 1, 1)),
            "bad-skala",
            "$.berlaku_sampai",
        ),
        (lambda: _scale(None, kode=""), "bad-kode", "$.kode"),
        (lambda: _scale(None, nama=""), "empty-text", "$.nama"),
        (lambda: _scale(None, rujukan=ANY), "wrong-type", "$.rujukan"),
        (lambda: _scale(None, berlaku_mulai=ANY), "wrong-type", "$.berlaku_mulai"),
        (lambda: _scale(predikat=(ANY,)), "wrong-type", "$.predikat[0]"),
        (lambda: Predikat(label="A", skor=ANY), "wrong-type", "$.skor"),
        (
            lambda: _class(batas_bawah=Angka("2"), batas_atas=Angka("1")),
            "bad-skala",
            "$.batas_atas",
        ),
        (
            lambda: _class(batas_bawah=Angka("1"), batas_atas=Angka("1.0"), tepi_atas="terbuka"),
            "bad-skala",
            "$.batas_atas",
        ),
        (
            lambda: _class(batas_bawah=Angka("1"), batas_atas=Angka("1"), tepi_bawah="terbuka"),
            "bad-skala",
            "$.batas_atas",
        ),
        (lambda: _class(tepi_bawah="terbuka"), "bad-skala", "$.tepi_bawah"),
        (lambda: _class(tepi_atas="terbuka"), "bad-skala", "$.tepi_atas"),
        (lambda: _class(tepi_atas="buka"), "bad-choice", "$.tepi_atas"),
        (
            lambda: _rows(("0", "50"), ("50", "100")),
            "bad-skala",
            "$.predikat[1].batas_bawah",
        ),
        (
            lambda: _rows((None, "50"), ("49", None)),
            "bad-skala",
            "$.predikat[1].batas_bawah",
        ),
        (
            lambda: _rows(("0", None), ("0", None)),
            "bad-skala",
            "$.predikat[1].batas_bawah",
        ),
        (lambda: _scale("0", "1", langkah=Angka("0")), "bad-skala", "$.langkah"),
        (lambda: _scale("0", "1", langkah=Angka("-1")), "bad-skala", "$.langkah"),
        (lambda: _scale(None, langkah=Angka("1")), "bad-skala", "$.langkah"),
        (
            lambda: _scale("0", "1.5", langkah=Angka("1")),
            "bad-skala",
            "$.predikat[1].batas_bawah",
        ),
        (
            lambda: _rows(("0", "1.25"), ("1.5", None), langkah=Angka("0.5")),
            "bad-skala",
            "$.predikat[0].batas_atas",
        ),
    ],
)
def test_classes_that_do_not_follow_are_refused(
    make: Callable[[], object], code: str, path: str
) -> None:
    """Each with its code and the class that is wrong."""
    with pytest.raises(IkuError) as caught:
        make()
    assert (caught.value.code, caught.value.path) == (code, path)
    assert code in CODES
