"""What the text of a cell states, form by form, and what is refused."""

from __future__ import annotations

from decimal import Decimal
from typing import cast

import pytest

from iku.angka import MAXIMUM_TEXT, Angka, Locale
from iku.domain.nilai import Ambang, Kategori, Kosong, Nilai, Pembanding, Rentang, SebabKosong
from iku.domain.parsing import find_satuan, parse_nilai
from iku.domain.satuan import Satuan
from iku.domain.skala import Predikat, Skala
from iku.errors import CODES, AngkaError, DomainError, IkuError

LESS, AT_MOST = Pembanding.KURANG_DARI, Pembanding.PALING_BANYAK
MORE, AT_LEAST = Pembanding.LEBIH_DARI, Pembanding.PALING_SEDIKIT


def _skala(kode: str, *labels: str) -> Skala:
    return Skala(kode=kode, nama=kode, predikat=tuple(Predikat(label=label) for label in labels))


AKIP = _skala("akip", "D", "C", "CC", "B", "BB", "A", "AA")
MUTU = _skala("mutu", "D", "C", "B", "A", "Sangat Baik")


def _refused(text: str, locale: Locale = "id", *, skala: tuple[Skala, ...] = ()) -> IkuError:
    with pytest.raises(IkuError) as caught:
        parse_nilai(text, locale=locale, skala=skala)
    assert caught.value.code in CODES
    assert caught.value.repair
    return caught.value


class TestAngka:
    """A number is read whatever satuan stands behind it."""

    @pytest.mark.parametrize(
        ("text", "digits", "satuan"),
        [
            ("68.039.725.057", "68039725057", None),
            ("8.785,00", "8785.00", None),
            ("75,5", "75.5", None),
            ("-4", "-4", None),
            ("\u22124", "-4", None),
            ("0", "0", None),
            ("98,63 %", "98.63", "%"),
            ("100%", "100", "%"),
            ("\u00a098,63\u00a0%\n", "98.63", "%"),
            ("-0,01 persen", "-0.01", "persen"),
            ("100,00 Persen", "100.00", "Persen"),
            ("0,9 Angka", "0.9", "Angka"),
            ("60 kali", "60", "kali"),
            ("1.500bh", "1500", "bh"),
            ("2 hari", "2", "hari"),
            ("20 Unit Usaha", "20", "Unit Usaha"),
            ("12 orang/hari", "12", "orang/hari"),
            ("12 orang / hari", "12", "orang / hari"),
            ("3 rata-rata", "3", "rata-rata"),
            ("5,5 % per tahun", "5.5", "% per tahun"),
            ("5 km2", "5", "km2"),
            ("5 m\u00b2", "5", "m\u00b2"),
            ("5 dok.", "5", "dok."),
            ("7\u2030", "7", "\u2030"),
            ("8,5 per 1000", "8.5", "per 1000"),
            ("0,43 per 1.000 penduduk", "0.43", "per 1.000 penduduk"),
            ("10 KK", "10", "KK"),
            ("10 Km", "10", "Km"),
            ("10 t", "10", "t"),
            ("Rp416.000", "416000", "Rp"),
            ("Rp1.234.567,50", "1234567.50", "Rp"),
            ("Rp 416.000,-", "416000", "Rp"),
            ("Rp416.000/bulan", "416000", "Rp/bulan"),
            ("Rp416.000 / bulan", "416000", "Rp/ bulan"),
            ("Rp 416.000 per orang", "416000", "Rp per orang"),
            ("Rp5 juta rupiah", "5000000", "rupiah"),
            ("11,47 juta rupiah", "11470000", "rupiah"),
            ("11,47 juta", "11470000", None),
            ("2 miliar rupiah", "2000000000", "rupiah"),
        ],
    )
    def test_reads(self, text: str, digits: str, satuan: str | None) -> None:
        """The value is the number; the satuan is told apart from it."""
        assert parse_nilai(text) == Angka(digits)
        assert find_satuan(text) == (Satuan(satuan) if satuan else None)

    @pytest.mark.parametrize(
        ("text", "digits"), [("1:32", "32"), ("1 : 17,9", "17.9"), ("1:1.500", "1500")]
    )
    def test_ratio(self, text: str, digits: str) -> None:
        """The ratio 1:n is the number n; `1:n` is how its satuan is written."""
        assert parse_nilai(text) == Angka(digits)
        assert find_satuan(text) == Satuan("1:n")

    @pytest.mark.parametrize("text", ["2:3", "1:2:3", "1:", "1:32 orang"])
    def test_other_ratios(self, text: str) -> None:
        """Any other ratio would lose its left side, so it is refused."""
        error = _refused(text)

        assert error.code == "bad-nilai"
        assert find_satuan(text) is None

    @pytest.mark.parametrize(
        ("text", "locale", "digits"),
        [
            ("3.05", "en", "3.05"),
            ("1,004,422,800 orang", "en", "1004422800"),
            ("Rp1,423.99 triliun", "en", "1423990000000000"),
            ("Rp1,423.99 triliun", "auto", "1423990000000000"),
            ("95.56 %", "auto", "95.56"),
            ("1:17.9", "auto", "17.9"),
        ],
    )
    def test_locale(self, text: str, locale: Locale, digits: str) -> None:
        """The declared convention reaches every number."""
        assert parse_nilai(text, locale=locale) == Angka(digits)

    def test_numbers_raise_angka_errors(self) -> None:
        """What is wrong with the digits is said as by parse_angka."""
        foreign, broken = _refused("3.05 %"), _refused("1.23.4 orang")
        unclear, ratio = _refused("\u2265 1.500", "auto"), _refused("1:1.500", "auto")

        assert isinstance(foreign, AngkaError)
        assert 'locale="en"' in foreign.repair
        assert (foreign.code, broken.code) == ("bad-number", "bad-number")
        assert isinstance(unclear, AngkaError)
        assert (unclear.code, ratio.code) == ("ambiguous-number", "ambiguous-number")
        assert unclear.readings == ("1500", "1.500")


