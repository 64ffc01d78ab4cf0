"""Tables that a machine writes, read back: whatever the columns, years and numbers of rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar, cast
from unicodedata import normalize

import attrs
from hypothesis import given
from hypothesis import strategies as st

from iku.angka import Angka, format_angka
from iku.codec import dumps, loads
from iku.domain import (
    Ambang,
    Dokumen,
    Indikator,
    JenisDokumen,
    Kategori,
    Kosong,
    Nilai,
    Pembanding,
    Penjelasan,
    Periode,
    Rentang,
    Sasaran,
    Satuan,
    SebabKosong,
    SumberData,
    Target,
)
from iku.errors import CODES, IkuError
from iku.glossary import load_istilah
from iku.reading import Bacaan, read_text
from iku.testing import strategies

if TYPE_CHECKING:
    from collections.abc import Iterator

T = TypeVar("T")

LATER: Final = ("asal", "formula", "variabel")
"""What a reader adds to the words of a document."""

HEADERS: Final = {term.istilah: term.kolom for term in load_istilah()}
EXPLAINING: Final = ("formulasi", "alasan", "penanggung_jawab", "sumber_data")
OPTIONAL: Final = ("nomor", "satuan", "alasan", "penanggung_jawab", "sumber_data")

WORDS: Final = (
    "meningkatnya", "kualitas", "layanan", "publik", "ekonomi", "daerah", "warga", "sekolah",
    "pangan", "air", "jalan", "sehat", "aktif", "yang", "dan", "di", "pada", "rata", "koperasi",
    "pertumbuhan", "dinilai", "jumlah", "persen", "laju", "(2)", "a/b", "x", "No. 5", "2019",
)  # fmt: skip
words = st.lists(st.sampled_from(WORDS), min_size=2, max_size=5).map(" ".join)
numbers = st.decimals(0, 10**9, places=2).map(Angka)


def _write(nilai: Nilai) -> str:
    match nilai:
        case Angka():
            return format_angka(nilai)
        case Rentang():
            return f"{format_angka(nilai.bawah)} - {format_angka(nilai.atas)}"
        case Ambang():
            return f"{nilai.pembanding.value} {format_angka(nilai.batas)}"
        case Kategori():
            return nilai.label
        case Kosong():
            return "N/A" if nilai.sebab is SebabKosong.TIDAK_BERLAKU else ""


def _order(pair: tuple[Angka, Angka]) -> Rentang:
    lower, upper = sorted(pair, key=lambda angka: angka.nilai)
    return Rentang(bawah=lower, atas=upper)


values = st.one_of(
    numbers,
    st.tuples(numbers, numbers).map(_order),
    st.builds(Ambang, pembanding=st.sampled_from(Pembanding), batas=numbers),
    st.sampled_from(["AA", "BB", "WTP"]).map(lambda label: Kategori(label=label)),
    st.just(Kosong(sebab=SebabKosong.TIDAK_BERLAKU)),
    st.just(Kosong()),
)


@st.composite
def tables(draw: st.DrawFn) -> tuple[str, Dokumen]:
    """A table as text, and the document that it says."""
    nouns = [noun for noun in OPTIONAL if draw(st.booleans())]
    first = draw(st.integers(2000, 2090))
    years = range(first, first + draw(st.integers(0, 5)))
    sasaran = _draw_sasaran(draw, nouns, years)
    columns: list[str | int] = [*nouns, "sasaran", "indikator", "formulasi", *years]
    order = draw(st.permutations(columns))
    header = [
        f"Target {noun}" if isinstance(noun, int) else draw(st.sampled_from(HEADERS[noun]))
        for noun in order
    ]
    rows = ["\t".join(row.get(noun, "") for noun in order) for row in _rows(sasaran)]
    dokumen = Dokumen(
        jenis=JenisDokumen.IKU, judul="INDIKATOR KINERJA UTAMA", sasaran=tuple(sasaran)
    )
    return "\n".join(["INDIKATOR KINERJA UTAMA", "", "\t".join(header), *rows]), dokumen


def _draw_sasaran(draw: st.DrawFn, nouns: list[str], years: range) -> list[Sasaran]:
    texts = draw(st.lists(words, min_size=1, max_size=4, unique=True))
    return [
        Sasaran(
            kode=f"S{number}",
            uraian=uraian,
            indikator=tuple(
                _draw_indikator(draw, f"S{number}.{index}", nama, (nouns, years))
                for index, nama in enumerate(
                    draw(st.lists(words, min_size=1, max_size=3, unique=True)), 1
                )
            ),
        )
        for number, uraian in enumerate(texts, 1)
    ]


def _draw_indikator(
    draw: st.DrawFn, kode: str, nama: str, shape: tuple[list[str], range]
) -> Indikator:
    nouns, years = shape
    count = draw(st.integers(1, 3))
    penjelasan = tuple(
        _draw_penjelasan(draw, f"{kode}.{'abc'[n]}" if count > 1 else None, nouns)
        for n in range(count)
    )
    units = {item.satuan for item in penjelasan if item.satuan is not None}
    target = tuple(Target(periode=Periode.tahunan(year), nilai=draw(values)) for year in years)
    blank = all(item.nilai == Kosong() for item in target)
    return Indikator(
        kode=kode,
        nama=nama,
        satuan=units.pop() if len(units) == 1 else None,
        penjelasan=penjelasan,
        target=() if blank else target,
    )


def _draw_penjelasan(draw: st.DrawFn, kode: str | None, nouns: list[str]) -> Penjelasan:
    def maybe(noun: str, strategy: st.SearchStrategy[T]) -> T | None:
        return draw(st.none() | strategy) if noun in nouns else None

    responsible = maybe("penanggung_jawab", words)
    source = maybe("sumber_data", words)
    return Penjelasan(
        kode=kode,
        formulasi=draw(words),
        alasan=maybe("alasan", words),
        satuan=maybe("satuan", st.sampled_from(["%", "orang", "Unit Usaha"]).map(Satuan)),
        penanggung_jawab=(responsible,) if responsible else (),
        sumber_data=(SumberData(uraian=source),) if source else (),
    )


def _rows(all_sasaran: list[Sasaran]) -> Iterator[dict[str | int, str]]:
    """Write rows with merged cells left blank."""
    for number, sasaran in enumerate(all_sasaran, 1):
        above: dict[str | int, str] = {"nomor": str(number), "sasaran": sasaran.uraian}
        for indikator in sasaran.indikator:
            above["indikator"] = indikator.nama
            for target in indikator.target:
                assert target.periode.tahun is not None
                above[target.periode.tahun] = _write(target.nilai)
            for penjelasan in indikator.penjelasan:
                yield above | _explain(penjelasan)
                above = {}


def _explain(penjelasan: Penjelasan) -> dict[str | int, str]:
    return {
        "satuan": penjelasan.satuan.nama if penjelasan.satuan else "",
        "formulasi": penjelasan.formulasi or "",
        "alasan": penjelasan.alasan or "",
        "penanggung_jawab": "".join(penjelasan.penanggung_jawab),
        "sumber_data": "".join(item.uraian for item in penjelasan.sumber_data),
    }


def _strip(noun: Any) -> Any:  # noqa: ANN401 - walks every class of the model
    """Take every Asal out of a noun and what it holds, and what its sentences were read into."""
    if isinstance(noun, tuple):
        return tuple(_strip(item) for item in cast("tuple[object, ...]", noun))
    if not hasattr(noun, "asal"):
        return noun
    kind = cast("type[attrs.AttrsInstance]", type(noun))
    names = [field.name for field in attrs.fields(kind) if field.name not in LATER]
    return kind(**{name: _strip(getattr(noun, name)) for name in names})


class TestWrittenTables:
    """A table that is written in the layout reads back as the document it was written from."""

    @given(table=tables())
    def test_round_trip(self, table: tuple[str, Dokumen]) -> None:
        """Whatever the columns, their order and names, the years, rows and merged cells."""
        text, dokumen = table
        (read,) = read_text(text).dokumen

        assert _strip(read) == dokumen

    @given(table=tables())
    def test_json(self, table: tuple[str, Dokumen]) -> None:
        """What is read is a document that loads back equal, places included."""
        (read,) = read_text(table[0], berkas="tabel.txt").dokumen

        assert loads(dumps(read)) == read


pieces = st.sampled_from(
    [
        "\t", "\n", "\n\n", "\r", "No", "SASARAN", "INDIKATOR SASARAN", "Indikator", "TUJUAN",
        "INDIKATOR TUJUAN", "Target", "2023", "Target 2024", "TAHUN KE-", "VISI:", "MISI 2:",
        "OPD: ", "IKU versi x", "FORMULASI", "IKU KOTA", "Kode", "INDIKATOR KINERJA UTAMA",
        "Penjelasan", "Satuan", "Persentase x", "Nilai", "5", "80 - 90%", "N/A", "KEPALA DINAS",
        "NIP. 1", "NAMA", "S1", "S1.1", "\u00ad", "\x00", "\ud800", "Pagu", "Realisasi", "Baseline",
    ]
)  # fmt: skip
nasty = st.lists(pieces | words | st.text(max_size=5), max_size=60).map("".join)


def _read_or_refuse(text: str) -> Bacaan:
    try:
        return read_text(text, berkas="x")
    except IkuError as error:
        if error.code not in CODES:
            raise
        return Bacaan()


class TestAnyText:
    """Any text is read into documents and findings, or refused as an IkuError."""

    @given(text=nasty)
    def test_nothing_else_happens(self, text: str) -> None:
        """What comes out survives JSON; each finding says where."""
        bacaan = _read_or_refuse(text)

        assert [loads(dumps(dokumen)) for dokumen in bacaan.dokumen] == list(bacaan.dokumen)
        assert all(item.asal is not None for item in bacaan.temuan)

    @given(text=strategies.teks(max_size=500))
    def test_text_of_the_model(self, text: str) -> None:
        """Whatever text the model takes can stand in a cell, in a line of its own."""
        cell = " ".join(text.split())
        bacaan = read_text(f"Sasaran\tIndikator\nA\tx {cell}\n")

        assert bacaan.dokumen[0].find_indikator("S1.1").nama == normalize(
            "NFC", f"x {cell}".strip()
        )
