"""The whole document: its lookups, walks and edits, and what it refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku.angka import Angka
from iku.domain import (
    Data,
    Dokumen,
    Indikator,
    JenisDokumen,
    Kosong,
    Misi,
    Penjelasan,
    Periode,
    Realisasi,
    Sasaran,
    Target,
    Tujuan,
    Variabel,
    Versi,
    Visi,
)
from iku.errors import CODES, IkuError, NotFoundError
from iku.formula import Jumlah, Persentase
from iku.testing.strategies import dokumen

if TYPE_CHECKING:
    from collections.abc import Callable

ANY: Any = "teks"
Y2023, Y2024 = Periode.tahunan(2023), Periode.tahunan(2024)
PARTS = (
    Penjelasan(kode="S1.1.a", formula=Persentase(pembilang="NTB_KOPERASI", penyebut="PDRB")),
    Penjelasan(kode="S1.1.b", formula=Persentase(pembilang="NTB_UMKM", penyebut="PDRB")),
)
WHOLE = Dokumen(
    jenis=JenisDokumen.IKU,
    judul="Indikator Kinerja Utama",
    visi=Visi(kode="V", uraian="Visi"),
    misi=(Misi(kode="M3", uraian="Ketiga"),),
    tujuan=(
        Tujuan(
            kode="T1",
            uraian="Peningkatan peran koperasi",
            misi="M3",
            indikator=(Indikator(kode="T1.1", nama="Nilai AKIP"),),
            sasaran=(
                Sasaran(
                    kode="S1",
                    uraian="Meningkatnya pertumbuhan",
                    indikator=(Indikator(kode="S1.1", nama="Kontribusi", penjelasan=PARTS),),
                ),
            ),
        ),
    ),
    sasaran=(Sasaran(kode="S2", uraian="Meningkatnya pelayanan"),),
    indikator=(Indikator(kode="I", nama="Indeks Kepuasan Masyarakat"),),
    variabel=(
        Variabel(kode="NTB_KOPERASI", nama="Nilai Tambah Bruto Koperasi"),
        Variabel(kode="NTB_UMKM", nama="Nilai Tambah Bruto UMKM"),
        Variabel(kode="PDRB", nama="PDRB"),
    ),
    data=(Data(variabel="PDRB", periode=Y2023, nilai=Angka("100")),),
)
NOUNS = ["V", "M3", "T1", "T1.1", "S1", "S1.1", "S1.1.a", "S1.1.b", "S2", "I"]
VARIABLES = ["NTB_KOPERASI", "NTB_UMKM", "PDRB"]


def _dokumen(**fields: object) -> Dokumen:
    return Dokumen(**cast("Any", {"jenis": "iku", "judul": "IKU", **fields}))


def _misi(*kode: str) -> tuple[Misi, ...]:
    return tuple(Misi(kode=one, uraian="u") for one in kode)


def _computed(kode: str, *needs: str) -> Indikator:
    part = Penjelasan(formula=Jumlah(suku=needs))
    return Indikator(kode=kode, nama="n", penjelasan=(part,))


class TestLookups:
    """Every noun is found where it stands."""

    def test_the_walk_follows_the_document(self) -> None:
        """Parents before children, a Sasaran before the indicators beside it."""
        assert [noun.kode for noun in WHOLE.walk()] == NOUNS + VARIABLES

    def test_the_walk_can_be_narrowed(self) -> None:
        """To one class."""
        assert [item.kode for item in WHOLE.walk(Indikator)] == ["T1.1", "S1.1", "I"]
        assert [item.kode for item in WHOLE.walk(Variabel)] == VARIABLES

    @pytest.mark.parametrize(
        ("kode", "location"),
        [
            ("V", ("visi",)),
            ("M3", ("misi", 0)),
            ("S1.1.b", ("tujuan", 0, "sasaran", 0, "indikator", 0, "penjelasan", 1)),
            ("PDRB", ("variabel", 2)),
        ],
    )
    def test_a_noun_has_a_place(self, kode: str, location: tuple[str | int, ...]) -> None:
        """As steps inward."""
        assert WHOLE.locate(kode) == location

    @given(dokumen())
    def test_find_gives_what_the_walk_gives(self, made: Dokumen) -> None:
        """For each noun that has a kode, and each kode names one noun."""
        named = [noun for noun in made.walk() if noun.kode is not None]
        assert len({noun.kode for noun in named}) == len(named)
        for noun in named[:20]:
            assert made.find(str(noun.kode)) is noun

    def test_only_indicators_are_found_as_indicators(self) -> None:
        """A Misi of that kode is none."""
        assert WHOLE.find_indikator("I").nama == "Indeks Kepuasan Masyarakat"
        with pytest.raises(NotFoundError, match="look at") as caught:
            WHOLE.find_indikator("M3")
        assert caught.value.code == "not-found"

    def test_a_kode_nearby_is_proposed(self) -> None:
        """A typo is seen as one."""
        for look in (WHOLE.find, WHOLE.locate, WHOLE.find_indikator):
            with pytest.raises(NotFoundError, match=r"did you mean 'S1.1'\?"):
                look("S1,1")


class TestEdits:
    """An edit gives another document and leaves the first as it was."""

    def test_a_noun_is_replaced_where_it_stands(self) -> None:
        """Everything else stays the same object."""
        made = WHOLE.replace("S1.1.a", alasan="Berdasarkan UU")
        found = made.find("S1.1.a")
        assert isinstance(found, Penjelasan)
        assert found.alasan == "Berdasarkan UU"
        assert WHOLE.find("S1.1.a") == PARTS[0]
        assert made.variabel is WHOLE.variabel
        assert made.find("T1.1") is WHOLE.find("T1.1")

    def test_a_single_noun_is_replaced_too(self) -> None:
        """The Visi stands in no tuple."""
        made = WHOLE.replace("V", uraian="Visi baru").visi
        assert made is not None
        assert made.uraian == "Visi baru"

    @given(dokumen(), st.data())
    def test_replacing_by_the_same_changes_nothing(
        self, made: Dokumen, data: st.DataObject
    ) -> None:
        """`replace` with a noun's own value is the identity."""
        named = [noun for noun in made.walk() if noun.kode is not None]
        if named:
            noun = data.draw(st.sampled_from(named))
            assert made.replace(str(noun.kode), kode=noun.kode) == made

    def test_targets_of_a_period_and_source_are_replaced(self) -> None:
        """Others are kept, new ones are added behind."""
        once = WHOLE.with_target(
            "I",
            Target(periode=Y2023, nilai=Angka("1")),
            Target(periode=Y2023, nilai=Angka("2"), sumber="PK"),
        )
        twice = once.with_target(
            "I", Target(periode=Y2024, nilai=Kosong()), Target(periode=Y2023, nilai=Angka("3"))
        )
        written = [(str(t.periode), t.sumber, t.nilai) for t in twice.find_indikator("I").target]
        assert written == [
            ("2023", None, Angka("3")),
            ("2023", "PK", Angka("2")),
            ("2024", None, Kosong()),
        ]

    def test_results_of_a_period_and_source_are_replaced(self) -> None:
        """As targets are."""
        made = WHOLE.with_realisasi("S1.1", Realisasi(periode=Y2023, nilai=Angka("1")))
        made = made.with_realisasi("S1.1", Realisasi(periode=Y2023, nilai=Angka("2")))
        assert [item.nilai for item in made.find_indikator("S1.1").realisasi] == [Angka("2")]

    def test_data_of_a_variable_period_and_source_are_replaced(self) -> None:
        """They stand in the document and nowhere else."""
        made = WHOLE.with_data(
            Data(variabel="PDRB", periode=Y2023, nilai=Angka("200")),
            Data(variabel="PDRB", periode=Y2024, nilai=Angka("300")),
        )
        assert [item.nilai.teks for item in made.data if isinstance(item.nilai, Angka)] == [
            "200",
            "300",
        ]

    @pytest.mark.parametrize(
        ("edit", "code", "path"),
        [
            (lambda: WHOLE.replace("S9", uraian="u"), "not-found", "$"),
            (lambda: WHOLE.replace("S1", nama="n"), "not-found", "$"),
            (
                lambda: WHOLE.replace("S1.1", nama=""),
                "empty-text",
                "$.tujuan[0].sasaran[0].indikator[0].nama",
            ),
            (
                lambda: WHOLE.replace("S1.1.b", kode=None),
                "missing-kode",
                "$.tujuan[0].sasaran[0].indikator[0].penjelasan[1].kode",
            ),
            (lambda: WHOLE.replace("S2", kode="S1"), "duplicate-kode", "$.sasaran[0].kode"),
            (lambda: WHOLE.replace("M3", kode="M4"), "unknown-ref", "$.tujuan[0].misi"),
            (lambda: WHOLE.with_target("M3"), "not-found", "$"),
            (lambda: WHOLE.with_realisasi("M3"), "not-found", "$"),
            (
                lambda: WHOLE.with_data(Data(variabel="X", periode=Y2023, nilai=Kosong())),
                "unknown-ref",
                "$.data[1].variabel",
            ),
        ],
    )
    def test_an_edit_that_cannot_be_is_refused_at_its_place(
        self, edit: Callable[[], object], code: str, path: str
    ) -> None:
        """The path begins at the document."""
        with pytest.raises(IkuError) as caught:
            edit()
        assert (caught.value.code, caught.value.path) == (code, path)