class TestRentang:
    """Two numbers with a dash or a word between are a range."""

    @pytest.mark.parametrize(
        ("text", "lower", "upper", "satuan"),
        [
            ("80 - 90%", "80", "90", "%"),
            ("80-90", "80", "90", None),
            ("80- 90", "80", "90", None),
            ("80% - 90%", "80", "90", "%"),
            ("80%-90 persen", "80", "90", "persen"),
            ("7 \u2013 8 bulan", "7", "8", "bulan"),
            ("7\u20138 bulan", "7", "8", "bulan"),
            ("7 \u20148", "7", "8", None),
            ("7 bulan - 8 Bulan", "7", "8", "Bulan"),
            ("7 bulan - 8", "7", "8", "bulan"),
            ("3,5-4", "3.5", "4", None),
            ("0,308-0,324", "0.308", "0.324", None),
            ("11,9 hingga 12,4", "11.9", "12.4", None),
            ("11,9 sampai dengan 12,4 %", "11.9", "12.4", "%"),
            ("11,9 sampai 12,4", "11.9", "12.4", None),
            ("80 s.d. 90", "80", "90", None),
            ("80 s.d 90", "80", "90", None),
            ("80 s/d 90 %", "80", "90", "%"),
            ("80 sd 90", "80", "90", None),
            ("-5 - -3", "-5", "-3", None),
            ("-5 hingga 3", "-5", "3", None),
            ("5-5", "5", "5", None),
            ("Rp1.000 - Rp2.000", "1000", "2000", "Rp"),
            ("Rp 1.000,- - Rp 2.000,-", "1000", "2000", "Rp"),
            ("1,5 juta - 2 juta", "1500000", "2000000", None),
            ("500 ribu - 2 juta rupiah", "500000", "2000000", "rupiah"),
            ("0 - 2 juta", "0", "2000000", None),
        ],
    )
    def test_reads(self, text: str, lower: str, upper: str, satuan: str | None) -> None:
        """Both bounds are read; one satuan serves both."""
        assert parse_nilai(text) == Rentang(bawah=Angka(lower), atas=Angka(upper))
        assert find_satuan(text) == (Satuan(satuan) if satuan else None)

    @pytest.mark.parametrize(
        ("text", "lower", "upper"),
        [
            ("85-85.5", "85", "85.5"),
            ("85.6-87.5", "85.6", "87.5"),
            ("3,5 - 4", "3.5", "4"),
            ("1.500 - 2.000,5", "1500", "2000.5"),
            ("80-90", "80", "90"),
        ],
    )
    def test_auto(self, text: str, lower: str, upper: str) -> None:
        """Under "auto" both bounds settle the convention together."""
        wanted = Rentang(bawah=Angka(lower), atas=Angka(upper))

        assert parse_nilai(text, locale="auto") == wanted

    @pytest.mark.parametrize(
        ("text", "locale", "readings"),
        [
            ("1.500 - 2.000", "auto", ("1500 - 2000", "1.500 - 2.000")),
            ("1,500 - 2", "auto", ("1.500 - 2", "1500 - 2")),
            ("1,5 - 2 juta", "id", ("1.5 - 2000000", "1500000 - 2000000")),
            ("1,5 - 2 juta", "auto", ("1.5 - 2000000", "1500000 - 2000000")),
        ],
    )
    def test_two_meanings(self, text: str, locale: Locale, readings: tuple[str, str]) -> None:
        """A range that can mean two is refused with both readings."""
        error = _refused(text, locale)

        assert isinstance(error, AngkaError)
        assert error.code == "ambiguous-number"
        assert error.readings == readings
        assert ("magnitude" in error.repair) == ("juta" in text)

    @pytest.mark.parametrize(
        ("text", "locale", "code"),
        [
            ("143,33 - 139,83", "id", "rentang-order"),
            ("-3 - -5", "id", "rentang-order"),
            ("80--90", "id", "bad-nilai"),
            ("80 -90", "id", "bad-nilai"),
            ("80 - - 90", "id", "bad-nilai"),
            ("-5\u2013-3", "id", "bad-nilai"),
            ("80-", "id", "bad-nilai"),
            ("80-90-100", "id", "bad-nilai"),
            ("80 - 90 - 100", "id", "bad-nilai"),
            ("3,-4", "id", "bad-nilai"),
            ("0 - 5 957", "id", "bad-nilai"),
            ("7 hari - 2 bulan", "id", "bad-nilai"),
            ("5% - Rp10", "id", "bad-nilai"),
            (">90-100", "id", "bad-nilai"),
            ("minimal 80 - 90", "id", "bad-nilai"),
            ("3,5 - 4.25", "auto", "bad-nilai"),
            ("85-85.5", "id", "bad-number"),
            ("3,5 - 4", "en", "bad-number"),
        ],
    )
    def test_refuses(self, text: str, locale: Locale, code: str) -> None:
        """Backward, open, triple and contradicting ranges are refused."""
        assert _refused(text, locale).code == code


