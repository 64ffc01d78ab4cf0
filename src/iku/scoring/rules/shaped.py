"""Rules that put a number in the place of a range, a threshold or a label."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from attrs import evolve, field

from iku._attrs import checked, frozen
from iku._checks import one
from iku.domain.nilai import Ambang, Kategori, Rentang
from iku.domain.skala import Skala
from iku.formula.evaluation.alasan import Alasan, KodeAlasan, blame
from iku.formula.evaluation.arithmetic import to_fraction
from iku.scoring.rules.graded import NilaiBerjenjang
from iku.scoring.rules.kinds import Ketetapan, Wrapping, take_number
from iku.scoring.rules.labels import find_predikat
from iku.scoring.rules.parts import RULE, check_rule, refuse_aturan, walk_rules
from iku.typing import CapaianRule

if TYPE_CHECKING:
    from iku.angka import Angka
    from iku.scoring.rules.kinds import Keadaan
    from iku.scoring.sentences import NilaiDipakai


def _check_inner(value: object) -> CapaianRule:
    rule = check_rule(value)
    if any(isinstance(each, NilaiBerjenjang) for each in walk_rules(rule)):
        raise refuse_aturan(
            "a rule that gives a nilai, inside one that looks for the target",
            "a rule that gives a capaian",
            "turn them round: NilaiBerjenjang(aturan=RentangTarget(...), ...)",
        )
    return rule


_INNER: Final = checked(_check_inner)


@frozen(kw_only=True)
class RentangTarget(Wrapping):
    """
    Rentang target (range target): the bound that is nearest to the realisasi is the target.

    PermenPANRB 8/2021, Lampiran, Bab VI: a realisasi above the range is compared
    with its upper bound ("batas atas"), one below with its lower bound ("batas
    bawah"), under the rule of either direction. What holds inside is not spelled
    out on the pages that were read; here the target is met, so that the capaian
    does not jump at either end. A target that is a number is left to `aturan`.

    >>> from iku.angka import Angka
    >>> from iku.scoring import DuaTargetMinusRealisasi, compute_capaian
    >>> rule = RentangTarget(aturan=DuaTargetMinusRealisasi())
    >>> bulan = Rentang(bawah=Angka("7"), atas=Angka("8"))
    >>> compute_capaian(bulan, 9, rule=rule).trace
    'target 7 – 8 dipakai sebagai 8: (2 × 8 − 9) / 8 × 100% = 87,5%'
    >>> compute_capaian(bulan, Angka("7.25"), rule=rule).trace
    'realisasi 7,25 terhadap target 7 – 8: di dalam rentang = 100%'
    """

    tipe: ClassVar[str] = "rentang_target"
    """The tag on the wire."""

    aturan: CapaianRule = field(metadata=_INNER)
    """The rule that compares the realisasi with the bound."""

    def choose(self, keadaan: Keadaan) -> tuple[CapaianRule, Keadaan] | Alasan:
        """Take the nearest bound; inside, the target is met."""
        target = keadaan.target
        if not isinstance(target, Rentang):
            return self.aturan, keadaan
        realisasi = take_number("realisasi", keadaan.realisasi)
        if isinstance(realisasi, Alasan):
            return realisasi
        value = to_fraction(realisasi)
        if value > to_fraction(target.atas):
            return self.aturan, evolve(keadaan, target=target.atas)
        if value < to_fraction(target.bawah):
            return self.aturan, evolve(keadaan, target=target.bawah)
        inside = Ketetapan.DI_DALAM_RENTANG
        return self.aturan, evolve(keadaan, target=realisasi, ketetapan=inside)


@frozen(kw_only=True)
class AmbangTarget(Wrapping):
    """
    Ambang target (threshold target): the bound itself is the target.

    LKj Provinsi Lampung 2016 states a target "kurang dari 49" and computes with
    49. The comparator says which side is better; a rule that holds the other
    side to be better does not apply. Whether the bound itself meets "less than"
    makes no difference here; `TercapaiAtauTidak` tells. A target that is a
    number is left to `aturan`.

    >>> from iku.angka import Angka
    >>> from iku.domain import Pembanding
    >>> from iku.scoring import DuaTargetMinusRealisasi, compute_capaian
    >>> target = Ambang(pembanding=Pembanding.KURANG_DARI, batas=Angka("49"))
    >>> rule = AmbangTarget(aturan=DuaTargetMinusRealisasi())
    >>> compute_capaian(target, Angka("56.23"), rule=rule).trace
    'target < 49 dipakai sebagai 49: (2 × 49 − 56,23) / 49 × 100% = 85,24%'
    """

    tipe: ClassVar[str] = "ambang_target"
    """The tag on the wire."""

    aturan: CapaianRule = field(metadata=_INNER)
    """The rule that compares the realisasi with the bound."""

    def choose(self, keadaan: Keadaan) -> tuple[CapaianRule, Keadaan] | Alasan:
        """Take the bound, and remember which side of it is better."""
        target = keadaan.target
        if not isinstance(target, Ambang):
            return self.aturan, keadaan
        return self.aturan, evolve(keadaan, target=target.batas, arah=keadaan.arah_target)


@frozen(kw_only=True)
class SkorPredikat(Wrapping):
    """
    Skor predikat (score of a label): the score of one label against that of another.

    The labels are found on `skala` whatever their case, and their scores are
    compared by `aturan`. Programs of regional governments do this for targets
    like "BB"; no regulation that was read gives the scores, so the scale that
    is named has to.

    >>> from iku.angka import Angka
    >>> from iku.domain import Predikat
    >>> from iku.scoring import RealisasiPerTarget, compute_capaian
    >>> skala = Skala(
    ...     kode="akip",
    ...     nama="Predikat AKIP",
    ...     predikat=tuple(
    ...         Predikat(label=label, skor=Angka(skor))
    ...         for skor, label in enumerate(("D", "C", "CC", "B", "BB", "A", "AA"), start=1)
    ...     ),
    ... )
    >>> rule = SkorPredikat(skala=skala, aturan=RealisasiPerTarget())
    >>> compute_capaian(Kategori(label="A"), Kategori(label="bb"), rule=rule).trace
    'target A dipakai sebagai 6, realisasi bb dipakai sebagai 5: 5 / 6 × 100% = 83,33%'
    """

    tipe: ClassVar[str] = "skor_predikat"
    """The tag on the wire."""

    skala: Skala = field(metadata=one(Skala))
    """The scale that gives each label its score."""
    aturan: CapaianRule = field(metadata=RULE)
    """The rule that compares the scores."""

    def choose(self, keadaan: Keadaan) -> tuple[CapaianRule, Keadaan] | Alasan:
        """Take the scores of both labels."""
        target = self._take_score("target", keadaan.target)
        if isinstance(target, Alasan):
            return target
        realisasi = self._take_score("realisasi", keadaan.realisasi)
        if isinstance(realisasi, Alasan):
            return realisasi
        return self.aturan, evolve(keadaan, target=target, realisasi=realisasi)

    def _take_score(self, kode: str, sisi: NilaiDipakai) -> Angka | Alasan:
        if not isinstance(sisi, Kategori):
            return blame(KodeAlasan.BUKAN_PREDIKAT, kode)
        predikat = find_predikat(kode, sisi, self.skala)
        if isinstance(predikat, Alasan):
            return predikat
        if predikat.skor is None:
            return blame(KodeAlasan.TANPA_SKOR, kode, keterangan=predikat.label)
        return predikat.skor
