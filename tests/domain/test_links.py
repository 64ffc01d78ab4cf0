"""Links are followed over documents of which some parts could not be built."""

from __future__ import annotations

import time
from types import SimpleNamespace as Part

import pytest

from iku.domain import Dokumen, Indikator, JenisDokumen, Misi, Penjelasan, Variabel
from iku.domain._links import find_link_faults
from iku.formula import Jumlah


def _faults(**fields: object) -> list[tuple[str, str]]:
    return [(fault.code, fault.path) for fault in find_link_faults(Part(**fields))]


class TestPartial:
    """What is not known is not held against the rest."""

    def test_nothing_has_no_faults(self) -> None:
        """Not even a field is needed."""
        assert _faults() == []

    def test_a_noun_without_kode_might_be_the_one_that_is_named(self) -> None:
        """Of its own kind; one of another kind hides nothing."""
        tujuan = (Part(kode="T", misi="M1"),)
        assert _faults(tujuan=tujuan, misi=(Part(),)) == []
        assert _faults(tujuan=tujuan, variabel=(Part(),)) == [("unknown-ref", "$.tujuan[0].misi")]

    def test_a_noun_that_has_no_kode_hides_nothing(self) -> None:
        """None is known to be none."""
        tujuan = (Part(kode="T", misi="M1"),)
        assert _faults(tujuan=tujuan, misi=(Part(kode=None),)) == [
            ("unknown-ref", "$.tujuan[0].misi")
        ]

    def test_what_is_no_tuple_is_passed_over(self) -> None:
        """A field that could not be read holds no nouns."""
        assert _faults(visi=None, misi=object(), tujuan="T") == []

    def test_all_faults_are_found(self) -> None:
        """In the order of their kinds."""
        data = (
            Part(variabel="V", periode=2023, sumber=None),
            Part(variabel="V", periode=2023, sumber=None),
            Part(variabel="V"),
            Part(variabel="V"),
            Part(variabel="X", periode=2023, sumber=None),
        )
        indikator = (
            Part(kode="A", formula=Part(variables=("A",)), penjelasan=()),
            Part(kode="A", penjelasan=(Part(kode=None, formula=Part(variables=("Z",))),)),
        )
        assert _faults(indikator=indikator, variabel=(Part(kode="V"),), data=data) == [
            ("duplicate-kode", "$.indikator[1].kode"),
            ("unknown-ref", "$.indikator[1].penjelasan[0].formula"),
            ("unknown-ref", "$.data[4].variabel"),
            ("cycle", "$.indikator[0]"),
            ("duplicate-data", "$.data[1]"),
        ]

    def test_circles_apart_are_found_apart(self) -> None:
        """Each once."""
        indikator = tuple(
            Part(kode=kode, formula=Part(variables=(needs,)), penjelasan=())
            for kode, needs in ("AB", "BA", "CD", "DC", "EA")
        )
        assert _faults(indikator=indikator) == [
            ("cycle", "$.indikator[0]"),
            ("cycle", "$.indikator[2]"),
        ]


def _chain(length: int) -> Dokumen:
    """Make indicators of which each is computed from the next one."""
    computed = tuple(
        Indikator(
            kode=f"I{index}",
            nama="n",
            penjelasan=(Penjelasan(formula=Jumlah(suku=(f"I{index + 1}",))),),
        )
        for index in range(length)
    )
    last = Variabel(kode=f"I{length}", nama="n")
    return Dokumen(jenis=JenisDokumen.IKU, judul="j", indikator=computed, variabel=(last,))


def test_a_chain_of_thousands_is_followed_in_little_time() -> None:
    """Looking for circles neither recurses nor searches the path at each step."""
    start = time.process_time()
    _chain(5_000)
    assert time.process_time() - start < 5


@pytest.mark.parametrize("count", [1, 2_000])
def test_a_crowd_of_nouns_is_checked(count: int) -> None:
    """None is forgotten."""
    misi = tuple(Misi(kode=f"M{index}", uraian="u") for index in range(count))
    assert len(list(Dokumen(jenis=JenisDokumen.IKU, judul="j", misi=misi).walk(Misi))) == count