class TestAmbang:
    """A comparator before a number makes a threshold."""

    @pytest.mark.parametrize(
        ("text", "pembanding", "digits"),
        [
            ("\u2265 85", AT_LEAST, "85"),
            (">= 85", AT_LEAST, "85"),
            ("=>85", AT_LEAST, "85"),
            ("minimal 85%", AT_LEAST, "85"),
            ("Minimum 85", AT_LEAST, "85"),
            ("paling sedikit 3 dokumen", AT_LEAST, "3"),
            ("paling rendah 3", AT_LEAST, "3"),
            ("tidak kurang dari 3", AT_LEAST, "3"),
            ("sekurang-kurangnya 3", AT_LEAST, "3"),
            ("setidaknya 3", AT_LEAST, "3"),
            ("lebih dari atau sama dengan 3", AT_LEAST, "3"),
            ("lebih besar dari atau sama dengan 3", AT_LEAST, "3"),
            ("<= 50 %", AT_MOST, "50"),
            ("\u2264\u00a050 %", AT_MOST, "50"),
            ("=< 50", AT_MOST, "50"),
            ("maksimal Rp5.000", AT_MOST, "5000"),
            ("maks. 5", AT_MOST, "5"),
            ("paling banyak 5", AT_MOST, "5"),
            ("paling lama 7 hari", AT_MOST, "7"),
            ("tidak lebih dari 5", AT_MOST, "5"),
            ("kurang dari atau sama dengan 5", AT_MOST, "5"),
            ("lebih kecil dari atau sama dengan 5", AT_MOST, "5"),
            ("<0,5", LESS, "0.5"),
            ("kurang dari 49", LESS, "49"),
            ("Kurang  dari\n49", LESS, "49"),
            ("di bawah 49", LESS, "49"),
            ("dibawah 49", LESS, "49"),
            ("lebih rendah dari 49", LESS, "49"),
            ("> -5", MORE, "-5"),
            ("lebih dari 5", MORE, "5"),
            ("lebih tinggi dari 5", MORE, "5"),
            ("di atas 5 juta rupiah", MORE, "5000000"),
            ("diatas 5", MORE, "5"),
        ],
    )
    def test_reads(self, text: str, pembanding: Pembanding, digits: str) -> None:
        """Signs and words are read as the same four comparators."""
        assert parse_nilai(text) == Ambang(pembanding=pembanding, batas=Angka(digits))

    @pytest.mark.parametrize(
        "text",
        [
            "di bawah target",
            "<",
            "< < 5",
            "<> 5",
            "min 5",
            "sekitar 5",
            "\u00b1 5",
            "lebih kurang 5",
            "5 atau lebih",
            "85 ke atas",
            "5 <",
        ],
    )
    def test_refuses(self, text: str) -> None:
        """Approximations and comparators that say less are refused."""
        assert _refused(text).code == "bad-nilai"


