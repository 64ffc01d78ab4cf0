"""Strategies for capaian rules, alone and inside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from hypothesis import strategies as st

from iku.angka import Angka
from iku.domain.indikator import Polaritas
from iku.domain.nilai import Ambang, Pembanding
from iku.domain.satuan import Satuan
from iku.scoring import (
    AmbangTarget,
    AturanMenurutPolaritas,
    AturanMenurutTarget,
    AturanTakDikenal,
    DuaTargetMinusRealisasi,
    EkspresiCapaian,
    KedekatanTarget,
    NilaiBerjenjang,
    RealisasiPerTarget,
    RentangTarget,
    Ruas,
    SelisihBertanda,
    SkorPredikat,
    TargetNol,
    TargetPerRealisasi,
    TercapaiAtauTidak,
    Tonggak,
)
from iku.testing._nilai import skala
from iku.testing._text import rarely, tambahan

if TYPE_CHECKING:
    from iku.typing import CapaianRule

_LIMITS: Final[dict[str, st.SearchStrategy[Any]]] = {
    "minimum": rarely(st.integers(-200, 100).map(Angka)),
    "maksimum": rarely(st.integers(100, 400).map(Angka)),
    "target_nol": st.sampled_from(TargetNol),
}
_POLARITIES: Final = st.sampled_from(Polaritas)
_FREE: Final = st.builds(
    EkspresiCapaian,
    ekspresi=st.sampled_from(
        (
            "(1.76 * target - realisasi) / target * 100",
            "realisasi / target * 100",
            "100 + realisasi - target",
            "minimum(realisasi / target, 1.2)^2 * 100",
        )
    ),
    satuan=rarely(st.just(Satuan("%"))),
    polaritas=rarely(_POLARITIES),
    target_bertanda=st.booleans(),
    **_LIMITS,
)
_NUMERIC: Final[st.SearchStrategy[CapaianRule]] = st.one_of(
    *(
        st.builds(kind, **_LIMITS)
        for kind in (
            RealisasiPerTarget,
            DuaTargetMinusRealisasi,
            TargetPerRealisasi,
            KedekatanTarget,
        )
    ),
    st.builds(SelisihBertanda, polaritas=_POLARITIES, **_LIMITS),
    _FREE,
)
_BY_POLARITY: Final[st.SearchStrategy[CapaianRule]] = _NUMERIC | st.builds(
    AturanMenurutPolaritas, positif=_NUMERIC, negatif=rarely(_NUMERIC), stabil=rarely(_NUMERIC)
)
_RANGE: Final = st.builds(RentangTarget, aturan=_BY_POLARITY)
_THRESHOLD: Final = st.builds(AmbangTarget, aturan=_BY_POLARITY)
_MET: Final = st.builds(TercapaiAtauTidak, skala=rarely(skala()))
_MILESTONE: Final = st.just(Tonggak()) | st.just(
    Tonggak(tercapai=("Ya", "Selesai"), belum=("Tidak", "Belum"))
)
_LABEL: Final[st.SearchStrategy[CapaianRule]] = st.one_of(
    st.builds(SkorPredikat, skala=skala(), aturan=_NUMERIC), _MET, _MILESTONE
)
_CAPAIAN: Final[st.SearchStrategy[CapaianRule]] = st.one_of(
    _BY_POLARITY,
    _RANGE,
    _THRESHOLD,
    _LABEL,
    st.builds(
        AturanMenurutTarget,
        angka=_BY_POLARITY,
        rentang=rarely(_RANGE | _MET),
        ambang=rarely(_THRESHOLD | _MET),
        kategori=rarely(_LABEL),
    ),
)


def _edge(pembanding: Pembanding, batas: int) -> Ambang:
    return Ambang(pembanding=pembanding, batas=Angka(batas))


def _make_ruas(edges: tuple[int, int, int]) -> tuple[Ruas, ...]:
    """Make three segments, with a gap between the first two."""
    first, second, third = edges
    return (
        Ruas(atas=_edge(Pembanding.PALING_BANYAK, first), ekspresi="capaian / 59 * 49"),
        Ruas(
            bawah=_edge(Pembanding.LEBIH_DARI, second),
            atas=_edge(Pembanding.KURANG_DARI, third),
            ekspresi="70 + (capaian - 80)",
        ),
        Ruas(bawah=_edge(Pembanding.PALING_SEDIKIT, third), ekspresi="120"),
    )


_GRADED: Final = st.builds(
    NilaiBerjenjang,
    aturan=_CAPAIAN,
    ruas=st.tuples(st.integers(0, 59), st.integers(60, 99), st.integers(100, 110)).map(_make_ruas),
    pembulatan=rarely(st.integers(0, 4)),
)
_UNREAD: Final[st.SearchStrategy[CapaianRule]] = st.builds(
    AturanTakDikenal,
    tag=st.sampled_from(("kota-x:kuadrat/1", "vendor:slug/1")),
    isi=tambahan(),
)
_RULES: Final[st.SearchStrategy[CapaianRule]] = st.one_of(_CAPAIAN, _GRADED, _UNREAD)


def aturan_capaian() -> st.SearchStrategy[CapaianRule]:
    """
    Capaian rules of every kind of the library, unverified ones and rules inside rules included.

    So are rules of third parties that are not installed.

    >>> from hypothesis import given
    >>> @given(aturan_capaian())
    ... def check_tag(rule):
    ...     assert rule.tipe
    >>> check_tag()
    """
    return _RULES
