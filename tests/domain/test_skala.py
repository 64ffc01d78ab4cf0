"""Scales: classes that follow each other upward."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import given

from iku.angka import Angka
from iku.domain import Predikat, Skala
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
        (lambda: _scale(None, "2"), "bad-skala", "$.predikat[1].batas_bawah"),
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
