"""Strategies for sources: regulations, references, provenance, findings and people."""

from __future__ import annotations

from typing import Final, TypeVar

from hypothesis import strategies as st

from iku.domain.asal import Asal, Temuan, TingkatTemuan
from iku.domain.indikator import Tautan
from iku.domain.perangkat_daerah import Pemda, Penandatangan, PerangkatDaerah
from iku.domain.rujukan import (
    FIRST_YEAR,
    LAST_YEAR,
    DasarHukum,
    JenisPeraturan,
    Rujukan,
    StatusRujukan,
    SumberData,
)
from iku.testing._text import kode, teks

T = TypeVar("T")

_NOMOR: Final = ("25", "8", "12A", "PER/09/M.PAN/5/2007", "1-2/3.4")
_WILAYAH: Final = ("32", "32.75", "3275", "32.75.01", "3275010", "32.75.01.1001", "3275010001")
_FARTHEST_POSITION: Final = 10_000_000


def maybe(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    """None, or what `strategy` gives."""
    return st.none() | strategy


_SHORT: Final = teks(max_size=100)


def dasar_hukum() -> st.SearchStrategy[DasarHukum]:
    """
    Regulations of every kind.

    >>> from hypothesis import given
    >>> @given(dasar_hukum())
    ... def check(regulation):
    ...     assert "Nomor" in str(regulation)
    >>> check()
    """
    return st.builds(
        DasarHukum,
        jenis=st.sampled_from(JenisPeraturan),
        nomor=st.sampled_from(_NOMOR) | _SHORT,
        tahun=st.integers(FIRST_YEAR, LAST_YEAR),
        lembaga=maybe(_SHORT),
        tentang=maybe(_SHORT),
    )


@st.composite
def _rujukan(draw: st.DrawFn) -> Rujukan:
    named = draw(st.sampled_from(("dasar_hukum", "uraian", "tautan")))
    uraian = _SHORT if named == "uraian" else maybe(_SHORT)
    tautan = _SHORT if named == "tautan" else maybe(_SHORT)
    regulation = dasar_hukum() if named == "dasar_hukum" else maybe(dasar_hukum())
    return Rujukan(
        dasar_hukum=draw(regulation),
        uraian=draw(uraian),
        bagian=draw(maybe(_SHORT)),
        halaman=draw(maybe(_SHORT)),
        tautan=draw(tautan),
        status=draw(st.sampled_from(StatusRujukan)),
    )


def rujukan() -> st.SearchStrategy[Rujukan]:
    """
    References, each to something.

    >>> from hypothesis import given
    >>> @given(rujukan())
    ... def check(reference):
    ...     assert reference.dasar_hukum or reference.uraian or reference.tautan
    >>> check()
    """
    return _rujukan()


def sumber_data() -> st.SearchStrategy[SumberData]:
    """
    Data sources.

    >>> from hypothesis import given
    >>> @given(sumber_data())
    ... def check(source):
    ...     assert source.uraian
    >>> check()
    """
    return st.builds(SumberData, uraian=_SHORT, penyedia=maybe(_SHORT), tautan=maybe(_SHORT))


def asal() -> st.SearchStrategy[Asal]:
    """
    Places where something was read, empty cells included.

    >>> from hypothesis import given
    >>> @given(asal())
    ... def check(origin):
    ...     assert origin.baris is None or origin.baris > 0
    >>> check()
    """
    position = maybe(st.integers(1, 200) | st.just(_FARTHEST_POSITION))
    return st.builds(
        Asal,
        berkas=maybe(_SHORT),
        halaman=position,
        tabel=position,
        baris=position,
        kolom=position,
        teks=maybe(_SHORT | st.just("")),
        catatan=maybe(_SHORT),
    )


def temuan() -> st.SearchStrategy[Temuan]:
    """
    Findings of every severity.

    >>> from hypothesis import given
    >>> @given(temuan())
    ... def check(finding):
    ...     assert finding.pesan
    >>> check()
    """
    return st.builds(
        Temuan,
        kode=kode(),
        tingkat=st.sampled_from(TingkatTemuan),
        pesan=_SHORT,
        saran=maybe(_SHORT),
        subjek=maybe(kode()),
        asal=maybe(asal()),
        rujukan=maybe(rujukan()),
    )


def tautan() -> st.SearchStrategy[Tautan]:
    """
    Links to another document, of which only the words are certain.

    >>> from hypothesis import given
    >>> @given(tautan())
    ... def check(link):
    ...     assert link.uraian
    >>> check()
    """
    return st.builds(Tautan, uraian=_SHORT, dokumen=maybe(kode()), kode=maybe(kode()))


def perangkat_daerah() -> st.SearchStrategy[PerangkatDaerah]:
    """
    Regional agencies, with and without their regional government.

    >>> from hypothesis import given
    >>> @given(perangkat_daerah())
    ... def check(agency):
    ...     assert agency.nama
    >>> check()
    """
    pemda = st.builds(Pemda, nama=_SHORT, kode_wilayah=maybe(st.sampled_from(_WILAYAH)))
    return st.builds(
        PerangkatDaerah,
        nama=_SHORT,
        kode=maybe(kode()),
        singkatan=maybe(_SHORT),
        pemda=maybe(pemda),
    )


def penandatangan() -> st.SearchStrategy[Penandatangan]:
    """
    Signatories; their NIP are made up, from one birth date and one appointment.

    >>> from hypothesis import given
    >>> @given(penandatangan())
    ... def check(signatory):
    ...     assert signatory.nip is None or len(signatory.nip) == 18
    >>> check()
    """
    nip = st.builds(
        "19700101 199501 {} {:03d}".format, st.sampled_from((1, 2)), st.integers(1, 999)
    )
    return st.builds(
        Penandatangan,
        nama=_SHORT,
        jabatan=maybe(_SHORT),
        pangkat=maybe(_SHORT),
        nip=maybe(nip | nip.map(lambda text: text.replace(" ", ""))),
    )
