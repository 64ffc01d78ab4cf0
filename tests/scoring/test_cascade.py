"""Cascading: links between documents, those that lead nowhere, and circles."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, cast

import attrs
import pytest

from iku.angka import Angka
from iku.domain import Dokumen, Indikator, JenisDokumen, Periode, Realisasi, Target, Tautan
from iku.errors import IkuError
from iku.scoring import (
    AturanTakDikenal,
    Cascading,
    RealisasiPerTarget,
    RentangTarget,
    SebabPutus,
    TitikCascading,
    aggregate,
    aggregate_cascading,
    aggregate_dokumen,
    build_cascading,
    compute_capaian,
    compute_capaian_dokumen,
)

if TYPE_CHECKING:
    from iku.typing import CapaianRule

YEAR = Periode.tahunan(2023)


def indikator(kode: str, link: str | None = None, realisasi: int = 100) -> Indikator:
    """An indicator with a target of 100, and perhaps a link "document/indicator"."""
    dokumen, _, target = (link or "").partition("/")
    tautan = Tautan(uraian="IKU Kota", dokumen=dokumen or None, kode=target or None)
    return Indikator(
        kode=kode,
        nama=kode,
        iku_kota=None if link is None else tautan,
        target=(Target(periode=YEAR, nilai=Angka("100")),),
        realisasi=(Realisasi(periode=YEAR, nilai=Angka(realisasi)),),
    )


def dokumen(kode: str | None, *indicators: Indikator) -> Dokumen:
    """A document of indicators."""
    return Dokumen(
        jenis=JenisDokumen.IKU,
        judul="IKU",
        kode=kode,
        indikator=indicators,
        aturan_capaian=RealisasiPerTarget(),
    )


def titik(text: str) -> TitikCascading:
    """A point of the cascade."""
    name, _, kode = text.partition("/")
    return TitikCascading(dokumen=name, kode=kode)


KOTA = dokumen("KOTA", indikator("K1"), indikator("K2"))
DINAS = dokumen("DINAS", indikator("S1", "KOTA/K1", 80), indikator("S2", "KOTA/K1", 50))
UMKM = dokumen("UMKM", indikator("S1", "KOTA/K1", 110), indikator("S2", "KOTA/K2", 90))


CASCADING = build_cascading([KOTA, DINAS, UMKM])
CAPAIAN = {str(each.kode): compute_capaian_dokumen(each, YEAR) for each in (KOTA, DINAS, UMKM)}


class TestBuild:
    """What is linked by kode contributes; nothing is concluded from words."""

    def test_contributions(self) -> None:
        """Equal kode in two documents stay apart."""
        cascading = build_cascading([KOTA, DINAS, UMKM])

        assert [f"{each.dari} {each.ke}" for each in cascading.kontribusi] == [
            "DINAS/S1 KOTA/K1",
            "DINAS/S2 KOTA/K1",
            "UMKM/S1 KOTA/K1",
            "UMKM/S2 KOTA/K2",
        ]
        assert list(map(str, cascading.find_kontribusi(titik("KOTA/K2")))) == ["UMKM/S2"]
        assert cascading.find_kontribusi(titik("DINAS/S1")) == ()
        assert (cascading.putus, cascading.lingkaran, cascading.explain()) == ((), (), "")
        assert len(cascading.titik) == 6

    @pytest.mark.parametrize(
        ("link", "sebab"),
        [
            ("", SebabPutus.HANYA_URAIAN),
            ("KOTA/", SebabPutus.HANYA_URAIAN),
            ("/K1", SebabPutus.TANPA_DOKUMEN),
            ("PROVINSI/K1", SebabPutus.DOKUMEN_TIDAK_ADA),
            ("KOTA/K9", SebabPutus.INDIKATOR_TIDAK_ADA),
            ("#3/X", SebabPutus.DOKUMEN_TIDAK_ADA),
        ],
    )
    def test_broken(self, link: str, sebab: SebabPutus) -> None:
        """Listed with the link as printed, and with the reason."""
        source = dokumen("DINAS", indikator("S1", link))
        cascading = build_cascading([KOTA, source, dokumen(None, indikator("X"))])
        (broken,) = cascading.putus

        assert (broken.dari, broken.sebab) == (titik("DINAS/S1"), sebab)
        assert broken.tautan == source.find_indikator("S1").iku_kota
        assert cascading.kontribusi == ()

    def test_documents_without_kode(self) -> None:
        """They can contribute, and are told apart by their place."""
        nameless = dokumen(None, indikator("S1", "KOTA/K1"))
        cascading = build_cascading((KOTA, nameless, nameless))

        assert list(map(str, cascading.find_kontribusi(titik("KOTA/K1")))) == ["#2/S1", "#3/S1"]

    def test_nothing(self) -> None:
        """No documents make an empty cascade."""
        assert build_cascading([]) == Cascading(titik=(), kontribusi=(), putus=())


class TestCircles:
    """Indicators that contribute to each other are reported, with the steps."""

    DOCUMENTS = (
        dokumen("A", indikator("1", "B/1"), indikator("2", "A/2"), indikator("3", "A/1")),
        dokumen("B", indikator("1", "C/1")),
        dokumen("C", indikator("1", "A/1")),
    )

    def test_printed(self) -> None:
        """Each circle once, one that is its own as well."""
        cascading = build_cascading(self.DOCUMENTS)

        assert cascading.explain() == ("melingkar: A/1 -> B/1 -> C/1 -> A/1\nmelingkar: A/2 -> A/2")
        assert cascading.explain("en") == (
            "a circle: A/1 -> B/1 -> C/1 -> A/1\na circle: A/2 -> A/2"
        )

    def test_not_aggregated(self) -> None:
        """What is inside a circle is skipped; what only leads into it counts."""
        cascading = build_cascading(self.DOCUMENTS)
        capaian = {str(each.kode): compute_capaian_dokumen(each, YEAR) for each in self.DOCUMENTS}
        made = {str(each.ke): each.agregat for each in aggregate_cascading(cascading, capaian)}

        assert made["B/1"].trace == (
            "tidak ada nilai untuk digabungkan; dilewati A/1: kontribusi A/1 melingkar"
        )
        assert made["A/1"].trace == (
            "rata-rata(100) = 100%; dilewati C/1: kontribusi C/1 melingkar"
        )
        assert all(each.verify() for each in made.values())


class TestExplain:
    """What is wrong with the links, in a language."""

    def test_broken_links(self) -> None:
        """What the link names, and why it cannot be followed; words alone are quoted."""
        links = ("", "/K1", "PROVINSI/K1", "KOTA/K9")
        source = dokumen("D", *(indikator(f"S{i}", link) for i, link in enumerate(links)))
        cascading = build_cascading([KOTA, source])

        assert cascading.explain().splitlines() == [
            "D/S0 -> “IKU Kota”: tautan tanpa kode indikator",
            "D/S1 -> K1: tautan tanpa kode dokumen",
            "D/S2 -> PROVINSI/K1: dokumen tidak ada",
            "D/S3 -> KOTA/K9: indikator tidak ada",
        ]
        assert cascading.explain("en").splitlines() == [
            "D/S0 -> “IKU Kota”: the link has no kode of an indicator",
            "D/S1 -> K1: the link has no kode of a document",
            "D/S2 -> PROVINSI/K1: the document is not among those given",
            "D/S3 -> KOTA/K9: the document has no such indicator",
        ]

    def test_other_languages(self) -> None:
        """There are two, even where there is nothing to say."""
        (broken,) = build_cascading([dokumen("D", indikator("S", ""))]).putus
        for subject in (CASCADING, broken):
            with pytest.raises(IkuError) as caught:
                subject.explain(cast("Any", "fr"))
            assert caught.value.code == "bad-choice"


class TestUnknownRules:
    """A rule that cannot be used here spoils what it is the rule of, and nothing else."""

    RULE = AturanTakDikenal(tag="kota-x:progresif/1")
    REASON = "aturan capaian kota-x:progresif/1 tidak dikenal di sini"

    @pytest.mark.parametrize(
        ("rule", "reason"),
        [
            (RULE, REASON),
            (RentangTarget(aturan=RULE), REASON),
            (attrs.evolve(RULE, sebab="rusak"), "plug-in 'kota-x:progresif/1' tidak dapat"),
        ],
    )
    def test_aggregated(self, rule: CapaianRule, reason: str) -> None:
        """Its indicator is skipped with the reason, in the document and in the cascade."""
        unknown = attrs.evolve(indikator("S1", "KOTA/K1"), aturan_capaian=rule)
        dinas = dokumen("DINAS", unknown, indikator("S2", "KOTA/K1", 50))
        capaian = compute_capaian_dokumen(dinas, YEAR)
        (whole,) = aggregate_cascading(build_cascading([KOTA, dinas]), {"DINAS": capaian})

        for made in (aggregate_dokumen(dinas, capaian).dokumen, aggregate(capaian), whole.agregat):
            assert made.trace.startswith("rata-rata(50) = 50%; dilewati ")
            assert f"S1: {reason}" in made.trace
            assert made.verify()
        assert capaian.verify()

    def test_nothing_else(self) -> None:
        """Where it is the rule of all, there is no value, in English neither."""
        made = aggregate({"S1": compute_capaian(1, 2, rule=self.RULE)})

        assert made.explain("en") == (
            "there is no value to aggregate; "
            "skipped S1: the formula or rule is unknown here (kota-x:progresif/1)"
        )


class TestAggregate:
    """The capaian of those who contribute directly."""

    def test_mean(self) -> None:
        """Each contributor the same."""
        first, second = aggregate_cascading(CASCADING, CAPAIAN)

        assert (first.ke, first.agregat.kode) == (titik("KOTA/K1"), "KOTA/K1")
        assert first.agregat.trace == "rata-rata(80; 50; 110) = 80%"
        assert second.agregat.eksak == 90

    def test_weights_and_cap(self) -> None:
        """By point of the cascade."""
        weights = {titik("DINAS/S1"): 50, titik("DINAS/S2"): 20, titik("UMKM/S1"): 30}
        weights[titik("UMKM/S2")] = 1
        first, _ = aggregate_cascading(
            CASCADING, CAPAIAN, bobot=weights, maksimum=100, batas="sebelum"
        )

        assert first.agregat.eksak == Fraction(50 * 80 + 20 * 50 + 30 * 100, 100)

    def test_documents_without_capaian(self) -> None:
        """Their indicators are skipped and listed."""
        known = {"DINAS": CAPAIAN["DINAS"]}
        first, second = aggregate_cascading(CASCADING, known)

        assert [each.kode for each in first.agregat.dilewati] == ["UMKM/S1"]
        assert second.agregat.eksak is None

    def test_capaian_of_another_edition(self) -> None:
        """An indicator that it lacks is skipped."""
        other = compute_capaian_dokumen(dokumen("UMKM", indikator("S2")), YEAR)
        first, _ = aggregate_cascading(CASCADING, {"UMKM": other})

        assert first.agregat.eksak is None

    def test_long_kode(self) -> None:
        """Two of the longest names are no longer than a line may be."""
        long = "K" * 128
        documents = (dokumen(long, indikator(long)), dokumen("D", indikator("S", f"{long}/{long}")))
        (made,) = aggregate_cascading(build_cascading(documents), {})

        assert made.agregat.dilewati[0].kode == "D/S"
        documents = (dokumen("D", indikator("S")), dokumen(long, indikator(long, "D/S")))
        (made,) = aggregate_cascading(build_cascading(documents), {})
        assert made.agregat.dilewati[0].kode == f"{long}/{long}"

    @pytest.mark.parametrize(
        ("changes", "code", "path"),
        [
            ({"cascading": None}, "wrong-type", "$.cascading"),
            ({"capaian": None}, "wrong-type", "$.capaian"),
            ({"capaian": {"KOTA": None}}, "wrong-type", "$.capaian.KOTA"),
            ({"capaian": {"PROVINSI": None}}, "not-found", "$"),
            ({"bobot": [1]}, "wrong-type", "$.bobot"),
            ({"bobot": {"DINAS/S1": 1}}, "not-found", "$"),
            ({"bobot": {titik("DINAS/S1"): 1}}, "missing-bobot", "$.bobot"),
        ],
    )
    def test_refused(self, changes: dict[str, object], code: str, path: str) -> None:
        """With code and location."""
        none: dict[str, Any] = {}
        arguments: dict[str, Any] = {"cascading": CASCADING, "capaian": none} | changes
        with pytest.raises(IkuError) as caught:
            aggregate_cascading(**arguments)

        assert caught.value.code == code
        assert caught.value.path.startswith(path)


class TestHostile:
    """What are no documents, or cannot be told apart, is refused with its place."""

    @pytest.mark.parametrize(
        ("given", "code", "path"),
        [
            (None, "wrong-type", "$.dokumen"),
            (KOTA, "wrong-type", "$.dokumen"),
            ([KOTA, "DINAS"], "wrong-type", "$.dokumen[1]"),
            ([KOTA, KOTA], "duplicate-kode", "$.dokumen[1].kode"),
            ([dokumen("#2"), dokumen(None)], "duplicate-kode", "$.dokumen[1].kode"),
        ],
    )
    def test_refused(self, given: object, code: str, path: str) -> None:
        """With code and location."""
        with pytest.raises(IkuError) as caught:
            build_cascading(cast("Any", given))

        assert (caught.value.code, caught.value.path) == (code, path)