class TestKategori:
    """A label is a category on the scale that has it."""

    @pytest.mark.parametrize(
        "label", ["AA", "A", "BB", "B", "CC", "C", "D", "WTP", "WDP", "TW", "TMP"]
    )
    def test_well_known(self, label: str) -> None:
        """SAKIP grades and audit opinions are known without a scale."""
        assert parse_nilai(f" {label}\u00a0") == Kategori(label=label)

    @pytest.mark.parametrize("text", ["bb", "Wtp", "E", "Paripurna", "Sangat Baik", "**)"])
    def test_unknown(self, text: str) -> None:
        """Any other label needs its scale; the repair says so."""
        error = _refused(text)

        assert error.code == "bad-nilai"
        assert "skala=" in error.repair

    @pytest.mark.parametrize(
        ("text", "label", "kode"),
        [("bb", "BB", "akip"), ("AA", "AA", "akip"), ("sangat  BAIK", "Sangat Baik", "mutu")],
    )
    def test_with_scales(self, text: str, label: str, kode: str) -> None:
        """The scale gives the spelling and its kode."""
        assert parse_nilai(text, skala=(AKIP, MUTU)) == Kategori(label=label, skala=kode)

    def test_label_of_two_scales(self) -> None:
        """A label on two scales is refused with both named."""
        error = _refused("A", skala=(AKIP, MUTU))

        assert error.code == "bad-nilai"
        assert "'akip'" in error.found
        assert "'mutu'" in error.found

    def test_one_scale_given_twice(self) -> None:
        """The same scale twice is one scale."""
        assert parse_nilai("A", skala=(AKIP, AKIP)) == Kategori(label="A", skala="akip")

    def test_scales_close_the_list(self) -> None:
        """With scales given, a label of none of them is refused, well known or not."""
        assert _refused("WTP", skala=(AKIP,)).code == "bad-nilai"

    def test_other_values_beside_scales(self) -> None:
        """Scales leave numbers and marks of absence alone."""
        assert parse_nilai("80,5", skala=(AKIP,)) == Angka("80.5")
        assert parse_nilai("-", skala=(AKIP,)) == Kosong()

    @pytest.mark.parametrize("text", ["A (80,50)", "BB(78,84)"])
    def test_label_with_score(self, text: str) -> None:
        """A label and a score in one cell are two values."""
        assert "one number" in _refused(text).repair