@pytest.mark.parametrize(
    ("make", "code", "path"),
    [
        (lambda: _dokumen(jenis="surat"), "bad-choice", "$.jenis"),
        (lambda: _dokumen(judul=""), "empty-text", "$.judul"),
        (lambda: _dokumen(periode=2023), "wrong-type", "$.periode"),
        (lambda: _dokumen(visi="Visi"), "wrong-type", "$.visi"),
        (lambda: _dokumen(aturan_capaian="A"), "wrong-type", "$.aturan_capaian"),
        (lambda: _dokumen(versi_format="2.0"), "unsupported-version", "$.versi_format"),
        (lambda: _dokumen(versi_format="1.01"), "unsupported-version", "$.versi_format"),
        (lambda: _dokumen(versi_format="1"), "unsupported-version", "$.versi_format"),
        (lambda: _dokumen(versi_format=1), "wrong-type", "$.versi_format"),
        (lambda: Versi(label=""), "empty-text", "$.label"),
        (lambda: Visi(uraian=""), "empty-text", "$.uraian"),
        (lambda: Misi(kode="M", uraian=ANY, indikator=(ANY,)), "wrong-type", "$.indikator[0]"),
        (lambda: Sasaran(kode="S", uraian="u", perspektif=""), "empty-text", "$.perspektif"),
        (lambda: Tujuan(kode="T", uraian="u", misi=""), "bad-kode", "$.misi"),
        (lambda: Tujuan(kode="T", uraian="u", sasaran=(ANY,)), "wrong-type", "$.sasaran[0]"),
        (lambda: _dokumen(misi=_misi("A", "B", "A")), "duplicate-kode", "$.misi[2].kode"),
        (
            lambda: _dokumen(
                visi=Visi(kode="A", uraian="u"), variabel=(Variabel(kode="A", nama="n"),)
            ),
            "duplicate-kode",
            "$.variabel[0].kode",
        ),
        (
            lambda: _dokumen(tujuan=(Tujuan(kode="T", uraian="u", misi="M1"),)),
            "unknown-ref",
            "$.tujuan[0].misi",
        ),
        (
            lambda: _dokumen(misi=_misi("M1"), tujuan=(Tujuan(kode="T", uraian="u", misi="T"),)),
            "unknown-ref",
            "$.tujuan[0].misi",
        ),
        (
            lambda: _dokumen(indikator=(_computed("I", "PDRB"),)),
            "unknown-ref",
            "$.indikator[0].penjelasan[0].formula",
        ),
        (
            lambda: _dokumen(
                misi=_misi("M"),
                indikator=(Indikator(kode="I", nama="n", penggabungan=Jumlah(suku=("M",))),),
            ),
            "unknown-ref",
            "$.indikator[0].penggabungan",
        ),
        (
            lambda: _dokumen(
                indikator=(Indikator(kode="I", nama="n"),),
                data=(Data(variabel="I", periode=Y2023, nilai=Kosong()),),
            ),
            "unknown-ref",
            "$.data[0].variabel",
        ),
        (lambda: _dokumen(indikator=(_computed("I", "I"),)), "cycle", "$.indikator[0]"),
        (
            lambda: _dokumen(
                indikator=(_computed("A", "B"), _computed("B", "C"), _computed("C", "B"))
            ),
            "cycle",
            "$.indikator[1]",
        ),
        (
            lambda: attrs.evolve(WHOLE, data=(*WHOLE.data, *WHOLE.data)),
            "duplicate-data",
            "$.data[1]",
        ),
    ],
)
def test_what_cannot_be_is_refused(make: Callable[[], object], code: str, path: str) -> None:
    """Each with its code and the place that is wrong."""
    with pytest.raises(IkuError) as caught:
        make()
    assert (caught.value.code, caught.value.path) == (code, path)
    assert code in CODES


def test_a_circle_is_printed() -> None:
    """So that one sees where to open it."""
    with pytest.raises(IkuError, match="'B' -> 'C' -> 'B'"):
        _dokumen(indikator=(_computed("A", "B"), _computed("B", "C"), _computed("C", "B")))


def test_one_quantity_may_serve_many_without_being_a_circle() -> None:
    """A diamond has no circle."""
    made = _dokumen(
        indikator=(
            _computed("A", "B", "C"),
            _computed("B", "D"),
            _computed("C", "D"),
            Indikator(kode="D", nama="n"),
        )
    )
    assert len(made.indikator) == 4


def test_parts_are_combined_by_their_kode() -> None:
    """`penggabungan` names Penjelasan, formulas of Penjelasan name variables."""
    made = WHOLE.replace("S1.1", penggabungan=Jumlah(suku=("S1.1.a", "S1.1.b")))
    assert made.find_indikator("S1.1").formula == Jumlah(suku=("S1.1.a", "S1.1.b"))


def test_a_later_minor_format_is_kept() -> None:
    """It is written back under the version it was read in."""
    assert _dokumen(versi_format="1.12").versi_format == "1.12"
