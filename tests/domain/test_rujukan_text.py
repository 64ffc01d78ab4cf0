"""Regulations as prose names them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku.domain import DasarHukum, JenisPeraturan, find_dasar_hukum, parse_dasar_hukum
from iku.errors import DomainError

J = JenisPeraturan


def _regulation(
    jenis: JenisPeraturan,
    nomor: str,
    tahun: int,
    lembaga: str | None = None,
    tentang: str | None = None,
) -> DasarHukum:
    return DasarHukum(jenis=jenis, nomor=nomor, tahun=tahun, lembaga=lembaga, tentang=tentang)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            "Berdasarkan UU No. 25 Tahun 1992 tentang Perkoperasian, Koperasi sebagai Gerakan",
            _regulation(J.UU, "25", 1992, tentang="Perkoperasian"),
        ),
        (
            "Berdasarkan UU No. 20 tahun 2008 tentang Usaha Mikro Kecil dan Menengah, UMKM",
            _regulation(J.UU, "20", 2008, tentang="Usaha Mikro Kecil dan Menengah"),
        ),
        (
            "Undang-undang Republik Indonesia Nomor 25 Tahun 2009 tentang Pelayanan Publik bahwa",
            _regulation(J.UU, "25", 2009, tentang="Pelayanan Publik"),
        ),
        ("UU 12/2011", _regulation(J.UU, "12", 2011)),
        ("PP 8/2006", _regulation(J.PP, "8", 2006)),
        ("Peraturan Pemerintah Nomor 8 Tahun 2006", _regulation(J.PP, "8", 2006)),
        ("Perppu Nomor 1 Tahun 2020", _regulation(J.PERPPU, "1", 2020)),
        (
            "Peraturan Pemerintah Pengganti Undang-Undang Nomor 1 Tahun 2020",
            _regulation(J.PERPPU, "1", 2020),
        ),
        ("Perpres 29/2014", _regulation(J.PERPRES, "29", 2014)),
        (
            "Peraturan Presiden Nomor 29 Tahun 2014 tentang SAKIP.",
            _regulation(J.PERPRES, "29", 2014, tentang="SAKIP"),
        ),
        ("Keputusan Presiden No 7 Tahun 1999", _regulation(J.KEPPRES, "7", 1999)),
        ("Inpres Nomor 7 Tahun 1999", _regulation(J.INPRES, "7", 1999)),
        ("PermenPANRB 53 Tahun 2014", _regulation(J.PERMEN, "53", 2014, "PANRB")),
        ("Permen PANRB Nomor 88 Tahun 2021", _regulation(J.PERMEN, "88", 2021, "PANRB")),
        ("Permendagri No. 86 Tahun 2017", _regulation(J.PERMEN, "86", 2017, "Dalam Negeri")),
        ("Permendagri No. 86/2017", _regulation(J.PERMEN, "86", 2017, "Dalam Negeri")),
        ("UU Nomor: 25/1992", _regulation(J.UU, "25", 1992)),
        ("sesuai UU No. 25 Tahun 1992", _regulation(J.UU, "25", 1992)),
        ("sebagaimana UU 25/1992", _regulation(J.UU, "25", 1992)),
        ("Peraturan Menteri dan UU Nomor 25 Tahun 1992", _regulation(J.UU, "25", 1992)),
        ("peraturan pemerintah yang melaksanakan UU 25/1992", _regulation(J.UU, "25", 1992)),
        (
            "Permen Koperasi dan UKM Nomor 9 Tahun 2018",
            _regulation(J.PERMEN, "9", 2018, "Koperasi dan UKM"),
        ),
        (
            "UU Cipta Kerja Nomor 11 Tahun 2020",
            _regulation(J.UU, "11", 2020, tentang="Cipta Kerja"),
        ),
        ("Permenkes 4/2019", _regulation(J.PERMEN, "4", 2019, "Kesehatan")),
        ("PermenPAN-RB No. 53 Tahun 2014", _regulation(J.PERMEN, "53", 2014, "PANRB")),
        ("UUD 1945", _regulation(J.UUD, "1945", 1945)),
        (
            "Undang-Undang Dasar Negara Republik Indonesia Tahun 1945",
            _regulation(J.UUD, "1945", 1945),
        ),
        ("SE Nomor 5 Tahun 2020", _regulation(J.SURAT_EDARAN, "5", 2020)),
        (
            "Peraturan Menteri PAN Nomor PER/09/M.PAN/5/2007 tentang Pedoman",
            _regulation(J.PERMEN, "PER/09/M.PAN/5/2007", 2007, "PAN", "Pedoman"),
        ),
        (
            "Peraturan Menteri Keuangan Republik Indonesia Nomor 12A Tahun 2020",
            _regulation(J.PERMEN, "12A", 2020, "Keuangan"),
        ),
        (
            "Peraturan Menteri Negara PAN Nomor PER/09/M.PAN/5/2007 Tahun 2007",
            _regulation(J.PERMEN, "PER/09/M.PAN/5/2007", 2007, "Negara PAN"),
        ),
        (
            "Keputusan Menteri Keuangan Nomor 467 Tahun 2014",
            _regulation(J.KEPMEN, "467", 2014, "Keuangan"),
        ),
        ("Surat Edaran Nomor 3 Tahun 2020", _regulation(J.SURAT_EDARAN, "3", 2020)),
        ("Peraturan BPS Nomor 2 Tahun 2020", _regulation(J.PERATURAN_LEMBAGA, "2", 2020, "BPS")),
        (
            "Peraturan Daerah Kota Bekasi Nomor 6 Tahun 2016",
            _regulation(J.PERDA, "6", 2016, "Kota Bekasi"),
        ),
        ("Pergub Jawa Tengah No. 82 Tahun 2014", _regulation(J.PERGUB, "82", 2014, "Jawa Tengah")),
        (
            "Peraturan Bupati Kulon Progo Nomor 53 Tahun 2012",
            _regulation(J.PERBUP, "53", 2012, "Kulon Progo"),
        ),
        ("Peraturan Wali Kota Mojokerto 11/2017", _regulation(J.PERWALI, "11", 2017, "Mojokerto")),
        ("Perwal Nomor 11 Th. 2017", _regulation(J.PERWALI, "11", 2017)),
        (
            "Keputusan Bupati Sukabumi Nomor 5 Tahun 2019",
            _regulation(J.KEPUTUSAN_KEPALA_DAERAH, "5", 2019, "Sukabumi"),
        ),
        ("Undang-Undang Dasar Nomor 1 Tahun 1945", _regulation(J.UUD, "1", 1945)),
    ],
)
def test_a_regulation_is_read_from_its_official_names(text: str, made: DasarHukum) -> None:
    """Kind, number, year, issuer and subject."""
    assert parse_dasar_hukum(text) == made


def test_prose_may_name_several() -> None:
    """Each once, in order."""
    text = "PP 8/2006, Perpres 29/2014 dan PP 8/2006; lihat UU No. 25 Tahun 1992."
    found = [str(item) for item in find_dasar_hukum(text)]
    assert found == [
        "PP Nomor 8 Tahun 2006",
        "Perpres Nomor 29 Tahun 2014",
        "UU Nomor 25 Tahun 1992",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tanpa dasar hukum",
        "UU tentang Perkoperasian",
        "UU Nomor 25",
        "UU No. 25 Tahun 1066",
        "mengupuu 1/2000",
        "PP 8/2006 dan Perpres 29/2014",
    ],
)
def test_none_or_several_are_not_one(text: str) -> None:
    """A year nobody legislated in names none."""
    with pytest.raises(DomainError) as caught:
        parse_dasar_hukum(text)
    assert (caught.value.code, caught.value.path) == ("bad-dasar-hukum", "$")


@pytest.mark.parametrize("jenis", list(J))
def test_what_is_written_is_read_back(jenis: JenisPeraturan) -> None:
    """For plain issuers and subjects."""
    issuer = "BPS" if jenis is J.PERATURAN_LEMBAGA else None
    made = _regulation(jenis, "12", 2011, issuer, "Pembentukan Peraturan")
    assert parse_dasar_hukum(str(made)) == made


@given(st.text(max_size=300))
def test_any_text_gives_regulations_or_none(text: str) -> None:
    """Nothing is raised: prose is prose."""
    assert all(isinstance(item, DasarHukum) for item in find_dasar_hukum(text))


@pytest.mark.parametrize(
    "text",
    [
        "perdagangan 12 Tahun 2020",
        "perkara Nomor 5 Tahun 2020",
        "PPh 21 Tahun 2020",
        "se Nomor 5 Tahun 2020",
        "UU tentang Desa tahun 2014",
    ],
)
def test_ordinary_words_are_no_regulation(text: str) -> None:
    """Words that only begin like the name of one."""
    assert find_dasar_hukum(text) == ()


@given(st.sampled_from(["sesuai", "sebagaimana", "seperti", "serta", "perkara", "sejak", "dan"]))
def test_prose_before_a_regulation_changes_nothing(word: str) -> None:
    """The same one is found."""
    alone = find_dasar_hukum("UU No. 25 Tahun 1992 tentang Perkoperasian")

    assert find_dasar_hukum(f"{word} UU No. 25 Tahun 1992 tentang Perkoperasian") == alone


@pytest.mark.parametrize(
    "written", ["UUD 1945", "Peraturan Menteri PAN Nomor PER/09/M.PAN/5/2007 tentang Pedoman"]
)
def test_a_year_in_the_number_is_written_once(written: str) -> None:
    """As officials write it."""
    assert str(parse_dasar_hukum(written)) == written
