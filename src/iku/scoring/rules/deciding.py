"""Rules that say met or not met: for any kind of target, and for milestones."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from attrs import field

from iku._attrs import frozen
from iku._checks import TEXTS, one, optional
from iku.domain.indikator import Polaritas
from iku.domain.nilai import Ambang, Kategori, Pembanding, Rentang
from iku.domain.skala import Skala
from iku.errors import quote
from iku.formula.evaluation.alasan import Alasan, KodeAlasan, blame
from iku.formula.evaluation.arithmetic import to_fraction
from iku.scoring.rules.kinds import Deciding, Ketetapan, take_number
from iku.scoring.rules.labels import find_predikat, fold_label
from iku.scoring.rules.parts import refuse_aturan

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from iku.scoring.rules.kinds import Keadaan
    from iku.scoring.sentences import NilaiDipakai

_COMPARE: Final[dict[Pembanding, Callable[[Fraction, Fraction], bool]]] = {
    Pembanding.KURANG_DARI: lambda value, bound: value < bound,
    Pembanding.PALING_BANYAK: lambda value, bound: value <= bound,
    Pembanding.LEBIH_DARI: lambda value, bound: value > bound,
    Pembanding.PALING_SEDIKIT: lambda value, bound: value >= bound,
}


def _judge(*, met: bool) -> Ketetapan:
    return Ketetapan.TERCAPAI if met else Ketetapan.TIDAK_TERCAPAI


def _judge_side(
    value: Fraction | int, low: Fraction | int, high: Fraction | int, polaritas: Polaritas | None
) -> Ketetapan | Alasan:
    """Decide between two bounds: met inside, and on the better side of them."""
    if low <= value <= high:
        return Ketetapan.TERCAPAI
    if polaritas is None:
        return blame(KodeAlasan.TANPA_POLARITAS)
    return _judge(met=polaritas is (Polaritas.POSITIF if value > high else Polaritas.NEGATIF))


@frozen(kw_only=True)
class TercapaiAtauTidak(Deciding):
    """
    Tercapai atau tidak (met or not met): 100 or 0, for any kind of target.

    A threshold decides by its comparator. A number and a range decide by the
    polarity of the indicator: a range is met inside, and on its better side; as
    Provinsi Lampung reported in 2022, growth above the range and poverty below
    it counted as achieved, and a Gini ratio inside it as well. Labels decide by
    their order on `skala`, of which a higher class is better unless the polarity
    says `negatif`.

    >>> from iku.angka import Angka
    >>> from iku.scoring import compute_capaian
    >>> kemiskinan = Rentang(bawah=Angka("11.9"), atas=Angka("12.4"))
    >>> compute_capaian(
    ...     kemiskinan, Angka("11.44"), rule=TercapaiAtauTidak(), polaritas=Polaritas.NEGATIF
    ... ).trace
    'realisasi 11,44 terhadap target 11,9 – 12,4: tercapai = 100%'
    """

    tipe: ClassVar[str] = "tercapai_atau_tidak"
    """The tag on the wire."""
    satuan: ClassVar[str] = "%"
    """The unit of its values."""
    seratus_bila_sama: ClassVar[bool] = True
    """Whether a target that is met exactly gives exactly 100."""

    skala: Skala | None = field(default=None, metadata=optional(one(Skala)))
    """The scale on which labels are ordered; without it only equal labels can be judged."""

    def decide(self, keadaan: Keadaan) -> Ketetapan | Alasan:
        """Decide by the kind of target."""
        if isinstance(keadaan.target, Kategori):
            return self._decide_label(keadaan.target, keadaan)
        reached = take_number("realisasi", keadaan.realisasi)
        if isinstance(reached, Alasan):
            return reached
        value = to_fraction(reached)
        if isinstance(keadaan.target, Ambang):
            bound = to_fraction(keadaan.target.batas)
            return _judge(met=_COMPARE[keadaan.target.pembanding](value, bound))
        if isinstance(keadaan.target, Rentang):
            low, high = to_fraction(keadaan.target.bawah), to_fraction(keadaan.target.atas)
            return _judge_side(value, low, high, keadaan.polaritas)
        wanted = take_number("target", keadaan.target)
        if isinstance(wanted, Alasan):
            return wanted
        bound = to_fraction(wanted)
        return _judge_side(value, bound, bound, keadaan.arah or keadaan.polaritas)

    def _decide_label(self, target: Kategori, keadaan: Keadaan) -> Ketetapan | Alasan:
        reached = keadaan.realisasi
        if not isinstance(reached, Kategori):
            return blame(KodeAlasan.BUKAN_PREDIKAT, "realisasi")
        if self.skala is None:
            if fold_label(target.label) == fold_label(reached.label):
                return Ketetapan.TERCAPAI
            return blame(KodeAlasan.TANPA_SKALA, "target", "realisasi")
        wanted = find_predikat("target", target, self.skala)
        if isinstance(wanted, Alasan):
            return wanted
        found = find_predikat("realisasi", reached, self.skala)
        if isinstance(found, Alasan):
            return found
        place = self.skala.predikat.index
        better = keadaan.polaritas or Polaritas.POSITIF
        return _judge_side(place(found), place(wanted), place(wanted), better)


@frozen(kw_only=True)
class Tonggak(Deciding):
    """
    Tonggak (milestone): reached or not, by the label that is reported.

    Labels are compared whatever their case. A target that is itself a label
    has to be one of `tercapai`; a number cannot be reached by a label.

    >>> from iku.scoring import compute_capaian
    >>> compute_capaian(Kategori(label="Ya"), Kategori(label="TIDAK"), rule=Tonggak()).trace
    'realisasi TIDAK terhadap target Ya: tidak tercapai = 0%'

    Raises:
        ScoringError: `bad-aturan` when a label means both, or when none means reached.
    """

    tipe: ClassVar[str] = "tonggak"
    """The tag on the wire."""
    satuan: ClassVar[str] = "%"
    """The unit of its values."""
    seratus_bila_sama: ClassVar[bool] = True
    """Whether a target that is met exactly gives exactly 100."""

    tercapai: tuple[str, ...] = field(default=("ya",), metadata=TEXTS)
    """Labels that say it was reached."""
    belum: tuple[str, ...] = field(default=("tidak",), metadata=TEXTS)
    """Labels that say it was not."""

    def __attrs_post_init__(self) -> None:
        """Refuse a label that means both, and a milestone that cannot be reached."""
        if not self.tercapai:
            raise refuse_aturan(
                "no label", "at least one label", "name the labels that are printed"
            ).under("tercapai")
        reached = set(map(fold_label, self.tercapai))
        for index, label in enumerate(self.belum):
            if fold_label(label) in reached:
                raise refuse_aturan(
                    f"{quote(label)} for reached and for not reached",
                    "labels that mean one of the two",
                    "leave it out of one of them",
                ).under("belum", index)

    def decide(self, keadaan: Keadaan) -> Ketetapan | Alasan:
        """Decide by the label of the realisasi."""
        wanted = self._read("target", keadaan.target)
        if isinstance(wanted, Alasan):
            return wanted
        if not wanted:
            return blame(KodeAlasan.ATURAN_TIDAK_BERLAKU, "target")
        reached = self._read("realisasi", keadaan.realisasi)
        return reached if isinstance(reached, Alasan) else _judge(met=reached)

    def _read(self, kode: str, sisi: NilaiDipakai) -> bool | Alasan:
        """Tell whether a label says that it was reached."""
        if not isinstance(sisi, Kategori):
            return blame(KodeAlasan.BUKAN_PREDIKAT, kode)
        label = fold_label(sisi.label)
        if label in map(fold_label, self.tercapai):
            return True
        if label in map(fold_label, self.belum):
            return False
        return blame(KodeAlasan.LABEL_TAK_DIKENAL, kode, keterangan=sisi.label)