class TestKosong:
    """No value is a value with a reason."""

    @pytest.mark.parametrize(
        ("text", "sebab"),
        [
            ("", SebabKosong.TIDAK_DICANTUMKAN),
            (" \u00a0\n", SebabKosong.TIDAK_DICANTUMKAN),
            ("-", SebabKosong.TIDAK_DICANTUMKAN),
            ("--", SebabKosong.TIDAK_DICANTUMKAN),
            ("\u2013", SebabKosong.TIDAK_DICANTUMKAN),
            ("\u2014", SebabKosong.TIDAK_DICANTUMKAN),
            ("...", SebabKosong.TIDAK_DICANTUMKAN),
            ("........", SebabKosong.TIDAK_DICANTUMKAN),
            ("\u2026", SebabKosong.TIDAK_DICANTUMKAN),
            ("tidak dicantumkan", SebabKosong.TIDAK_DICANTUMKAN),
            ("N/A", SebabKosong.TIDAK_BERLAKU),
            ("n/a", SebabKosong.TIDAK_BERLAKU),
            ("NA", SebabKosong.TIDAK_BERLAKU),
            ("n.a.", SebabKosong.TIDAK_BERLAKU),
            ("Tidak berlaku", SebabKosong.TIDAK_BERLAKU),
            ("belum dilaporkan", SebabKosong.BELUM_DILAPORKAN),
            ("Belum dapat dihitung", SebabKosong.BELUM_DILAPORKAN),
            ("belum tersedia", SebabKosong.BELUM_DILAPORKAN),
            ("tidak terbaca", SebabKosong.TIDAK_TERBACA),
        ],
    )
    def test_reads(self, text: str, sebab: SebabKosong) -> None:
        """Each mark of absence says which absence it is."""
        assert parse_nilai(text) == Kosong(sebab=sebab)
        assert find_satuan(text) is None

    @pytest.mark.parametrize("text", [".", "nihil", "kosong", "- -", "?", "*"])
    def test_refuses(self, text: str) -> None:
        """Marks with no agreed meaning are refused, and nothing becomes zero."""
        assert _refused(text).code == "bad-nilai"


