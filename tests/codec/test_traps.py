"""
What other converters let pass, and what hostile documents try: none of it works here.

The names say what is known to happen elsewhere: cattrs turns 123 into "123" and
None into "None", `json` takes NaN and keeps the last of two equal keys, `int`
takes Arabic digits, and so on.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from decimal import Decimal
from typing import Any, Final, TypeAlias

import pytest

from iku import Dokumen, Periode
from iku.codec import dumps, loads
from iku.errors import LoadError

Json: TypeAlias = Any
"""What `json.loads` gives, or anything else."""

BARE: Final = '{"iku": "1.0", "tipe": "dokumen", "jenis": "iku", "judul": "A"}'


def faults(text: str | bytes) -> list[tuple[str, str]]:
    """Load a text and give code and path of its faults."""
    try:
        loads(text)
    except LoadError as error:
        return [(one.code, one.path) for one in error.faults]
    return []


def write(**more: Json) -> str:
    """Write a small document."""
    return json.dumps({**json.loads(BARE), **more})


def with_periode(value: Json) -> str:
    """Write a document with one period."""
    return write(periode=value)


def with_nilai(value: Json) -> str:
    """Write a document with one target."""
    target = {"periode": 2019, "nilai": value}
    return write(indikator=[{"kode": "A", "nama": "A", "target": [target]}])


NILAI: Final = "$.indikator[0].target[0].nilai"


class TestCoercions:
    """No value becomes another one."""

    @pytest.mark.parametrize("value", [123, 1.5, True, ["A"], {}, None])
    def test_nothing_becomes_text(self, value: Json) -> None:
        """Cattrs makes `'123'` and `'None'`."""
        [(code, path)] = faults(write(judul=value))

        assert code == ("null" if value is None else "wrong-type")
        assert path == "$.judul"

    @pytest.mark.parametrize("value", [2021.9, 2021.0, "2021", True, "\u0661\u0662", [2021]])
    def test_nothing_becomes_a_year(self, value: Json) -> None:
        """Cattrs makes 2021 of the first three."""
        [(code, path)] = faults(with_periode(value))

        assert code == ("bad-periode" if isinstance(value, str) else "wrong-type")
        assert path == "$.periode"

    def test_a_year_stays_apart_from_its_float(self) -> None:
        """2021 and 2021.0 are equal in Python, and have the same hash."""
        text = write(periode=2021).replace(
            "}", ', "data": [], "visi": {"uraian": "A", "asal": {"baris": 1.0}}}'
        )

        assert faults(text) == [("wrong-type", "$.visi.asal.baris")]
        assert loads(write(periode=2021)).periode == Periode.tahunan(2021)

    def test_truth_stays_apart_from_one(self) -> None:
        """So do true and 1."""
        assert faults(write(asal={"baris": True, "kolom": 1})) == [("wrong-type", "$.asal.baris")]

    @pytest.mark.parametrize("value", [5, 0.1, -0.0, True, None, [0, [1, 2], 3], [], {}])
    def test_nothing_becomes_a_number(self, value: Json) -> None:
        """`Decimal` makes 55 digits of 0.1 and 12000 of a list."""
        [(code, path)] = faults(with_nilai(value))

        assert path.startswith(NILAI)
        assert code in ("wrong-type", "null", "missing-field")

    @pytest.mark.parametrize(
        "text", ["NaN", "sNaN", "-Infinity", "1_5", " 15 ", "\uff11\uff12", "\u0661\u0665", "1e5"]
    )
    def test_no_text_becomes_a_number_but_digits(self, text: str) -> None:
        """`Decimal` and `int` take all of these."""
        assert faults(with_nilai(text)) == [("bad-number", NILAI)]

    def test_text_is_no_array(self) -> None:
        """Cattrs makes `('a', 'b', 'c')` of "abc"."""
        assert faults(write(misi="abc")) == [("wrong-type", "$.misi")]

    def test_an_array_is_no_object(self) -> None:
        """Cattrs builds a class with all defaults of `["x"]`."""
        assert faults(write(asal=["x"])) == [("wrong-type", "$.asal")]

    def test_unknown_keys_do_not_vanish(self) -> None:
        """Cattrs drops them unless told otherwise."""
        assert faults(write(asal={"zz": 1})) == [("unknown-field", "$.asal.zz")]

    def test_a_value_keeps_its_class(self) -> None:
        """A field typed as base class loses what the subclass adds, in cattrs without a tag."""
        text = with_nilai({"tipe": "rentang", "bawah": "1", "atas": "2"})

        assert '"atas": "2"' in dumps(loads(text))

    def test_an_unknown_tag_is_called_that(self) -> None:
        """And not a required field that is missing."""
        assert faults(with_nilai({"tipe": "rentangg"})) == [("unknown-tag", f"{NILAI}.tipe")]

    @pytest.mark.parametrize("tag", ["os.system", ["R"], None, 1, {}, "Rentang", ""])
    def test_a_tag_is_a_word_of_the_list(self, tag: Json) -> None:
        """It is never a name to import, and of no other type."""
        assert faults(with_nilai({"tipe": tag})) == [("unknown-tag", f"{NILAI}.tipe")]

    def test_decimals_are_no_trouble(self) -> None:
        """`Decimal` needs a hook in cattrs, and one with good messages."""
        [fault] = list(catch(with_nilai("abc")).faults)

        assert "digits" in fault.expected
        assert "ConversionSyntax" not in str(fault)


def catch(text: str) -> LoadError:
    """Load a text with faults."""
    with pytest.raises(LoadError) as caught:
        loads(text)
    return caught.value


class TestHostileText:
    """Text that is made to cost much or to mean two things."""

    @pytest.mark.parametrize("key", ["judul", "x-a"])
    @pytest.mark.parametrize("literal", ["NaN", "Infinity", "-Infinity"])
    def test_literals_of_python(self, key: str, literal: str) -> None:
        """`json` takes them."""
        text = BARE.replace('"judul": "A"', f'"judul": "A", "{key}": {literal}')

        assert {path for _, path in faults(text)} == {f"$.{key}"}

    @pytest.mark.parametrize(
        "number", ["1e400", "1e999999999", "-1e400", "1" + "0" * 5_000, "1e" + "9" * 30]
    )
    def test_numbers_that_are_no_numbers(self, number: str) -> None:
        """`json` makes infinity of them, or an error of its own."""
        assert faults(BARE.replace('"A"', number)) == [("wrong-type", "$.judul")]
        assert faults(BARE.replace("}", f', "periode": {number}}}')) == [
            ("wrong-type", "$.periode")
        ]

    def test_ambient_limits_of_integers_do_not_matter(self) -> None:
        """A program may have switched off Python's own limit."""
        before = sys.get_int_max_str_digits()
        sys.set_int_max_str_digits(0)
        try:
            start = time.process_time()
            assert faults(BARE.replace('"A"', "1" * 1_000_000)) == [("wrong-type", "$.judul")]
            assert time.process_time() - start < 1
        finally:
            sys.set_int_max_str_digits(before)

    @pytest.mark.parametrize("number", ["01", "+1", "1.", ".5", "0x1", "1_0", "\uff11"])
    def test_numbers_outside_json(self, number: str) -> None:
        """Not even in an extension."""
        assert faults(BARE.replace("}", f', "x-a": {number}}}')) == [("bad-json", "$")]

    @pytest.mark.parametrize(
        ("data", "found"),
        [
            (b"\xef\xbb\xbf" + BARE.encode(), "byte order mark"),
            (BARE.encode("utf-16"), "UTF-16"),
            (b"\xfe\xff" + BARE.encode("utf-16-be"), "UTF-16"),
            (BARE.replace("A", "é").encode("latin-1"), "byte 0xE9 at position 60"),
            (b'{"a": "\xed\xa0\x80"}', "byte 0xED at position 7"),
            (b"\xc0\x80", "byte 0xC0 at position 0"),
        ],
        ids=["bom", "utf-16", "utf-16-be", "latin-1", "surrogate", "overlong"],
    )
    def test_bytes_that_are_not_utf8(self, data: bytes, found: str) -> None:
        """`json` guesses UTF-16 and takes a byte order mark."""
        [fault] = list(catch_bytes(data).faults)

        assert fault.code == "bad-encoding"
        assert found in fault.found

    @pytest.mark.parametrize("text", ["\ufeff" + BARE, BARE.replace("A", "\ud800")])
    def test_text_that_is_not_utf8(self, text: str) -> None:
        """A str can hold what no file can."""
        assert faults(text) == [("bad-encoding", "$")]

    @pytest.mark.parametrize("key", ["PDRB\u200b", "P\u202eDRB", "A\ue000"])
    def test_letters_that_nobody_sees(self, key: str) -> None:
        """Zero width, turning direction, private use."""
        assert faults(write(kode=key)) == [("bad-text", "$.kode")]

    def test_two_spellings_of_one_letter_are_one_kode(self) -> None:
        """Composed or not, `é` is `é`."""
        nouns = [{"kode": "\u00e9", "nama": "A"}, {"kode": "e\u0301", "nama": "B"}]

        assert faults(write(variabel=nouns)) == [("duplicate-kode", "$.variabel[1].kode")]

    def test_normalising_costs_little(self) -> None:
        """Marks that sort slowly are refused before they are sorted."""
        text = write(judul="e" + "\u0301\u0316" * 30_000)
        start = time.process_time()

        assert faults(text) == [("bad-text", "$.judul")]
        assert time.process_time() - start < 1

    def test_time_grows_with_the_text(self) -> None:
        """Twice the faults cost twice the time, or the reader has a trap in it."""

        def measure(count: int) -> float:
            text = write(misi=[{"kode": f"M{i}", "urain": "A"} for i in range(count)])
            gc.collect()
            start = time.process_time()
            faults(text)
            return time.process_time() - start

        measure(100)
        assert min(measure(4_000) for _ in range(3)) < 5 * min(measure(2_000) for _ in range(3))

    @pytest.mark.parametrize(
        "text",
        [*("", " ", "[", "]", "{", "}", '"', "\\", "\x00"), "nul", "tru", "{}{}", "[1,]", '{"a"}'],
    )
    def test_scraps(self, text: str) -> None:
        """One answer for anything that is no JSON."""
        assert faults(text) == [("bad-json", "$")]

    def test_hash_collisions_of_numbers(self) -> None:
        """Numbers of a document are looked up by their text, whose hash nobody can plan."""
        numbers = [str(i * (2**61 - 1)) for i in range(5_000)]
        text = write(
            variabel=[{"kode": "A", "nama": "A"}],
            data=[
                {"variabel": "A", "periode": 2019, "nilai": number, "sumber": number}
                for number in numbers
            ],
        )
        start = time.process_time()

        assert faults(text) == []
        assert time.process_time() - start < 5


def catch_bytes(data: bytes) -> LoadError:
    """Load bytes with faults."""
    with pytest.raises(LoadError) as caught:
        loads(data)
    return caught.value


class TestSurroundings:
    """Nothing outside of the document changes the answer."""

    @pytest.mark.parametrize("digits", ["0.10", "123456789012345678901234567890.1234"])
    def test_ambient_decimal_context(self, digits: str) -> None:
        """Digits are kept, whatever precision a program has set."""
        from decimal import localcontext  # noqa: PLC0415 - tests may

        with localcontext() as context:
            context.prec = 2
            dokumen: Dokumen = loads(with_nilai(digits))
            text = dumps(dokumen)

        assert f'"nilai": "{digits}"' in text
        assert dokumen.indikator[0].target[0].nilai.nilai == Decimal(digits)  # type: ignore[union-attr]  # an Angka