class TestRefusals:
    """Text that states no single value is refused with a repair that fits."""

    @pytest.mark.parametrize(
        ("text", "hint"),
        [
            ("100 dari 110 Organisasi Kepemudaan", "keep one number"),
            ("140 Kelompok (1400 orang)", "keep one number"),
            ("2,22 (realisasi 2025)", "keep one number"),
            ("0,62 poin atau 0,86%", "keep one number"),
            ("naik 1,02 poin", "keep one number"),
            ("98,63*", "keep one number"),
            ("5 %%", "keep one number"),
            ("5 juta juta", "keep one number"),
            ("5 ratus", "keep one number"),
            ("5 ribuan", "keep one number"),
            ("1,5 M", "keep one number"),
            ("Rp1,5 T", "keep one number"),
            ("5 K", "keep one number"),
            ("5 s.d.", "keep one number"),
            ("99,4 7%", "gaps"),
            ("1 1 . 8 7 5 . 8 7 0", "gaps"),
            ("1 .491.400.000", "gaps"),
            ("\uff11\uff12", "digits 0 to 9"),
            ("\u0661\u0665 %", "digits 0 to 9"),
            ("2 : 3", "ratios"),
            ("Tinggi", "skala="),
            ("Rp5%", "one satuan"),
            ("Rp 1,5 m", "one satuan"),
        ],
    )
    def test_repair(self, text: str, hint: str) -> None:
        """Two values, broken digits and unknown words each have their advice."""
        error = _refused(text)

        assert isinstance(error, DomainError)
        assert error.code == "bad-nilai"
        assert hint in error.repair
        assert find_satuan(text) is None

    @pytest.mark.parametrize(
        "text", ["BB\u200b", "5\u202e", "\ud800", "5\x00", "a" + "\u0301" * 40]
    )
    def test_bad_characters(self, text: str) -> None:
        """Invisible and broken characters are refused before reading."""
        assert _refused(text).code == "bad-text"
        with pytest.raises(DomainError):
            find_satuan(text)

    @pytest.mark.parametrize("text", [" " * 60_000, "1" * 60_000, "1-" * 30_000, "A" * 60_000])
    def test_long_text(self, text: str) -> None:
        """Length is looked at before anything else."""
        assert _refused(text).code == "text-too-long"
        with pytest.raises(DomainError, match="text-too-long"):
            find_satuan(text)

    @pytest.mark.parametrize("value", [5, 5.0, None, b"5", Decimal(5), True, Angka("5")])
    def test_no_text(self, value: object) -> None:
        """Only text is read."""
        assert _refused(cast("str", value)).code == "wrong-type"

    @pytest.mark.parametrize("text", ["5", "-", "BB"])
    def test_no_such_locale(self, text: str) -> None:
        """A wrong locale is refused even where there is no number."""
        assert _refused(text, cast("Locale", "fr")).code == "bad-choice"

    @pytest.mark.parametrize(
        "unit",
        [
            "a ", "5 a", "per 1", "\u2265 ", "minimal ", "-", ".", "5-", "sampai ", "Rp ", "1 : ",
            "1 ", "juta ", "s.d.", "5/a", "A", "\u2026", "5 juta-", "5%", "5,", "1.500 - ",
        ],
    )  # fmt: skip
    def test_text_at_the_limit(self, unit: str) -> None:
        """Repeated to the length limit, no text keeps the reader busy."""
        text = (unit * MAXIMUM_TEXT)[: MAXIMUM_TEXT - 1] + "!"

        assert _refused(text).code == "bad-nilai"
        assert find_satuan(text) is None


class TestReadings:
    """What a cell without one value could mean is named by the error."""

    @pytest.mark.parametrize(
        ("text", "readings"),
        [
            ("97,8 6%", ("97,86%", "97,8", "6%")),
            ("1 1 . 8 7 5", ("11.875",)),
            ("100 dari 110 Organisasi", ("100", "100 / 110 Organisasi")),
            ("140 Kelompok (1400 orang)", ("140 Kelompok", "1400 orang")),
            ("B\u2192BB\u2192A", ("B", "BB", "A")),
            ("B -> BB", ("B", "BB")),
            ("A (80,50)", ("A", "80,50")),
            ("BB/72,5", ("BB", "72,5")),
            ("70; 75", ("70", "75")),
            ("5 atau -", ()),
            ("143,33 - 139,83 %", ("139,83 - 143,33 %",)),
            ("7 bulan - 6 bulan", ("6 - 7 bulan",)),
            ("2 (POPNAS 201)", ()),
            ("1;2;3;4;5;6;7;8", ()),
            ("Tinggi", ()),
            ("3.05 %", ()),
        ],
    )
    def test_readings(self, text: str, readings: tuple[str, ...]) -> None:
        """Each is a text that states one value, but for the share of a whole."""
        error = _refused(text)

        assert getattr(error, "readings", ()) == readings
        assert all(reading in error.found for reading in readings)

    def test_labels_of_a_scale(self) -> None:
        """Its labels are readings where the scale is given."""
        error = _refused("Sangat Baik \u2192 A", skala=(MUTU,))

        assert getattr(error, "readings", ()) == ("Sangat Baik", "A")


class TestKinds:
    """One text is one value of one of the five kinds."""

    @pytest.mark.parametrize(
        ("text", "kind"),
        [("5", Angka), ("5-6", Rentang), ("<5", Ambang), ("B", Kategori), ("-", Kosong)],
    )
    def test_kind(self, text: str, kind: type[Nilai]) -> None:
        """The kind follows from the text alone."""
        assert type(parse_nilai(text)) is kind
